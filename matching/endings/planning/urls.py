from django.urls import path

from matching.endings.planning import views

urlpatterns = [
    path("schemes/<slug:scheme>/matches/<uuid:match_id>/ending/plan/", views.ending_plan_edit, name="ending_plan_edit"),
    path("me/matches/<uuid:match_id>/last-weeks/", views.ending_plan_mine, name="ending_plan_mine"),
]
