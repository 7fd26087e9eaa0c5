"""Work by the clock: once a day, safe to run twice."""

from celery import shared_task
from django.utils import timezone

from safeguarding.vetting.actions import risk_decisions_purge


@shared_task
def purge_run() -> None:
    """What was disclosed is deleted on its day (DBS code of practice)."""
    risk_decisions_purge(today=timezone.localdate())
