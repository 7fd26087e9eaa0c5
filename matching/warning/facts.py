"""Gathers what the signs look at, for any number of matches in the same few queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Max, Q, Sum
from django.utils.timezone import localdate

from matching.cover.news.queries import changes_of
from matching.pairing.models import Match
from matching.relationships.doses.queries import doses_of
from matching.relationships.models import Goal, MentoringSession
from matching.relationships.pulses.queries import LOW_DAYS, pulses_by_match
from matching.relationships.queries import with_last_contact
from matching.supervision.queries import supervision_gaps, supervision_overdue
from matching.support.models import CheckIn
from matching.warning.signs import FIRST_MONTH_DAYS, MISSED_IN_A_ROW, MOVED_WITHIN_DAYS, Change, Told
from schemes.people.models import Volunteer

#: How far back missed sessions are looked at, in days: longer silences are another sign.
MISSED_WITHIN_DAYS = 120
MISSED_BY = {"missed-mentor": "mentor", "missed-mentee": "mentee"}


def told_of(matches, at: datetime, pulses) -> list[tuple[Match, Told]]:
    """Every one of these matches (a queryset) with what the records say of it. `pulses`: those that whoever looks may
    read, or all of them where nobody reads more than that there is something to look at."""
    rows = [match for match in with_last_contact(matches) if match.introduced_on]
    facts = Gathered(rows, at, pulses)
    return [(match, facts.told(match)) for match in rows]


class Gathered:
    """Each kind of fact by the key of the match, read once."""

    def __init__(self, matches: list[Match], at: datetime, pulses):
        keys = [match.pk for match in matches]
        self.today = localdate(at)
        self.missed = missed_in_a_row(keys, self.today)
        self.moved = times_moved(keys, self.today)
        self.goals = goals_moved(keys)
        self.contacts = first_month_contacts(keys)
        self.doses = doses_of(matches, self.today)
        mentors = {match.volunteer_id for match in matches}
        self.supervision, self.changes = supervision_due(mentors, at), changes_of(mentors, self.today)
        said = pulses_by_match(pulses.filter(match__in=keys))
        self.pulses = {key: answers_of(rows) for key, rows in said.items() if still_says(rows[-1], self.today)}

    def told(self, match) -> Told:
        missed_by, missed, missed_since = self.missed.get(match.pk, ("", 0, None))
        moved, moved_on = self.moved.get(match.pk, (0, None))
        return Told(
            mentor=match.volunteer.first_name,
            mentee=match.young_person.first_name,
            today=self.today,
            introduced_on=match.introduced_on,
            rhythm_days=match.rhythm_days,
            last_met_on=localdate(match.last_contact_at) if match.last_contact_at else None,
            missed_by=missed_by,
            missed=missed,
            missed_since=missed_since,
            supervision_due_on=self.supervision.get(match.volunteer_id),
            goals_moved_on=self.goals.get(match.pk),
            pulses=self.pulses.get(match.pk, ()),
            moved=moved,
            moved_on=moved_on,
            contacts=self.contacts[match.pk],
            dose=self.doses.get(match.pk),
            back_on=match.back_on,
            change=Change(*self.changes[match.volunteer_id]) if match.volunteer_id in self.changes else None,
        )


def still_says(newest, today: date) -> bool:
    """What was said weeks ago, or has been followed up with the young person, is no sign any more."""
    return newest.followed_up_at is None and newest.said_on > today - timedelta(days=LOW_DAYS)


def answers_of(pulses) -> tuple[tuple[date, float], ...]:
    return tuple((one.said_on, mean_of(one.answers)) for one in pulses if one.answers)


def mean_of(answers: dict) -> float:
    return sum(answers.values()) / len(answers)


def missed_in_a_row(keys: Iterable, today: date) -> dict:
    """match key → (who missed the newest sessions, how many in a row, from which day it was two)."""
    since = today - timedelta(days=MISSED_WITHIN_DAYS)
    rows = MentoringSession.objects.of_the_two().filter(match__in=keys, planned_at__date__gte=since)
    rows = rows.exclude(outcome__in=["planned", "called-off"]).order_by("-planned_at")
    told: dict = defaultdict(list)
    for key, outcome, at in rows.values_list("match", "outcome", "planned_at"):
        told[key].append((MISSED_BY.get(outcome, ""), localdate(at)))
    return {key: run for key, rows in told.items() if (run := _run(rows))[1]}


def _run(newest_first: list[tuple[str, date]]) -> tuple[str, int, date | None]:
    by = newest_first[0][0]
    days = []
    for who, day in newest_first:
        if not by or who != by:
            break
        days.append(day)
    return by, len(days), days[-MISSED_IN_A_ROW] if len(days) >= MISSED_IN_A_ROW else None


def times_moved(keys: Iterable, today: date) -> dict:
    """match key → (how often sessions of the last four weeks, or still to come, were moved to another time, the last
    day on which one was)."""
    since = today - timedelta(days=MOVED_WITHIN_DAYS)
    theirs = MentoringSession.objects.of_the_two()
    rows = theirs.filter(match__in=keys, planned_at__date__gte=since, times_moved__gt=0)
    counted = rows.order_by().values("match").annotate(number=Sum("times_moved"), last=Max("moved_on"))
    return {row["match"]: (row["number"], row["last"]) for row in counted}


def goals_moved(keys: Iterable) -> dict:
    """match key → the last day on which something moved on an open goal of the young person's own."""
    rows = Goal.objects.chosen().filter(match__in=keys, progress=Goal.Progress.OPEN)
    newest = {
        "rated": Max("ratings__created_at"),
        "ticked": Max("steps__done_at"),
        "said": Max("levels_said__created_at"),
    }
    found: dict = {}
    for key, *moments in rows.annotate(**newest).values_list("match", "created_at", *newest):
        day = localdate(max(moment for moment in moments if moment))
        found[key] = max(day, found.get(key, day))
    return found


def first_month_contacts(keys: Iterable) -> Counter:
    """match key → how often staff spoke with either side in the first month."""
    within = F("match__introduced_on") + timedelta(days=FIRST_MONTH_DAYS)
    rows = CheckIn.objects.filter(match__in=keys, spoken_on__lte=within)
    return Counter(dict(rows.order_by().values_list("match").annotate(number=Count("pk"))))


def supervision_due(volunteer_keys: Iterable, at: datetime) -> dict:
    """volunteer's key → the day their supervision was due and was neither held nor planned anew."""
    mine = Q(volunteer__in=list(volunteer_keys))
    late = {row.volunteer_id: localdate(row.planned_at) for row in supervision_overdue(at).individual().filter(mine)}
    gaps = supervision_gaps(at, Volunteer.objects.filter(pk__in=list(volunteer_keys)))
    return {gap.volunteer.pk: gap.due_on for gap in gaps} | late
