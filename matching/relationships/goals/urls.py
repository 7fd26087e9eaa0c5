from django.urls import path

from matching.relationships.goals.views import closer, goals

MINE = "me/matches/<uuid:match_id>/goals/"
GOAL = "me/goals/<uuid:goal_id>/"

urlpatterns = [
    path("schemes/<slug:scheme>/matches/<uuid:match_id>/goals/add/", goals.goal_add, name="goal_add"),
    path(MINE, goals.goal_list_mine, name="goal_list_mine"),
    path(f"{MINE}add/", goals.goal_add_mine, name="goal_add_mine"),
    path(GOAL, goals.goal_show_mine, name="goal_show_mine"),
    path(f"{GOAL}take-up/", goals.goal_take_up, name="goal_take_up"),
    path(f"{GOAL}turn-down/", goals.goal_turn_down, name="goal_turn_down"),
    path(f"{GOAL}move/", goals.goal_move, name="goal_move"),
    path(f"{GOAL}look-again/", goals.goal_look_again, name="goal_look_again"),
    path(f"{GOAL}steps/add/", closer.goal_step_add, name="goal_step_add"),
    path("me/goals/steps/<uuid:step_id>/", closer.goal_step_change, name="goal_step_change"),
    path(f"{GOAL}levels/", closer.goal_levels_write, name="goal_levels_write"),
    path(f"{GOAL}levels/say/", closer.goal_level_say, name="goal_level_say"),
]
