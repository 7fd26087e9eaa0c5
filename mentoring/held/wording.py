"""A column in words, as somebody reads it who has never seen a database."""

from datetime import date, datetime, time

from django.db import models
from django.utils import timezone

from mentoring.web.wording import DAYS, clock

YES_NO = {True: "Yes", False: "No"}


def in_words(value) -> str:
    """Days with their year, lists with commas, nothing as nothing: a copy of a record is read years later."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{in_words(local.date())}, {clock(local)}"
    if isinstance(value, date):
        return f"{DAYS[value.weekday()]} {value.day} {value:%B %Y}"
    if isinstance(value, time):
        return clock(value)
    return in_rows(value)


def in_rows(value) -> str:
    """What is kept as a list or a table of answers."""
    if isinstance(value, dict):
        said = [(str(key).replace("_", " "), in_words(part)) for key, part in value.items()]
        return "; ".join(f"{key}: {part}" for key, part in said if part)
    if isinstance(value, list | tuple):
        return ", ".join(part for part in map(in_words, value) if part)
    return str(value)


def column_words(row, column: str, person) -> tuple[str, str, object]:
    """(label, words, raw) of one column of a row."""
    kept = row._meta.get_field(column)
    label, raw = sentence(str(kept.verbose_name)), getattr(row, kept.attname)
    if isinstance(kept, models.ForeignKey):
        other = getattr(row, column)
        words = person.named(other) if hasattr(other, "is_active") else str(other or "")
        return label, words, words
    if kept.choices and not isinstance(raw, list):
        return label, str(getattr(row, f"get_{column}_display")()) if raw not in ("", None) else "", raw
    return label, in_words(raw), raw


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def followed(row, path: str):
    """What a path of columns leads to; None where it breaks off."""
    for name in path.split("__"):
        row = getattr(row, name, None)
    return row
