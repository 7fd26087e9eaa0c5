"""A supervisor reads of their own mentors only, and of themselves nothing that other staff wrote (roles.md)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from matching.models import Match, Supervision
from matching.supervision import actions
from matching.tests.readying import mentor_ready
from schemes.people.actions import membership_grant, volunteer_edit
from schemes.people.models import Volunteer


def test_the_list_of_mentors_with_nothing_planned_names_own_mentors_only(world):
    where = reverse("matching:supervision_list", args=[world.scheme.slug])
    Supervision.objects.all().delete()
    together = Match.objects.together().filter(scheme=world.scheme).first().volunteer
    volunteer_edit(volunteer=together, changes={"supervisor": world.supervisor}, by=world.coordinator)
    assert together.name in world.client(world.supervisor).get(where).content.decode()
    volunteer_edit(volunteer=together, changes={"supervisor": world.coordinator}, by=world.coordinator)
    assert together.name not in world.client(world.supervisor).get(where).content.decode()
    assert together.name in world.client(world.coordinator).get(where).content.decode()


def test_a_supervisor_who_mentors_too_reads_no_staff_page_about_themselves(world):
    membership_grant(scheme=world.scheme, user=world.mentor, role="supervisor", by=world.manager)
    volunteer = mentor_ready(world, world.volunteer)
    supervision = actions.supervision_plan(
        volunteers=[volunteer],
        supervisor=world.supervisor,
        planned_at=timezone.now() + timedelta(days=3),
        by=world.supervisor,
    )[0]
    inside = world.actor(world.mentor).within(world.scheme)
    assert not Volunteer.objects.visible_to(inside).filter(user=world.mentor).exists()
    assert not Match.objects.visible_to(inside).filter(volunteer__user=world.mentor).exists()
    where = reverse("matching:supervision_record", args=[world.scheme.slug, supervision.pk])
    assert world.client(world.mentor).get(where).status_code == 404
    assert Supervision.objects.visible_to(world.actor(world.mentor)).filter(pk=supervision.pk).exists()
