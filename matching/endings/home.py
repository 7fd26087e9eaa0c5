"""After an ending, and where two who are together turn out to know each other: what co-ordinators decide (R10)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from matching.endings import queries
from matching.endings.afterwards import home as afterwards
from matching.endings.pages import is_own
from matching.endings.planning import home as planning
from matching.relationships.home import end_of
from mentoring.home.cards import TodayRow
from mentoring.web.wording import listed, short_day
from schemes.people.permissions import Permission

SHOWN = 5
#: Days after an ending nobody planned until it should have been looked back on, and the young person asked.
LOOK_BACK_DAYS, ASK_DAYS = 14, 28


def today_rows(actor, today) -> list[TodayRow]:
    scheme_ids = actor.schemes_for(Permission.MATCH_EDIT)
    if not scheme_ids:
        return []
    return [
        *_to_decide(actor, scheme_ids, today),
        *planning.today_rows(actor, scheme_ids, today),
        *_to_chase(actor, scheme_ids, today),
        *afterwards.today_rows(actor, scheme_ids, today),
        *_before_a_rematch(actor, scheme_ids),
    ]


def _to_decide(actor, scheme_ids, today):
    for match in queries.conflicts_to_decide(scheme_ids)[:SHOWN]:
        if is_own(match, actor.user):
            continue
        yield TodayRow(
            due_on=min(today, timezone.localdate(match.said_at)),
            words=f"Somebody said that {match} know each other. Decide what happens.",
            detail=str(match.scheme),
            url=_page("conflict_decide", match),
            button="Decide",
            badge="Today",
            tone="overdue",
        )


def _to_chase(actor, scheme_ids, today):
    """The same matches as the reminders: gone, coming to an end with nothing on record, or lapsed (S15)."""
    lapse_days = [actor.schemes[key].lapse_after_days for key in scheme_ids]
    found = queries.matches_to_chase(end_of(today), scheme_ids, lapse_days)
    for match in [match for match in found if not is_own(match, actor.user)][: 2 * SHOWN]:
        if match.why == "gone":
            words = f"{listed(match.departed.values())} has gone. Bring {match} to an end"
            detail = "they get a letter, and you record the rest"
        else:
            words = (BEGUN if match.why == "begun" else LAPSED).format(match)
            detail = f"last in touch {short_day(match.last_contact_on, today)}"
        yield TodayRow(
            due_on=match.due_on,
            words=words,
            detail=f"{match.scheme} · {detail}",
            url=_page("match_show", match),
            button="Open",
        )


BEGUN, LAPSED = "Record how {} end", "{} have lost touch. Help them go on, or bring it to an end"


def _before_a_rematch(actor, scheme_ids):
    """What a new match still waits for: the review first, then the young person's own word."""
    found = queries.hurried_endings(scheme_ids)
    for ending in [ending for ending in found if not is_own(ending.match, actor.user)][: 2 * SHOWN]:
        match = ending.match
        if ending.review_signed_at is None:
            yield TodayRow(
                due_on=match.ended_on + timedelta(days=LOOK_BACK_DAYS),
                words=f"Look back on how {match} ended, and sign what we learned",
                detail=f"{match.scheme} · before that there is no new match for {match.young_person.first_name}",
                url=_page("ending_review_sign", match),
                button="Look back",
            )
        elif not ending.asks_again:
            yield TodayRow(
                due_on=match.ended_on + timedelta(days=ASK_DAYS),
                words=f"{match.young_person.first_name} has not said yet whether they want another mentor",
                detail=f"{match.scheme} · ask in their own time, and write down what they say",
                url=reverse("schemes:young_person_show", args=[match.scheme.slug, match.young_person_id]),
                button="Open",
            )


def _page(name, match) -> str:
    return reverse(f"matching:{name}", args=[match.scheme.slug, match.pk])
