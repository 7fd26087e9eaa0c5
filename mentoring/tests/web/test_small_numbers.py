"""Numbers under five are hidden, and stay hidden from somebody who can subtract (S16, R12)."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.web.small_numbers import (
    LIMIT,
    SMALL,
    WITHHELD,
    protect,
    protect_row,
    protect_stages,
    protect_table,
)

count = st.one_of(st.integers(0, 7), st.integers(0, 60))
a_table = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(count, min_size=width, max_size=width), min_size=2, max_size=4)
)


def values_an_attacker_allows(safe, sums, name):
    """Values (at most two) that a hidden count can have, for somebody who knows the sums and what is printed.

    Written apart from the product: every way to fill the blanks is tried, narrowing by the sums on the way.
    """
    printed = {SMALL: (1, LIMIT - 1), WITHHELD: (0, 500)}
    start = {n: printed[s] if s.hidden else (s.value, s.value) for n, s in safe.items()}
    found = set()
    low, high = narrowed(start, sums)[name]
    for value in sorted(range(low, high + 1), key=lambda v: abs(v - (low + high) / 2)):
        if can_be_filled({**start, name: (value, value)}, sums):
            found.add(value)
        if len(found) == 2:
            break
    assert found, "the truth is always possible"
    return found


def narrowed(ranges, sums):
    """The ranges after each sum has cut its whole and its parts as far as it can; None when nothing fits."""
    ranges, before = dict(ranges), None
    while ranges != before:
        before = dict(ranges)
        for whole, parts in sums:
            lows, highs = (sum(ranges[p][end] for p in parts) for end in (0, 1))
            ranges[whole] = max(ranges[whole][0], lows), min(ranges[whole][1], highs)
            for part in parts:
                low, high = ranges[part]
                low = max(low, ranges[whole][0] - (highs - high))
                high = min(high, ranges[whole][1] - (lows - ranges[part][0]))
                ranges[part] = low, high
                lows, highs = (sum(ranges[p][end] for p in parts) for end in (0, 1))
        if any(low > high for low, high in ranges.values()):
            return None
    return ranges


def can_be_filled(ranges, sums):
    ranges = narrowed(ranges, sums)
    if ranges is None:
        return False
    open_names = [n for n, (low, high) in ranges.items() if low < high]
    if not open_names:
        return True
    name = min(open_names, key=lambda n: ranges[n][1] - ranges[n][0])
    low, high = ranges[name]
    return any(can_be_filled({**ranges, name: (v, v)}, sums) for v in range(low, high + 1))


def two_way(cells):
    down, across = range(len(cells)), range(len(cells[0]))
    safe = protect_table(cells)
    named = {("cell", r, c): safe.cells[r][c] for r in down for c in across}
    named |= {("row", r): safe.row_totals[r] for r in down}
    named |= {("column", c): safe.column_totals[c] for c in across}
    named["all"] = safe.total
    sums = [(("row", r), [("cell", r, c) for c in across]) for r in down]
    sums += [(("column", c), [("cell", r, c) for r in down]) for c in across]
    sums += [("all", [("row", r) for r in down]), ("all", [("column", c) for c in across])]
    return named, sums


@settings(max_examples=60, deadline=None)
@given(a_table)
def test_s16_no_hidden_number_of_a_two_way_table_can_be_worked_out_from_its_totals(cells):
    named, sums = two_way(cells)

    for name, cell in named.items():
        if cell.hidden:
            assert len(values_an_attacker_allows(named, sums, name)) == 2, (name, cells)


@settings(max_examples=60, deadline=None)
@given(st.lists(count, min_size=1, max_size=7))
def test_s16_no_hidden_number_of_a_list_can_be_worked_out_from_its_total(counts):
    cells, total = protect_row(dict(enumerate(counts)))
    named = {**cells, "all": total}

    for name, cell in named.items():
        if cell.hidden:
            assert len(values_an_attacker_allows(named, [("all", list(cells))], name)) == 2, counts


@settings(max_examples=60, deadline=None)
@given(a_table)
def test_s16_every_number_from_one_to_four_is_hidden_and_every_shown_number_is_true(cells):
    safe = protect_table(cells)

    for row, shown_row in zip(cells, safe.cells, strict=True):
        for true, cell in zip(row, shown_row, strict=True):
            assert cell.hidden or cell.value == true
            assert cell.hidden or true == 0 or true >= LIMIT
            assert not (cell.hidden and true == 0), "nought tells nothing about anybody and is shown"


@settings(max_examples=60, deadline=None)
@given(st.lists(count, min_size=2, max_size=6).map(lambda counts: sorted(counts, reverse=True)))
def test_s16_no_two_shown_stages_of_a_funnel_differ_by_fewer_than_five_people(counts):
    """Between any two printed stages the difference is a printed number too."""
    printed = [stage.value for stage in protect_stages(counts) if not stage.hidden]

    for earlier, later in itertools.combinations(printed, 2):
        assert earlier == later or earlier - later >= LIMIT


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 8), min_size=2, max_size=3), st.data())
def test_s16_two_breakdowns_of_the_same_people_do_not_give_each_other_away(by_age, data):
    """The same total split by age and by area: what one hides the other must not show."""
    whole = sum(by_age)
    first = data.draw(st.integers(0, whole))
    second = data.draw(st.integers(0, whole - first))
    counts = {("age", i): n for i, n in enumerate(by_age)}
    counts |= {("area", 0): first, ("area", 1): second, ("area", 2): whole - first - second, "all": whole}
    sums = [("all", [n for n in counts if n[0] == kind]) for kind in ("age", "area")]
    sums = [(w, [p for p in parts if p != "all"]) for w, parts in sums]

    safe = protect(counts, sums)

    for name, cell in safe.items():
        if cell.hidden:
            assert len(values_an_attacker_allows(safe, sums, name)) == 2


def test_s16_a_lone_small_number_drags_the_next_smallest_with_it():
    cells, total = protect_row({"enough time": 3, "moved away": 7, "new job": 20})

    assert [str(cell) for cell in cells.values()] == ["fewer than 5", "hidden", "20"]
    assert str(total) == "30"


def test_s16_what_is_hidden_in_one_table_hides_nothing_in_another_that_shares_no_total():
    """Three sums in a row all hidden: the next number to go is the nearest, not the smallest of the whole book."""
    counts = {"left": 4, "moved": 3, "work": 1, "gone": 4, "here": 32, "ever": 36}
    counts |= {"met": 7, "by letter": 2, "at a meeting": 5}
    sums = [("left", ["moved", "work"]), ("gone", ["left"]), ("ever", ["here", "gone"])]
    safe = protect(counts, [*sums, ("met", ["by letter", "at a meeting"])])

    assert str(safe["met"]) == "7"
    assert str(safe["ever"]) == "36"
    assert safe["here"].hidden


def test_s16_nought_and_five_are_shown_and_pull_nothing_with_them():
    cells, total = protect_row({"ended well": 5, "paused": 0, "open": 12})

    assert [str(cell) for cell in cells.values()] == ["5", "0", "12"]
    assert str(total) == "17"


def test_s16_a_neighbour_that_could_only_be_five_is_not_enough_cover():
    """6 in all, hidden 1 and 5: "fewer than 5" and "5 or more" leave only 1 + 5, so the total goes too."""
    cells, total = protect_row({"a": 1, "b": 5})

    assert cells["a"].hidden and cells["b"].hidden and total.hidden


def test_s16_when_the_very_words_fewer_than_five_would_tell_one_word_is_used_for_all():
    """Four parts of 1: each at least 1 and together fewer than 5 can only be 1 each."""
    cells, total = protect_row({"a": 1, "b": 1, "c": 1, "d": 1})

    assert {*cells.values(), total} == {WITHHELD}


def test_s16_sums_that_do_not_add_up_are_refused_since_nothing_could_be_promised():
    with pytest.raises(ValueError, match="add up"):
        protect({"all": 10, "a": 3}, [("all", ["a"])])
    with pytest.raises(ValueError, match="negative"):
        protect({"a": -1})
