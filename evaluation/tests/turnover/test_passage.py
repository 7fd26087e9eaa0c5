"""R12, S16: the way from enquiry to approved, worked out by hand for fifteen people and compared figure by figure.

    who  heard of it  born        enquired  applied  interview  checks  training  review  approved | then
    A    radio        2004-01-01  5 Jan     15 Jan   25 Jan     4 Feb   6 Mar     5 Apr   15 Apr   | left on 20 June
    B    radio        2001-01-06  5 Jan     25 Jan   4 Feb      14 Feb  26 Mar    25 Apr  5 May
    C    fair         2001-02-01  1 Feb     3 Feb    13 Feb     23 Feb  25 Mar    24 Apr  4 May    (for the group)
    D    fair         1990-05-05  1 Feb     11 Feb   21 Feb     3 Mar   2 Apr     2 May   12 May
    E    fair         1990-05-05  10 Feb    20 Feb   2 Mar      12 Mar  11 Apr    11 May  21 May
    F    radio        1990-05-05  10 Feb    2 Mar    12 Mar     22 Mar  21 Apr    | withdrew 1 May, new job
    G    fair         1990-05-05  15 Feb    20 Feb   2 Mar      12 Mar  | declined 20 April, no reference
    H    fair         1990-05-05  20 Feb    2 Mar    12 Mar     | declined 20 March, could not commit
    I    radio        1990-05-05  1 Mar     | withdrew 10 March, no reason noted
    J    radio        1990-05-05  1 Mar     | withdrew 20 March, moved away
    K    fair         1990-05-05  5 Mar     25 Mar   | withdrew 1 April, moved to Leeds
    L    fair         1980-01-01  10 Mar    20 Mar   | still there
    M    radio        1980-01-01  1 Jun     | still there
    N    fair         not known   1 Apr     | withdrew 10 April, asked again on 1 June: on the way again
    O    fair         1990-05-05  20 Dec    | came before the period and is left out, though approved in it

From January to June came A to N: 14. Approved: A to E, 5. Lost: F to K, 6. On the way: L, M, N, 3.
Days from enquiry to approved: A 100, B 120, C 92, D 100, E 100; half within 100.
"""

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.reports.passages_seen import ALL, CAME, THROUGH_OR_NOT, passage_seen, stages_shown
from evaluation.reports.published import published
from evaluation.turnover.funnel import Stage, funnel
from evaluation.turnover.passage import (
    HERE,
    LOST,
    THROUGH,
    Passage,
    age_band,
    passage_figures,
    passages,
    why_group,
)
from evaluation.turnover.periods import Period
from evaluation.turnover.queries import VOLUNTEER_STAGES, figures
from mentoring.demo import DemoStage
from schemes.people import actions as people
from schemes.recruitment.actions import campaign_add

WAY = VOLUNTEER_STAGES[:-1]
HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
DAYS = {
    "A": ("1-5 1-15 1-25 2-4 3-6 4-5 4-15", [("6-20", "left", "Enough.")]),
    "B": ("1-5 1-25 2-4 2-14 3-26 4-25 5-5", []),
    "C": ("2-1 2-3 2-13 2-23 3-25 4-24 5-4", []),
    "D": ("2-1 2-11 2-21 3-3 4-2 5-2 5-12", []),
    "E": ("2-10 2-20 3-2 3-12 4-11 5-11 5-21", []),
    "F": ("2-10 3-2 3-12 3-22 4-21", [("5-1", "withdrawn", "A new job with late shifts.")]),
    "G": ("2-15 2-20 3-2 3-12", [("4-20", "declined", "A reference did not come.")]),
    "H": ("2-20 3-2 3-12", [("3-20", "declined", "Could not commit to a year.")]),
    "I": ("3-1", [("3-10", "withdrawn", "")]),
    "J": ("3-1", [("3-20", "withdrawn", "Moved away.")]),
    "K": ("3-5 3-25", [("4-1", "withdrawn", "Moved to Leeds.")]),
    "L": ("3-10 3-20", []),
    "M": ("6-1", []),
    "N": ("4-1", [("4-10", "withdrawn", "Busy."), ("6-1", "enquired", "")]),
}
BORN = {"A": date(2004, 1, 1), "B": date(2001, 1, 6), "C": date(2001, 2, 1), "N": None}
BORN |= dict.fromkeys("LM", date(1980, 1, 1))
RADIO = "ABFIJM"


def on(written: str, year: int = 2026) -> date:
    month, day = written.split("-")
    return date(year, int(month), int(day))


@pytest.fixture(name="passage")
def the_passage(cast):
    """A to O in the records of the scheme, as their steps were taken."""
    cast.scheme.volunteers.all().delete()
    heard = {
        channel: campaign_add(
            scheme=cast.scheme, channel=channel, began_on=date(2025, 12, 1), cost=0, by=cast.coordinator
        )
        for channel in ("Radio", "Fair")
    }
    stage = DemoStage(today=HALF_YEAR.to_on)
    came(cast, stage, "O", date(2025, 12, 20), heard["Fair"], date(1990, 5, 5), [(date(2026, 3, 1), "approved", "")])
    for name, (days, after) in DAYS.items():
        first, *rest = [on(day) for day in days.split()]
        states = [*WAY[1:-1], "group-only" if name == "C" else "approved"]
        steps = [(day, state, "") for day, state in zip(rest, states, strict=False)]
        steps += [(on(day), state, why) for day, state, why in after]
        campaign = heard["Radio" if name in RADIO else "Fair"]
        came(cast, stage, name, first, campaign, BORN.get(name, date(1990, 5, 5)), steps)
    return figures(cast.scheme, HALF_YEAR).volunteers.passage


def came(cast, stage, name, first, campaign, born_on, steps):
    with stage.on(first):
        volunteer = people.volunteer_add(
            scheme=cast.scheme, name=name, heard_from=campaign, born_on=born_on, by=cast.coordinator
        )
    for day, state, why in steps:
        with stage.on(day):
            volunteer.state_changes.create(to_state=state, why=why, by=cast.coordinator)


def test_r12_everybody_who_came_is_approved_lost_or_on_the_way(passage):
    whole = passage.whole
    assert (whole.came, whole.through, whole.lost, whole.here, whole.days) == (14, 5, 6, 3, 100)


@pytest.mark.parametrize(
    ("stage", "reached", "went_on", "lost", "here", "waited"),
    [
        ("enquired", 14, 10, 2, 2, 10),  # 2, 5, five tens, three twenties
        ("applied", 10, 8, 1, 1, 10),
        ("interviewing", 8, 7, 1, 0, 10),
        ("vetting", 7, 6, 1, 0, 30),  # 30, 30, 30, 30, 30, 40
        ("training", 6, 5, 1, 0, 30),
        ("suitability", 5, 5, 0, 0, 10),
    ],
)
def test_r12_each_stage_by_hand(passage, stage, reached, went_on, lost, here, waited):
    found = next(one for one in passage.stages if one.name == stage)
    assert (found.reached, found.went_on, found.lost, found.here) == (reached, went_on, lost, here)
    assert found.waited == waited


def test_r12_why_people_were_lost_is_told_in_groups(passage):
    assert passage.whys == {
        "Not enough time": 2,
        "Moved away": 2,
        "Checks or references": 1,
        "No reason noted": 1,
    }


def test_r12_the_same_by_how_they_heard_and_by_age_on_the_day_they_came(passage):
    def told(kind):
        return {name: (g.came, g.through, g.lost, g.here, g.days) for name, g in passage.by[kind].items()}

    assert told("How they heard of it") == {"Fair": (8, 3, 3, 2, 100), "Radio": (6, 2, 3, 1, 110)}
    assert told("Age") == {
        "25 to 39": (9, 3, 6, 0, 100),
        "40 to 59": (2, 0, 0, 2, None),
        "Under 25": (2, 2, 0, 0, 110),
        "Not known": (1, 0, 0, 1, None),
    }
    assert set(told("Area")) == {"Not known"}


def test_r12_of_fourteen_people_the_page_says_that_fourteen_came_and_no_more(cast, passage):
    """Three are on the way, and 14 − 5 − 6 would say so."""
    found = published(figures(cast.scheme, HALF_YEAR), concerns=False)
    section = next(one for one in found.sections if one.key == "from-enquiry")
    assert dict(section.facts)["Came in the period"] == "14"
    assert "Lost on the way" not in dict(section.facts)
    shown = [cell for one in section.charts for row in one.rows for cell in row[1:2]]
    assert not {"1", "2", "3", "4"} & {*shown, *dict(section.facts).values()}


def many(times: int):
    """The same fourteen people so many times over, as one side of the report."""
    moves = []
    for name, (days, after) in DAYS.items():
        taken = zip(days.split(), WAY, [""] * len(WAY), strict=False)
        moves += [((name, n), state, on(day), why) for day, state, why in [*taken, *after] for n in range(times)]
    found = passages(moves, stages=WAY, lost_in=("withdrawn", "declined", "left"), today=HALF_YEAR.to_on)
    heard = {who: "Radio" if who[0] in RADIO else "Fair" for who in found}
    told = passage_figures(found, stages=WAY, groups={"Heard": heard})
    stages = funnel([row[:3] for row in moves], stages=WAY, today=HALF_YEAR.to_on)
    return SimpleNamespace(passage=told, funnel=stages)


def test_r12_with_ten_times_as_many_people_every_figure_is_told():
    seen = passage_seen(many(10))
    assert seen.level == ALL
    assert [(span.stages[0].name, span.lost, span.here) for span in seen.spans][:2] == [
        ("enquired", 20, 20),
        ("applied", 10, 10),
    ]
    assert seen.whys == {"Not enough time": 20, "Moved away": 20, "Checks or references": 10, "No reason noted": 10}
    level, groups = seen.by["Heard"]
    assert (level, groups["Radio"].through, groups["Fair"].lost, groups["Radio"].days) == (ALL, 20, 30, 110)


def test_r12_with_twice_as_many_stages_and_groups_are_told_together():
    """Of 28: approved 10, lost 12, on the way 6. At the first stage four were lost and four are there, at the next two
    and two: told together. Then two, two and two: together. Nobody was lost at the review."""
    seen = passage_seen(many(2))
    assert [(len(span.stages), span.lost, span.here) for span in seen.spans] == [(2, 6, 6), (3, 6, 0), (1, 0, 0)]
    assert seen.whys == {"Other reasons": 12}
    level, groups = seen.by["Heard"]
    assert (level, {name: group.came for name, group in groups.items()}) == (CAME, {"Fair": 16, "Radio": 12})


def test_r12_young_people_by_the_way_they_came(cast):
    stage = DemoStage(today=HALF_YEAR.to_on)
    for number in range(6):
        with stage.on(date(2026, 2, 1)):
            young = people.young_person_add(
                scheme=cast.scheme, name=f"Y{number}", born_on=date(2008, 2, 1), by=cast.coordinator,
                referral={"is_self_referral": number < 4, "received_on": date(2026, 2, 1)},
            )  # fmt: skip
        if number in (0, 5):
            with stage.on(date(2026, 2, 8)):
                people.young_person_move(
                    young_person=young, to="signposted", why="Housing first: the drop-in.", by=cast.coordinator
                )
    found = figures(cast.scheme, HALF_YEAR).young_people.passage
    by = {name: (g.came, g.through, g.lost, g.here) for name, g in found.by["How they came"].items()}
    assert by == {"By themselves": (4, 0, 1, 3), "Through an agency": (2, 0, 1, 1)}
    assert found.whys == {"Found other help": 2}
    assert found.by["Age"]["18 to 20"].came == 6, "eighteen on the very day"


@pytest.mark.parametrize(
    ("words", "group"),
    [("", "No reason noted"), ("New baby at home", "Health or family"), ("Xyz", "Another reason")],
)
def test_a_noted_reason_is_counted_in_a_group_and_never_repeated(words, group):
    assert why_group(words) == group


def test_somebody_whose_birthday_is_not_known_has_no_band():
    assert age_band(None, date(2026, 1, 1), (18,)) == "Not known"


def large(*counts):
    return all(count == 0 or count >= 5 for count in counts)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from([LOST, HERE]), st.sampled_from("abcd"), st.sampled_from("uvw")),
        min_size=1,
        max_size=120,
    )
)
def test_r12_no_number_from_one_to_four_is_told_nor_left_when_told_ones_are_taken_from_each_other(drawn):
    stages = ("one", "two", "three", "four")
    found, groups = {}, {}
    for key, (stage, outcome, group, why) in enumerate(drawn):
        outcome = THROUGH if stage == 3 else outcome
        days = 10 if outcome == THROUGH else None
        found[key] = Passage(date(2026, 1, 1), stage, outcome, days, why if outcome == LOST else "", {})
        groups[key] = group
    told = passage_figures(found, stages=stages, groups={"Group": groups})
    reached = [sum(one.stage >= place for one in found.values()) for place in range(4)]
    side = SimpleNamespace(
        passage=told, funnel=[Stage(s, n, None, 0, None, 0, None) for s, n in zip(stages, reached, strict=True)]
    )
    printed = [one.value for one in stages_shown(side) if not one.hidden]
    assert all(large(first - second) for first, second in pairwise(printed))
    seen = passage_seen(side)
    if seen is None:
        return
    whole = seen.whole
    assert large(whole.came)
    assert seen.level < ALL or large(whole.through, whole.lost, whole.here)
    assert all(large(span.lost, span.here) for span in seen.spans)
    assert large(*seen.whys.values())
    for level, shown in seen.by.values():
        for group in shown.values():
            assert large(group.came)
            assert level < THROUGH_OR_NOT or large(group.through, group.came - group.through)
            assert level < ALL or large(group.lost, group.here)
        assert sum(group.came for group in shown.values()) == whole.came
