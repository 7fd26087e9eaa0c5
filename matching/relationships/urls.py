from django.urls import path

from matching.relationships.views import desk, own, sessions

MATCH = "schemes/<slug:scheme>/matches/<uuid:match_id>/"
MINE = "me/matches/<uuid:match_id>/"
SESSION = "me/sessions/<uuid:session_id>/"

urlpatterns = [
    path("me/", own.me, name="me"),
    path("me/who-sees/", own.who_sees_mine, name="who_sees_mine"),
    path(MINE + "sessions/", sessions.session_list_mine, name="session_list_mine"),
    path(MINE + "sessions/log/", sessions.session_log, name="session_log"),
    path(MINE + "sessions/plan/", sessions.session_plan_mine, name="session_plan_mine"),
    path(SESSION + "change/", sessions.session_change, name="session_change"),
    path(SESSION + "coming/", sessions.session_coming, name="session_coming"),
    path(SESSION + "feel/", sessions.session_feel, name="session_feel"),
    path(MATCH + "sessions/", desk.session_list, name="session_list"),
    path(MATCH + "sessions/plan/", desk.session_plan, name="session_plan"),
]
