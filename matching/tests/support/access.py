"""Who reaches staff contact (roles.md: co-ordinator edits, lead reads, supervisor their own mentors; the two a day)."""

from mentoring.tests.access_kit import page, portal


def match(world):
    return {"match_id": world.match.pk}


ACCESS = {
    "matching:caseload_show": page("coordinator lead supervisor"),
    "matching:handover_list": page("coordinator lead supervisor"),
    "matching:handover_read": page("coordinator lead supervisor", method="post"),
    "matching:handover_make": page("coordinator manager", kwargs=lambda world: {"user_id": world.supervisor.pk}),
    "matching:match_hand_over": page("coordinator", kwargs=match),
    "matching:check_in_list": page("coordinator lead supervisor", kwargs=match),
    "matching:check_in_add": page("coordinator supervisor", kwargs=match),
    "matching:check_in_done": page(
        "coordinator supervisor", method="post", kwargs=lambda world: {"check_in_id": world.check_in.pk}
    ),
    "matching:debrief_say": portal("mentor", kwargs=lambda world: {"session_id": world.held_session.pk}),
    "matching:check_in_list_mine": portal("mentor mentee", kwargs=match),
}
