"""What the records say of a scheme in one period (S16). One definition of each figure.

Dashboard, CSV and PDF call `figures` and nothing else, so that no two of them can disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from statistics import median

from django.db.models import Count, F, Min, OuterRef, Q, Subquery, Sum
from django.utils import timezone

from evaluation.turnover.figures import (
    ConcernFigures,
    DoseFigures,
    EndingFigures,
    Figures,
    GoalFigures,
    MatchFigures,
    MeetingFigures,
    VolunteerFigures,
    YoungPeopleFigures,
)
from evaluation.turnover.funnel import Transition, funnel
from evaluation.turnover.passage_queries import volunteer_passage, young_passage
from evaluation.turnover.periods import Period
from evaluation.turnover.survival import durations, survival
from matching.models import Ending, Goal, GoalRating, Match, MentoringSession, Supervision
from matching.pairing.states import MET, TOGETHER
from matching.relationships.doses.queries import doses_of
from safeguarding.concerns.summaries import concern_counts
from schemes.people.models import VolunteerStateChange, YoungPersonStateChange
from schemes.planning.models import Objective

VOLUNTEER_STAGES = (
    *("enquired", "applied", "interviewing", "vetting", "training", "suitability", "approved", "matched"),
)
YOUNG_PERSON_STAGES = ("referred", "contacted", "met", "waiting", "matched")
SIX_MONTHS = 182  # days
APPROVED = ("approved", "group-only")


def figures(scheme, period: Period) -> Figures:
    """Everything at once, true counts. Hide small numbers before anybody sees them."""
    return Figures(
        period=period,
        volunteers=volunteer_figures(scheme, period),
        young_people=young_people_figures(scheme, period),
        matches=match_figures(scheme, period),
        sessions=session_figures(scheme, period),
        doses=dose_figures(scheme, period),
        supervision=supervision_figures(scheme, period),
        endings=ending_figures(scheme, period),
        goals=goal_figures(scheme, period),
        concerns=ConcernFigures(**concern_counts(scheme, *instants(period))),
    )


def instants(period: Period) -> tuple[datetime, datetime]:
    """The first instant of the period and the first one after it, in local time."""
    return midnight(period.from_on), midnight(period.to_on + timedelta(days=1))


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def moves_of(changes, person: str, scheme, period: Period) -> list[Transition]:
    """(person, state, day, words) of every change of state up to the end of the period, oldest first."""
    rows = changes.objects.filter(**{f"{person}__scheme": scheme}, created_at__lt=instants(period)[1])
    return [
        (who, state, timezone.localdate(at), why)
        for who, state, at, why in rows.order_by("created_at").values_list(
            f"{person}_id", "to_state", "created_at", "why"
        )
    ]


def introductions(scheme, period: Period, person: str) -> list[Transition]:
    """Being introduced to somebody is the last stage of both funnels."""
    rows = Match.objects.filter(scheme=scheme, introduced_on__lte=period.to_on)
    return [(who, "matched", day) for who, day in rows.values_list(f"{person}_id", "introduced_on")]


def cohort(moves: Iterable, period: Period) -> set:
    """Those who first came in the period. Following them, and not whoever moved in it, keeps a funnel a funnel."""
    came: dict = {}
    for who, _, day, *_ in moves:
        came.setdefault(who, day)
    return {who for who, day in came.items() if day in period}


def volunteer_figures(scheme, period: Period) -> VolunteerFigures:
    moves = moves_of(VolunteerStateChange, "volunteer", scheme, period)
    new = cohort(moves, period)
    told = [(who, "approved" if state in APPROVED else state, *more) for who, state, *more in moves if who in new]
    steps = [row[:3] for row in told]
    matched = [row for row in introductions(scheme, period, "volunteer") if row[0] in new]
    approved, left = {}, {}
    for who, state, day, why in moves:
        if state in APPROVED:
            approved.setdefault(who, day)
        elif state == "left":
            left[who] = day, " ".join(why.split()).rstrip(".") or "No reason noted"
    stays = [(day, left.get(who, (None,))[0]) for who, day in approved.items()]
    leavers = {who: words for who, (day, words) in left.items() if who in approved and day in period}
    given_up = Counter(state for _, state, day, _ in moves if day in period)
    return VolunteerFigures(
        funnel=funnel([*steps, *matched], stages=VOLUNTEER_STAGES, today=period.to_on),
        joined=sum(day in period for day in approved.values()),
        joined_before=sum(day < period.from_on for day in approved.values()),
        left=len(leavers),
        left_before=sum(who in approved and day < period.from_on for who, (day, _) in left.items()),
        stay=survival(durations(stays, today=period.to_on)),
        reasons=Counter(leavers.values()),
        withdrew=given_up["withdrawn"],
        not_taken_on=given_up["declined"],
        passage=volunteer_passage(
            scheme,
            [
                (who, "approved" if state in APPROVED else state, day, why)
                for who, state, day, why in moves
                if who in new
            ],
            VOLUNTEER_STAGES[:-1],
            period,
        ),
    )


def young_people_figures(scheme, period: Period) -> YoungPeopleFigures:
    moves = moves_of(YoungPersonStateChange, "young_person", scheme, period)
    new = cohort(moves, period)
    steps = [(who, state, day) for who, state, day, _ in moves if who in new]
    matched = [row for row in introductions(scheme, period, "young_person") if row[0] in new]
    now_at = {who: (state, day) for who, state, day, _ in moves}
    paired = set(together_on(scheme, period.to_on).values_list("young_person_id", flat=True))
    waits = [
        (period.to_on - day).days for who, (state, day) in now_at.items() if state == "waiting" and who not in paired
    ]
    return YoungPeopleFigures(
        funnel=funnel([*steps, *matched], stages=YOUNG_PERSON_STAGES, today=period.to_on),
        waiting=len(waits),
        wait_median=median(waits) if waits else None,
        passage=young_passage(
            scheme,
            [*(row for row in moves if row[0] in new), *((who, state, day, "") for who, state, day in matched)],
            YOUNG_PERSON_STAGES,
            period,
        ),
    )


def together_on(scheme, day: date):
    """Matches introduced by that day and not ended on it or before."""
    rows = Match.objects.filter(scheme=scheme, introduced_on__lte=day)
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def match_figures(scheme, period: Period) -> MatchFigures:
    rows = Match.objects.filter(scheme=scheme)
    dated = Q(ended_on__isnull=True) | Q(ended_on__gte=F("introduced_on"))
    known = rows.filter(dated, introduced_on__lte=period.to_on)
    spells = list(known.values_list("introduced_on", "ended_on"))
    ended = [end for _, end in spells if end is not None and end <= period.to_on]
    stays = durations(spells, today=period.to_on)
    return MatchFigures(
        started=sum(begin in period for begin, _ in spells),
        started_before=sum(begin < period.from_on for begin, _ in spells),
        ended=sum(end in period for end in ended),
        ended_before=sum(end < period.from_on for end in ended),
        stay=survival(stays),
        six_months=sum(days >= SIX_MONTHS for days, _ in stays),
        undated=rows.filter(~dated | Q(introduced_on__isnull=True, state__in=[*TOGETHER, "ended"])).count(),
    )


def by_outcome(rows, period: Period) -> tuple[Counter, int]:
    """(count by outcome, how many are past and have none) of rows with a planned_at in the period."""
    begin, end = instants(period)
    past = rows.filter(planned_at__gte=begin, planned_at__lt=min(end, timezone.now()))
    counts = Counter(dict(past.values_list("outcome").annotate(Count("pk")).order_by()))
    return counts, counts.pop("planned", 0)


def session_figures(scheme, period: Period) -> MeetingFigures:
    rows = MentoringSession.objects.filter(match__scheme=scheme)
    outcomes, unlogged = by_outcome(rows, period)
    begin, end = instants(period)
    met = rows.filter(outcome__in=MET, planned_at__gte=begin, planned_at__lt=end)
    return MeetingFigures(outcomes, met.aggregate(sum=Sum("minutes"))["sum"] or 0, unlogged)


def dose_figures(scheme, period: Period) -> DoseFigures:
    """What each two agreed beside what took place, within the period and up to now (R5)."""
    today = min(period.to_on, timezone.localdate())
    ended_before = Q(ended_on__lt=period.from_on)
    rows = Match.objects.filter(scheme=scheme, introduced_on__lte=today).exclude(ended_before)
    doses = doses_of(rows.only("introduced_on", "ended_on"), today, since=period.from_on).values()
    return DoseFigures(sum(dose.foreseen for dose in doses), Counter(dose.band for dose in doses))


def supervision_figures(scheme, period: Period) -> MeetingFigures:
    outcomes, unlogged = by_outcome(Supervision.objects.filter(scheme=scheme), period)
    return MeetingFigures(outcomes, unlogged=unlogged)


def ending_figures(scheme, period: Period) -> EndingFigures:
    ended = Q(match__ended_on__gte=period.from_on, match__ended_on__lte=period.to_on)
    rows = Ending.objects.filter(ended, match__scheme=scheme)
    ended_matches = Match.objects.filter(scheme=scheme, ended_on__gte=period.from_on, ended_on__lte=period.to_on)

    def counted(field: str) -> dict[str, int]:
        return dict(rows.values_list(field).annotate(Count("pk")).order_by())

    return EndingFigures(
        planned=counted("planned"),
        ways=counted("way"),
        reasons=counted("reason"),
        unrecorded=ended_matches.filter(ending__isnull=True).count(),
    )


def goal_figures(scheme, period: Period) -> GoalFigures:
    begin, end = instants(period)
    rows = Goal.objects.chosen().filter(match__scheme=scheme, created_at__gte=begin, created_at__lt=end)
    ratings = GoalRating.objects.filter(goal=OuterRef("pk"), created_at__lt=end)
    rated = rows.annotate(
        times=Count("ratings", filter=Q(ratings__created_at__lt=end)),
        first=Subquery(ratings.order_by("created_at").values("value")[:1]),
        last=Subquery(ratings.order_by("-created_at").values("value")[:1]),
    ).filter(times__gte=2)
    moved = {
        "up": rated.filter(last__gt=F("first")).count(),
        "same": rated.filter(last=F("first")).count(),
        "down": rated.filter(last__lt=F("first")).count(),
    }
    return GoalFigures(dict(rows.values_list("progress").annotate(Count("pk")).order_by()), moved)


def began_on(scheme) -> date:
    """The first day anything was recorded of the scheme's people or matches: where "since the scheme began" starts."""
    days = [timezone.localdate(scheme.created_at)]
    for rows in (
        VolunteerStateChange.objects.filter(volunteer__scheme=scheme),
        YoungPersonStateChange.objects.filter(young_person__scheme=scheme),
    ):
        first = rows.aggregate(first=Min("created_at"))["first"]
        days += [timezone.localdate(first)] if first else []
    first_match = Match.objects.filter(scheme=scheme).aggregate(first=Min("introduced_on"))["first"]
    return min([*days, *([first_match] if first_match else [])])


def objectives(scheme):
    """The objectives of the plan, process first, as they were written."""
    return Objective.objects.filter(scheme=scheme).order_by("-kind", "created_at")
