"""Somebody's time in the scheme is over, as far as erasure asks: the ways there are tested elsewhere."""

from django.utils import timezone

from matching.models import Match
from schemes.people.models import Membership, Volunteer, YoungPerson


def leave(world, user) -> None:
    Membership.objects.filter(user=user, scheme=world.scheme).update(ended_at=timezone.now())
    Match.objects.update(state="ended")
    YoungPerson.objects.filter(user=user).update(state="moved-on")
    Volunteer.objects.filter(user=user).update(state="left")
