"""What beat starts."""

import logging

from celery import shared_task

from mentoring.audit.queries import anchors

log = logging.getLogger("alongside.audit")


@shared_task
def anchors_run() -> None:
    """Once an hour: tell the log how far each chain of the trail has come."""
    for anchor in anchors():
        log.info("%s", anchor)
