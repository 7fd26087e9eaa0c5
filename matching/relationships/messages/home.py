"""Messages that wait for the eyes of staff, on their first page."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from matching.relationships.messages.models import Message
from matching.relationships.messages.queries import waits_since
from mentoring.home.cards import TodayRow
from schemes.people.permissions import Permission

SHOWN = 5


def today_rows(actor, at: datetime):
    """The rows are those that the reminder finds, as far as this person may see them; none of a match of their own."""
    scheme_ids = actor.schemes_for(Permission.MESSAGES_CHECK)
    if not scheme_ids:
        return
    waiting = Message.objects.visible_to(actor).waiting().filter(match__scheme_id__in=scheme_ids)
    waiting = waiting.exclude(match__volunteer__user=actor.user).exclude(match__young_person__user=actor.user)
    for message in waiting.select_related("match__scheme", "match__volunteer", "match__young_person")[:SHOWN]:
        match = message.match
        reported = message.reported_at and not message.dealt_with_at
        yield TodayRow(
            due_on=localdate(waits_since(message)),
            words=f"A message of {match} {'was reported' if reported else 'is held'}",
            detail="Somebody said that it is not right" if reported else "It waits for you to pass it on, or not",
            url=reverse("matching:message_decide", args=[match.scheme.slug, message.pk]),
            button="Look at it",
            tone="bad" if reported else "",
        )
