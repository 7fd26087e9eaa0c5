"""Reading what the two wrote, and what of it waits for somebody."""

from datetime import datetime, timedelta

from django.utils import timezone

from matching.relationships.agreements.queries import agreement_in_force
from matching.relationships.messages.holding import HOLDS
from matching.relationships.messages.models import Message
from matching.relationships.queries import MEETING
from mentoring.transitions import Refused
from mentoring.web.wording import listed

#: Told of something new after so long, so that who is writing now is not mailed; and no longer than so many days.
AFTER, LATEST_DAYS = timedelta(minutes=10), 14


def agreed_hours(match) -> tuple:
    """(not before, not after) of two who may write to each other today; Refused, with what opens it, otherwise."""
    agreement = agreement_in_force(match)
    if match.state not in MEETING:
        raise Refused("You can write here while you two are meeting.")
    if agreement is None or not agreement.writes_here:
        raise Refused("You did not agree to write here. You can ask to change what you agreed.")
    return agreement.contact_from, agreement.contact_until


def may_write(match) -> bool:
    try:
        agreed_hours(match)
    except Refused:
        return False
    return True


def thread_of(match):
    """Everything, the oldest first; held and reported ones too: for whoever may read the whole."""
    return match.messages.select_related("by").order_by("created_at")


def thread_for(match, user, now: datetime):
    """What one of the two sees, the newest first: all they wrote, and what has reached them."""
    mine = match.messages.filter(by=user)
    return (mine | reached(match, user, now)).select_related("by").order_by("-created_at")


def reached(match, user, now: datetime):
    """What the other one wrote, from when it may be read."""
    return match.messages.exclude(by=user).filter(readable_from__lte=now)


def unread_number(match, user) -> int:
    return reached(match, user, timezone.now()).filter(read_at__isnull=True).count()


def unread_of_everybody(at: datetime):
    """Messages that have reached somebody who has not read them, for as long as that is news."""
    rows = Message.objects.filter(
        read_at__isnull=True, readable_from__lte=at - AFTER, readable_from__gte=at - timedelta(days=LATEST_DAYS)
    ).filter(match__state__in=MEETING)
    return rows.select_related("match__volunteer", "match__young_person").order_by("readable_from")


def waiting_of_everybody():
    """What waits for the eyes of staff."""
    return Message.objects.waiting().select_related("match__scheme", "match__volunteer", "match__young_person")


def waits_since(message) -> datetime:
    """When it began to wait: reported, or held."""
    return message.reported_at if message.reported_at and not message.dealt_with_at else message.created_at


def held_words(message) -> str:
    """ "a telephone number and a link", as it is told to whoever wrote it."""
    return listed([HOLDS[key] for key in message.held_for.split(",") if key in HOLDS])
