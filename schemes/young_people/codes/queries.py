"""Whose acts wait for a code, and which codes were given."""

from datetime import timedelta

from schemes.people.models import YoungPerson
from schemes.young_people.codes.models import StepUpCode

SHOWN_FOR = timedelta(days=14)
TOLD_FOR = timedelta(days=2)


def records_of(user):
    """Records the scheme keeps of this person as a young person, in whatever state."""
    return YoungPerson.objects.filter(user=user).select_related("scheme")


def codes_shown(user, now):
    """What they may recognise, or not: when, by whom, how, and whether it was used."""
    rows = StepUpCode.objects.filter(young_person__user=user, created_at__gt=now - SHOWN_FOR)
    return rows.select_related("given_by")[:10]


def codes_to_tell(at):
    """Given of late: each is told to whom it was given for, so that one they did not ask for is seen."""
    rows = StepUpCode.objects.filter(created_at__gt=at - TOLD_FOR, created_at__lte=at, young_person__user__isnull=False)
    return rows.select_related("young_person")
