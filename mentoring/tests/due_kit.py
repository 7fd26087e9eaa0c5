"""What a rule finds due at a moment, in the words of a table: {(who of the cast, step)}."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from mentoring.accounts.models import User


def local(day: date, hour: int = 12, minute: int = 0) -> datetime:
    """That moment on the clock of the wall, summer or winter; in UTC, as the scheduler hands it to a rule."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute))).astimezone(UTC)


def in_days(days: int) -> datetime:
    return local(timezone.localdate() + timedelta(days=days))


def told(rule, at: datetime, world, about=None) -> set[tuple[str, str]]:
    """Who hears, and on which rung; of one record alone where `about` names it. Nobody hears the same twice."""
    names = {user.pk: key for key, user in vars(world).items() if isinstance(user, User)}
    found = [
        (names.get(due.recipient_id, f"somebody unknown: {due.recipient_id}"), due.step)
        for due in rule(at)
        if about is None or str(about.pk) in due.object_key
    ]
    assert len(found) == len(set(found)), f"told twice: {found}"
    return set(found)


def pairs(words: str) -> set[tuple[str, str]]:
    """ "coordinator, manager:manager" → {("coordinator", ""), ("manager", "manager")}."""
    found = (part.strip().partition(":") for part in words.split(",") if part.strip())
    return {(who, step) for who, _, step in found}
