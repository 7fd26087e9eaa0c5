"""Who reaches the pages of pairs (roles.md)."""

from mentoring.tests.access_kit import page, portal

WIDE = "coordinator lead supervisor"


def key(name, field="match_id"):
    return lambda world: {field: getattr(world, name).pk}


def pair(world):
    return {"young_person": world.chooser.pk, "volunteer": world.peer_volunteer.pk}


def waiting(world):
    return {"young_person_id": world.chooser.pk}


ACCESS = {
    "matching:match_list": page(WIDE),
    "matching:pool_show": page("coordinator"),
    "matching:pairing_rules_edit": page("coordinator"),
    "matching:what_if_show": page("coordinator"),
    "matching:why_nobody_show": page("coordinator", kwargs=key("young_person", "young_person_id")),
    "matching:match_numbers": page("coordinator manager lead"),
    "matching:match_proposals": page("coordinator"),
    "matching:match_propose_many": page("coordinator"),
    "matching:match_propose_undo": page("coordinator", method="post"),
    "matching:match_compare": page("coordinator", kwargs=waiting),
    "matching:match_propose": page("coordinator", data=pair),
    "matching:age_exception_ask": page("coordinator"),
    "matching:age_exception_agree": page("lead", method="post", kwargs=key("age_exception", "exception_id")),
    "matching:match_show": page(WIDE, kwargs=key("match")),
    "matching:match_share_profiles": page("coordinator", method="post", kwargs=key("proposed_match")),
    "matching:profile_look_ask": page("coordinator", method="post", kwargs=key("proposed_match")),
    "matching:match_answer": page("coordinator", kwargs=key("shared_match")),
    "matching:match_decline": page("coordinator", kwargs=key("proposed_match")),
    "matching:match_risk_write": page("coordinator", kwargs=key("accepted_match")),
    "matching:match_introduce": page("coordinator", method="post", kwargs=key("accepted_match")),
    "matching:technique_log": page("coordinator", kwargs=key("match")),
    "matching:conflict_declare": page("coordinator"),
    "matching:pair_technique_log": page("coordinator"),
    "matching:set_aside_list": page("coordinator"),
    "matching:set_aside_add": page("coordinator"),
    "matching:set_aside_undo": page("coordinator", method="post", kwargs=key("aside", "aside_id")),
    "matching:profile_list": portal("mentee"),
    "matching:profile_answer": portal("mentee", kwargs=key("shared_match")),
    "matching:profile_known": portal("mentee", method="post", kwargs=key("shared_match")),
    "matching:match_mentee_take_back": portal("mentee", method="post", kwargs=key("picked_match")),
    "matching:meeting_plan": page("coordinator", kwargs=key("introduced_match")),
    "matching:meeting_record": page("coordinator", kwargs=key("introduced_match")),
    "matching:meeting_talked_about": page("coordinator", kwargs=key("match")),
    "matching:meeting_calendar": portal("peer coordinator", kwargs=key("meeting", "meeting_id")),
    "matching:match_none_of_these": portal("mentee", method="post"),
    "matching:mentor_kind_choose": portal("mentee", method="post", data=lambda world: {"mentor_kind": "peer"}),
    "matching:conflict_say": portal("mentor mentee", kwargs=key("match")),
    "matching:asked_list": portal("mentor peer uncleared"),
    "matching:asked_answer": portal("peer", kwargs=key("asked_match")),
    "matching:asked_known": portal("peer", method="post", kwargs=key("asked_match")),
    "matching:profile_show_agree": portal("mentor peer uncleared", method="post"),
    "matching:profile_edit": portal("mentor peer uncleared mentee"),
    "matching:wish_edit": portal("mentor peer uncleared mentee", kwargs=lambda world: {"wish": "how-long"}),
    "matching:mentor_wishes_write": page("coordinator", kwargs=key("volunteer", "volunteer_id")),
    "matching:mentee_wishes_write": page("coordinator", kwargs=key("young_person", "young_person_id")),
}
