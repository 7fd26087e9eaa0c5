"""The database itself throws away what is kept of somebody (`Traits`) when anything it was made from changes, whoever
changes it and by whichever way.

The triggers are looked after on every migration (`matching.apps`), not made by one: SQLite loses them when Django makes
a table anew, and a column that is packed from now on is watched from now on. Where they had to be made, nothing that
was kept before stays.
"""

from collections.abc import Iterable, Mapping

from django.db import connections, transaction

from matching.pairing.models.traits import Traits
from matching.pairing.models.wishes import Profile
from schemes.people.models import Volunteer, YoungPerson

#: The only columns that are read to pack a person's traits.
WATCHED = {
    Volunteer: (
        "born_on", "area", "outcode", "gender", "is_peer", "interests", "strengths", "free_times", "languages",
    ),
    YoungPerson: (
        "born_on", "area", "outcode", "mentor_kind", "mentor_gender_wish", "background_wish", "not_from", "interests",
        "wants_help_with", "free_times", "languages", "why_now_kinds",
    ),
    Profile: (
        "volunteer_id", "young_person_id", "not_from", "mentor_age_wish", "communities", "months", "knows_about",
    ),
}  # fmt: skip
KEPT = Traits._meta.db_table
PREFIX = f"{KEPT}_watch_"
FORGET = f"DELETE FROM {KEPT}"  # noqa: S608  our own table's name


def traits_watch(using: str = "default") -> None:
    """Make sure that every trigger is there and says what is written here; none where the tables are gone."""
    connection = connections[using]
    tables, watch = connection.introspection.table_names(), DATABASES[connection.vendor]
    there = KEPT in tables and all(model._meta.db_table in tables for model in WATCHED)
    with transaction.atomic(using=using), connection.cursor() as cursor:
        wanted, found = watch.wanted() if there else {}, watch.found(cursor)
        if found != wanted:
            watch.drop(cursor, [*found])
            if there:
                watch.make(cursor)
                cursor.execute(FORGET)


class SQLite:
    """A trigger for each act on each table."""

    def wanted(self) -> Mapping[str, str]:
        """{name: what it says}"""
        return {
            name: f"CREATE TRIGGER {name} AFTER {act} ON {table} BEGIN {FORGET} WHERE person IN ({keys}); END"
            for table, act, keys in self._acts()
            for name in [f"{PREFIX}{table}_{act.split()[0].lower()}"]
        }

    def _acts(self):
        for model, columns in WATCHED.items():
            table, update = model._meta.db_table, f"UPDATE OF {', '.join(columns)}"
            if model is Profile:
                old, new = _keys("OLD"), _keys("NEW")
                yield from ((table, "INSERT", new), (table, update, f"{old}, {new}"), (table, "DELETE", old))
            else:
                yield from ((table, update, "OLD.id"), (table, "DELETE", "OLD.id"))

    def found(self, cursor) -> Mapping[str, str]:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{PREFIX}%"])
        return dict(cursor.fetchall())

    def make(self, cursor) -> None:
        for statement in self.wanted().values():
            cursor.execute(statement)

    def drop(self, cursor, names: Iterable[str]) -> None:
        for name in names:
            cursor.execute(f"DROP TRIGGER {name}")


class PostgreSQL:
    """A function and a trigger for each table. The columns stand in the function alone, so that the trigger is in the
    way of no later change to a column. It holds the row of a person whose wishes change, as whoever packs does."""

    def wanted(self) -> Mapping[str, str]:
        return {f"{PREFIX}{model._meta.db_table}": self._body(model, *columns) for model, columns in WATCHED.items()}

    def _body(self, model, *columns: str) -> str:
        old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
        same = f"IF TG_OP = 'UPDATE' AND ({old}) IS NOT DISTINCT FROM ({new}) THEN RETURN NULL; END IF;"
        keys = f"{_keys('OLD')}, {_keys('NEW')}" if model is Profile else "OLD.id"
        held = [
            f"PERFORM 1 FROM {one._meta.db_table} WHERE id IN ({keys}) ORDER BY id FOR NO KEY UPDATE;"
            for one in (Volunteer, YoungPerson)
            if model is Profile
        ]
        return f"BEGIN {same} {' '.join(held)} {FORGET} WHERE person IN ({keys}); RETURN NULL; END"

    def found(self, cursor) -> Mapping[str, str]:
        cursor.execute(
            "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgname LIKE %s",
            [f"{PREFIX}%"],
        )
        return dict(cursor.fetchall())

    def make(self, cursor) -> None:
        for name, body in self.wanted().items():
            table = name.removeprefix(PREFIX)
            acts = "INSERT OR UPDATE OR DELETE" if table == Profile._meta.db_table else "UPDATE OR DELETE"
            cursor.execute(f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $${body}$$ LANGUAGE plpgsql")
            cursor.execute(f"CREATE TRIGGER {name} AFTER {acts} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")

    def drop(self, cursor, names: Iterable[str]) -> None:
        for name in names:
            cursor.execute(f"DROP FUNCTION {name}() CASCADE")


def _keys(row: str) -> str:
    return f"{row}.volunteer_id, {row}.young_person_id"


DATABASES = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
