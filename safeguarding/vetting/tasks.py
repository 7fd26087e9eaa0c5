"""Work by the clock: once a day, safe to run twice."""

from celery import shared_task
from django.utils import timezone

from safeguarding.vetting.actions import risk_decisions_purge
from safeguarding.vetting.references.actions import references_remind


@shared_task
def purge_run() -> None:
    """What was disclosed is deleted on its day (DBS code of practice)."""
    risk_decisions_purge(today=timezone.localdate())


@shared_task
def references_run() -> None:
    """Referees who have not answered for a week are written to again; they have no account that a rule could tell."""
    references_remind(at=timezone.now())
