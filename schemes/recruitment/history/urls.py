from django.urls import path

from schemes.recruitment.history import views

BASE = "schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/history/"

urlpatterns = [
    path(BASE, views.history_show, name="history_show"),
    path(BASE + "edit/", views.history_edit, name="history_edit"),
    path(BASE + "gap/", views.history_gap_explain, name="history_gap_explain"),
]
