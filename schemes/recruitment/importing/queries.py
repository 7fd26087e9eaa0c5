"""Reads for bringing in people from a spreadsheet."""

import base64
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from schemes.people.merging.queries import merged_people
from schemes.people.models import Volunteer, YoungPerson
from schemes.recruitment.models import ImportBatch, TrainingClaim
from schemes.recruitment.sheet_columns import VOLUNTEERS
from schemes.recruitment.sheet_repeats import Known
from schemes.recruitment.sheet_sorting import DUPLICATE, Decision, Reading, Row, sort_rows
from schemes.recruitment.sheets import Sheet, read_sheet

PEOPLE = {VOLUNTEERS: Volunteer, ImportBatch.Kind.YOUNG_PEOPLE.value: YoungPerson}


def known_people(scheme, kind: str) -> list[Known]:
    """Everybody of that kind whom the scheme holds, in whatever state: nobody is brought in twice."""
    rows = PEOPLE[kind].objects.filter(scheme=scheme).order_by("created_at")
    here = [Known(*row) for row in rows.values_list("name", "born_on", "email", "phone", "ref")]
    return here + [Known(ref=kept, **said) for _, kept, said in merged_people(scheme, kind)]


def reading_of_sheet(scheme, sheet: Sheet, *, today: dt.date) -> Reading:
    """The rows of a sheet against the people of the scheme, without anybody's decisions."""
    return sort_rows(sheet, today=today, known=known_people(scheme, sheet.kind))


def refs_of_file(scheme, kind: str, digest: str) -> dict[int, str]:
    """line → reference for everybody this very file brought in before and who is still there."""
    batches = ImportBatch.objects.filter(scheme=scheme, kind=kind, outcome__digest=digest).order_by("created_at")
    refs = {int(line): ref for outcome in batches.values_list("outcome", flat=True) for line, ref in _refs(outcome)}
    held = {ref: ref for ref in PEOPLE[kind].objects.filter(scheme=scheme).values_list("ref", flat=True)}
    held |= {gone: kept for gone, kept, _ in merged_people(scheme, kind)}
    return {line: held[ref] for line, ref in refs.items() if ref in held}


def _refs(outcome: Mapping) -> list[tuple[str, str]]:
    return list(outcome.get("refs", {}).items())


@dataclass(frozen=True)
class BatchReading:
    """A batch as it stands now. `brought_in`: lines of this file whose people are in the scheme already."""

    reading: Reading
    brought_in: tuple[Row, ...]

    def rows(self, outcome: str) -> tuple[Row, ...]:
        """The rows of one heap; people this file itself brought in are not called duplicates."""
        lines = {row.line for row in self.brought_in}
        return tuple(row for row in self.reading.of(outcome) if row.line not in lines)


def reading_of_batch(batch: ImportBatch, *, today: dt.date) -> BatchReading:
    """The batch's file, its decisions and the people of the scheme, put together afresh."""
    sheet = read_sheet(base64.b64decode(batch.content), batch.kind)
    already = refs_of_file(batch.scheme, batch.kind, batch.outcome["digest"])
    decisions = {int(line): Decision(said["choice"], said["fixes"]) for line, said in batch.decisions.items()}
    reading = sort_rows(
        sheet, today=today, decisions=decisions, known=known_people(batch.scheme, batch.kind), already=already
    )
    return BatchReading(reading, tuple(row for row in reading.of(DUPLICATE) if row.line in already))


def open_batches(actor, scheme) -> list[ImportBatch]:
    """Lists that still hold rows to look through, newest first."""
    batches = ImportBatch.objects.visible_to(actor).filter(scheme=scheme, outcome__is_open=True)
    return list(batches.defer("content", "decisions").select_related("uploaded_by").order_by("-created_at"))


def training_claims_open(volunteer) -> list[TrainingClaim]:
    """Training that a list claims and nobody has looked at yet."""
    return list(volunteer.training_claims.filter(settled_at__isnull=True).order_by("created_at"))
