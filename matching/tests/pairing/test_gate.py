"""The gate before introduction: each line alone blocks, and says what puts it right (lifecycle.md, S12, P3, P4, L8)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.pairing.gate import (
    LINES,
    ONLY_TO_INTRODUCE,
    ONLY_TO_PROPOSE,
    WISH_HOLDS_DAYS,
    GateFacts,
    age_on,
    blocked_by,
    gate_to_introduce,
    gate_to_propose,
)

TODAY = date(2026, 11, 22)

GOOD = GateFacts(
    today=TODAY,
    mentor="Anna",
    mentee="Sam",
    mentor_state="approved",
    checks_missing=(),
    training_missing=(),
    suitability="ready",
    capacity=1,
    places_taken=0,
    mentee_state="waiting",
    mentee_has_mentor=False,
    wants_mentor_on=TODAY - timedelta(days=30),
    consents_missing=(),
    mentor_born_on=date(1990, 5, 1),
    mentee_born_on=date(2007, 5, 1),
    mentor_age_from=18,
    mentee_age_from=16,
    mentee_age_to=25,
    age_gap_least=3,
    age_exception=False,
    conflicts=(),
    mentor_area="Leith",
    mentee_area="Gorgie",
    mentor_not_from=(),
    mentee_not_from=(),
    mentor_kind_wanted="either",
    mentor_is_peer=False,
    risk="approved",
    role_statement_signed=True,
    agreement_signed=True,
    supervisor_named=True,
    supervision_planned=True,
    bad_ending_on=None,
    ending_review_signed=False,
    held=False,
    has_coordinator=True,
    has_lead=True,
)

#: one thing wrong → the one line that blocks
ONE_WRONG = [
    ("approved", {"mentor_state": "paused"}),
    ("approved", {"mentor_state": "group-only"}),
    ("approved", {"mentor_state": "left"}),
    ("approved", {"mentor_state": "vetting"}),
    ("checks", {"checks_missing": ("A reference is missing.",)}),
    ("training", {"training_missing": ("Boundaries not attended.",)}),
    ("suitability", {"suitability": ""}),
    ("suitability", {"suitability": "group-only"}),
    ("suitability", {"suitability": "not-yet"}),
    ("suitability", {"suitability": "no"}),
    ("capacity", {"places_taken": 1}),
    ("capacity", {"capacity": 0}),
    ("wish", {"mentee_state": "met"}),
    ("wish", {"mentee_state": "paused"}),
    ("wish", {"mentee_has_mentor": True}),
    ("wish", {"wants_mentor_on": None}),
    ("wish", {"wants_mentor_on": TODAY - timedelta(days=WISH_HOLDS_DAYS + 1)}),
    ("consent", {"consents_missing": ("A parent’s consent is missing.",)}),
    ("ages", {"mentor_born_on": None}),
    ("ages", {"mentee_born_on": None}),
    ("ages", {"mentor_born_on": TODAY - timedelta(days=17 * 365), "age_gap_least": 0, "mentee_age_from": 0}),
    ("ages", {"mentee_born_on": TODAY - timedelta(days=15 * 365)}),
    ("ages", {"mentee_born_on": TODAY - timedelta(days=27 * 365)}),
    ("ages", {"mentor_born_on": date(2004, 5, 2)}),
    ("conflicts", {"conflicts": ("They know each other.",)}),
    ("conflicts", {"mentee_not_from": ("leith",)}),
    ("conflicts", {"mentor_not_from": (" GORGIE ",)}),
    ("set-aside", {"set_aside": True}),
    ("kind", {"mentor_kind_wanted": ""}),
    ("kind", {"mentor_kind_wanted": "peer"}),
    ("kind", {"mentor_kind_wanted": "traditional", "mentor_is_peer": True}),
    ("risk", {"risk": ""}),
    ("risk", {"risk": "waiting"}),
    ("risk", {"risk": "sent-back"}),
    ("risk", {"risk": "out-of-date"}),
    ("role-statement", {"role_statement_signed": False}),
    ("agreement", {"agreement_signed": False}),
    ("supervision", {"supervisor_named": False}),
    ("supervision", {"supervision_planned": False}),
    ("last-ending", {"bad_ending_on": TODAY - timedelta(days=60)}),
    (
        "last-ending",
        {
            "bad_ending_on": TODAY - timedelta(days=60),
            "ending_review_signed": True,
            "wants_mentor_on": TODAY - timedelta(days=90),
        },
    ),
    ("hold", {"held": True}),
    ("scheme", {"has_coordinator": False}),
    ("scheme", {"has_lead": False}),
]


def wrong_lines(facts):
    return [line.key for line in gate_to_introduce(facts) if not line.ok]


def test_a_pair_for_whom_all_is_well_may_be_introduced():
    assert wrong_lines(GOOD) == []
    assert blocked_by(gate_to_propose(GOOD)) == []


@pytest.mark.parametrize(("key", "change"), ONE_WRONG)
def test_each_line_alone_blocks_and_says_what_to_do(key, change):
    """Given all is well but one thing, then exactly that line blocks the introduction, with its fix."""
    facts = replace(GOOD, **change)
    assert wrong_lines(facts) == [key]
    (line,) = [line for line in gate_to_introduce(facts) if not line.ok]
    assert line.words.endswith(".")
    assert line.fix.endswith(".")
    proposing = [line.key for line in gate_to_propose(facts) if not line.ok]
    assert proposing == ([] if key in ONLY_TO_INTRODUCE else [key])


def test_the_table_above_tries_every_line():
    assert {key for key, _ in ONE_WRONG} == set(LINES) - ONLY_TO_PROPOSE


@pytest.mark.parametrize(
    ("key", "change"), [("proposed", {"proposed_already": True}), ("distance", {"apart_km": 40.2, "farthest_km": 40})]
)
def test_what_stops_a_new_proposal_alone_stops_nobody_who_has_begun(key, change):
    facts = replace(GOOD, **change)
    assert [line.key for line in gate_to_propose(facts) if not line.ok] == [key]
    assert wrong_lines(facts) == []


def test_l9_the_rule_on_distance_gives_no_distance_away_and_stops_nobody_whose_place_is_unknown():
    (line,) = [line for line in gate_to_propose(replace(GOOD, apart_km=40.2, farthest_km=40)) if not line.ok]
    assert not any(letter.isdigit() for letter in line.words)
    assert all(line.ok for line in gate_to_propose(replace(GOOD, apart_km=None, farthest_km=40)))
    assert all(line.ok for line in gate_to_propose(replace(GOOD, apart_km=40, farthest_km=40)))


def test_p4_a_young_person_gets_the_kind_they_chose():
    assert wrong_lines(replace(GOOD, mentor_kind_wanted="peer", mentor_is_peer=True)) == []
    assert wrong_lines(replace(GOOD, mentor_kind_wanted="traditional")) == []
    assert wrong_lines(replace(GOOD, mentor_is_peer=True)) == []


def test_p3_an_exception_that_two_people_agreed_opens_the_age_rules_but_not_an_unknown_birthday():
    young = replace(GOOD, mentor_born_on=date(2006, 1, 1), age_exception=True)
    assert wrong_lines(young) == []
    assert wrong_lines(replace(young, mentor_born_on=None)) == ["ages"]


def test_a_rematch_after_a_bad_ending_waits_for_a_signed_review_and_the_young_persons_own_wish():
    """A hurried re-match is the one with known harm (lifecycle.md)."""
    ready = replace(
        GOOD,
        bad_ending_on=TODAY - timedelta(days=60),
        ending_review_signed=True,
        wants_mentor_on=TODAY - timedelta(days=10),
    )
    assert wrong_lines(ready) == []


def test_a_safeguarding_hold_tells_nothing_but_whom_to_ask():
    """The existence of a concern is itself confidential (roles.md)."""
    (words,) = blocked_by(gate_to_propose(replace(GOOD, held=True)))
    assert words == "Anna cannot be introduced to anybody for now. Ask the safeguarding lead."


@given(st.lists(st.sampled_from(ONE_WRONG), min_size=1, max_size=6, unique_by=lambda wrong: wrong[0]))
def test_whatever_else_is_wrong_a_line_that_is_wrong_blocks(wrongs):
    """No fact makes up for another: everything wrong is named, however it is combined with what else is wrong."""
    facts = GOOD
    for _, change in wrongs:
        facts = replace(facts, **change)
    alone = {key for key, change in ONE_WRONG if all(getattr(facts, name) == value for name, value in change.items())}
    assert alone <= set(wrong_lines(facts))
    assert len(blocked_by(gate_to_introduce(facts))) == len(wrong_lines(facts)) >= 1


@given(st.dates(date(1930, 1, 1), date(2020, 1, 1)), st.integers(0, 80))
def test_an_age_changes_on_the_birthday(born_on, years):
    birthday = date(born_on.year + years, born_on.month, born_on.day if (born_on.month, born_on.day) != (2, 29) else 28)
    if (born_on.month, born_on.day) == (2, 29):
        birthday += timedelta(days=1)
    assert age_on(born_on, birthday) == years
    assert age_on(born_on, birthday - timedelta(days=1)) == years - 1
