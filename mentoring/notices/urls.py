from django.urls import path

from mentoring.notices import views

urlpatterns = [
    path("notices/", views.notice_list, name="notice_list"),
    path("notices/<uuid:notice_id>/", views.notice_open, name="notice_open"),
    path("operations/", views.operations_show, name="operations_show"),
    path("operations/<uuid:notice_id>/retry/", views.notice_retry, name="notice_retry"),
    path("operations/letters/<uuid:letter_id>/retry/", views.letter_retry, name="letter_retry"),
    path("demo/mail/", views.demo_mail, name="demo_mail"),
]
