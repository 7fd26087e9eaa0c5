"""Reading what mentors told: what waits for an answer, what was answered, what the signs may know of it."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from matching.cover.news.models import MentorNews

PEOPLE = ("volunteer__user", "volunteer__scheme", "answered_by")
#: A change that was answered is looked at once more for so long after it came about.
SETTLES_DAYS = 28


def news_waiting(rows):
    """Those nobody has answered, the longest first; `rows` are what the reader may see."""
    return rows.open().select_related(*PEOPLE).order_by("created_at")


def news_of(volunteer):
    """What this mentor told lately and has not put away, for their own page: the newest first."""
    rows = MentorNews.objects.filter(volunteer=volunteer, taken_back_at__isnull=True, read_at__isnull=True)
    return rows.select_related("answered_by")


def news_unanswered(at: datetime):
    """Everywhere, for the reminders."""
    return news_waiting(MentorNews.objects.filter(created_at__lte=at))


def changes_of(volunteer_keys, today: date) -> dict:
    """volunteer's key → (told on, from when, what they think it means, is it answered?) of the newest change in a
    mentor's life that somebody should still look at; never what it is about."""
    settled = Q(answered_at__isnull=False, from_on__lte=today - timedelta(days=SETTLES_DAYS))
    rows = MentorNews.objects.filter(volunteer__in=list(volunteer_keys), taken_back_at__isnull=True)
    rows = rows.exclude(kind=MentorNews.Kind.AWAY).exclude(settled).order_by("created_at")
    found = {}
    for row in sorted(rows, key=lambda row: row.answered_at is None):  # what nobody has answered comes before all else
        is_answered = row.answered_at is not None
        if not is_answered or row.from_on <= today:
            found[row.volunteer_id] = (localdate(row.created_at), row.from_on, row.means, is_answered)
    return found
