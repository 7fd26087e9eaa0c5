"""S16: one definition of each figure, from real records."""

from datetime import timedelta

import pytest
from django.utils import timezone

from evaluation.reports.published import published
from evaluation.turnover.periods import Period
from evaluation.turnover.queries import began_on, figures
from matching.models import Ending, Goal, GoalRating, Match, MentoringSession, Supervision
from mentoring.demo import DemoStage
from schemes.people import actions as people
from schemes.tests.people.whole import made_whole


@pytest.fixture(name="stage")
def a_stage():
    return DemoStage(today=timezone.localdate())


@pytest.fixture(name="year")
def the_last_year(stage):
    return Period(stage.day(364), stage.today)


def at(stage, days_ago):
    with stage.on(stage.day(days_ago)) as moment:
        return moment


def volunteer_on_the_way(cast, stage, *steps):
    """A volunteer who took each (days ago, state) step; the first is the enquiry."""
    (first, _), *rest = steps
    with stage.on(stage.day(first)):
        volunteer = people.volunteer_add(scheme=cast.scheme, name="V", by=cast.coordinator)
    for days_ago, state in rest:
        with stage.on(stage.day(days_ago)):
            if state == "approved":
                made_whole(cast, volunteer)
            people.volunteer_step(volunteer=volunteer, to=state, why="Moved away.", by=cast.coordinator)
    return volunteer


WAY = ("applied", "interviewing", "vetting", "training", "suitability", "approved")


def approved_volunteer(cast, stage, days_ago, *after):
    steps = [(days_ago + 7 - place, state) for place, state in enumerate(("enquired", *WAY))]
    return volunteer_on_the_way(cast, stage, *steps, *after)


def match_of(cast, volunteer, *, introduced_on, ended_on=None):
    """A pair as the records hold it. (Its way through the gate is tested in matching.)"""
    young = people.young_person_add(
        scheme=cast.scheme, name="Y", by=cast.coordinator,
        referral={"is_self_referral": True, "received_on": introduced_on},
    )  # fmt: skip
    return Match.objects.create(
        scheme=cast.scheme, volunteer=volunteer, young_person=young, introduced_on=introduced_on, ended_on=ended_on,
        state="ended" if ended_on else "active",
    )  # fmt: skip


def test_s16_joiners_leavers_and_stays_of_volunteers(cast, stage, year):
    approved_volunteer(cast, stage, 500)
    approved_volunteer(cast, stage, 400, (100, "left"))
    approved_volunteer(cast, stage, 200)
    volunteer_on_the_way(cast, stage, (90, "enquired"), (80, "withdrawn"))

    found = figures(cast.scheme, year).volunteers

    assert (found.joined, found.joined_before, found.left, found.here) == (1, 2, 1, 2)
    assert dict(found.reasons) == {"Moved away": 1}
    assert (found.stay.total, found.stay.ended) == (3, 1)
    assert found.withdrew == 1


def test_s16_the_funnel_follows_those_who_came_in_the_period(cast, stage, year):
    before = figures(cast.scheme, year).volunteers.funnel
    approved_volunteer(cast, stage, 500)
    approved_volunteer(cast, stage, 200)
    volunteer_on_the_way(cast, stage, (90, "enquired"), (80, "applied"))

    after = figures(cast.scheme, year).volunteers.funnel

    came = {new.name: new.reached - old.reached for old, new in zip(before, after, strict=True)}
    assert came == {
        **dict.fromkeys(("enquired", "applied"), 2),
        **dict.fromkeys(("interviewing", "vetting", "training", "suitability", "approved"), 1),
        "matched": 0,
    }


def test_s16_matches_endings_and_their_curve(cast, stage, year):
    volunteer = cast.volunteer
    match_of(cast, volunteer, introduced_on=stage.day(600), ended_on=stage.day(500))
    over = match_of(cast, volunteer, introduced_on=stage.day(300), ended_on=stage.day(100))
    match_of(cast, volunteer, introduced_on=stage.day(60))
    backwards = match_of(cast, volunteer, introduced_on=stage.day(50), ended_on=stage.day(90))
    Ending.objects.create(match=over, way="letter", planned="unplanned", reason="moved", recorded_by=cast.coordinator)

    found = figures(cast.scheme, year)

    assert (found.matches.started, found.matches.started_before) == (2, 1)
    assert (found.matches.ended, found.matches.ended_before, found.matches.together) == (1, 1, 1)
    assert found.matches.six_months == 1
    assert found.matches.undated == 1, f"{backwards} ended before it began and is told as a gap"
    assert found.endings.planned == {"unplanned": 1}
    assert found.endings.ways == {"letter": 1}
    assert found.endings.unrecorded == 1


def test_s16_sessions_and_supervision_past_and_never_recorded(cast, stage, year):
    match = match_of(cast, cast.volunteer, introduced_on=stage.day(60))
    for days_ago, outcome in ((50, "held"), (40, "held"), (30, "missed-mentee"), (20, "planned"), (-3, "planned")):
        MentoringSession.objects.create(match=match, planned_at=at(stage, days_ago), outcome=outcome, minutes=60)
    MentoringSession.objects.create(match=match, planned_at=at(stage, 700), outcome="held", minutes=60)
    for days_ago, outcome in ((30, "held"), (20, "missed"), (10, "called-off")):
        Supervision.objects.create(
            scheme=cast.scheme, volunteer=cast.volunteer, supervisor=cast.supervisor,
            planned_at=at(stage, days_ago), outcome=outcome,
        )  # fmt: skip

    found = figures(cast.scheme, year)

    assert dict(found.sessions.outcomes) == {"held": 2, "missed-mentee": 1}
    assert (found.sessions.unlogged, found.sessions.minutes) == (1, 120)
    assert (found.supervision.total, found.supervision.due) == (3, 2)


def test_r5_dose_counts_what_was_foreseen_and_met_within_the_period(cast, stage):
    """Given a year once a week, the last four weeks foresee four; three took place, and an older one is not of them."""
    match = match_of(cast, cast.volunteer, introduced_on=stage.day(364))
    match_of(cast, approved_volunteer(cast, stage, 400), introduced_on=stage.day(300), ended_on=stage.day(100))
    for days_ago, outcome in ((60, "held"), (20, "held"), (13, "partly"), (6, "held"), (2, "missed-mentor")):
        MentoringSession.objects.create(match=match, planned_at=at(stage, days_ago), outcome=outcome, minutes=60)

    found = figures(cast.scheme, Period(stage.day(28), stage.today)).doses

    assert (found.foreseen, dict(found.matches)) == (4, {"most": 1})


def test_s16_goals_move_by_the_young_persons_own_rating(cast, stage, year):
    match = match_of(cast, cast.volunteer, introduced_on=stage.day(60))
    for ratings in ((3, 7), (5, 5), (6, 2), (4,)):
        goal = Goal.objects.create(match=match, words="x", chosen_by=cast.mentee)
        for days_ago, value in zip((40, 10), ratings, strict=False):
            with stage.on(stage.day(days_ago)):
                GoalRating.objects.create(goal=goal, value=value, rated_by=cast.mentee)

    found = figures(cast.scheme, year).goals

    assert found.progress == {"open": 4}
    assert found.moved == {"up": 1, "same": 1, "down": 1}


def test_s16_figures_of_one_scheme_hold_nothing_of_another(cast, year):
    assert figures(cast.scheme, year).volunteers.funnel[0].reached == 3
    assert figures(cast.other_scheme, year).volunteers.funnel[0].reached == 0
    assert figures(cast.other_scheme, year).matches.ever == 0


def test_s16_the_page_needs_no_more_queries_for_a_hundred_volunteers(cast, year, django_assert_max_num_queries):
    for number in range(100):
        people.volunteer_add(scheme=cast.scheme, name=f"V{number}", by=cast.coordinator)

    with django_assert_max_num_queries(30):
        published(figures(cast.scheme, year), concerns=True)


def test_s16_since_the_scheme_began_starts_with_its_first_record(cast, stage):
    approved_volunteer(cast, stage, 700)

    assert began_on(cast.scheme) == stage.day(707)
    assert began_on(cast.scheme) < stage.today - timedelta(days=700)
