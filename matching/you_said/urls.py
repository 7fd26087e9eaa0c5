from django.urls import path

from matching.you_said import views

PAIRS = "schemes/<slug:scheme>/matches/you-said/"

urlpatterns = [
    path(PAIRS, views.you_said_list, name="you_said_list"),
    path(f"{PAIRS}add/", views.you_said_add, name="you_said_add"),
    path(f"{PAIRS}<uuid:you_said_id>/", views.you_said_edit, name="you_said_edit"),
    path(f"{PAIRS}<uuid:you_said_id>/show/", views.you_said_publish, name="you_said_publish"),
    path("me/you-said/", views.you_said_mine, name="you_said_mine"),
]
