"""Pairs to keep an eye on and reviews that are due, for staff; what a mentor has to write down (R10, L4)."""

from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils.timezone import localtime, make_aware

from matching.pairing.models import Match
from matching.relationships import queries
from mentoring.home.cards import Card, TodayRow
from schemes.people.permissions import Permission

#: So many rows of one kind; the list behind has all of them.
SHOWN = 5


def today_rows(actor, today) -> list[TodayRow]:
    """Reviews that have to be held, for co-ordinators; what a mentor has to write down."""
    at = end_of(today)
    return [*_reviews(actor.schemes_for(Permission.MATCH_EDIT), at), *_to_log(actor, at)]


def cards(actor, today) -> list[Card]:
    """Pairs who have not met for longer than they meant to; a supervisor sees their own mentors'."""
    silent = silent_matches(actor, end_of(today))
    if not silent:
        return []
    context = {"matches": silent[:SHOWN], "more": max(len(silent) - SHOWN, 0)}
    return [Card("Matches to keep an eye on", "matching/relationships/silent_card.html", context)]


def end_of(day) -> datetime:
    """The last instant of a local day: what is due today is due."""
    return make_aware(datetime.combine(day, time.max))


def silent_matches(actor, at) -> list[Match]:
    scheme_ids = actor.schemes_for(Permission.MATCH_READ)
    if not scheme_ids:
        return []
    mine = set(Match.objects.visible_to(actor).filter(scheme_id__in=scheme_ids).values_list("pk", flat=True))
    return [match for match in queries.matches_without_contact(at, scheme_ids) if match.pk in mine]


def _reviews(scheme_ids, at):
    if not scheme_ids:
        return
    for review in queries.reviews_due(at).filter(match__scheme_id__in=scheme_ids)[:SHOWN]:
        yield TodayRow(
            due_on=review.due_on,
            words=f"The review of {review.match} is due",
            detail=str(review.match.scheme),
            url=reverse("matching:match_show", args=[review.match.scheme.slug, review.match_id]),
            button="Hold it",
        )


def _to_log(actor, at):
    for session in queries.sessions_not_logged(at).filter(match__volunteer__user=actor.user)[:SHOWN]:
        yield TodayRow(
            due_on=localtime(session.planned_at).date() + timedelta(hours=queries.TO_LOG_HOURS),
            words=f"How did it go with {session.match.young_person.first_name}?",
            detail="Not written down yet",
            url=reverse("matching:session_log", args=[session.match_id]) + f"?session={session.pk}",
            button="Log it",
        )
