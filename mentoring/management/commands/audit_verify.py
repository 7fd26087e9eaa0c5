from django.core.management.base import BaseCommand, CommandError

from mentoring.audit.queries import broken_chains


class Command(BaseCommand):
    help = "Checks the trail's chains; exit code 1 and the first broken row of each if it was tampered with."

    def handle(self, **options):
        broken = broken_chains()
        if broken:
            raise CommandError("; ".join(f"chain {chain} is broken at row {place}" for chain, place in broken))
        self.stdout.write("The trail is whole.")
