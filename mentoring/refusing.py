"""What the database itself refuses, whoever asks it and by whichever way, on both engines.

A model says it of itself: `refuses = (Refusal("the audit trail is append-only"),)`. The triggers are looked after on
every migration (`mentoring.apps`), not made by one: SQLite loses them when Django makes a table anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import connections, transaction

MARK = "_refuses_"
FUNCTION = "alongside_refuse"
RAISES = f"""CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'check_violation'; END $$ LANGUAGE plpgsql"""


#: Holds, in SQL, unless this very transaction said that it is erasing somebody (UK GDPR, article 17).
NOT_ERASING = {
    "sqlite": "NOT EXISTS (SELECT 1 FROM mentoring_erasing)",
    "postgresql": "current_setting('alongside.erasing', true) IS DISTINCT FROM 'yes'",
}

#: (says so, takes it back)
ERASING = {
    "sqlite": ("INSERT INTO mentoring_erasing VALUES (1)", "DELETE FROM mentoring_erasing"),
    "postgresql": (
        "SELECT set_config('alongside.erasing', 'yes', true)",
        "SELECT set_config('alongside.erasing', '', true)",
    ),
}


@dataclass(frozen=True)
class Refusal:
    """No row may be touched by these `acts`; where `when` holds only, said in the SQL of each engine."""

    words: str
    acts: tuple[str, ...] = ("UPDATE", "DELETE")
    when: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def erasing(using: str = "default") -> Iterator[None]:
    """Inside it, and inside this transaction alone, rows may be changed that are refused `when=NOT_ERASING`. On SQLite
    a row says so that nobody else ever sees: whoever writes there is alone until the transaction is over. Where it
    breaks off, what was done inside is undone, and the door is shut too."""
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("erasing outside a transaction would open the door for good")
    on, off = ERASING[connection.vendor]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(on)
        yield
        cursor.execute(off)


def triggers_of(model, vendor: str) -> dict[str, str]:
    """{name: statement}. The name changes with what it says, so that an older one is known by its name."""
    table, made = model._meta.db_table, {}
    for refusal in model.refuses:
        for act in refusal.acts:
            when = f"WHEN ({refusal.when[vendor]}) " if refusal.when else ""
            if vendor == "postgresql":
                rest = f"BEFORE {act} ON {table} FOR EACH ROW {when}EXECUTE FUNCTION {FUNCTION}('{refusal.words}')"
            else:
                rest = f"BEFORE {act} ON {table} {when}BEGIN SELECT RAISE(ABORT, '{refusal.words}'); END"
            made[f"{table}{MARK}{act.lower()}_{sha256(rest.encode()).hexdigest()[:6]}"] = rest
    return {name: f"CREATE TRIGGER {name} {rest}" for name, rest in made.items()}


def refusals_hold(models: Iterable, using: str = "default") -> None:
    """Make sure that every trigger of these models is there, and none that says something else."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            wanted, found = triggers_of(model, connection.vendor), triggers_found(cursor, table)
            for name in found - set(wanted):
                cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
            missing = [statement for name, statement in wanted.items() if name not in found and table in tables]
            if missing and connection.vendor == "postgresql":
                cursor.execute(RAISES)
            for statement in missing:
                cursor.execute(statement)


def triggers_found(cursor, table: str) -> set[str]:
    """Names of those that are there on a table now."""
    if cursor.db.vendor == "postgresql":
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND NOT tgisinternal", [table])
    else:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
    return {name for (name,) in cursor.fetchall() if MARK in name}
