"""A whole Alongside as `make run` starts it, for tests that need real web, worker, scheduler and broker."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg2
import psycopg2.extensions

from mentoring.serve.processes import free_port

REPOSITORY = Path(__file__).resolve().parents[2]


class Installation:
    """`start()` waits until it says that it runs; `stop()` is Ctrl-C and answers the exit code.

    On the engine of this test run: a SQLite file of its own, or a PostgreSQL database of its own and `redis_url`.
    """

    def __init__(self, folder: Path, *, redis_url: str = "", env: dict[str, str] | None = None):
        self.folder, self.port, self.mark = folder, free_port(), uuid.uuid4().hex
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "serve.log"
        self.process: subprocess.Popen | None = None
        self.starts = 0
        given = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "REDIS_URL")}
        self.env = given | {
            "DJANGO_SETTINGS_MODULE": "mentoring.settings",
            "DEMO": "1",
            "PORT": str(self.port),
            "SITE_URL": self.url,
            "VAR_DIR": str(folder / "var of its own"),
            "ALONGSIDE_TEST": self.mark,
        }
        server = os.environ.get("DATABASE_URL", "")
        self.database_server = server.rsplit("/", 1)[0] if server.startswith("postgres") else ""
        if self.database_server:
            self.env |= {"DATABASE_URL": f"{self.database_server}/alongside_{self.mark}"}
        if redis_url:
            self.env |= {"REDIS_URL": redis_url}
        self.env |= env or {}

    def start(self, seconds: float = 240) -> None:
        if self.process is None and self.database_server:
            self._database("CREATE DATABASE")
        command = [sys.executable, "manage.py", "serve"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=REPOSITORY, env=self.env, stdout=log, stderr=log)
        self.starts += 1
        self.wait_for_that(self._announced, seconds)

    def _announced(self) -> bool:
        words = self.log.read_text()
        assert self.process.poll() is None, words
        return words.count("Alongside is running") == self.starts

    def ask(self, path: str) -> tuple[int, str]:
        """(status, body) of a page; status 0 where nothing answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def wait_for(self, path: str, seconds: float = 120) -> str:
        """The page's body once it answers 200."""
        deadline = time.monotonic() + seconds
        while True:
            status, body = self.ask(path)
            if status == http.client.OK:
                return body
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, f"{path}: {status} {body}\n{self.log.read_text()}"
            time.sleep(0.5)

    def wait_for_that(self, answer: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not answer():
            assert time.monotonic() < deadline, f"waited in vain\n{self.log.read_text()}"
            time.sleep(0.5)

    def health(self) -> dict:
        return json.loads(self.ask("/health/ready")[1])

    def manage(self, *words: str) -> subprocess.CompletedProcess:
        """A management command on the same database and broker."""
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=REPOSITORY, env=self.env, capture_output=True, text=True, timeout=300)

    def pids(self, word: str = "") -> list[int]:
        """Processes of this installation (Linux), by words of the command line: "gunicorn", "celery worker",
        "celery beat", "valkey-server"."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                ours = self.mark in (place / "environ").read_text(errors="replace")
                if ours and word in (place / "cmdline").read_text().replace("\0", " "):
                    found.append(int(place.name))
        return sorted(found)

    def kill(self, word: str) -> None:
        """Kill outright whatever runs under that word."""
        for pid in self.pids(word):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)

    def remove(self) -> None:
        """End it whatever state it is in, and drop its database."""
        if self.process and self.process.poll() is None:
            self.stop()
        if self.database_server:
            self._database("DROP DATABASE IF EXISTS")

    def _database(self, verb: str) -> None:
        connection = psycopg2.connect(f"{self.database_server}/postgres")
        connection.set_isolation_level(psycopg2.extensions.ISOLATION_LEVEL_AUTOCOMMIT)
        with connection.cursor() as cursor:
            cursor.execute(f"{verb} alongside_{self.mark}")
        connection.close()
