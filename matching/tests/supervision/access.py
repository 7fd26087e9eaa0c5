"""Who reaches supervision (roles.md: supervisor edits own, co-ordinator edits, lead reads, mentor the shared part)."""

from mentoring.tests.access_kit import page, portal

EDIT = "coordinator supervisor"


def one(world) -> dict:
    return {"supervision_id": world.supervision.pk}


def held(world) -> dict:
    return {"supervision_id": world.supervision_held.pk}


def action(world) -> dict:
    return {"action_id": world.supervision_action.pk}


def peer(world) -> dict:
    return {"volunteer_id": world.peer_volunteer.pk}


def group(world) -> dict:
    return {"group_id": world.supervision_group.pk}


ACCESS = {
    "matching:supervision_list": page("coordinator lead supervisor"),
    "matching:supervision_rhythm_set": page("coordinator"),
    "matching:supervision_mentors": page(EDIT),
    "matching:support_plan_show": page("coordinator lead supervisor", kwargs=peer),
    "matching:support_plan_write": page(EDIT, kwargs=peer),
    "matching:my_support_plan": portal(open_to_all=True),
    "matching:my_support_plan_agree": portal("peer", kwargs=lambda w: {"plan_id": w.support_plan.pk}, method="post"),
    "matching:supervision_plan": page(EDIT),
    "matching:supervision_series_plan": page(EDIT, kwargs=lambda w: {"volunteer_id": w.volunteer.pk}),
    "matching:supervision_move": page(EDIT, kwargs=one),
    "matching:supervision_call_off": page(EDIT, kwargs=one),
    "matching:supervision_record": page("coordinator lead supervisor", kwargs=one),
    "matching:supervision_group_plan": page(EDIT),
    "matching:supervision_group_record": page("coordinator lead supervisor", kwargs=group),
    "matching:supervision_group_invite": page(EDIT, kwargs=group),
    "matching:supervision_group_move": page(EDIT, kwargs=group),
    "matching:supervision_group_call_off": page(EDIT, kwargs=group),
    "matching:supervision_point_add": page(EDIT, kwargs=one),
    "matching:supervision_action_add": page(EDIT, kwargs=held),
    "matching:supervision_amend": page(EDIT, kwargs=held),
    "matching:supervision_print": page("coordinator lead supervisor", kwargs=held),
    "matching:supervision_action_done": page(EDIT, kwargs=action, method="post"),
    "matching:supervision_action_drop": page(EDIT, kwargs=action),
    "matching:my_supervision_point_add": portal("mentor", kwargs=lambda w: {"volunteer_id": w.volunteer.pk}),
    "matching:supervision_point_drop": portal(
        "mentor", kwargs=lambda w: {"point_id": w.supervision_point.pk}, method="post"
    ),
    "matching:my_supervision_comment": portal("mentor", kwargs=held),
    "matching:my_supervision_action_done": portal("mentor", kwargs=action, method="post"),
    "matching:my_supervision": portal(open_to_all=True),
    "matching:my_supervision_answer": portal("mentor", kwargs=one, method="post", data=lambda w: {"coming": "yes"}),
}
