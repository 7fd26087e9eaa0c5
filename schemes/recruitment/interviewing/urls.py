from django.urls import path

from schemes.recruitment.interviewing import views

STAFF = "schemes/<slug:scheme>/"
INTERVIEW = STAFF + "people/interviews/<uuid:interview_id>/"

urlpatterns = [
    path(
        STAFF + "people/volunteers/<uuid:volunteer_id>/interview/",
        views.interview_begin,
        name="interview_begin",
    ),
    path(INTERVIEW, views.interview_show, name="interview_show"),
    path(INTERVIEW + "score/", views.interview_score, name="interview_score"),
    path(INTERVIEW + "agree/", views.interview_agree, name="interview_agree"),
    path(INTERVIEW + "call-off/", views.interview_call_off, name="interview_call_off"),
]
