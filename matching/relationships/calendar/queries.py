"""What a person's own calendar is told: times, and places where they agreed to it. No names, ever (S13)."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from matching.pairing.meetings.queries import STILL
from matching.pairing.models import Meeting
from matching.pairing.states import TOGETHER
from matching.relationships.calendar.models import CalendarFeed
from matching.relationships.models import MentoringSession
from mentoring.web.calendar_file import Appointment
from safeguarding.concerns.queries import sessions_stopped
from schemes.people.gates import actor_of
from schemes.people.tokens import token_hash

TITLE, MINUTES = "Meeting", 60
#: How far back and ahead a feed reaches, and how much it holds at most.
BACK, AHEAD, MOST = timedelta(days=31), timedelta(days=366), 200


def feed_by_token(token: str) -> CalendarFeed | None:
    found = CalendarFeed.objects.filter(token_hash=token_hash(token), owner__is_active=True)
    return found.select_related("owner").first()


def appointments_of(feed, at: datetime) -> list[Appointment]:
    """What is planned for the owner with the other of a pair, as far as they see the match at this moment."""
    actor, when = actor_of(feed.owner), {"planned_at__gte": at - BACK, "planned_at__lte": at + AHEAD}
    own = Q(match__volunteer__user=feed.owner) | Q(match__young_person__user=feed.owner)
    sessions = MentoringSession.objects.visible_to(actor).filter(own, match__state__in=TOGETHER, **when)
    meetings = Meeting.objects.visible_to(actor).filter(own, STILL, **when)
    going = ~Q(match__volunteer__in=sessions_stopped())
    rows = [
        *sessions.filter(going, outcome=MentoringSession.Outcome.PLANNED).order_by("planned_at")[:MOST],
        *meetings.filter(outcome=Meeting.Outcome.PLANNED).order_by("planned_at"),
    ]
    return [appointment_of(row, with_place=feed.with_place) for row in rows]


def appointment_of(row, *, with_place: bool) -> Appointment:
    """A session or a meeting as a calendar shows it to whoever looks over a shoulder."""
    return Appointment(
        uid=f"{row.pk}@{'meeting' if isinstance(row, Meeting) else 'session'}",
        title=TITLE,
        begins=row.planned_at.astimezone(timezone.get_current_timezone()),
        minutes=MINUTES,
        place=row.place if with_place else "",
    )
