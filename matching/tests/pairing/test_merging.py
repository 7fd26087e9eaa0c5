"""Two records of one person become one: nobody asked not to be met is forgotten (R8)."""

from datetime import date
from types import SimpleNamespace

import pytest

from matching.merging import one_profile, the_longer_one


def test_r8_the_places_of_both_records_count_once_they_are_one():
    kept = SimpleNamespace(not_from=["Hillsborough"])
    gone = SimpleNamespace(not_from=["Hillsborough", "Crookes"])

    assert one_profile(kept, gone) == (kept, {"not_from": ["Hillsborough", "Crookes"]})


@pytest.mark.parametrize(
    ("kept", "gone", "until"),
    [
        (date(2027, 1, 1), date(2027, 3, 1), date(2027, 3, 1)),
        (date(2027, 3, 1), date(2027, 1, 1), date(2027, 3, 1)),
        (None, date(2027, 1, 1), None),
        (date(2027, 1, 1), None, None),
    ],
)
def test_a_pair_set_aside_on_both_records_stays_so_for_the_longer_time(kept, gone, until):
    kept, gone = SimpleNamespace(until=kept), SimpleNamespace(until=gone)
    assert the_longer_one(kept, gone) == (kept, {"until": until})
