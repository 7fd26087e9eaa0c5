"""The engine on a file: most mentees matched first, then the highest total (interfaces.md)."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from matching.pairing.engine.given import given_from, solved


class Command(BaseCommand):
    help = "Choose pairs from a JSON file of mentors, mentees, scores and forbidden pairs."

    def add_arguments(self, parser):
        parser.add_argument("file", help="JSON with mentors, mentees, scores and forbidden")

    def handle(self, *args, **options):
        try:
            given = given_from(json.loads(Path(options["file"]).read_bytes()))
        except OSError as problem:
            raise CommandError(f"{options['file']} cannot be read: {problem.strerror}.") from problem
        except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as problem:
            raise CommandError(f"{options['file']} is not JSON: {problem}.") from problem
        except (ValueError, OverflowError) as problem:
            raise CommandError(f"{options['file']}: {problem}") from problem
        self.stdout.write(json.dumps(solved(given), ensure_ascii=False))
