"""Addresses. A phone keeps them, so those of the person themselves say nothing of what is in a record."""

from django.urls import path

from safeguarding.erasure.views import deciding, holds, own

OWN = "me/record/go/"
SCHEME = "schemes/<slug:scheme>/records/go/"
ONE = SCHEME + "<uuid:erasure_id>/"

urlpatterns = [
    path(OWN, own.erasure_ask_mine, name="erasure_ask_mine"),
    path(OWN + "<uuid:erasure_id>/back/", own.erasure_take_back_mine, name="erasure_take_back_mine"),
    path(SCHEME, deciding.erasure_list, name="erasure_list"),
    path(SCHEME + "new/", deciding.erasure_log, name="erasure_log"),
    path(SCHEME + "holds/new/", holds.legal_hold_place, name="legal_hold_place"),
    path(SCHEME + "holds/<uuid:hold_id>/", holds.legal_hold_end, name="legal_hold_end"),
    path(ONE, deciding.erasure_show, name="erasure_show"),
    path(ONE + "decide/", deciding.erasure_decide, name="erasure_decide"),
    path(ONE + "refuse/", deciding.erasure_refuse, name="erasure_refuse"),
    path(ONE + "move/<slug:did>/", deciding.erasure_move, name="erasure_move"),
]
