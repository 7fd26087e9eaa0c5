from django.urls import path

from matching.pairing.meetings import views

MATCH = "schemes/<slug:scheme>/matches/<uuid:match_id>/meeting/"

urlpatterns = [
    path(MATCH + "plan/", views.meeting_plan, name="meeting_plan"),
    path(MATCH + "record/", views.meeting_record, name="meeting_record"),
    path(MATCH + "talked-about/", views.meeting_talked_about, name="meeting_talked_about"),
    path("me/meetings/<uuid:meeting_id>/meeting.ics", views.meeting_calendar, name="meeting_calendar"),
]
