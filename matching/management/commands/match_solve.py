"""The engine on a file: most mentees matched first, then the highest total (interfaces.md)."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from matching.pairing.engine.given import given_from, solved


class Command(BaseCommand):
    help = "Choose pairs from a JSON file of mentors, mentees, scores and forbidden pairs."

    def add_arguments(self, parser):
        parser.add_argument("file", help="JSON with mentors, mentees, scores and forbidden; - reads what is piped in")

    def handle(self, *args, **options):
        try:
            given = given_from(document_in(options["file"]))
        except (ValueError, OverflowError) as problem:
            raise CommandError(f"{options['file']}: {problem}") from problem
        self.stdout.write(json.dumps(solved(given)))


def document_in(file: str):
    """What the file holds; "-" is what is piped in."""
    try:
        return json.loads(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
    except (ValueError, RecursionError) as problem:
        raise CommandError(f"{file} is not JSON: {problem}.") from problem
