"""Writes for bringing in people from a spreadsheet: a batch is kept, looked through, and applied as one (S9, S10)."""

import base64
import datetime as dt
import hashlib

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.conventions import modules
from mentoring.transitions import locked
from schemes.people.actions import volunteer_add, young_person_add
from schemes.recruitment.importing.people_fields import volunteer_fields, young_person_fields
from schemes.recruitment.importing.queries import known_people, reading_of_batch
from schemes.recruitment.models import ImportBatch, TrainingClaim
from schemes.recruitment.sheet_columns import VOLUNTEERS
from schemes.recruitment.sheet_history import TRAINING
from schemes.recruitment.sheet_sorting import ATTENTION, IMPORTED, Reading, sort_rows
from schemes.recruitment.sheets import Sheet


@transaction.atomic
def import_upload(*, scheme, kind: str, file_name: str, data: bytes, by) -> ImportBatch:
    """Keep a file that can be read; nobody of it is in the scheme yet. The caller has read it once already."""
    batch = ImportBatch.objects.create(
        scheme=scheme,
        kind=kind,
        file_name=file_name[:200],
        content=base64.b64encode(data).decode(),
        uploaded_by=by,
        outcome={"digest": hashlib.sha256(data).hexdigest(), "refs": {}, "is_open": True},
    )
    audit_record(verb="import.uploaded", subject=batch, scheme=scheme, details={"kind": kind}, by=by)
    return batch


@transaction.atomic
def import_line_decide(*, batch, line: int, choice: str, fixes: dict[str, str], by) -> ImportBatch:
    """What a person said about one line: corrected values, "skip", "anyway", or nothing (as the file has it)."""
    batch = locked(batch)
    batch.decisions[str(line)] = {"choice": choice, "fixes": fixes, "by": str(by.pk)}
    if not choice and not fixes:
        del batch.decisions[str(line)]
    batch.save(update_fields=["decisions"])
    return batch


@transaction.atomic
def import_apply(*, batch, today: dt.date, by) -> dict[int, str]:
    """Bring in every ready row, all or none; line → reference of those who are new. Applying again adds nobody."""
    locked(batch.scheme)  # two lists applied in one moment must see each other's people
    batch = locked(batch)
    if not batch.content:
        return {}
    found = reading_of_batch(batch, today=today)
    refs = _bring_in(batch.scheme, found.reading, today, by)
    batch.outcome["refs"] |= {str(line): ref for line, ref in refs.items()}
    batch.applied_at = timezone.now()
    if not any(row.outcome == ATTENTION or row.may_pass for row in found.reading.rows):
        _let_go(batch)
    batch.save(update_fields=["outcome", "applied_at", "content", "decisions"])
    audit_record(verb="import.applied", subject=batch, scheme=batch.scheme, details={"people": len(refs)}, by=by)
    return refs


@transaction.atomic
def import_sheet_apply(*, scheme, sheet: Sheet, today: dt.date, by=None) -> tuple[Reading, dict[int, str]]:
    """The same without a kept batch, for the command line: every ready row of a sheet, all or none."""
    locked(scheme)
    reading = sort_rows(sheet, today=today, known=known_people(scheme, sheet.kind))
    refs = _bring_in(scheme, reading, today, by)
    audit_record(verb="import.applied", subject=scheme, scheme=scheme, details={"people": len(refs)}, by=by)
    return reading, refs


@transaction.atomic
def import_discard(*, batch, by) -> None:
    """Let go of a list: the copy of the file goes, those already brought in stay."""
    batch = locked(batch)
    _let_go(batch)
    batch.save(update_fields=["outcome", "content", "decisions"])
    audit_record(verb="import.discarded", subject=batch, scheme=batch.scheme, by=by)


def _let_go(batch: ImportBatch) -> None:
    """Nothing is left to do with the file, so the copy of people's data goes; who came in from it stays known."""
    batch.content, batch.decisions = "", {}
    batch.outcome["is_open"] = False


def _bring_in(scheme, reading: Reading, today: dt.date, by) -> dict[int, str]:
    refs = {}
    for row in reading.of(IMPORTED):
        if reading.kind == VOLUNTEERS:
            added = volunteer_add(scheme=scheme, **volunteer_fields(row.person, row.notes), by=by)
            _hand_up(added, row.person.history, by)
        else:
            added = young_person_add(scheme=scheme, **young_person_fields(row.person, row.notes, today=today), by=by)
        refs[row.line] = added.ref
    return refs


def _hand_up(volunteer, rows, by) -> None:
    """What the list claims goes to the rooms that keep such things, as rows to be confirmed."""
    for room in modules("history") if rows else ():
        room.history_take(volunteer=volunteer, rows=rows, by=by)


@transaction.atomic
def training_claim_take(*, volunteer, rows, by) -> None:
    """Training that a list says somebody had. It counts for nothing until somebody has seen evidence."""
    claims = [
        TrainingClaim(volunteer=volunteer, course=row.course, done_on=row.on, hours=row.hours)
        for row in rows
        if row.kind == TRAINING
    ]
    TrainingClaim.objects.bulk_create(claims)


@transaction.atomic
def training_claim_settle(*, claim, by) -> TrainingClaim:
    """Somebody has looked at it: written down as earlier training with its evidence, or not to be counted."""
    claim = locked(claim)
    claim.settled_at, claim.settled_by = claim.settled_at or timezone.now(), claim.settled_by or by
    claim.save(update_fields=["settled_at", "settled_by"])
    scheme, about = claim.volunteer.scheme, [claim.volunteer.user]
    audit_record(verb="trainingclaim.settled", subject=claim, scheme=scheme, about=about, by=by)
    return claim
