from django.urls import path

from matching.relationships.goals import views

MINE = "me/matches/<uuid:match_id>/goals/"
GOAL = "me/goals/<uuid:goal_id>/"

urlpatterns = [
    path("schemes/<slug:scheme>/matches/<uuid:match_id>/goals/add/", views.goal_add, name="goal_add"),
    path(MINE, views.goal_list_mine, name="goal_list_mine"),
    path(f"{MINE}add/", views.goal_add_mine, name="goal_add_mine"),
    path(GOAL, views.goal_show_mine, name="goal_show_mine"),
    path(f"{GOAL}take-up/", views.goal_take_up, name="goal_take_up"),
    path(f"{GOAL}turn-down/", views.goal_turn_down, name="goal_turn_down"),
    path(f"{GOAL}move/", views.goal_move, name="goal_move"),
    path(f"{GOAL}look-again/", views.goal_look_again, name="goal_look_again"),
]
