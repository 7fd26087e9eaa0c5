"""Databases of the benchmark's own: migrated once per kind, then copied fresh for each item, and dropped after it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from mentoring.tests.services import POSTGRES_URL, postgres_answers, postgres_programs, throwaway_postgres

SERVER_URL = POSTGRES_URL.rsplit("/", 1)[0]


@dataclass
class Kind:
    """A kind of database: its name in the table, and where its copies live."""

    name: str
    folder: Path
    server: str = ""
    migrated: bool = False
    copies: int = 0

    def env(self, name: str) -> dict[str, str]:
        """The environment of a process that works on the copy of that name."""
        var = self.folder / f"var-{self.name}-{name}"
        var.mkdir(exist_ok=True)
        url = f"{self.server}/{name}" if self.server else f"sqlite:///{self.folder / name}.sqlite3"
        fixed = {"DJANGO_SETTINGS_MODULE": "bench.settings", "DEMO": "1", "EMAIL_URL": "memorymail://", "REDIS_URL": ""}
        return {**fixed, "DATABASE_URL": url, "VAR_DIR": str(var)}

    @contextmanager
    def copy(self) -> Iterator[dict[str, str]]:
        """The environment of a fresh, empty, migrated database."""
        original = f"bench_{os.getpid()}"
        if not self.migrated:
            self._sql(f"CREATE DATABASE {original}")
            migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
            subprocess.run(migrate, env={**os.environ, **self.env(original)}, check=True)
            self.migrated = True
        self.copies += 1
        name = f"{original}_{self.copies}"
        if self.server:
            self._sql(f"CREATE DATABASE {name} TEMPLATE {original}")
        else:
            with sqlite3.connect(self.folder / f"{original}.sqlite3") as connection:
                connection.execute(f"VACUUM INTO '{self.folder / name}.sqlite3'")
            connection.close()
        yield self.env(name)
        self._sql(f"DROP DATABASE {name} WITH (FORCE)")

    def drop(self) -> None:
        if self.migrated:
            self._sql(f"DROP DATABASE bench_{os.getpid()} WITH (FORCE)")

    def _sql(self, statement: str) -> None:
        if not self.server:
            return
        connection = psycopg2.connect(f"{self.server}/postgres")
        connection.autocommit = True
        connection.cursor().execute(statement)
        connection.close()


@contextmanager
def kinds(folder: Path, *, sqlite_only: bool = False) -> Iterator[list[Kind]]:
    """SQLite, and PostgreSQL where it answers or can be started here."""
    sqlite = Kind("SQLite", folder)
    if sqlite_only:
        yield [sqlite]
    elif postgres_answers(POSTGRES_URL):
        postgres = Kind("PostgreSQL", folder, SERVER_URL)
        try:
            yield [sqlite, postgres]
        finally:
            postgres.drop()
    elif postgres_programs():
        with throwaway_postgres() as url:
            yield [sqlite, Kind("PostgreSQL", folder, url.rsplit("/", 1)[0])]
    else:
        yield [sqlite]
