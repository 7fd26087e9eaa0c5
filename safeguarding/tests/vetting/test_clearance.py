"""Is a volunteer clear? The pure rule (lifecycle.md: every required check decided clear and in date; S9, L10)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.vetting.clearance import clearance

TODAY = date(2026, 11, 22)
KINDS = ("identity", "reference", "criminal-record", "self-declaration", "overseas", "right-to-volunteer")


@dataclass
class Check:
    kind: str
    level: str = "enhanced-child"
    status: str = ""
    decision: str = "clear"
    requested_on: date = TODAY - timedelta(days=40)
    received_on: date | None = TODAY - timedelta(days=20)
    decided_on: date | None = TODAY - timedelta(days=10)
    expires_on: date | None = None


def all_clear():
    return [Check(kind) for kind in ("identity", "reference", "reference", "criminal-record", "self-declaration")]


def of(checks, needed=2, level="enhanced-child"):
    return clearance(checks, references_needed=needed, level=level, today=TODAY)


def test_everything_decided_clear_is_clear():
    assert of(all_clear()).is_clear
    assert of(all_clear()).missing == []


@pytest.mark.parametrize("place", range(5))
def test_each_check_is_needed(place):
    checks = all_clear()
    del checks[place]
    found = of(checks)
    assert not found.is_clear
    assert len(found.missing) == 1


def test_clear_with_conditions_counts_and_is_said():
    checks = [*all_clear()[:-1], Check("self-declaration", decision="conditions")]
    assert of(checks).is_clear and of(checks).has_conditions


def test_a_check_that_ran_out_yesterday_no_longer_counts_and_today_it_still_does():
    for days, expected in ((0, True), (-1, False)):
        checks = [*all_clear()[:-1], Check("self-declaration", expires_on=TODAY + timedelta(days=days))]
        assert of(checks).is_clear is expected
    assert "run out" in of(checks).missing[0]


def test_the_newest_decision_governs():
    newer = Check("criminal-record", decision="not-clear", decided_on=TODAY)
    assert of([*all_clear(), newer]).missing == ["The criminal record check was decided not clear."]
    older = Check("criminal-record", decision="not-clear", decided_on=TODAY - timedelta(days=400))
    assert of([*all_clear(), older]).is_clear


def test_of_decisions_of_one_day_a_bad_one_governs_in_whatever_order_they_come():
    """Given a check decided clear and, later that day, another of its kind decided not clear, then it is not clear."""
    for bad in ({"decision": "not-clear"}, {"decision": "clear", "status": "not-current"}):
        wrong = Check("criminal-record", decided_on=TODAY, **bad)
        good = replace(wrong, decision="clear", status="", requested_on=wrong.requested_on + timedelta(days=1))
        assert of([*all_clear(), wrong, good]).missing == of([good, wrong, *all_clear()]).missing != []


def test_of_good_checks_of_one_day_the_one_that_says_more_governs_in_whatever_order_they_come():
    some = [check for check in all_clear() if check.kind != "criminal-record"]
    basic, whole = (Check("criminal-record", decided_on=TODAY, level=level) for level in ("basic", "enhanced-child"))
    assert of([*some, basic, whole]).is_clear
    assert of([*some, whole, basic]).is_clear


def test_asking_again_in_good_time_takes_nothing_away():
    renewal = Check("criminal-record", decision="", received_on=None, decided_on=None)
    assert of([*all_clear(), renewal]).is_clear


def test_whatever_else_was_asked_for_is_needed_too():
    assert not of([*all_clear(), Check("overseas", decision="", received_on=None, decided_on=None)]).is_clear


def test_the_scheme_says_how_many_references():
    assert not of(all_clear(), needed=3).is_clear
    assert of(all_clear()[:1] + all_clear()[3:], needed=0).is_clear


def test_the_first_day_to_look_again():
    checks = [Check(one.kind, expires_on=TODAY + timedelta(days=10 * n + 5)) for n, one in enumerate(all_clear())]
    assert of(checks).expires_on == TODAY + timedelta(days=5)


checks_drawn = st.lists(
    st.builds(
        Check,
        kind=st.sampled_from(KINDS),
        decision=st.sampled_from(["", "clear", "conditions", "not-clear"]),
        decided_on=st.dates(date(2025, 1, 1), TODAY),
        expires_on=st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    ),
    max_size=12,
)


@given(checks_drawn, st.integers(0, 3))
def test_clear_means_nothing_missing_and_nothing_counted_has_run_out(checks, needed):
    found = of(checks, needed)
    assert found.is_clear == (not found.missing)
    assert found.expires_on is None or found.expires_on >= TODAY


@given(checks_drawn)
def test_a_refused_check_never_helps(checks):
    """Whatever there is: a newest criminal record check that is not clear shuts."""
    refused = Check("criminal-record", decision="not-clear", decided_on=TODAY + timedelta(days=1))
    assert not of([*checks, refused]).is_clear
