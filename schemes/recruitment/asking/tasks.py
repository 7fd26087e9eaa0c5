"""Work by the clock: a few times a day, safe to run twice."""

from celery import shared_task
from django.utils import timezone

from schemes.recruitment.asking.actions import askings_purge


@shared_task
def purge_run() -> None:
    """Answers that nobody came back for are deleted."""
    askings_purge(now=timezone.now())
