"""The benchmark table can still be made: every item, at fifty rows, whatever the figures say (half a minute: slow)."""

import pytest

from bench.__main__ import ITEMS, measured
from bench.scale import SMALL
from bench.table import Line, as_text, ratio_of


@pytest.mark.slow
def test_every_item_of_the_table_can_be_measured():
    lines = measured(list(ITEMS), SMALL, sqlite_only=True)

    items = "volunteers", "joining", "matches", "pair by pair", "board", "concerns", "permissions", "report"
    for words in (*items, "reminders", "sessions", "writers"):
        assert any(words in line.item for line in lines), words
    assert len(as_text(lines).splitlines()) == len(lines) + 2


def test_a_line_says_whether_its_goal_is_met():
    assert Line("", "", "", 0.07, "≥ 0.06").met and not Line("", "", "", 0.05, "≥ 0.06").met
    assert Line("", "", "", 1.2, "≤ 1.3").met and not Line("", "", "", 1.4, "≤ 1.3").met


def test_a_ratio_is_the_median_of_the_rounds_own():
    """A round in which the machine was busy slows both sides down and changes nothing."""
    assert ratio_of([10, 1, 10], [5, 0.5, 4]) == 2
