"""Telling at once, in the transaction of what happened; the same rules find it again should the worker have slept."""

from django.utils import timezone

from mentoring.notices.actions import notices_queue
from mentoring.notices.rules import rule_named
from safeguarding.concerns.telling.dues import glass_broken_dues, leaderless_dues, raised_dues


def raised_tell(*, concern) -> None:
    """The leads who can read it; where there is none, the managers."""
    at = timezone.now()
    notices_queue(rule=rule_named("concern_raised"), dues=raised_dues(concern), at=at)
    notices_queue(rule=rule_named("concern_leaderless"), dues=leaderless_dues(concern), at=at)


def glass_broken_tell(*, grant) -> None:
    """Every lead hears at once that a manager opened it."""
    notices_queue(rule=rule_named("glass_broken"), dues=glass_broken_dues(grant), at=timezone.now())
