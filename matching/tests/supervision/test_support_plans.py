"""L6: each peer mentor has a plan, written with them, read by them, looked at again; whoever has none is named."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, SupportPlan
from matching.supervision.reminders import support_plan_missing
from matching.supervision.support_plans.actions import WORDS, support_plan_agree, support_plan_write
from matching.supervision.support_plans.queries import plan_gaps
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant, volunteer_edit
from schemes.people.models import Volunteer


def written(world, mentor, by=None, **other):
    words = dict.fromkeys(WORDS, "Quartzrobin a walk") | other
    review_on = timezone.localdate() + timedelta(days=90)
    return support_plan_write(
        volunteer=mentor, words=words, ring_within=0, review_on=review_on, by=by or world.supervisor
    )


@pytest.fixture
def peer_pair(world):
    """A pair whose mentor is a peer, with Lou as supervisor and no plan."""
    SupportPlan.objects.all().delete()
    world.pair = Match.objects.together().filter(scheme=world.scheme).first()
    changes = {"is_peer": True, "supervisor": world.supervisor}
    world.mentoring = volunteer_edit(volunteer=world.pair.volunteer, changes=changes, by=world.coordinator)
    return world


def gaps(world) -> dict:
    found = plan_gaps(timezone.now(), Volunteer.objects.filter(pk=world.mentoring.pk))
    return {gap.volunteer: gap.is_missing for gap in found}


def test_l6_a_peer_with_a_young_person_and_no_plan_is_named_on_every_screen(peer_pair):
    assert gaps(peer_pair) == {peer_pair.mentoring: True}
    words = f"{peer_pair.mentoring.first_name} has no support plan"
    for name in ("supervision_list", "supervision_mentors"):
        page = peer_pair.client(peer_pair.supervisor).get(reverse(f"matching:{name}", args=[peer_pair.scheme.slug]))
        assert words in page.content.decode(), name
    assert words in peer_pair.client(peer_pair.supervisor).get("/").content.decode()
    told = {due.recipient_id for due in support_plan_missing(timezone.now() + timedelta(days=8))}
    assert {peer_pair.supervisor.pk, peer_pair.coordinator.pk} <= told
    written(peer_pair, peer_pair.mentoring)
    assert gaps(peer_pair) == {}


def test_l6_whoever_is_no_peer_or_has_no_young_person_is_no_gap(peer_pair):
    volunteer_edit(volunteer=peer_pair.mentoring, changes={"is_peer": False}, by=peer_pair.coordinator)
    assert gaps(peer_pair) == {}


def test_l6_a_plan_is_looked_at_again_on_its_day(peer_pair):
    written(peer_pair, peer_pair.mentoring)
    SupportPlan.objects.update(review_on=timezone.localdate())
    assert gaps(peer_pair) == {peer_pair.mentoring: False}


def test_l6_the_mentor_reads_it_and_says_that_it_is_right_of_the_newest_only(world):
    old, new = written(world, world.peer_volunteer), written(world, world.peer_volunteer, helps="Quartzlinnet music")
    page = world.client(world.peer).get("/me/support-plan/").content.decode()
    assert "Quartzlinnet music" in page
    assert "Quartzlinnet" not in world.client(world.mentor).get("/me/support-plan/").content.decode()
    with pytest.raises(Refused, match="anew"):
        support_plan_agree(plan=old, by=world.peer)
    with pytest.raises(Refused, match="Only the mentor"):
        support_plan_agree(plan=new, by=world.supervisor)
    world.client(world.peer).post(reverse("matching:my_support_plan_agree", args=[new.pk]))
    new.refresh_from_db()
    assert new.agreed_at


def test_l6_all_four_parts_are_asked_for(world):
    with pytest.raises(Refused, match="Each of the four"):
        written(world, world.peer_volunteer, too_much="  ")
    where = reverse("matching:support_plan_write", args=[world.scheme.slug, world.peer_volunteer.pk])
    answer = world.client(world.supervisor).post(where, {"helps": "Quartzfinch", "ring_within": "0"})
    assert answer.status_code == 422
    assert "Quartzfinch" in answer.content.decode()


def test_a_supervisor_of_somebody_else_and_the_mentor_as_staff_read_nothing(world):
    written(world, world.peer_volunteer)
    where = reverse("matching:support_plan_show", args=[world.scheme.slug, world.peer_volunteer.pk])
    volunteer_edit(volunteer=world.peer_volunteer, changes={"supervisor": None}, by=world.coordinator)
    assert world.client(world.supervisor).get(where).status_code == 404
    membership_grant(scheme=world.scheme, user=world.peer, role="coordinator", by=world.manager)
    assert world.client(world.peer).get(where).status_code == 404
    with pytest.raises(Refused, match="about you"):
        written(world, world.peer_volunteer, by=world.peer)


def test_l6_what_was_agreed_stands_where_somebody_rings_after_a_hard_session(peer_pair):
    written(peer_pair, peer_pair.mentoring, after_hard="Quartzdunnock ring at six")
    where = reverse("matching:check_in_add", args=[peer_pair.scheme.slug, peer_pair.pair.pk])
    assert "Quartzdunnock" in peer_pair.client(peer_pair.supervisor).get(where + "?side=mentor").content.decode()
