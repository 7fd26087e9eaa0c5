"""The pure engine on a file: most mentees matched first, then the highest total. See docs: commands."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from matching.pairing.solve import best_pairs


class Command(BaseCommand):
    help = "Choose pairs from a JSON file of mentors, mentees, scores and forbidden pairs."

    def add_arguments(self, parser):
        parser.add_argument("file", help="JSON with mentors, mentees, scores and forbidden")

    def handle(self, *args, **options):
        try:
            given = json.loads(Path(options["file"]).read_text())
            found = best_pairs(*read_problem(given))
        except OSError as problem:
            raise CommandError(f"{options['file']} cannot be read: {problem.strerror}.") from problem
        except (KeyError, TypeError, AttributeError) as problem:
            raise CommandError(f"{options['file']} is not of the expected shape: {problem}.") from problem
        except ValueError as problem:
            raise CommandError(f"{options['file']}: {problem}") from problem
        pairs = [{"mentor": mentor, "mentee": mentee, "score": score} for mentor, mentee, score in found.pairs]
        self.stdout.write(json.dumps({"pairs": pairs, "total": found.total}, ensure_ascii=False))


def read_problem(given: dict) -> tuple[dict, list, dict]:
    """(places per mentor, mentees, score of each pair that can be made). KeyError or TypeError for another shape."""
    capacity = {mentor["id"]: int(mentor["capacity"]) for mentor in given["mentors"]}
    mentees = [mentee["id"] for mentee in given["mentees"]]
    forbidden = {tuple(pair) for pair in given.get("forbidden", [])}
    scores = {(row["mentor"], row["mentee"]): float(row["score"]) for row in given["scores"]}
    return capacity, mentees, {pair: score for pair, score in scores.items() if pair not in forbidden}
