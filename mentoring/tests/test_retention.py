"""The schedule says of everything that is held on a person how long it is kept (issue 6)."""

from datetime import date

import pytest

from mentoring.held.keeping import Keep, keeps
from mentoring.held.queries import kinds


def test_issue_6_every_kind_of_record_is_in_one_class_of_the_schedule():
    labels = [label for keep in keeps() for label in keep.labels]
    assert sorted(labels) == sorted({kind.model for kind in kinds()})


def test_each_class_has_a_name_of_its_own_and_a_reason():
    assert len({keep.key for keep in keeps()}) == len(keeps())
    assert not [keep.name for keep in keeps() if not keep.why]


def test_what_is_silent_in_a_record_is_silent_where_the_law_keeps_it():
    """Whether there is a concern about somebody is told to nobody by the list of what stays."""
    kept = {label for keep in keeps() if keep.law and not keep.silent for label in keep.labels}
    assert not {kind.model for kind in kinds() if kind.silent} & kept


@pytest.mark.parametrize(
    ("left_on", "months", "until"),
    [
        (date(2026, 3, 31), 6, date(2026, 9, 28)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_a_time_counts_from_the_day_somebody_left(left_on, months, until):
    keep = Keep("x", "X", "", months=months, why="because", law="law")
    assert keep.until(left_on) == until
    assert keep.stays(left_on, left_on)
    assert not keep.stays(left_on, until)
    assert not Keep("y", "Y", "", months=months, why="because").stays(left_on, left_on)
