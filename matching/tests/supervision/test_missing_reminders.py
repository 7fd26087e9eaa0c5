"""Nobody is left without supervision: the next one that is not planned climbs from the supervisor on (S14)."""

from datetime import timedelta

import pytest

from matching.models import Match, Supervision
from matching.supervision.groups import queries
from matching.supervision.queries import supervision_gaps
from matching.supervision.reminders import supervision_group_missing, supervision_missing
from mentoring.tests.due_kit import in_days, local, pairs, told

TABLE = {
    0: "supervisor", 6: "supervisor", 7: "supervisor, coordinator:co-ordinator",
    13: "supervisor, coordinator:co-ordinator", 14: "supervisor, coordinator:co-ordinator, manager:manager",
    60: "supervisor, coordinator:co-ordinator, manager:manager",
}  # fmt: skip


GROUP = {0: "coordinator", 13: "coordinator", 14: "coordinator manager", 60: "coordinator manager"}


@pytest.fixture
def nothing_planned(world):
    Supervision.objects.all().delete()
    return world


def test_one_to_one(nothing_planned):
    world, far = nothing_planned, in_days(400)
    due = next(local(gap.due_on) for gap in supervision_gaps(far) if gap.volunteer.pk == world.volunteer.pk)
    found = {days: told(supervision_missing, due + timedelta(days=days), world, world.volunteer) for days in TABLE}
    assert found == {days: pairs(who) for days, who in TABLE.items()}


def test_in_a_group(nothing_planned, monkeypatch):
    monkeypatch.setattr(queries, "LEAST", 1)
    world, far = nothing_planned, in_days(400)
    gap = next(gap for gap in queries.group_gaps(far) if gap.scheme.pk == world.scheme.pk and not gap.is_peer)
    steps = {f"{gap.who}", f"{gap.who} manager"}
    for days, who in GROUP.items():
        found = told(supervision_group_missing, local(gap.due_on) + timedelta(days=days), world, world.scheme)
        assert {person for person, step in found if step in steps} == set(who.split())


def test_without_a_match_nobody_is_missed(nothing_planned):
    Match.objects.update(state="ended")
    assert told(supervision_missing, in_days(400), nothing_planned) == set()
    assert told(supervision_group_missing, in_days(400), nothing_planned) == set()
