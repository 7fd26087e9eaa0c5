from django.urls import path

from mentoring.notices.operations import views

urlpatterns = [
    path("operations/", views.operations_show, name="operations_show"),
    path("operations/pause/", views.sending_pause, name="sending_pause"),
    path("operations/resume/", views.sending_resume, name="sending_resume"),
    path("operations/again/", views.sending_again, name="sending_again"),
    path("operations/<uuid:notice_id>/retry/", views.notice_retry, name="notice_retry"),
    path("operations/letters/<uuid:letter_id>/retry/", views.letter_retry, name="letter_retry"),
]
