"""Addresses. A phone keeps them, so those of the person themselves say nothing of a complaint."""

from django.urls import path

from safeguarding.complaints import views
from safeguarding.complaints.making import views as making

OWN = "me/say/"
SCHEME = "schemes/<slug:scheme>/complaints/"
ONE = SCHEME + "<uuid:complaint_id>/"

urlpatterns = [
    path(OWN, making.complaint_mine, name="complaint_mine"),
    path(OWN + "now/", making.complaint_make, name="complaint_make"),
    path(OWN + "draft/throw-away/", making.complaint_draft_throw, name="complaint_draft_throw"),
    path(OWN + "<uuid:complaint_id>/", making.complaint_own, name="complaint_own"),
    path(OWN + "<uuid:complaint_id>/fine/", making.complaint_settle, name="complaint_settle"),
    path(OWN + "<uuid:complaint_id>/again/", making.complaint_take_further, name="complaint_take_further"),
    path(SCHEME, views.complaint_list, name="complaint_list"),
    path(ONE, views.complaint_show, name="complaint_show"),
    path(ONE + "take-on/", views.complaint_take_on, name="complaint_take_on"),
    path(ONE + "add/", views.complaint_note_add, name="complaint_note_add"),
    path(ONE + "answer/", views.complaint_answer, name="complaint_answer"),
    path(ONE + "about/", views.complaint_subject_add, name="complaint_subject_add"),
    path(ONE + "hand-on/", views.complaint_hand_on, name="complaint_hand_on"),
]
