from django.core.management.base import BaseCommand, CommandError

from mentoring.fields import key_names
from mentoring.keys.actions import Tally, reseal
from mentoring.keys.queries import counted


class Command(BaseCommand):
    help = "Seals everything with the first of FIELD_KEYS while the system runs; can be stopped and begun again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="change nothing; exit code 1 while an older key is still needed"
        )

    def handle(self, *, check, **options):
        if not check:
            self.said = {}
            total = reseal(told=self.progress)
            self.stdout.write(f"Sealed anew: {total.done:,}.")
        self.standing()

    def progress(self, label: str, tally: Tally) -> None:
        """A line when a thousand more are done."""
        if tally.done // 1000 > self.said.get(label, 0):
            self.said[label] = tally.done // 1000
            self.stdout.write(f"{label}: {tally.done:,}")
            self.stdout.flush()

    def standing(self) -> None:
        """How many values each key seals."""
        found, names = counted(), key_names()
        for place, name in enumerate(names):
            kept = "it writes" if place == 0 else "still needed" if found[place] else "no longer needed"
            self.stdout.write(f"Key “{name}”: {found[place]:,} ({kept})")
        if found[None]:
            raise CommandError(f"{found[None]:,} values are opened by none of FIELD_KEYS: is a key missing?")
        if any(found[place] for place in range(1, len(names))):
            raise CommandError("An older key is still needed. Run “manage.py reseal” once more.")
