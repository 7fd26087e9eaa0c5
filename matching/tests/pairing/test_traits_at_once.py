"""Two at once: somebody is changed while what the engine knows of them is being kept (decision 0019). Whoever comes
first, and though no action is asked, nothing old is there once both are done."""

import pytest
from django.db import transaction

from matching.models import Profile, Traits
from matching.pairing.actions import profile_edit
from matching.pairing.actions.traits import traits_keep
from matching.tests.pairing.test_at_once import alone, beside
from matching.tests.pairing.test_traits import packed_afresh, packed_now
from schemes.people.actions import volunteer_edit
from schemes.people.models import Volunteer

pytestmark = pytest.mark.django_db(transaction=True)

CHANGES = {
    "action": lambda w: volunteer_edit(volunteer=w.volunteer, changes={"area": "Wick"}, by=w.coordinator),
    "person-past-actions": lambda w: Volunteer.objects.filter(pk=w.volunteer.pk).update(area="Wick"),
    "wish": lambda w: profile_edit(person=w.volunteer, changes={"months": 3}, by=w.coordinator),
    "wish-past-actions": lambda w: Profile.objects.filter(volunteer=w.volunteer).update(communities=["Roma"]),
    "wishes-gone": lambda w: Profile.objects.filter(volunteer=w.volunteer).delete(),
    "wishes-first-said": lambda w: Profile.objects.create(volunteer=w.peer_volunteer, months=3),
}


@pytest.fixture
def waiting(pair):
    profile_edit(person=pair.volunteer, changes={"communities": ["Deaf"]}, by=pair.coordinator)
    Traits.objects.all().delete()
    return pair


def keep(world):
    keys = [world.volunteer.pk, world.peer_volunteer.pk, world.young_person.pk]
    return lambda: traits_keep(keys=keys)


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_what_is_changed_and_not_committed_is_never_kept_as_it_was(waiting, what):
    beside(lambda: CHANGES[what](waiting), keep(waiting))
    assert packed_now(waiting.scheme) == packed_afresh(waiting.scheme)


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_a_change_that_begins_while_the_old_is_being_kept_throws_it_away(waiting, what):
    beside(keep(waiting), lambda: CHANGES[what](waiting))
    assert packed_now(waiting.scheme) == packed_afresh(waiting.scheme)


def test_who_keeps_waits_for_nobody_and_nobody_is_missing_from_the_plan(waiting):
    """Given somebody who is being changed, then the plan has them as they are, and nothing of them is kept yet."""
    with transaction.atomic():
        CHANGES["action"](waiting)
        assert len(packed_now(waiting.scheme)) == len(packed_afresh(waiting.scheme))
    assert alone(keep(waiting))
