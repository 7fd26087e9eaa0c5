"""What in the trail is worth asking about: a table of cases to each rule, with the values on either side of its edge
(roles.md: the trail; L8 and L9: what is known of two people stays with those who need it)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from safeguarding.trail.unusual import rules
from safeguarding.trail.unusual.rules import Look, Rule, Stay

NOON = datetime(2026, 11, 18, 12, tzinfo=ZoneInfo("Europe/London"))
DAY, WEEK, MINUTE, SECOND = timedelta(days=1), timedelta(days=7), timedelta(minutes=1), timedelta(seconds=1)


def burst(number, at=NOON, *, apart=SECOND, name="r", **other):
    """So many looks, each at another record."""
    return [Look(at + apart * place, f"{name}{place}", f"app.thing:{name}{place}", **other) for place in range(number)]


def habit(number, *, days, at=NOON, **other):
    """The same number on each of so many days before."""
    return [look for back in range(days, 0, -1) for look in burst(number, at - DAY * back, **other)]


def told(found):
    return [(one.number, one.usual) for one in found]


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        pytest.param(burst(19), [], id="one too few"),
        pytest.param(burst(20), [(20, 0)], id="enough, and nothing is known of before"),
        pytest.param([*burst(19), Look(NOON + MINUTE, "r0")], [], id="the same record twice is one"),
        pytest.param([*burst(19), *burst(1, NOON + 60 * MINUTE - SECOND, name="x")], [(20, 0)], id="within the hour"),
        pytest.param([*burst(19, apart=SECOND * 0), *burst(1, NOON + 60 * MINUTE, name="x")], [], id="an hour later"),
        pytest.param([*habit(7, days=5), *burst(20)], [], id="less than three times the usual"),
        pytest.param([*habit(7, days=5), *burst(21)], [(21, 7)], id="three times the usual"),
        pytest.param([*burst(20, NOON - 29 * DAY), *burst(20)], [(20, 0), (20, 0)], id="what is long ago is not usual"),
        pytest.param([*burst(20, NOON - 28 * DAY), *burst(20)], [(20, 0)], id="four weeks ago is"),
        pytest.param(burst(20, glass=True), [], id="the glass has a rule of its own"),
    ],
)  # fmt: skip
def test_l9_many_records_within_an_hour(looks, expected):
    assert told(rules.many_in_an_hour(looks)) == expected


def test_a_day_with_two_such_hours_is_told_once_by_its_busiest():
    looks = [*burst(20, NOON - 3 * timedelta(hours=1)), *burst(25)]
    assert told(rules.many_in_an_hour(looks)) == [(25, 0)]


def night(hour, minute=0, second=0, *, number=3, back=0, days=0):
    at = NOON.replace(hour=hour, minute=minute, second=second) - DAY * back
    return burst(number, at + DAY * days, apart=timedelta(0))


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        pytest.param(night(21, 59, 59), [], id="a second before ten"),
        pytest.param(night(22), [(3, 0)], id="ten at night"),
        pytest.param(night(5, 59, 59), [(3, 0)], id="a second before six"),
        pytest.param(night(6), [], id="six in the morning"),
        pytest.param(night(23, number=2), [], id="one too few"),
        pytest.param([*night(23, number=2), *burst(1, NOON.replace(hour=1) + DAY, name="x")], [(3, 0)],
                     id="both sides of midnight are one night"),
        pytest.param([look for back in (4, 3, 2, 1) for look in night(23, number=1, back=back)] + night(23), [],
                     id="whoever works at night on four nights before"),
        pytest.param([look for back in (3, 2, 1) for look in night(23, number=1, back=back)] + night(23), [(3, 3)],
                     id="on three nights before"),
    ],
)  # fmt: skip
def test_at_night(looks, expected):
    assert told(rules.at_night(looks)) == expected


def test_a_night_belongs_to_the_day_on_which_it_began():
    (found,) = rules.at_night(night(2))
    assert found.day == NOON.date() - DAY


STAY = [Stay("coordinator", NOON - 100 * DAY, NOON)]


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        pytest.param(burst(9, NOON - DAY), [], id="one too few"),
        pytest.param(burst(10, NOON - DAY), [(10, 0)], id="enough"),
        pytest.param(burst(10, NOON - WEEK, apart=timedelta(0)), [], id="exactly a week before"),
        pytest.param(burst(10, NOON - WEEK + SECOND), [(10, 0)], id="a second later"),
        pytest.param(burst(10, NOON, apart=timedelta(0)), [(10, 0)], id="in the instant itself"),
        pytest.param(burst(10, NOON + SECOND), [], id="after it"),
        pytest.param([*(look for week in (5, 4, 3, 2) for look in burst(6, NOON - week * WEEK + DAY)),
                      *burst(11, NOON - DAY)], [], id="less than twice a usual week"),
        pytest.param([*(look for week in (5, 4, 3, 2) for look in burst(6, NOON - week * WEEK + DAY)),
                      *burst(12, NOON - DAY)], [(12, 6)], id="twice a usual week"),
    ],
)  # fmt: skip
def test_many_records_before_a_role_ended(looks, expected):
    assert told(rules.before_leaving(looks, STAY)) == expected
    assert rules.before_leaving(looks, [Stay("coordinator", NOON - 100 * DAY)]) == []


@pytest.mark.parametrize(
    ("at", "taken", "expected"),
    [
        pytest.param(NOON - WEEK, True, [], id="a week before"),
        pytest.param(NOON - WEEK + SECOND, True, [(1, 0)], id="a second later"),
        pytest.param(NOON, True, [(1, 0)], id="in the instant itself"),
        pytest.param(NOON + SECOND, True, [], id="after it"),
        pytest.param(NOON - DAY, False, [], id="opened, no copy taken"),
    ],
)
def test_a_copy_taken_before_a_role_ended(at, taken, expected):
    assert told(rules.taken_before_leaving(burst(1, at, taken=taken), STAY)) == expected


@pytest.mark.parametrize(
    ("at", "stays", "expected"),
    [
        pytest.param(NOON, STAY, [], id="in the instant in which it ends"),
        pytest.param(NOON + SECOND, STAY, [(1, 0)], id="a second later"),
        pytest.param(NOON + SECOND, [*STAY, Stay("trainer", NOON - DAY)], [], id="another role is left"),
        pytest.param(NOON + SECOND, [*STAY, Stay("trainer", NOON + DAY)], [(1, 0)], id="one that began later"),
        pytest.param(NOON + 2 * DAY, [*STAY, Stay("trainer", NOON + DAY)], [], id="back in a role"),
        pytest.param(NOON, [], [], id="who never worked here"),
    ],
)
def test_anything_after_the_last_role_ended(at, stays, expected):
    assert told(rules.after_leaving(burst(1, at), stays)) == expected


@pytest.mark.parametrize(
    ("apart", "expected"),
    [([], []), ([WEEK + SECOND], []), ([WEEK], [(2, 0)]), ([MINUTE], [(2, 0)]), ([DAY, DAY], [(2, 0), (3, 0)])],
)
def test_the_glass_broken_again_within_a_week(apart, expected):
    at, looks = NOON, burst(1, glass=True)
    for gap in apart:
        at += gap
        looks += burst(1, at, glass=True)
    assert told(rules.glass_broken_again(looks)) == expected


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        pytest.param(burst(3, taken=True), [], id="one too few"),
        pytest.param(burst(4, taken=True), [(4, 0)], id="enough"),
        pytest.param(burst(4), [], id="opened, no copies"),
        pytest.param([Look(NOON, "same", taken=True)] * 4, [(4, 0)], id="four copies of the same list are four"),
        pytest.param([*habit(2, days=3, taken=True), *burst(5, taken=True)], [], id="less than three times the usual"),
        pytest.param([*habit(2, days=3, taken=True), *burst(6, taken=True)], [(6, 2)], id="three times the usual"),
    ],
)
def test_many_copies_on_one_day(looks, expected):
    assert told(rules.many_taken(looks)) == expected


def test_of_one_rule_and_one_day_there_is_one_finding():
    looks = burst(5, glass=True)
    (found,) = rules.findings(looks)
    assert (found.rule, found.number) == (Rule.GLASS, 5)


def test_two_thousand_looks_take_no_longer_than_a_blink():
    looks = burst(2000, apart=timedelta(minutes=7))
    assert rules.findings(looks, STAY) is not None


def test_a_usual_day_is_nothing_to_ask_about():
    stays = [Stay("coordinator", NOON - 100 * DAY)]
    assert rules.findings([*habit(12, days=20), *burst(14)], stays) == []
