"""What was agreed and is still to do: one definition for agenda, first page and reminders (S14)."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from matching.supervision.following.models import SupervisionAction

#: A thing to do stands on its owner's first page a week before its day.
AHEAD_DAYS = 7


def actions_due(at: datetime):
    """Still to do, and their day has come; the oldest first. Not of mentors who have left."""
    return _open().filter(due_on__lte=localdate(at))


def actions_owned(actor, at: datetime):
    """What this member of the staff said they would do, whose day is near."""
    soon = localdate(at) + timedelta(days=AHEAD_DAYS)
    return _open().filter(owner=actor.user, due_on__lte=soon)


def actions_of_mentor(user):
    """A mentor's own, still to do."""
    return _open().filter(owner=None, supervision__volunteer__user=user)


def _open():
    people = ("owner", "supervision__volunteer", "supervision__scheme", "supervision__supervisor")
    return SupervisionAction.objects.open().exclude(supervision__volunteer__state="left").select_related(*people)
