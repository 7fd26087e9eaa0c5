"""What the database itself refuses, whoever asks it and by whichever way, on both engines.

A model says it of itself: `refuses = (Refusal("the audit trail is append-only"),)`. The triggers are looked after on
every migration (`mentoring.apps`), not made by one: SQLite loses them when Django makes a table anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import connections, transaction

from mentoring.fields import SealedTextField

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


#: Holds, in SQL, unless this very transaction said that it seals anew (`mentoring.keys`).
NOT_RESEALING = {
    "sqlite": "NOT EXISTS (SELECT 1 FROM mentoring_resealing)",
    "postgresql": "current_setting('alongside.resealing', true) IS DISTINCT FROM 'yes'",
}

#: (says so, takes it back)
RESEALING = {
    "sqlite": ("INSERT INTO mentoring_resealing VALUES (1)", "DELETE FROM mentoring_resealing"),
    "postgresql": (
        "SELECT set_config('alongside.resealing', 'yes', true)",
        "SELECT set_config('alongside.resealing', '', true)",
    ),
}


@dataclass(frozen=True)
class Refusal:
    """No row may be touched by these `acts`; where `when` holds only, said in the SQL of each engine."""

    words: str
    acts: tuple[str, ...] = ("UPDATE", "DELETE")
    when: Mapping[str, str] = field(default_factory=dict)


def erasing(using: str = "default") -> AbstractContextManager[None]:
    """Inside it, and inside this transaction alone, rows may be changed that are refused `when=NOT_ERASING`."""
    return _door(ERASING, using)


def resealing(using: str = "default") -> AbstractContextManager[None]:
    """Inside it, and inside this transaction alone, sealed columns may be written although changes of their row are
    refused. Every other column stays refused."""
    return _door(RESEALING, using)


@contextmanager
def _door(words: Mapping[str, tuple[str, str]], using: str) -> Iterator[None]:
    """On SQLite a row says so that nobody else ever sees: whoever writes there is alone until the transaction is over.
    Where it breaks off, what was done inside is undone, and the door is shut too."""
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("outside a transaction the door would stay open for good")
    on, off = words[connection.vendor]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(on)
        yield
        cursor.execute(off)


def triggers_of(model, vendor: str) -> dict[str, str]:
    """{name: statement}. The name changes with what it says, so that an older one is known by its name."""
    table, made = model._meta.db_table, {}
    for refusal in model.refuses:
        for act in refusal.acts:
            for event, when in _events(model, vendor, act, refusal.when.get(vendor, "")):
                when = f"WHEN ({when}) " if when else ""
                if vendor == "postgresql":
                    does = f"FOR EACH ROW {when}EXECUTE FUNCTION {FUNCTION}('{refusal.words}')"
                else:
                    does = f"{when}BEGIN SELECT RAISE(ABORT, '{refusal.words}'); END"
                rest = f"BEFORE {event} ON {table} {does}"
                made[f"{table}{MARK}{act.lower()}_{sha256(rest.encode()).hexdigest()[:6]}"] = rest
    return {name: f"CREATE TRIGGER {name} {rest}" for name, rest in made.items()}


def _events(model, vendor: str, act: str, when: str) -> list[tuple[str, str]]:
    """[(event, condition)]. A change of sealed columns alone is let through while keys are changed. What a condition
    names cannot be altered in PostgreSQL, so it speaks of the row as a whole."""
    sealed = [field.column for field in sealed_fields(model)]
    if act != "UPDATE" or not sealed:
        return [(act, when)]
    both = f"({when}) AND " if when else ""
    if vendor == "postgresql":
        names = ", ".join(f"'{name}'" for name in sealed)
        rest = " IS DISTINCT FROM ".join(f"to_jsonb({row}) - ARRAY[{names}]" for row in ("OLD", "NEW"))
        return [(act, f"{both}({NOT_RESEALING[vendor]} OR {rest})")]
    others = [field.column for field in model._meta.local_concrete_fields if field.column not in sealed]
    quoted = [", ".join(f'"{name}"' for name in names) for names in (others, sealed)]
    return [(f"UPDATE OF {quoted[0]}", when), (f"UPDATE OF {quoted[1]}", both + NOT_RESEALING[vendor])]


def sealed_fields(model) -> list[SealedTextField]:
    """The columns of a model whose words are encrypted."""
    return [field for field in model._meta.local_concrete_fields if isinstance(field, SealedTextField)]


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
