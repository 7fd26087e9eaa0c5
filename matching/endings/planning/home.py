"""Endings to plan, and agreed time that is up, on the first page of co-ordinators (S15)."""

from django.urls import reverse

from matching.endings.pages import is_own
from matching.endings.planning.queries import endings_coming
from matching.relationships.home import end_of
from mentoring.home.cards import TodayRow
from mentoring.web.wording import short_day

SHOWN = 5


def today_rows(actor, scheme_ids, today) -> list[TodayRow]:
    """The same rows as the reminders; nobody handles their own pair."""
    rows = []
    for match in endings_coming(end_of(today), scheme_ids):
        if not is_own(match, actor.user):
            rows.append(_to_plan(match, today) if match.stage == "plan" else _over(match, today))
    return rows[:SHOWN]


def _to_plan(match, today) -> TodayRow:
    return TodayRow(
        due_on=match.due_on,
        words=f"Plan how {match} come to a good end",
        detail=f"{match.scheme} · they agreed on {short_day(match.ends_on, today)}",
        url=reverse("matching:ending_plan_edit", args=[match.scheme.slug, match.pk]),
        button="Plan it",
        badge="Soon",
        tone="calm",
    )


def _over(match, today) -> TodayRow:
    return TodayRow(
        due_on=match.due_on,
        words=f"The time that {match} agreed on is up",
        detail=f"{match.scheme} · agree on more at a review, or begin the ending",
        url=reverse("matching:match_show", args=[match.scheme.slug, match.pk]),
        button="Open",
    )
