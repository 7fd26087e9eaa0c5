"""Escalation ladders (reminders.md, column "escalates"): each person by the latest rung they stand on."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mentoring.notices.escalation import Rung, rungs_reached

MENTOR, LEE, MANAGER = UUID(int=1), UUID(int=2), UUID(int=3)
DUE = date(2026, 11, 1)
LADDER = [
    Rung(-7, "", (MENTOR,), "/"),
    Rung(1, "overdue", (MENTOR, None), "/"),
    Rung(7, "co-ordinator", (LEE,), "/"),
    Rung(14, "manager", (MANAGER,), "/"),
]


def told(days: int) -> dict:
    return {person: rung.step for person, rung in rungs_reached(DUE, DUE + timedelta(days=days), LADDER)}


def test_the_ladder_is_climbed_day_by_day():
    assert told(-8) == {}
    assert told(-7) == {MENTOR: ""}
    assert told(1) == {MENTOR: "overdue"}
    assert told(7) == {MENTOR: "overdue", LEE: "co-ordinator"}
    assert told(14) == {MENTOR: "overdue", LEE: "co-ordinator", MANAGER: "manager"}


@given(days=st.integers(-30, 400))
def test_after_any_silence_everybody_hears_once(days):
    people = [person for person, _ in rungs_reached(DUE, DUE + timedelta(days=days), LADDER)]
    assert len(people) == len(set(people))
