"""What beat starts. Each may run late, twice or beside itself: the rows in the database decide what happens."""

from celery import shared_task

from mentoring.notices import actions


@shared_task
def reminders_run() -> None:
    """Once a minute: queue what is due and send what may go."""
    actions.heartbeat_record(name="scheduler")
    actions.heartbeat_record(name="worker")
    actions.reminders_run()


@shared_task
def sweep_run() -> None:
    """Twice a minute: send what a killed worker left behind."""
    actions.heartbeat_record(name="worker")
    actions.letters_send()
    actions.notices_send()


@shared_task
def letters_run() -> None:
    """As soon as a letter is queued."""
    actions.letters_send()


@shared_task
def letters_purge_run() -> None:
    """Four times a day: forget where old letters went."""
    actions.letters_purge()
