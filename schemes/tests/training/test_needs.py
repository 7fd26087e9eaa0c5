"""S14: what a mentor needs to learn next is noted, seen by whoever plans sessions, and done with once they heard it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from schemes.models import TrainingNeed
from schemes.training.actions import (
    attendance_book,
    attendance_mark,
    training_need_add,
    training_need_close,
    training_session_add,
)
from schemes.training.queries import training_wanted


def wanted(world, user) -> dict:
    found = training_wanted(world.actor(user).within(world.scheme), world.scheme)
    return {one.topic: (one.number, [need.volunteer for need in one.needs]) for one in found}


@pytest.fixture
def need(world):
    TrainingNeed.objects.all().delete()
    return training_need_add(
        volunteer=world.volunteer, topic=world.training_module.topic, words="Late texts.", by=world.supervisor
    )


def test_s14_whoever_plans_sees_the_topic_and_the_names_that_are_theirs(world, need):
    topic = need.get_topic_display()
    assert wanted(world, world.coordinator) == {topic: (1, [world.volunteer])}
    TrainingNeed.objects.filter(pk=need.pk).update(volunteer=world.peer_volunteer)
    world.peer_volunteer.attendances.all().delete()
    assert wanted(world, world.trainer) == {topic: (1, [])}
    page = world.client(world.trainer).get(reverse("schemes:course_list", args=[world.scheme.slug]))
    assert topic in page.content.decode()
    assert world.peer_volunteer.name not in page.content.decode()


def test_s14_it_goes_by_itself_once_they_have_heard_it(world, need):
    held = training_session_add(
        module=world.training_module, starts_at=timezone.now(), place="Library", trainer=world.trainer,
        by=world.coordinator,
    )  # fmt: skip
    attendance_book(session=held, volunteers=[world.volunteer], by=world.coordinator)
    assert TrainingNeed.objects.open().exists()
    place = held.attendances.get()
    attendance_mark(session=held, outcomes={place.pk: "attended"}, by=world.trainer)
    assert not TrainingNeed.objects.open().exists()


def test_what_they_heard_before_does_not_count(world, need):
    TrainingNeed.objects.filter(pk=need.pk).update(said_on=timezone.localdate() + timedelta(days=1))
    held = training_session_add(
        module=world.training_module, starts_at=timezone.now(), place="Library", trainer=world.trainer,
        by=world.coordinator,
    )  # fmt: skip
    attendance_book(session=held, volunteers=[world.volunteer], by=world.coordinator)
    attendance_mark(session=held, outcomes={held.attendances.get().pk: "attended"}, by=world.trainer)
    assert TrainingNeed.objects.open().exists()


def test_said_twice_it_is_one_and_closed_twice_it_is_closed_once(world, need):
    again = training_need_add(volunteer=world.volunteer, topic=need.topic, words="And money.", by=world.coordinator)
    assert (again.pk, again.words) == (need.pk, "And money.")
    closed = training_need_close(need=again, by=world.coordinator)
    assert training_need_close(need=closed, by=world.supervisor).closed_by == world.coordinator
    assert wanted(world, world.coordinator) == {}


def test_a_lead_reads_it_and_notes_nothing(world, need):
    where = reverse("schemes:training_need_add", args=[world.scheme.slug, world.volunteer.pk])
    assert world.client(world.lead).get(where).status_code == 403
    shown = reverse("schemes:training_show", args=[world.scheme.slug, world.volunteer.pk])
    assert "Late texts." in world.client(world.lead).get(shown).content.decode()
