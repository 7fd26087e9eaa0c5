"""Where something stands that was sealed with `FIELD_KEYS`: every column of the class that seals, found by itself, and
the few places that seal by hand (a test knows them all). What matching keeps packed is not among them: it is made anew
by itself when the key changes.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import TextField, Value

from mentoring.fields import MARK
from mentoring.refusing import sealed_fields


@dataclass(frozen=True)
class Column:
    """`read` gives from the column's own text what is in it, `written` the value to store for what is in it now."""

    name: str
    read: Callable[[str], object]
    written: Callable[[object], object]


@dataclass(frozen=True)
class Place:
    """The sealed columns of one model."""

    model: type
    columns: tuple[Column, ...]

    @property
    def label(self) -> str:
        return self.model._meta.label


def places() -> list[Place]:
    """All of them, in the order of their names."""
    found = [
        Place(model, tuple(Column(field.name, str, _as_it_is) for field in fields))
        for model in apps.get_models()
        if (fields := sealed_fields(model))
    ]
    found.append(Place(Authenticator, (Column("data", json.loads, lambda data: data),)))
    found.append(Place(Session, (Column("session_data", SessionStore().decode, SessionStore().encode),)))
    return sorted(found, key=lambda place: place.label)


def sealed_in(value) -> Iterator[str]:
    """Every sealed text in a value, however deep it stands."""
    if isinstance(value, str) and value.startswith(MARK):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from sealed_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from sealed_in(one)


def replaced(value, anew: Callable[[str], str]):
    """The same value, with `anew` of every sealed text in it."""
    if isinstance(value, str):
        return anew(value) if value.startswith(MARK) else value
    if isinstance(value, dict):
        return {key: replaced(one, anew) for key, one in value.items()}
    return [replaced(one, anew) for one in value] if isinstance(value, list) else value


def _as_it_is(stored: str) -> Value:
    return Value(stored, output_field=TextField())
