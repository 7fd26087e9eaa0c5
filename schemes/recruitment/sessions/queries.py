"""Reads of information sessions (S9)."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from schemes.people.tokens import token_hash
from schemes.recruitment.models import InfoBooking, InfoSession

#: A private link to a place works until so long after the session began.
LINK_WORKS = timedelta(days=1)


def info_sessions(scheme):
    """All, the newest first, with how many wait."""
    return InfoSession.objects.filter(scheme=scheme).order_by("-starts_at")


def info_sessions_open(scheme, at: datetime):
    """Those that anybody can book now, the soonest first."""
    return InfoSession.objects.filter(scheme=scheme, starts_at__gt=at, cancelled_at__isnull=True)


def info_place(scheme, token: str, at: datetime) -> InfoBooking | None:
    """The place behind a private link that still works; given back, it is over like any other."""
    return (
        InfoBooking.objects.select_related("session__scheme")
        .filter(token_hash=token_hash(token), session__scheme=scheme, session__starts_at__gte=at - LINK_WORKS)
        .exclude(outcome=InfoBooking.State.CANCELLED)
        .first()
    )


def info_bookings(session) -> list[InfoBooking]:
    """Everybody who has a place or waits, or came, in the order they booked."""
    return list(session.bookings.exclude(outcome=InfoBooking.State.CANCELLED).select_related("volunteer"))


def places_to_remind(at: datetime) -> list[InfoBooking]:
    """Places on sessions of today and tomorrow whose people were not reminded; who booked within the day just heard."""
    tomorrow = localdate(at) + timedelta(days=1)
    near = InfoBooking.objects.filter(
        outcome=InfoBooking.State.BOOKED, reminded_at=None, created_at__lte=at - timedelta(days=1),
        session__starts_at__gt=at, session__starts_at__date__lte=tomorrow, session__cancelled_at=None,
    )  # fmt: skip
    return list(near.exclude(email=""))
