"""A pause on the page of a match: whether there is one, who stands in, what comes next (L7)."""

from django.utils import timezone

from matching.cover.gate import cover_lines
from matching.cover.models import COVERED
from matching.cover.queries import cover_of, pause_of, session_left
from matching.cover.telling import away_words, days_words, often_words
from matching.relationships.sides import side_of
from mentoring.home.cards import Card
from schemes.people.permissions import Permission

TEMPLATE = "matching/cover/pause_panel.html"
#: So many earlier pauses stand there.
BEFORE = 3


def match_panels(match, actor) -> list[Card]:
    """For staff who read the match and are not one of the two; why, for co-ordinators alone."""
    if match.introduced_on is None or side_of(match, actor.user) or not actor.may(Permission.MATCH_READ, match):
        return []
    may_edit, today = actor.may(Permission.MATCH_EDIT, match), timezone.localdate()
    pause, earlier = pause_of(match), _earlier(match, today)
    if pause is None:
        if match.state not in COVERED and not earlier:
            return []
        context = {"match": match, "earlier": earlier, "may_plan": may_edit and match.state in COVERED}
        return [Card("Pauses", TEMPLATE, context)]
    context = {"match": match, "pause": pause, "may_edit": may_edit, "earlier": earlier} | _open(pause, actor, today)
    return [Card("A pause", TEMPLATE, context, column="main")]


def _open(pause, actor, today) -> dict:
    cover, stage = cover_of(pause), pause.stage(today)
    wrong = [line for line in cover_lines(pause, cover.volunteer, today) if not line.ok] if cover else []
    nobody = pause.whose == "mentor" and cover is None
    return {
        "stage": stage,
        "words": away_words(pause, pause.match.volunteer.first_name, today, both=str(pause.match)),
        "often": often_words(pause.contact_every_days),
        "cover": cover,
        "cover_wrong": wrong,
        "cover_is_self": bool(cover) and cover.volunteer.user_id == actor.user.pk,
        "said_no": list(pause.covers.filter(stopped_at__isnull=False).select_related("volunteer")),
        "sessions": cover.sessions.filter(outcome__in=["held", "partly"]).count() if cover else 0,
        "left": session_left(cover, timezone.now()) if cover else None,
        "tone": "warn" if stage == "late" or nobody or wrong else "",
    }


def _earlier(match, today) -> list[tuple]:
    rows = match.pauses.filter(over_on__isnull=False).prefetch_related("covers__volunteer")[:BEFORE]
    return [(pause, days_words(pause, today), _stood_in(pause)) for pause in rows]


def _stood_in(pause) -> list[str]:
    return [cover.volunteer.first_name for cover in pause.covers.all() if cover.mentor_answer == "yes"]
