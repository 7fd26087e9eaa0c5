"""What a fixture builds by actions is built once, and its rows are put back for every later test that asks for it.

A test begins on an empty database as before; putting back some hundred rows takes a twentieth of the time of the
actions that made them. What was built serves for a while (`LASTS`) and as long as the rights keep their keys.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache, wraps
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

LASTS = timedelta(minutes=30)
#: Emptied by the database itself when a row elsewhere changes, so filled last.
LAST = '"matching_traits"'
#: {table: {key: row}}
Rows = dict[str, dict[object, tuple]]


@dataclass
class Built:
    """One thing built at one time: what came, changed and went in the database, and the names a test may use."""

    at: datetime
    rights: int
    names: dict
    came: Rows
    changed: Rows
    gone: dict[str, list]
    key: str = field(default_factory=lambda: uuid4().hex)

    def serves(self) -> bool:
        now = timezone.now()
        same_day = timezone.localdate(now) == timezone.localdate(self.at)
        return same_day and self.at <= now <= self.at + LASTS and self.rights == rights()


class Kept:
    """Of one test session. `made(name, world, build)` does what `build(world)` does."""

    def __init__(self):
        self.built: dict[tuple[str, str], list[Built]] = {}

    def made(self, name: str, world, build: Callable):
        on = self.built.setdefault((name, getattr(world, "kept", "")), [])
        found = next((one for one in on if one.serves()), None)
        if found is None:
            found = took(world, build)
            on.append(found)
        else:
            put_back(found)
        vars(world).clear()
        vars(world).update(deepcopy(found.names), kept=found.key)
        return world


#: What this session has built.
KEPT = Kept()


def kept(build: Callable):
    """A fixture whose body builds upon the world that it names first, and adds to it: `@kept def pair(cast): …`"""

    @wraps(build)
    def put_up(**upon):
        (world,) = upon.values()
        return KEPT.made(f"{build.__module__}.{build.__name__}", world, build)

    return pytest.fixture(put_up)


def took(world, build: Callable) -> Built:
    at, before = timezone.now(), every_row()
    build(world)
    after = every_row()
    came, changed, gone = {}, {}, {}
    for table, rows in after.items():
        old = before[table]
        came[table] = {key: row for key, row in rows.items() if key not in old}
        changed[table] = {key: row for key, row in rows.items() if key in old and old[key] != row}
        gone[table] = [key for key in old if key not in rows]
    return Built(at, rights(), deepcopy(vars(world)), came, changed, gone)


def put_back(built: Built) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, keys in in_order(built.gone):
            key = key_of()[table][0]
            cursor.executemany(f"DELETE FROM {table} WHERE {key} = %s", [[one] for one in keys])
        for table, rows in in_order(built.changed):
            key, _, columns = key_of()[table]
            said = ", ".join(f"{column} = %s" for column in columns)
            cursor.executemany(
                f"UPDATE {table} SET {said} WHERE {key} = %s", [[*row, one] for one, row in rows.items()]
            )
        for table, rows in in_order(built.came):
            columns = key_of()[table][2]
            row = f"({', '.join(['%s'] * len(columns))})"
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * len(rows))}",
                [value for one in rows.values() for value in one],
            )


def in_order(tables: dict):
    return sorted((item for item in tables.items() if item[1]), key=lambda item: item[0] == LAST)


@cache
def key_of() -> dict[str, tuple[str, int, list[str]]]:
    """{table: (column of the key, its place, all columns)}, quoted."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            columns, key = [one.column for one in model._meta.concrete_fields], model._meta.pk.column
            quoted = [f'"{column}"' for column in columns]
            found[f'"{model._meta.db_table}"'] = (f'"{key}"', columns.index(key), quoted)
    return found


def every_row() -> Rows:
    found: Rows = {}
    with connection.cursor() as cursor:
        for table, (_, place, columns) in key_of().items():
            cursor.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608  names of our own tables
            found[table] = {row[place]: tuple(map(stored, row)) for row in cursor.fetchall()}
    return found


def stored(value):
    """As SQLite keeps days and times."""
    return str(value) if connection.vendor == "sqlite" and isinstance(value, date | time) else value


def rights() -> int:
    """Keys of the rights change when a test has emptied the database and they came back."""
    return Permission.objects.aggregate(last=Max("pk"))["last"] or 0
