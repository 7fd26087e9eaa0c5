"""Reading what was asked for: what waits for an answer, what was answered, what a mentor may know of it."""

from datetime import datetime

from matching.relationships.asks.models import Ask

PEOPLE = ("match__volunteer__user", "match__young_person__user", "match__scheme", "answered_by")


def asks_waiting(rows):
    """Those nobody has answered, the longest first; `rows` are what the reader may see."""
    return rows.open().select_related(*PEOPLE).order_by("created_at")


def answers_unread(user):
    """What a young person has been told and has not put away yet, also once the two are no pair any more."""
    told = Ask.objects.filter(match__young_person__user=user, answered_at__isnull=False, read_at__isnull=True)
    return told.select_related(*PEOPLE).order_by("answered_at")


def asks_of(match):
    """Everything asked in this match and not taken back, the newest first."""
    return match.asks.filter(taken_back_at__isnull=True).select_related("answered_by")


def asks_known_to_mentor(match) -> list[str]:
    """ "a break": what the young person lets their mentor know that they asked for; never their words."""
    return [ask.asked_for for ask in match.asks.open().filter(mentor_may_know=True).order_by("created_at")]


def asks_unanswered(at: datetime):
    """Everywhere, for the reminders."""
    return asks_waiting(Ask.objects.filter(created_at__lte=at))
