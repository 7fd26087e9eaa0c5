"""The trail: append-only on both engines, chained, and no act without its row (security row 6)."""

import random
from datetime import UTC

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from mentoring.audit.actions import audit_record
from mentoring.audit.chain import FIELDS, hash_of
from mentoring.audit.models import AuditEntry, AuditHead
from mentoring.audit.queries import anchors, broken_chains
from mentoring.audit.tasks import anchors_run
from mentoring.refusing import triggers_found

TABLE = AuditEntry._meta.db_table
TAMPERINGS = 1000


@pytest.fixture
def trail(cast):
    """Two chains with some rows each."""
    for number in range(25):
        scheme = cast.scheme if number % 3 else cast.other_scheme
        audit_record(
            verb="volunteer.edited",
            subject=cast.volunteer,
            scheme=scheme,
            about=[cast.mentor],
            details={"fields": [number]},
            by=cast.coordinator,
        )
    return cast


@pytest.fixture
def triggers_dropped(trail):
    """As somebody with the database's own password could do."""
    with connection.cursor() as cursor:
        for name in triggers_found(cursor, TABLE):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {TABLE}" if connection.vendor == "postgresql" else ""))
    return trail


def test_a_trail_that_nobody_touched_is_whole(trail, capsys):
    call_command("audit_verify")
    assert "whole" in capsys.readouterr().out


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_or_remove_a_row(trail, act):
    rows = AuditEntry.objects.filter(place=2)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(verb="nothing.happened") if act == "update" else rows.delete()


def tamper(dice: random.Random, entries: list) -> str:
    """One change that somebody with the database's password might make; says which."""
    entry = dice.choice(entries)
    row = AuditEntry.objects.filter(pk=entry.pk)
    kind = dice.choice(
        ["verb", "by_key", "subject", "details", "person_keys", "hash", "delete", "last", "head", "cut", "rewritten"]
    )
    if kind == "delete":
        row.delete()
    elif kind == "last":
        AuditEntry.objects.filter(chain=entry.chain).order_by("-place").first().delete()
    elif kind == "head":
        AuditHead.objects.filter(chain=entry.chain).update(length=dice.randrange(1, 10_000) + 10_000)
    elif kind == "cut":
        AuditEntry.objects.filter(chain=entry.chain, place__gte=entry.place).delete()
        AuditHead.objects.filter(chain=entry.chain).update(length=entry.place - 1, last_hash=entry.previous_hash)
    elif kind == "rewritten":
        rewrite(entry, verb=f"{dice.random()}")
    elif kind in {"details", "person_keys"}:
        row.update(**{kind: [str(dice.random())]})
    else:
        row.update(**{kind: f"{dice.random()}"[:30]})
    return kind


def rewrite(entry, **changes) -> None:
    """One row and every hash after it, and a head that fits: all that can be done without the key."""
    previous = entry.previous_hash
    for later in AuditEntry.objects.filter(chain=entry.chain, place__gte=entry.place).order_by("place"):
        told = {name: getattr(later, name) for name in FIELDS} | (changes if later.pk == entry.pk else {})
        told |= {"at": later.at.astimezone(UTC).isoformat(), "previous_hash": previous}
        AuditEntry.objects.filter(pk=later.pk).update(**told, hash=hash_of(told))
        previous = hash_of(told)
    AuditHead.objects.filter(chain=entry.chain).update(last_hash=previous)


def test_every_one_of_a_thousand_tamperings_shows(triggers_dropped):
    dice, missed, kinds = random.Random(6), [], set()
    entries = list(AuditEntry.objects.all())
    for number in range(TAMPERINGS):
        point = transaction.savepoint()
        kind = tamper(dice, entries)
        kinds.add(kind)
        if not broken_chains():
            missed.append((number, kind))
        transaction.savepoint_rollback(point)
    assert missed == []
    assert len(kinds) == 11


def test_a_trail_put_back_to_an_older_day_shows_by_what_the_log_was_told(triggers_dropped, caplog, tmp_path):
    scheme = triggers_dropped.scheme
    head = AuditHead.objects.get(chain=scheme.pk)
    before = {"length": head.length, "last_hash": head.last_hash, "seal": head.seal}
    audit_record(verb="volunteer.edited", subject=triggers_dropped.volunteer, scheme=scheme)
    with caplog.at_level("INFO", "alongside.audit"):
        anchors_run()
    log = tmp_path / "log"
    log.write_text("".join(f"2026-11-30 12:00:00 INFO {line}\n" for line in caplog.messages))
    call_command("audit_verify", against=str(log))

    AuditEntry.objects.filter(chain=scheme.pk, place__gt=before["length"]).delete()
    AuditHead.objects.filter(chain=scheme.pk).update(**before)
    call_command("audit_verify")  # whole in itself
    with pytest.raises(CommandError, match=f"{scheme.pk} is broken at row {before['length'] + 1}"):
        call_command("audit_verify", against=str(log))


def test_a_chain_that_went_away_with_its_head_shows_by_what_the_log_was_told(triggers_dropped):
    told, scheme = anchors(), triggers_dropped.other_scheme
    AuditEntry.objects.filter(chain=scheme.pk).delete()
    AuditHead.objects.filter(chain=scheme.pk).delete()
    assert broken_chains(told) == [(str(scheme.pk), 1)]


def test_a_log_without_an_anchor_is_no_proof(trail, tmp_path):
    log = tmp_path / "log"
    log.write_text("nothing of the kind\n")
    with pytest.raises(CommandError, match="no line"):
        call_command("audit_verify", against=str(log))


def test_the_trail_stays_whole_when_a_new_key_writes(trail, settings):
    settings.FIELD_KEYS = f"2027:another-key,{settings.FIELD_KEYS}"
    assert broken_chains() == []
    audit_record(verb="volunteer.edited", subject=trail.volunteer, scheme=trail.scheme)
    assert broken_chains() == []


def test_the_last_row_cannot_be_taken_away_unseen(triggers_dropped):
    chain = str(triggers_dropped.scheme.pk)
    last = AuditEntry.objects.filter(chain=chain).order_by("-place").first()
    place = last.place
    last.delete()
    with pytest.raises(CommandError, match=f"{chain} is broken at row {place}"):
        call_command("audit_verify")


def test_no_row_no_act(cast, monkeypatch):
    """The change is undone where its row cannot be written."""
    from schemes.people.actions import volunteer_edit

    def broken(*_, **__):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(AuditEntry, "save", broken)
    with pytest.raises(DatabaseError):
        volunteer_edit(volunteer=cast.volunteer, changes={"area": "Rotherham"}, by=cast.coordinator)
    cast.volunteer.refresh_from_db()
    assert cast.volunteer.area == ""
