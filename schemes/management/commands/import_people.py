"""A co-ordinator's spreadsheet from the command line (interfaces.md)."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from schemes.planning.models import Scheme
from schemes.recruitment.importing.actions import import_sheet_apply
from schemes.recruitment.importing.queries import reading_of_sheet
from schemes.recruitment.sheet_columns import KINDS
from schemes.recruitment.sheet_files import MAX_BYTES, SheetError
from schemes.recruitment.sheets import read_sheet


class Command(BaseCommand):
    help = (
        "Reads a co-ordinator's CSV or XLSX of volunteers or young people, says what is wrong line by line, and with "
        "--apply brings in every row that is ready. Without --apply nothing is written; twice adds nobody."
    )

    def add_arguments(self, parser):
        parser.add_argument("scheme", help="the scheme's short name, as in its web address")
        parser.add_argument("file", type=Path, help="the CSV or XLSX file")
        parser.add_argument("--kind", required=True, choices=KINDS, help="who is on the list")
        parser.add_argument("--apply", action="store_true", help="bring in the rows that are ready")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *, scheme, file, kind, apply, json: bool, **options):
        found = Scheme.objects.filter(slug=scheme).first()
        if found is None:
            raise CommandError(f"There is no scheme “{scheme}”.")
        try:
            with file.open("rb") as opened:
                sheet = read_sheet(opened.read(MAX_BYTES + 1), kind)
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
        except SheetError as problem:
            raise CommandError(f"{file.name}: {problem}") from problem
        today, refs = timezone.localdate(), {}
        if apply:
            reading, refs = import_sheet_apply(scheme=found, sheet=sheet, today=today)
        else:
            reading = reading_of_sheet(found, sheet, today=today)
        self.print_json(reading, refs) if json else self.print_words(reading, refs)

    def print_json(self, reading, refs) -> None:
        self.stdout.write(json.dumps(reading.as_json(refs), ensure_ascii=False, indent=1))

    def print_words(self, reading, refs) -> None:
        said = reading.as_json(refs)
        for entry in said["attention"]:
            self.stdout.write(f"line {entry['line']}: {' '.join(entry['problems'])}")
        for entry in said["duplicates"]:
            same = entry.get("of_ref") or f"line {entry['of_line']}"
            self.stdout.write(f"line {entry['line']}: same as {same}")
        done = "came in" if refs else "ready"
        self.stdout.write(
            f"{said['rows']} rows: {len(said['imported'])} {done}, {len(said['attention'])} need somebody to look, "
            f"{len(said['duplicates'])} here already or twice; {said['blank']} blank."
        )
