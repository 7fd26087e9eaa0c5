from django.urls import path

from matching.support.views import caseload, check_ins, debriefs, handovers

MATCH = "schemes/<slug:scheme>/matches/<uuid:match_id>/"

urlpatterns = [
    path("schemes/<slug:scheme>/matches/caseload/", caseload.caseload_show, name="caseload_show"),
    path("schemes/<slug:scheme>/matches/handovers/", handovers.handover_list, name="handover_list"),
    path("schemes/<slug:scheme>/matches/handovers/read/", handovers.handover_read, name="handover_read"),
    path("schemes/<slug:scheme>/members/<uuid:user_id>/hand-over/", handovers.handover_make, name="handover_make"),
    path(MATCH + "hand-over/", handovers.match_hand_over, name="match_hand_over"),
    path(MATCH + "check-ins/", check_ins.check_in_list, name="check_in_list"),
    path(MATCH + "check-ins/add/", check_ins.check_in_add, name="check_in_add"),
    path(
        "schemes/<slug:scheme>/matches/check-ins/<uuid:check_in_id>/done/", check_ins.check_in_done,
        name="check_in_done",
    ),
    path("me/sessions/<uuid:session_id>/debrief/", debriefs.debrief_say, name="debrief_say"),
    path("me/matches/<uuid:match_id>/check-ins/", check_ins.check_in_list_mine, name="check_in_list_mine"),
]  # fmt: skip
