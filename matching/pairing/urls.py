from django.urls import path

from matching.pairing.views import aside, asked, board, choosing, compare, late, lists, matches, steps

MATCHES = "schemes/<slug:scheme>/matches/"
MATCH = MATCHES + "<uuid:match_id>/"

urlpatterns = [
    path(MATCHES, lists.match_list, name="match_list"),
    path(MATCHES + "numbers/", lists.match_numbers, name="match_numbers"),
    path(MATCHES + "proposals/", board.match_proposals, name="match_proposals"),
    path(MATCHES + "proposals/check/", board.match_propose_many, name="match_propose_many"),
    path(MATCHES + "proposals/undo/", board.match_propose_undo, name="match_propose_undo"),
    path(MATCHES + "compare/<uuid:young_person_id>/", compare.match_compare, name="match_compare"),
    path(MATCHES + "propose/", lists.match_propose, name="match_propose"),
    path(MATCHES + "technique/", compare.pair_technique_log, name="pair_technique_log"),
    path(MATCHES + "set-aside/", aside.set_aside_list, name="set_aside_list"),
    path(MATCHES + "set-aside/add/", aside.set_aside_add, name="set_aside_add"),
    path(MATCHES + "set-aside/<uuid:aside_id>/undo/", aside.set_aside_undo, name="set_aside_undo"),
    path(MATCH, matches.match_show, name="match_show"),
    path(MATCH + "share/", steps.match_share_profiles, name="match_share_profiles"),
    path(MATCH + "ask-to-look/", steps.profile_look_ask, name="profile_look_ask"),
    path(MATCH + "answer/", steps.match_answer, name="match_answer"),
    path(MATCH + "take-back/", steps.match_decline, name="match_decline"),
    path(MATCH + "risk/", steps.match_risk_write, name="match_risk_write"),
    path(MATCH + "introduce/", steps.match_introduce, name="match_introduce"),
    path(MATCH + "technique/", steps.technique_log, name="technique_log"),
    path(MATCHES + "conflict/", lists.conflict_declare, name="conflict_declare"),
    path(MATCHES + "ages/", lists.age_exception_ask, name="age_exception_ask"),
    path(MATCHES + "ages/<uuid:exception_id>/", lists.age_exception_agree, name="age_exception_agree"),
    path("me/profiles/", choosing.profile_list, name="profile_list"),
    path("me/profiles/kind/", choosing.mentor_kind_choose, name="mentor_kind_choose"),
    path("me/profiles/none/", choosing.match_none_of_these, name="match_none_of_these"),
    path("me/profiles/<uuid:match_id>/", choosing.profile_answer, name="profile_answer"),
    path("me/profiles/<uuid:match_id>/take-back/", choosing.match_mentee_take_back, name="match_mentee_take_back"),
    path("me/profiles/<uuid:match_id>/known/", choosing.profile_known, name="profile_known"),
    path("me/matches/<uuid:match_id>/we-know-each-other/", late.conflict_say, name="conflict_say"),
    path("me/asked/", asked.asked_list, name="asked_list"),
    path("me/asked/<uuid:match_id>/", asked.asked_answer, name="asked_answer"),
    path("me/asked/<uuid:match_id>/known/", asked.asked_known, name="asked_known"),
]
