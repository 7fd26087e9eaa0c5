"""Work by the clock: safe to run twice."""

from celery import shared_task
from django.utils import timezone

from matching.cover.actions import pause_begin
from matching.cover.queries import pauses_to_begin


@shared_task
def pauses_run() -> None:
    """Pauses whose first day has come (L7). Who may open what is worked out by the day itself and does not wait for
    this."""
    for pause in pauses_to_begin(timezone.localdate()):
        pause_begin(pause=pause, by=None)
