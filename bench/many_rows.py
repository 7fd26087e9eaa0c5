"""A hundred thousand rows in a second: copies of one sample row, made by the database itself. Runs in Django."""

from collections.abc import Sequence

from django.db import connection

SECONDS_AGO = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now', '-' || n || ' seconds') || '000'",
    "postgresql": "now() - n * interval '1 second'",
}


def numbers(count: int) -> str:
    """A source of rows with a column `n` from 0 on."""
    counting = f"SELECT CAST(0 AS bigint) UNION ALL SELECT n + 1 FROM r WHERE n < {count - 1}"
    return f"(WITH RECURSIVE r(n) AS ({counting}) SELECT n FROM r) s"


def key_of(series: int, by: str = "n") -> str:
    """SQL for the key of copy `n` (or another number) of a series, scattered as random keys are, so that other rows can
    point to it."""
    scattered = f"(({by}) * 2654435761) % 4294967296"
    if connection.vendor == "sqlite":
        return f"printf('%08x%024x', {scattered}, {series})"
    return f"(lpad(to_hex({scattered}), 8, '0') || lpad(to_hex({series}), 24, '0'))::uuid"


def literal(key) -> str:
    """A key as this database keeps it."""
    return key.hex if connection.vendor == "sqlite" else str(key)


def one_of(values: Sequence[str], by: str = "n") -> str:
    """SQL that takes the values in turn."""
    cases = " ".join(f"WHEN {place} THEN '{value}'" for place, value in enumerate(values))
    return f"CASE ({by}) % {len(values)} {cases} END"


def copies(sample, count: int, *, series: int, **columns: str) -> None:
    """Copies of the row `sample`; `columns` are SQL over the running number `n` for what differs between them."""
    fresh = {"id": key_of(series), "created_at": SECONDS_AGO[connection.vendor], **columns}
    names = [field.column for field in sample._meta.concrete_fields]
    chosen = ", ".join(fresh.get(name, f't."{name}"') for name in names)
    table = f'"{sample._meta.db_table}"'
    written = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({written}) SELECT {chosen} FROM {table} t, {numbers(count)} "
            f"WHERE t.id = '{literal(sample.pk)}'"
        )


def settle() -> None:
    """What a database does by itself once it has time: gather statistics, on PostgreSQL mark what all may see."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
