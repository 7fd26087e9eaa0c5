"""Who has to hear of a concern, as the outbox takes it: a bell without words, to a page that asks for sign-in."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from mentoring.notices.rules import Due, key_of
from safeguarding.concerns.deciding.queries import steps_of
from safeguarding.concerns.queries import (
    concern_readers,
    managers_apart_from_shut_out,
    readers_there,
    readers_to_tell,
)

SOON = timedelta(hours=2)


def raised_dues(concern) -> list[Due]:
    """The leads who can read it and are there; where all are away, all of them."""
    return [due(concern, user, page_of(concern)) for user in readers_to_tell(concern, localdate())]


def leaderless_dues(concern) -> list[Due]:
    """Where no lead who is there can read it: the managers, who may open it with a reason."""
    if readers_there(concern, localdate()):
        return []
    path = reverse("safeguarding:concern_break_glass", kwargs={"scheme": concern.scheme.slug})
    return [due(concern, user, path) for user in managers_apart_from_shut_out(concern)]


def late_dues(concern, at) -> list[Due]:
    """Nobody took it on in time: the leads who can read it once more."""
    if at < concern.acknowledge_by:
        return []
    return [due(concern, user, page_of(concern), step="late") for user in readers_to_tell(concern, localdate(at))]


def late_manager_dues(concern, at) -> list[Due]:
    """And the managers, who may open it with a reason where no lead comes."""
    if at < concern.acknowledge_by or not readers_there(concern, localdate(at)):
        return []
    path = reverse("safeguarding:concern_break_glass", kwargs={"scheme": concern.scheme.slug})
    return [due(concern, user, path, step="late") for user in managers_apart_from_shut_out(concern)]


def step_dues(concern, at) -> list[Due]:
    """A clock of a concern that was taken on: soon, and when it has run out. Those who read it."""
    clocks = [one for one in steps_of(concern, concern.referrals.all()) if not one.done_at and one.until <= at + SOON]
    readers = readers_to_tell(concern, localdate(at)) if clocks else []
    return [
        due(concern, user, page_of(concern), at=clock.until, step=f"{clock.name} {rung(clock, at)}")
        for clock in clocks
        for user in readers
    ]


def rung(clock, at) -> str:
    return "late" if at >= clock.until else "soon"


def glass_broken_dues(grant) -> list[Due]:
    """Every lead who can read the concern that a manager opened, but for the one who opened it; where there is none,
    the other managers: a second person always knows (security row 5)."""
    concern, path, by = grant.concern, page_of(grant.concern), grant.membership.user_id
    readers = [user for user in concern_readers(concern) if user.pk != by]
    if not readers:
        path = reverse("safeguarding:concern_break_glass", kwargs={"scheme": concern.scheme.slug})
        readers = [user for user in managers_apart_from_shut_out(concern) if user.pk != by]
    return [due(concern, user, path, at=grant.created_at, step=grant.pk.hex[:30]) for user in readers]


def due(concern, user, path, *, at=None, step="") -> Due:
    return Due(
        object_key=key_of(concern),
        due_on=localdate(at or concern.created_at),
        recipient_id=user.pk,
        path=path,
        step=step,
        scheme_key=str(concern.scheme_id),
    )


def page_of(concern) -> str:
    return reverse("safeguarding:concern_show", kwargs={"scheme": concern.scheme.slug, "concern_id": concern.pk})
