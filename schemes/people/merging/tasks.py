"""What beat starts. Safe to run twice: it finds the same pairs again."""

from celery import shared_task

from schemes.people.merging.actions import pairs_refresh
from schemes.people.merging.queries import schemes_to_compare


@shared_task
def pairs_run() -> None:
    """Every night: who is on a list twice?"""
    for scheme in schemes_to_compare():
        pairs_refresh(scheme=scheme)
