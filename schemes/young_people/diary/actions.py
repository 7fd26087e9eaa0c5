"""Keeping and deleting what is only for oneself. The trail says nothing of it (decision 19)."""

from django.db import transaction

from mentoring.transitions import Refused, locked
from mentoring.web.actions import draft_drop
from schemes.young_people.diary.models import DiaryEntry

NEW = "notes-new"


def draft_key(entry) -> str:
    """Where half-typed words are kept until they are sent."""
    return f"notes-{entry.pk}" if entry else NEW


@transaction.atomic
def diary_write(*, words: str, by) -> DiaryEntry:
    entry = DiaryEntry.objects.create(owner=by, words=words)
    draft_drop(form_key=NEW, by=by)
    return entry


@transaction.atomic
def diary_change(*, entry, words: str, by) -> DiaryEntry:
    entry = _own(entry, by)
    entry.words = words
    entry.save(update_fields=["words", "changed_at"])
    draft_drop(form_key=draft_key(entry), by=by)
    return entry


@transaction.atomic
def diary_remove(*, entry, by) -> None:
    """Gone, with whatever was half typed; there is no bin to look through."""
    entry = _own(entry, by)
    draft_drop(form_key=draft_key(entry), by=by)
    entry.delete()


def _own(entry, by) -> DiaryEntry:
    entry = locked(entry)
    if entry.owner_id != by.pk:
        raise Refused("Only whoever wrote this can do that.")
    return entry
