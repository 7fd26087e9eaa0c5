"""S14: a first page names the supervision that waits for its reader, and nothing of their own."""

from datetime import timedelta

from django.utils import timezone

from matching.models import Match, Supervision
from matching.supervision import actions
from matching.tests.readying import mentor_ready
from schemes.people.actions import membership_grant, volunteer_edit


def planned(world, **when):
    at = timezone.now() + timedelta(**when)
    volunteers = [mentor_ready(world, world.volunteer)]
    return actions.supervision_plan(
        volunteers=volunteers, supervisor=world.supervisor, planned_at=at, by=world.supervisor
    )[0]


def today(world, person) -> str:
    return world.client(person).get("/").content.decode()


def test_s14_a_supervisor_sees_what_comes_and_what_was_not_written_down(world):
    Supervision.objects.all().delete()
    planned(world, days=3)
    assert f"Supervision with {world.volunteer.first_name}" in today(world, world.supervisor)
    planned(world, days=-2)
    assert f"Supervision with {world.volunteer.first_name} is not written down" in today(world, world.supervisor)
    assert f"Supervision with {world.volunteer.first_name} is not written down" in today(world, world.coordinator)


def test_s14_a_mentor_without_supervision_ahead_is_named_to_their_own_supervisor(world):
    Supervision.objects.all().delete()
    together = Match.objects.together().filter(scheme=world.scheme).first()
    Match.objects.filter(pk=together.pk).update(introduced_on=timezone.localdate() - timedelta(days=60))
    words = f"{together.volunteer.first_name} has no supervision planned"
    volunteer_edit(volunteer=together.volunteer, changes={"supervisor": world.supervisor}, by=world.coordinator)
    assert words in today(world, world.supervisor)
    volunteer_edit(volunteer=together.volunteer, changes={"supervisor": world.coordinator}, by=world.coordinator)
    assert words not in today(world, world.supervisor)


def test_a_supervisor_who_mentors_too_is_told_nothing_of_their_own_supervision_as_staff(world):
    membership_grant(scheme=world.scheme, user=world.mentor, role="supervisor", by=world.manager)
    planned(world, days=-2)
    assert "is not written down" not in today(world, world.mentor)
