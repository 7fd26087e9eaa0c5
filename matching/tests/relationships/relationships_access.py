"""Who reaches the pages of two people who meet (roles.md): the two their own, staff who may read the match."""

from mentoring.tests.access_kit import page, portal, public_page

BOTH, WIDE = "mentor mentee", "coordinator lead supervisor"
ONES_OWN = "mentor uncleared peer mentee"


def match(world):
    return {"match_id": world.match.pk}


def planned(world):
    return {"session_id": world.planned_session.pk}


def held(world):
    return {"session_id": world.held_session.pk}


ACCESS = {
    "matching:me": portal(open_to_all=True),
    "matching:who_sees_mine": portal("mentee"),
    "matching:session_list_mine": portal(BOTH, kwargs=match),
    "matching:session_log": portal("mentor", kwargs=match),
    "matching:session_plan_mine": portal(BOTH, kwargs=match),
    "matching:session_change": portal(BOTH, kwargs=planned),
    "matching:session_correct": portal("mentor", kwargs=held),
    "matching:session_coming": portal("mentee", method="post", kwargs=planned),
    "matching:session_feel": portal("mentee", method="post", kwargs=held, data=lambda world: {"feeling": "ok"}),
    "matching:session_calendar": portal(BOTH, kwargs=planned),
    "matching:calendar_show": portal(ONES_OWN),
    "matching:calendar_make": portal(ONES_OWN, method="post"),
    "matching:calendar_stop": portal(ONES_OWN, method="post"),
    "matching:calendar_feed": public_page(kwargs=lambda world: {"token": "made-up"}),
    "matching:session_list": page(WIDE, kwargs=match),
    "matching:session_plan": page("coordinator", kwargs=match),
}
