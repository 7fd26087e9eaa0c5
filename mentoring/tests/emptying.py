"""After a test that commits, the database is as a new one: what the test filled is deleted and what an installation
begins with stays, keys and all. (Django's own way empties every table and makes the rights anew under other keys, so
that no fixture that was built could serve again.)
"""

from django.apps import apps
from django.db import connection, transaction

#: Tables that have rows on a new database.
BEGUN_WITH = {"auth_permission", "django_content_type"}


def emptied(case) -> None:
    """In place of `TransactionTestCase._fixture_teardown`."""
    with transaction.atomic(), connection.cursor() as cursor:
        filled = [table for table in tables() if table not in BEGUN_WITH and has_rows(cursor, table)]
        aside, back = (sqlite_triggers if connection.vendor == "sqlite" else postgresql_triggers)(cursor, filled)
        deleting = [f'DELETE FROM "{table}"' for table in filled]  # noqa: S608  names of our own tables
        for statement in (*aside, *deleting, *back):
            cursor.execute(statement)


def tables() -> set[str]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table for model in models if model._meta.managed and not model._meta.proxy}


def has_rows(cursor, table: str) -> bool:
    cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')  # noqa: S608
    return cursor.fetchone() is not None


def sqlite_triggers(cursor, filled: list[str]) -> tuple[list[str], list[str]]:
    """(statements that put the triggers aside, those that put them back)"""
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = cursor.fetchall()
    return [f"DROP TRIGGER {name}" for name, _ in triggers], [made for _, made in triggers]


def postgresql_triggers(cursor, filled: list[str]) -> tuple[list[str], list[str]]:
    """The same; what is deleted in any order is checked before the triggers come back."""
    cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    guarded = [table for (table,) in cursor.fetchall() if table in filled]
    aside = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in guarded]
    back = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in guarded]
    return aside, ["SET CONSTRAINTS ALL IMMEDIATE", *back]
