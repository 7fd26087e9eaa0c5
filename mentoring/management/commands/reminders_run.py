import json
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mentoring.notices.actions import reminders_run


class Command(BaseCommand):
    help = "What the scheduler does every minute, once: finds what is due, queues it, sends what may go."

    def add_arguments(self, parser):
        parser.add_argument("--at", help="ISO time to pretend it is, such as 2026-11-23T09:00")
        parser.add_argument("--json", action="store_true", help="print the tally as JSON")

    def handle(self, *, at, json: bool = False, **options):  # noqa: A002
        tally = reminders_run(at=moment(at) if at else None)
        self.stdout.write(_json(tally) if json else ", ".join(f"{number} {word}" for word, number in tally.items()))


def moment(text: str) -> datetime:
    """An ISO time; local where it names no zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(f"“{text}” is not a time like 2026-11-23T09:00.") from wrong
    return at if timezone.is_aware(at) else timezone.make_aware(at)


_json = json.dumps
