"""Two records of one person become one: nobody asked not to be met is forgotten (R8)."""

from types import SimpleNamespace

from matching.merging import one_profile


def test_r8_the_places_of_both_records_count_once_they_are_one():
    kept = SimpleNamespace(not_from=["Hillsborough"])
    gone = SimpleNamespace(not_from=["Hillsborough", "Crookes"])

    assert one_profile(kept, gone) == (kept, {"not_from": ["Hillsborough", "Crookes"]})
