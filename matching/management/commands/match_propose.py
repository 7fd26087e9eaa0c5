"""Proposals for everybody who waits in a scheme, as text or JSON. Reads only; a co-ordinator proposes on the page."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from matching.pairing.proposals import scheme_proposals
from schemes.planning.models import Scheme


class Command(BaseCommand):
    help = "Propose a mentor for every young person who waits in a scheme, with reasons."

    def add_arguments(self, parser):
        parser.add_argument("scheme", help="short name of the scheme, as in its address")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args, **options):
        scheme = Scheme.objects.filter(slug=options["scheme"]).first()
        if scheme is None:
            raise CommandError(f"There is no scheme called “{options['scheme']}”.")
        found = scheme_proposals(scheme, timezone.localdate())
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
            return
        for row in found["proposals"]:
            self.stdout.write(f"{row['mentee']} with {row['mentor']} ({row['score']:.2f}): {' '.join(row['reasons'])}")
        for row in found["unmatched"]:
            self.stdout.write(f"{row['mentee']}: nobody yet, {len(row['blocked_by'])} mentors looked at")
