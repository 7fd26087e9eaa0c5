"""Addresses. A phone keeps them, so those of the person themselves say nothing of what is in a record."""

from django.urls import path

from safeguarding.records.views import answering, asking, own

OWN = "me/record/"
SCHEME = "schemes/<slug:scheme>/records/"
ONE = SCHEME + "<uuid:request_id>/"

urlpatterns = [
    path(OWN, own.record_mine, name="record_mine"),
    path(OWN + "read/", own.record_mine_read, name="record_mine_read"),
    path(OWN + "paper/", own.record_mine_print, name="record_mine_print"),
    path(OWN + "data/", own.record_mine_data, name="record_mine_data"),
    path(OWN + "all/", asking.access_ask_mine, name="access_ask_mine"),
    path(OWN + "wrong/", asking.correction_ask_mine, name="correction_ask_mine"),
    path(OWN + "<uuid:request_id>/", asking.access_take_mine, name="access_take_mine"),
    path(OWN + "<uuid:request_id>/back/", asking.access_take_back_mine, name="access_take_back_mine"),
    path(SCHEME, answering.access_list, name="access_list"),
    path(SCHEME + "new/", answering.access_log, name="access_log"),
    path(SCHEME + "wrong/<uuid:correction_id>/", answering.correction_show, name="correction_show"),
    path(ONE, answering.access_show, name="access_show"),
    path(ONE + "part/<int:part>/", answering.access_part, name="access_part"),
    path(ONE + "wait/", answering.access_pause, name="access_pause"),
    path(ONE + "longer/", answering.access_longer, name="access_longer"),
    path(ONE + "take/", answering.access_take, name="access_take"),
    path(ONE + "move/<slug:did>/", answering.access_move, name="access_move"),
]
