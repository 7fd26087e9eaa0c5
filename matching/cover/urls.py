from django.urls import path

from matching.cover.views import afterwards, desk, own

STAFF = "schemes/<slug:scheme>/matches/"
PAUSE, COVER, MINE = STAFF + "pauses/<uuid:pause_id>/", STAFF + "covers/<uuid:cover_id>/", "me/covers/<uuid:cover_id>/"

urlpatterns = [
    path(STAFF + "<uuid:match_id>/pause/", desk.pause_plan, name="pause_plan"),
    path(PAUSE + "change/", desk.pause_change, name="pause_change"),
    path(PAUSE + "return/", desk.pause_return, name="pause_return"),
    path(PAUSE + "withdraw/", desk.pause_withdraw, name="pause_withdraw"),
    path(PAUSE + "cover/", desk.cover_ask, name="cover_ask"),
    path(COVER + "answer/", desk.cover_answer, name="cover_answer"),
    path(COVER + "stop/", desk.cover_stop, name="cover_stop"),
    path(COVER + "log/", desk.cover_session_left, name="cover_session_left"),
    path(MINE, own.cover_show, name="cover_show"),
    path(MINE + "choose/", own.cover_choose, name="cover_choose"),
    path(MINE + "say/", own.cover_say, name="cover_say"),
    path(MINE + "plan/", own.cover_session_plan, name="cover_session_plan"),
    path(MINE + "log/", own.cover_session_log, name="cover_session_log"),
    path(
        MINE + "sessions/<uuid:session_id>/correct/", afterwards.cover_session_correct, name="cover_session_correct",
    ),
    path(MINE + "sessions/<uuid:session_id>/debrief/", afterwards.cover_debrief_say, name="cover_debrief_say"),
    path("me/pauses/<uuid:pause_id>/back/", own.pause_back, name="pause_back"),
]  # fmt: skip
