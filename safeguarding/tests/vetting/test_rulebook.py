"""Which check is needed, across nations, dates, ages and frequencies (L10; issue 3: at least 40 cases with sources).

A case reads: nation, day, what the role is, the level needed, source. Roles are put together from the words below.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.vetting import levels
from safeguarding.vetting.rulebook import Answers, level_choices, need_of, version_on, versions

WORDS = {
    "under 18": {"under_18": True}, "18+": {"over_18": True}, "office": {"contact": False},
    "weekly": {"days_in_30": 5}, "3 days": {"days_in_30": 3}, "4 days": {"days_in_30": 4}, "once": {"days_in_30": 1},
    "overnight": {"overnight": True}, "supervised": {"supervised": True}, "personal care": {"care": True},
    "money": {"adult_help": True},
}  # fmt: skip

SVGA = "Safeguarding Vulnerable Groups Act 2006, sch. 4 part 1, as changed 2012 (children)"
PERIOD = "Safeguarding Vulnerable Groups Act 2006, sch. 4 para. 10: more than 3 days in 30, or 2–6 am"
ADULTS = "Safeguarding Vulnerable Groups Act 2006, sch. 4 part 2, as changed 2012 (adults)"
CARE = "Safeguarding Vulnerable Groups Act 2006, sch. 4 para. 1: personal and health care at any frequency"
SUPERVISED = "Protection of Freedoms Act 2012, s. 64: supervised volunteers leave regulated activity"
ACT_2026 = (
    "Crime and Policing Act 2026: supervision exemption ends 1 September 2026 (Norfolk schools notice, 26 June 2026)"
)
SELDOM = (
    "DBS guidance: work with children too seldom to be regulated activity may have an enhanced check, no barred list"
)
PVG_2007 = "Protection of Vulnerable Groups (Scotland) Act 2007, schs. 2 and 3"
PVG_2025 = "Disclosure (Scotland) Act 2020: PVG membership required for regulated roles from 1 April 2025"
PVG_2026 = "Disclosure (Scotland) Act 2020: membership of five years from 1 April 2026"
NI = "Safeguarding Vulnerable Groups (Northern Ireland) Order 2007, sch. 2, as changed 2012"
ROLE = "Police Act 1997 s. 113B: nothing may be asked for where the role meets nobody"

OLD, EVE, NEW = date(2025, 3, 1), date(2026, 8, 31), date(2026, 9, 1)
LATER = date(2026, 11, 22)

CASES = [
    # England, under 18: how often
    ("england", OLD, "under 18, weekly", "enhanced-child", SVGA),
    ("england", LATER, "under 18, weekly", "enhanced-child", SVGA),
    ("england", OLD, "under 18, 4 days", "enhanced-child", PERIOD),
    ("england", OLD, "under 18, 3 days", "enhanced", SELDOM),
    ("england", LATER, "under 18, 4 days", "enhanced-child", PERIOD),
    ("england", LATER, "under 18, 3 days", "enhanced", SELDOM),
    ("england", OLD, "under 18, once, overnight", "enhanced-child", PERIOD),
    ("england", LATER, "under 18, once, overnight", "enhanced-child", PERIOD),
    ("england", LATER, "under 18, once", "enhanced", SELDOM),
    # England, under 18: supervised, before and after 1 September 2026
    ("england", OLD, "under 18, weekly, supervised", "enhanced", SUPERVISED),
    ("england", EVE, "under 18, weekly, supervised", "enhanced", SUPERVISED),
    ("england", NEW, "under 18, weekly, supervised", "enhanced-child", ACT_2026),
    ("england", LATER, "under 18, 4 days, supervised", "enhanced-child", ACT_2026),
    ("england", EVE, "under 18, 3 days, supervised", "enhanced", SELDOM),
    ("england", NEW, "under 18, 3 days, supervised", "enhanced", SELDOM),
    ("england", EVE, "under 18, once, overnight, supervised", "enhanced", SUPERVISED),
    ("england", NEW, "under 18, once, overnight, supervised", "enhanced-child", ACT_2026),
    # England, under 18: personal care at any frequency
    ("england", OLD, "under 18, once, supervised, personal care", "enhanced-child", CARE),
    ("england", LATER, "under 18, once, personal care", "enhanced-child", CARE),
    # England, 18 and over
    ("england", OLD, "18+, weekly", "basic", ADULTS),
    ("england", LATER, "18+, weekly", "basic", ADULTS),
    ("england", LATER, "18+, weekly, overnight", "basic", ADULTS),
    ("england", LATER, "18+, once, personal care", "enhanced-adult", ADULTS),
    ("england", LATER, "18+, weekly, money", "enhanced-adult", ADULTS),
    ("england", OLD, "18+, once, money, supervised", "enhanced-adult", ADULTS),
    # England, both ages: the two put together
    ("england", LATER, "under 18, 18+, weekly", "enhanced-child", SVGA),
    ("england", LATER, "under 18, 18+, weekly, money", "enhanced-both", f"{SVGA}; {ADULTS}"),
    ("england", EVE, "under 18, 18+, weekly, supervised, money", "enhanced-adult", f"{SUPERVISED}; {ADULTS}"),
    ("england", LATER, "under 18, 18+, once", "enhanced", SELDOM),
    ("england", LATER, "office", "none", ROLE),
    # Wales has the law of England here
    ("wales", EVE, "under 18, weekly, supervised", "enhanced", SUPERVISED),
    ("wales", NEW, "under 18, weekly, supervised", "enhanced-child", ACT_2026),
    ("wales", LATER, "18+, weekly", "basic", ADULTS),
    ("wales", LATER, "under 18, 18+, weekly, personal care", "enhanced-both", f"{CARE}; {ADULTS}"),
    # Scotland: a regulated role does not ask how often, nor who is by
    ("scotland", date(2025, 3, 31), "under 18, weekly", "pvg-child", PVG_2007),
    ("scotland", date(2025, 4, 1), "under 18, weekly", "pvg-child", PVG_2025),
    ("scotland", date(2026, 4, 1), "under 18, weekly", "pvg-child", PVG_2026),
    ("scotland", LATER, "under 18, once, supervised", "pvg-child", PVG_2026),
    ("scotland", LATER, "18+, weekly", "basic", PVG_2026),
    ("scotland", LATER, "18+, weekly, money", "pvg-adult", PVG_2026),
    ("scotland", LATER, "18+, once, personal care", "pvg-adult", PVG_2026),
    ("scotland", LATER, "under 18, 18+, weekly", "pvg-child", PVG_2026),
    ("scotland", LATER, "under 18, 18+, weekly, money", "pvg-both", PVG_2026),
    ("scotland", LATER, "office", "none", ROLE),
    # Northern Ireland keeps the supervision exemption of its own order
    ("northern-ireland", EVE, "under 18, weekly", "enhanced-child", NI),
    ("northern-ireland", LATER, "under 18, weekly, supervised", "enhanced", NI),
    ("northern-ireland", LATER, "under 18, 3 days", "enhanced", NI),
    ("northern-ireland", LATER, "under 18, once, overnight", "enhanced-child", NI),
    ("northern-ireland", LATER, "18+, weekly", "basic", NI),
    ("northern-ireland", LATER, "18+, once, money", "enhanced-adult", NI),
]


def answers(words: str) -> Answers:
    said: dict = {}
    for word in words.split(", "):
        said |= WORDS[word]
    return Answers(**said)


def test_there_are_at_least_forty_cases_each_with_its_source():
    assert len({case[:3] for case in CASES}) >= 40
    assert all(case[4] for case in CASES)


@pytest.mark.parametrize(("nation", "day", "role", "level", "source"), CASES)
def test_l10_the_rules_in_force_say_which_check_is_needed(nation, day, role, level, source):
    assert need_of(answers(role), nation, day).level == level, source


@pytest.mark.parametrize(
    ("nation", "day", "years"),
    [("scotland", date(2026, 3, 31), 3), ("scotland", date(2026, 4, 1), 5), ("england", LATER, 3)],
)
def test_a_check_is_looked_at_again_after_so_many_years(nation, day, years):
    assert version_on(nation, day).look_again_years == years


def test_every_nation_has_rules_today_and_none_before_its_first():
    for nation in ("england", "wales", "scotland", "northern-ireland"):
        first = min(version.begins for version in versions() if nation in version.nations)
        assert version_on(nation, first).begins == first
        with pytest.raises(LookupError):
            version_on(nation, first - timedelta(days=1))


def test_the_data_is_whole():
    """Each version names known levels, says why and where it is written, and has an answer for everything."""
    known = dict(level_choices())
    assert len({version.id for version in versions()}) == len(versions())
    for version in versions():
        assert version.source and version.changed and version.body
        for rows in (version.children, version.adults):
            assert rows[-1].when == (), "the last row fits everybody"
            assert all(row.level in known and row.why.endswith(".") for row in rows)


roles = st.builds(
    Answers, contact=st.just(True), under_18=st.booleans(), over_18=st.booleans(), days_in_30=st.integers(0, 30),
    overnight=st.booleans(), supervised=st.booleans(), care=st.booleans(), adult_help=st.booleans(),
)  # fmt: skip
nations = st.sampled_from(["england", "wales", "scotland", "northern-ireland"])


@given(roles, nations, st.integers(0, 30))
def test_meeting_more_often_never_asks_for_less(role, nation, days):
    more = Answers(**{**role.__dict__, "days_in_30": max(days, role.days_in_30)})
    assert levels.enough(need_of(more, nation, LATER).level, need_of(role, nation, LATER).level)


@given(roles)
def test_since_september_2026_nobody_in_england_is_asked_for_less_because_somebody_is_by(role):
    alone = Answers(**{**role.__dict__, "supervised": False})
    assert need_of(role, "england", NEW).level == need_of(alone, "england", NEW).level


@pytest.mark.parametrize(
    ("held", "needed", "expected"),
    [
        ("enhanced-child", "enhanced-child", True), ("enhanced-both", "enhanced-child", True),
        ("enhanced", "enhanced-child", False), ("enhanced-adult", "enhanced-child", False),
        ("enhanced-child", "basic", True), ("basic", "enhanced", False), ("standard", "basic", True),
        ("pvg-child", "pvg-child", True), ("pvg-child", "pvg-both", False), ("pvg-both", "pvg-adult", True),
        ("enhanced-both", "pvg-child", False), ("pvg-both", "enhanced", False), ("pvg-child", "basic", True),
        ("", "basic", False), ("seen it", "basic", False), ("", "none", True),
        ("Enhanced with barred list", "enhanced-child", True),
    ],
)  # fmt: skip
def test_what_is_held_is_enough_or_not(held, needed, expected):
    assert levels.enough(held, needed) is expected


CODES = [code for code, _ in level_choices() if not code.startswith("pvg")]


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_two_levels_together_do_for_both(one, other):
    both = levels.together(one, other)
    assert levels.enough(both, one) and levels.enough(both, other)
    assert both in dict(level_choices())
