from django.urls import path

from mentoring.notices.hearing import views

urlpatterns = [
    path("me/reaching-me/", views.hearing_edit, name="hearing_edit"),
    path("notices/<uuid:notice_id>/stop/<str:seal>/", views.notice_stop, name="notice_stop"),
]
