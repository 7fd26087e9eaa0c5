from django.urls import path

from safeguarding.concerns import views
from safeguarding.concerns.grants import views as grants
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
    path(SCHEME + "holds/<uuid:hold_id>/lift/", views.hold_lift, name="hold_lift"),
    path(ONE, views.concern_show, name="concern_show"),
    path(ONE + "print/", views.concern_print, name="concern_print"),
    path(ONE + "acknowledge/", views.concern_acknowledge, name="concern_acknowledge"),
    path(ONE + "add/", views.concern_entry_add, name="concern_entry_add"),
    path(ONE + "triage/", views.concern_triage, name="concern_triage"),
    path(ONE + "refer/", views.concern_refer, name="concern_refer"),
    path(ONE + "close/", views.concern_close, name="concern_close"),
    path(ONE + "about/", views.concern_subject_add, name="concern_subject_add"),
    path(ONE + "hold/", views.hold_place, name="hold_place"),
    path(ONE + "readers/", grants.concern_grant, name="concern_grant"),
    path(ONE + "readers/<uuid:grant_id>/end/", grants.concern_grant_end, name="concern_grant_end"),
]
