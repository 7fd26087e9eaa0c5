"""L10: what holds a young person up, each with its age; the fair order; contact every four weeks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from matching.pairing.gate import WISH_HOLDS_DAYS as AT_THE_GATE
from matching.waiting.rules import WISH_HOLDS_DAYS, Standing, barriers, contact_due_on, passed_over

TODAY = date(2026, 11, 1)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


#: Somebody who waits since ten days and whom nothing holds up.
FINE = Standing(
    state="waiting", since=ago(10), came_on=ago(60), mentor_kind="either", wish_on=ago(10), waiting_since=ago(10),
    on_offer=frozenset({"peer"}),
)  # fmt: skip

CASES = {
    "nothing": ({}, []),
    "nobody answered": ({"state": "referred"}, [("answer", 10)]),
    "not met": ({"state": "contacted"}, [("meeting", 10)]),
    "thinking": ({"state": "met"}, [("thinking", 10)]),
    "parent asked 34 days ago": ({"consents": [("parent", ago(34))]}, [("parent", 34)]),
    "council not asked": ({"consents": [("local-authority", None)]}, [("local-authority", 10)]),
    "consent before they met": ({"state": "contacted", "consents": [("own", None)]}, [("meeting", 10)]),
    "no peer mentor": ({"mentor_kind": "peer", "on_offer": frozenset({"traditional"})}, [("mentor", 10)]),
    "peer mentor there": ({"mentor_kind": "peer"}, []),
    "either, nobody there": ({"on_offer": frozenset()}, [("mentor", 10)]),
    "kind not said": ({"mentor_kind": ""}, [("choice", 10)]),
    "two tries": ({"contacts": [(ago(2), False), (ago(9), False)]}, [("reply", 9)]),
    "a try, then reached": ({"contacts": [(ago(2), True), (ago(9), False)]}, []),
    "wish is old": ({"wish_on": ago(200)}, [("wish", 18)]),
    "never asked": ({"wish_on": None}, [("wish", 10)]),
    "four weeks": ({"waiting_since": ago(28), "since": ago(28)}, [("contact", 0)]),
    "27 days": ({"waiting_since": ago(27), "since": ago(27)}, []),
    "four weeks, reached since": ({"waiting_since": ago(40), "contacts": [(ago(5), True)]}, []),
    "has a mentor": ({"has_mentor": True, "mentor_kind": "", "waiting_since": ago(90)}, []),
    "oldest first": ({"mentor_kind": "", "consents": [("parent", ago(34))]}, [("parent", 34), ("choice", 10)]),
}


@pytest.mark.parametrize("name", CASES)
def test_l10_each_barrier_has_its_age(name):
    changes, expected = CASES[name]
    found = barriers(replace(FINE, **changes), TODAY)
    assert [(one.kind, one.days(TODAY)) for one in found] == expected


def test_a_wish_holds_as_long_here_as_at_the_gate():
    assert WISH_HOLDS_DAYS == AT_THE_GATE


def test_a_try_that_reached_nobody_does_not_count_as_contact():
    assert contact_due_on(ago(30), [(ago(1), False)]) == ago(2)
    assert contact_due_on(ago(30), [(ago(1), True)]) == ago(-27)


def test_passed_over_counts_those_who_said_yes_later():
    moments = {day: datetime(2026, 1, day, tzinfo=UTC) for day in (1, 4, 5, 9, 10)}
    later = [moments[day] for day in (1, 5, 9)]
    assert [passed_over(moments[day], later) for day in (1, 4, 9, 10)] == [2, 2, 0, 0]
