from django.urls import path

from schemes.training.views import courses, suitability

TRAINING = "schemes/<slug:scheme>/training/"
SESSION = TRAINING + "sessions/<uuid:session_id>/"
REVIEW = "schemes/<slug:scheme>/suitability/<uuid:review_id>/"

urlpatterns = [
    path(TRAINING, courses.course_list, name="course_list"),
    path(TRAINING + "courses/add/", courses.course_add, name="course_add"),
    path(TRAINING + "courses/<uuid:course_id>/modules/", courses.module_add, name="module_add"),
    path(TRAINING + "sessions/add/", courses.training_session_add, name="training_session_add"),
    path(SESSION, courses.training_session_show, name="training_session_show"),
    path(SESSION + "register/", courses.attendance_mark, name="attendance_mark"),
    path(SESSION + "book/", courses.attendance_book, name="attendance_book"),
    path(
        "schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/suitability/",
        suitability.suitability_review_write,
        name="suitability_review_write",
    ),
    path(REVIEW + "confirm/", suitability.suitability_review_confirm, name="suitability_review_confirm"),
    path(REVIEW + "withdraw/", suitability.suitability_review_withdraw, name="suitability_review_withdraw"),
]
