"""Who has to hear of a concern, as the outbox takes it: a bell without words, to a page that asks for sign-in."""

from django.urls import reverse
from django.utils import timezone

from mentoring.notices.rules import Due, key_of
from safeguarding.concerns.queries import concern_readers, managers_apart_from_subjects


def raised_dues(concern) -> list[Due]:
    """The leads who can read it."""
    return [due(concern, user, page_of(concern)) for user in concern_readers(concern)]


def leaderless_dues(concern) -> list[Due]:
    """Where no lead can read it: the managers, who may open it with a reason."""
    if concern_readers(concern):
        return []
    path = reverse("safeguarding:concern_break_glass", kwargs={"scheme": concern.scheme.slug})
    return [due(concern, user, path) for user in managers_apart_from_subjects(concern)]


def glass_broken_dues(grant) -> list[Due]:
    """Every lead who can read the concern that a manager opened, but for the one who opened it."""
    concern, path = grant.concern, page_of(grant.concern)
    readers = [user for user in concern_readers(concern) if user.pk != grant.membership.user_id]
    return [due(concern, user, path, at=grant.created_at, step=grant.pk.hex[:30]) for user in readers]


def due(concern, user, path, *, at=None, step="") -> Due:
    return Due(
        object_key=key_of(concern),
        due_on=timezone.localdate(at or concern.created_at),
        recipient_id=user.pk,
        path=path,
        step=step,
        scheme_key=str(concern.scheme_id),
    )


def page_of(concern) -> str:
    return reverse("safeguarding:concern_show", kwargs={"scheme": concern.scheme.slug, "concern_id": concern.pk})
