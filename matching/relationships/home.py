"""Reviews that are due and what waits for staff; what a mentor has to write down (L4, R11)."""

from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils.timezone import localtime, make_aware

from matching.relationships import queries
from matching.relationships.asks import home as asks
from matching.relationships.messages import home as messages
from matching.relationships.pulses import home as pulses
from mentoring.home.cards import TodayRow
from schemes.people.permissions import Permission, Role

#: So many rows of one kind; the list behind has all of them.
SHOWN = 5


def today_rows(actor, today) -> list[TodayRow]:
    """Messages to look at, reviews to hold and young people who are not well served, for staff; what a mentor has to
    write down."""
    at = end_of(today)
    return [
        *messages.today_rows(actor, at),
        *asks.today_rows(actor, today),
        *pulses.today_rows(actor, today),
        *_reviews(actor, at),
        *_to_log(actor, at),
    ]


def end_of(day) -> datetime:
    """The last instant of a local day: what is due today is due."""
    return make_aware(datetime.combine(day, time.max))


def _reviews(actor, at):
    """For co-ordinators; not of a pair in which they are one of the two."""
    scheme_ids = actor.schemes_for(Permission.MATCH_EDIT)
    if not scheme_ids:
        return
    due = queries.reviews_due(at).filter(match__scheme_id__in=scheme_ids)
    due = due.exclude(match__volunteer__user=actor.user).exclude(match__young_person__user=actor.user)
    for review in due[:SHOWN]:
        yield TodayRow(
            due_on=review.due_on,
            words=f"The {review.called} of {review.match} is due",
            detail=str(review.match.scheme),
            url=reverse("matching:match_show", args=[review.match.scheme.slug, review.match_id]),
            button="Hold it",
        )


def _to_log(actor, at):
    if not actor.schemes_with(Role.MENTOR):
        return
    for session in queries.sessions_not_logged(at).filter(match__volunteer__user=actor.user, with_cover=None)[:SHOWN]:
        yield TodayRow(
            due_on=localtime(session.planned_at).date() + timedelta(hours=queries.TO_LOG_HOURS),
            words=f"How did it go with {session.match.young_person.first_name}?",
            detail="Not written down yet",
            url=reverse("matching:session_log", args=[session.match_id]) + f"?session={session.pk}",
            button="Log it",
        )
