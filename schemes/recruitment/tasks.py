"""Work by the clock: a few times a day, safe to run twice."""

from celery import shared_task
from django.utils import timezone

from schemes.recruitment.actions import applications_purge
from schemes.recruitment.sessions.actions import info_bookings_purge


@shared_task
def purge_run() -> None:
    """Applications nobody came back for, and bookings of people who never came, are deleted."""
    applications_purge(now=timezone.now())
    info_bookings_purge(now=timezone.now())
