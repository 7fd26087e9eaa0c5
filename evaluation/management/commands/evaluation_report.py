"""`manage.py evaluation_report SCHEME --from DATE --to DATE --out FILE.pdf`: the report a manager downloads."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from evaluation.reports.drawing import report_pdf
from evaluation.turnover.periods import Period, why_not
from mentoring.web.pdf import PdfUnavailable
from schemes.planning.models import Scheme


def day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise CommandError(f"{written!r} is not a date. Write it like 2026-04-01.") from wrong


class Command(BaseCommand):
    help = "Draw the evaluation report of a scheme and a period as a PDF."

    def add_arguments(self, parser):
        parser.add_argument("scheme", help="short name of the scheme, as in its address")
        parser.add_argument("--from", dest="from_on", required=True, metavar="DATE", help="first day, 2026-04-01")
        parser.add_argument("--to", dest="to_on", required=True, metavar="DATE", help="last day, 2027-03-31")
        parser.add_argument("--out", required=True, metavar="FILE.pdf", help="where to write it")
        parser.add_argument("--prepared-for", default="", help="who it is for; stands on the cover")

    def handle(self, *, scheme, from_on, to_on, out, prepared_for, **options):
        found = Scheme.objects.filter(slug=scheme).first()
        if found is None:
            raise CommandError(f"There is no scheme called {scheme!r}.")
        first, last = day(from_on), day(to_on)
        if trouble := why_not(first, last, today=timezone.localdate()):
            raise CommandError(trouble)
        try:
            pdf = report_pdf(found, Period(first, last), prepared_for=prepared_for)
            Path(out).write_bytes(pdf)
        except PdfUnavailable as reason:
            raise CommandError(str(reason)) from reason
        except OSError as wrong:
            raise CommandError(f"{out} could not be written: {wrong.strerror}.") from wrong
        self.stdout.write(f"{out}: {len(pdf):,} bytes")
