"""S14, P6: mentors come together, with or without a match; who came is noted, and nobody reads of another."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Supervision, SupervisionGroup
from matching.supervision.groups import actions
from matching.supervision.groups.queries import group_gaps
from matching.supervision.queries import supervision_coming, supervision_overdue
from matching.supervision.reminders import supervision_late, supervision_soon
from matching.supervision.rhythm import Rhythm
from matching.supervision.rhythms.actions import supervision_rhythm_set
from matching.tests.readying import mentor_ready
from matching.tests.supervision.made import planned
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant


@pytest.fixture
def group(cast):
    """Zofia and Kofi, yesterday; Kofi has no match and no wish for one."""
    place = planned(cast, mentor_ready(cast, cast.volunteer), mentor_ready(cast, cast.peer_volunteer), days=-1)
    return place.group


def where(cast, name, group):
    return reverse(f"matching:{name}", args=[cast.scheme.slug, group.pk])


def places(group) -> dict:
    return {row.volunteer.user.name.split()[0]: row for row in group.supervisions.select_related("volunteer__user")}


def written(cast, group, **came):
    rows = places(group)
    told = {rows[name].pk: outcome for name, outcome in came.items()}
    return actions.supervision_group_record(
        group=group, topics="Late texts, and saying no.", came=told, by=cast.supervisor
    )


def test_p6_those_in_the_peer_group_are_invited_without_a_match_and_nobody_untrained(cast, group):
    SupervisionGroup.objects.filter(pk=group.pk).update(planned_at=timezone.now() + timedelta(days=5))
    with pytest.raises(Refused, match="has not done the training"):
        actions.supervision_group_invite(group=group, volunteers=[cast.uncleared_volunteer], by=cast.coordinator)
    una = mentor_ready(cast, cast.uncleared_volunteer)
    answer = cast.client(cast.coordinator).post(where(cast, "supervision_group_invite", group), {"volunteers": una.pk})
    assert answer.status_code == 302
    assert set(places(group)) == {"Zofia", "Kofi", "Una"}


def test_s14_who_came_is_noted_for_each_and_the_topics_are_read_by_all_invited(cast, group):
    rows = places(group)
    sent = {f"came_{rows['Zofia'].pk}": "held", f"came_{rows['Kofi'].pk}": "missed", "topics": "Late texts."}
    assert cast.client(cast.supervisor).post(where(cast, "supervision_group_record", group), sent).status_code == 302
    outcomes = {name: (row.outcome, row.missed_by) for name, row in places(group).items()}
    assert outcomes == {"Zofia": ("held", ""), "Kofi": ("missed", "mentor")}
    page = cast.client(cast.mentor).get("/me/supervision/").content.decode()
    assert "Late texts." in page
    assert "Kofi" not in page
    for reader in (cast.coordinator, cast.lead, cast.supervisor):
        assert "Late texts." in cast.client(reader).get(where(cast, "supervision_group_record", group)).content.decode()


def test_s14_a_note_on_one_mentor_is_read_by_no_other(cast, group):
    written(cast, group, Zofia="held", Kofi="held")
    Supervision.objects.filter(pk=places(group)["Zofia"].pk).update(shared_note="Quartzfinch was quiet")
    assert "Quartzfinch" in cast.client(cast.mentor).get("/me/supervision/").content.decode()
    assert "Quartzfinch" not in cast.client(cast.peer).get("/me/supervision/").content.decode()
    shown = cast.client(cast.coordinator).get(where(cast, "supervision_group_record", group)).content.decode()
    assert "Quartzfinch" not in shown


def test_s14_all_of_it_moves_and_is_called_off_together(cast, group):
    at = timezone.now() + timedelta(days=9)
    actions.supervision_group_move(group=group, planned_at=at, place="Hall", by=cast.supervisor)
    assert {(row.planned_at, row.place, row.times_moved) for row in places(group).values()} == {(at, "Hall", 1)}
    actions.supervision_group_call_off(group=group, reason="ill", by=cast.supervisor)
    assert {row.outcome for row in places(group).values()} == {"called-off"}
    with pytest.raises(Refused):
        written(cast, group, Zofia="held", Kofi="held")


def test_a_place_is_not_written_down_alone_and_a_group_to_which_nobody_came_is_called_off(cast, group):
    from matching.supervision.actions import supervision_call_off, supervision_record

    row = places(group)["Zofia"]
    with pytest.raises(Refused, match="page of the group"):
        supervision_record(supervision=row, outcome="held", notes={}, by=cast.supervisor)
    with pytest.raises(Refused, match="page of the group"):
        supervision_call_off(supervision=row, reason="ill", by=cast.supervisor)
    with pytest.raises(Refused, match="call it off"):
        written(cast, group, Zofia="missed", Kofi="called-off")
    with pytest.raises(Refused, match="Look through it once more"):
        written(cast, group, Zofia="held")


def test_a_co_ordinator_who_is_invited_as_a_mentor_reads_and_writes_nothing_as_staff(cast, group):
    membership_grant(scheme=cast.scheme, user=cast.peer, role="coordinator", by=cast.manager)
    assert cast.client(cast.peer).get(where(cast, "supervision_group_record", group)).status_code == 404
    with pytest.raises(Refused, match="about you"):
        actions.supervision_group_move(group=group, planned_at=timezone.now(), by=cast.peer)


def test_s14_a_group_stands_once_on_the_first_page_and_reminds_its_leader_once(cast, group):
    now = timezone.now()
    assert supervision_overdue(now).count() == 2
    page = cast.client(cast.supervisor).get("/").content.decode()
    assert page.count("Group supervision is not written down</a>") == 1
    late = [due.recipient_id for due in supervision_late(now + timedelta(days=1))]
    assert late == [cast.supervisor.pk]


def test_s14_mentors_hear_of_a_group_three_days_before(cast, group):
    SupervisionGroup.objects.filter(pk=group.pk).update(planned_at=timezone.now() + timedelta(days=6))
    Supervision.objects.filter(group=group).update(planned_at=timezone.now() + timedelta(days=6))
    now = timezone.now()
    assert supervision_coming(now).count() == 2
    assert [due.recipient_id for due in supervision_soon(now)] == [cast.supervisor.pk]
    near = {due.recipient_id for due in supervision_soon(now + timedelta(days=3))}
    assert near == {cast.supervisor.pk, cast.mentor.pk, cast.peer.pk}


def test_s14_a_kind_of_mentor_whose_group_does_not_meet_in_time_is_a_gap(world):
    from matching.models import Match

    Supervision.objects.all().delete()
    Match.objects.together().update(introduced_on=timezone.localdate() - timedelta(days=120))
    found = {gap.is_peer for gap in group_gaps(timezone.now(), [world.scheme])}
    kinds = Match.objects.together().filter(scheme=world.scheme).values_list("volunteer__is_peer", "volunteer")
    assert found == {is_peer for is_peer in (True, False) if len({m for p, m in kinds if p == is_peer}) > 1}
    rhythm = Rhythm(group_every_days=0, peer_group_every_days=0)
    supervision_rhythm_set(scheme=world.scheme, rhythm=rhythm, from_on=timezone.localdate(), by=world.coordinator)
    assert group_gaps(timezone.now(), [world.scheme]) == []
