"""Reads about pairs who meet. The rules of time take the moment as `at`, so that reminders and pages say the same."""

from datetime import datetime, timedelta

from django.db.models import IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime

from matching.cover.models import Cover
from matching.cover.queries import last_back
from matching.pairing.models import Match
from matching.pairing.states import MET, TOGETHER
from matching.relationships.models import Agreement, Goal, MentoringSession, Review
from safeguarding.concerns.queries import sessions_stopped

#: A session is asked for this long after it was to be (S13: records that are still fresh).
TO_LOG_HOURS = 48
#: The rhythm where two people have agreed none, and how many rounds may pass before somebody asks (L4, R10).
USUAL_DAYS, ROUNDS = 7, 2
#: A review is announced so many days before it is due (L4).
REVIEW_AHEAD_DAYS = 14
#: States in which the two are expected to meet: a pause and an ending are agreed silences.
MEETING = tuple(state for state in TOGETHER if state not in ("paused", "ending"))
Outcome = MentoringSession.Outcome


def sessions_not_logged(at: datetime):
    """Sessions that were to be more than two days ago and of which nobody has said how it went, the oldest first; those
    of a cover too."""
    late = at - timedelta(hours=TO_LOG_HOURS)
    planned = MentoringSession.objects.filter(outcome=Outcome.PLANNED, planned_at__lt=late)
    return _with_people(planned.filter(_meets())).select_related("with_cover__volunteer").order_by("planned_at")


def session_coming(at: datetime):
    """Sessions planned within the next 24 hours, the nearest first; in a pause those with whoever stands in."""
    soon = MentoringSession.objects.filter(
        outcome=Outcome.PLANNED, planned_at__gte=at, planned_at__lt=at + timedelta(days=1)
    )
    going = _with_people(soon.filter(_meets()).exclude(match__volunteer__in=sessions_stopped()))
    return going.select_related("with_cover__volunteer").order_by("planned_at")


def _meets() -> Q:
    return Q(match__state__in=MEETING) | Q(with_cover__in=Cover.objects.agreed(), match__state="paused")


def matches_without_contact(at: datetime, among=None) -> list[Match]:
    """Pairs who have not met for over twice their rhythm, the longest silence first: of all matches, or among these.
    Each carries `last_contact_on` (the day of the last held session, else of the introduction), `quiet_since` (that
    day, or the one on which a pause was over since) and `rhythm_days`, as the newest agreement that all three have
    signed says."""
    return _silent((Match.objects.all() if among is None else among).filter(state__in=MEETING), at)


def contact_of(match, at: datetime) -> Match | None:
    """The same for one pair: with `last_contact_on` and `rhythm_days` where they have been silent too long."""
    return next(iter(_silent(Match.objects.filter(pk=match.pk, state__in=MEETING), at)), None)


def with_last_contact(found):
    """Each match with its `last_contact_at` (None: they have not met; a cover's session is none of theirs), `back_on`
    (the day their last pause was over, or None), its `rhythm_days` and its people."""
    signed = Agreement.objects.filter(
        match=OuterRef("pk"),
        mentee_signed_at__isnull=False,
        mentor_signed_at__isnull=False,
        co_ordinator_signed_at__isnull=False,
    ).order_by("-version")
    held = MentoringSession.objects.of_the_two().filter(match=OuterRef("pk"), outcome__in=MET).order_by("-planned_at")
    return found.annotate(
        back_on=last_back(),
        last_contact_at=Subquery(held.values("planned_at")[:1]),
        rhythm_days=Coalesce(Subquery(signed.values("every_days")[:1]), USUAL_DAYS, output_field=IntegerField()),
    ).select_related("volunteer__user", "volunteer__supervisor", "young_person__user", "scheme")


def _silent(found, at) -> list[Match]:
    today, silent = localtime(at).date(), []
    for match in with_last_contact(found):
        met = match.last_contact_at
        match.last_contact_on = localtime(met).date() if met else match.introduced_on
        match.quiet_since = max(filter(None, (match.last_contact_on, match.back_on)), default=None)
        if match.quiet_since and is_silent(match.quiet_since, match.rhythm_days, today):
            silent.append(match)
    return sorted(silent, key=lambda match: match.last_contact_on)


def is_silent(last_contact_on, rhythm_days: int, today) -> bool:
    """Has more than twice the agreed rhythm gone by? Pure."""
    return (today - last_contact_on).days > ROUNDS * rhythm_days


def reviews_due(at: datetime):
    """Reviews not held that are due within two weeks or overdue, the oldest first."""
    until = localtime(at).date() + timedelta(days=REVIEW_AHEAD_DAYS)
    due = Review.objects.filter(held_on__isnull=True, due_on__lte=until, match__state__in=TOGETHER)
    return _with_people(due.exclude(match__state="ending")).order_by("due_on")


def goals_to_review(at: datetime):
    """Goals being worked on whose day to look again has come."""
    due = Goal.objects.chosen().filter(
        progress=Goal.Progress.OPEN, review_on__lte=localtime(at).date(), match__state__in=MEETING
    )
    return _with_people(due).order_by("review_on")


def _with_people(rows):
    people = ("match__volunteer__user", "match__volunteer__supervisor", "match__young_person__user", "match__scheme")
    return rows.select_related(*people)
