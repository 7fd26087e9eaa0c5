"""Who reaches a pause and its cover: co-ordinators plan, the young person chooses, the cover opens a page on its
days; a mentor tells of themselves (L7)."""

from mentoring.tests.access_kit import page, portal


def match(world):
    return {"match_id": world.match.pk}


def key(name: str, row: str):
    return lambda world: {name: getattr(world, row).pk}


def cover_session(world):
    return {"cover_id": world.cover.pk, "session_id": world.cover_session.pk}


NO = {"data": lambda world: {"answer": "no"}, "method": "post"}

ACCESS = {
    "matching:pause_plan": page("coordinator", kwargs=match),
    "matching:pause_change": page("coordinator", kwargs=key("pause_id", "pause")),
    "matching:pause_return": page("coordinator", kwargs=key("pause_id", "pause_on")),
    "matching:pause_withdraw": page("coordinator", kwargs=key("pause_id", "pause"), method="post"),
    "matching:cover_ask": page("coordinator", kwargs=key("pause_id", "pause_alone")),
    "matching:cover_answer": page("coordinator", kwargs=key("cover_id", "cover_asked")),
    "matching:cover_stop": page("coordinator", kwargs=key("cover_id", "cover_asked")),
    "matching:cover_session_left": page("coordinator", kwargs=key("cover_id", "cover")),
    "matching:cover_choose": portal("mentee", kwargs=key("cover_id", "cover_asked"), **NO),
    "matching:cover_say": portal("peer", kwargs=key("cover_id", "cover_waits")),
    "matching:cover_show": portal("peer", kwargs=key("cover_id", "cover")),
    "matching:cover_session_plan": portal("peer", kwargs=key("cover_id", "cover")),
    "matching:cover_session_log": portal("peer", kwargs=key("cover_id", "cover")),
    "matching:cover_session_correct": portal("peer", kwargs=cover_session),
    "matching:cover_debrief_say": portal("peer", kwargs=cover_session),
    "matching:pause_back": portal("mentor mentee", kwargs=key("pause_id", "pause"), method="post"),
    "matching:away_tell": portal("mentor", kwargs=key("volunteer_id", "volunteer")),
    "matching:life_change_tell": portal("mentor", kwargs=key("volunteer_id", "volunteer")),
    "matching:news_take_back": portal("mentor", kwargs=key("news_id", "news"), method="post"),
    "matching:news_read": portal("mentor", kwargs=key("news_id", "news"), method="post"),
    "matching:news_answer": page("coordinator", kwargs=key("news_id", "news")),
}
