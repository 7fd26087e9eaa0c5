"""Work by the clock: a few times a day, safe to run twice."""

from celery import shared_task
from django.utils import timezone

from schemes.recruitment.actions import applications_purge
from schemes.recruitment.sessions.actions import info_bookings_purge, info_places_remind


@shared_task
def purge_run() -> None:
    """Applications nobody came back for, and bookings of people who never came, are deleted."""
    applications_purge(now=timezone.now())
    info_bookings_purge(now=timezone.now())


@shared_task
def places_run() -> None:
    """Whoever has a place on an information session is written to the day before."""
    info_places_remind(at=timezone.now())
