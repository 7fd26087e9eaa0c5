import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from mentoring.audit.chain import anchors_in
from mentoring.audit.queries import broken_chains


class Command(BaseCommand):
    help = "Checks the trail's chains; exit code 1 and the first broken row of each if it was tampered with."

    def add_arguments(self, parser):
        parser.add_argument(
            "--against",
            metavar="LOG",
            help="a log with the lines “audit anchor …” that were written every hour; “-” reads them from a pipe",
        )

    def handle(self, *, against=None, **options):
        log = sys.stdin if against == "-" else Path(against).read_text().splitlines() if against else ()
        told = list(anchors_in(log))
        if against and not told:
            raise CommandError("This log has no line “audit anchor …”.")
        broken = broken_chains(told)
        if broken:
            raise CommandError("; ".join(f"chain {chain} is broken at row {place}" for chain, place in broken))
        self.stdout.write("The trail is whole.")
