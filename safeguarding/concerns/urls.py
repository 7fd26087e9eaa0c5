from django.urls import path

from safeguarding.concerns import views
from safeguarding.concerns.absences import views as absences
from safeguarding.concerns.deciding import views as deciding
from safeguarding.concerns.grants import views as grants
from safeguarding.concerns.links import views as links
from safeguarding.concerns.printing import views as printing
from safeguarding.concerns.raising import views as raising

SCHEME = "schemes/<slug:scheme>/concerns/"
ONE = SCHEME + "<uuid:concern_id>/"

urlpatterns = [
    path("me/concerns/", raising.concern_mine, name="concern_mine"),
    path("me/concerns/raise/", raising.concern_raise_mine, name="concern_raise_mine"),
    path("me/concerns/draft/throw-away/", raising.concern_draft_throw, name="concern_draft_throw"),
    path("me/concerns/<uuid:concern_id>/received/", raising.concern_received, name="concern_received"),
    path(SCHEME, views.concern_list, name="concern_list"),
    path(SCHEME + "raise/", raising.concern_raise, name="concern_raise"),
    path(SCHEME + "break-glass/", grants.concern_break_glass, name="concern_break_glass"),
    path(SCHEME + "leads/", absences.lead_absences, name="lead_absences"),
    path(SCHEME + "leads/<uuid:absence_id>/end/", absences.lead_absence_end, name="lead_absence_end"),
    path(SCHEME + "holds/<uuid:hold_id>/lift/", views.hold_lift, name="hold_lift"),
    path(ONE, views.concern_show, name="concern_show"),
    path(ONE + "print/", printing.concern_print, name="concern_print"),
    path(ONE + "acknowledge/", views.concern_acknowledge, name="concern_acknowledge"),
    path(ONE + "add/", views.concern_entry_add, name="concern_entry_add"),
    path(ONE + "triage/", deciding.concern_triage, name="concern_triage"),
    path(ONE + "refer/", deciding.concern_refer, name="concern_refer"),
    path(ONE + "refer/<uuid:referral_id>/heard/", deciding.referral_heard, name="referral_heard"),
    path(ONE + "officer/", deciding.officer_not_told, name="officer_not_told"),
    path(ONE + "close/", deciding.concern_close, name="concern_close"),
    path(ONE + "about/", views.concern_subject_add, name="concern_subject_add"),
    path(ONE + "about/<uuid:subject_id>/", links.concern_person, name="concern_person"),
    path(ONE + "about/<uuid:subject_id>/print/", links.concern_person_print, name="concern_person_print"),
    path(ONE + "link/", links.concern_link_add, name="concern_link_add"),
    path(ONE + "hold/", views.hold_place, name="hold_place"),
    path(SCHEME + "holds/<uuid:hold_id>/sessions/", views.hold_sessions, name="hold_sessions"),
    path(ONE + "readers/", grants.concern_grant, name="concern_grant"),
    path(ONE + "readers/<uuid:grant_id>/end/", grants.concern_grant_end, name="concern_grant_end"),
]
