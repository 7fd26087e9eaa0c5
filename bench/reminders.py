"""Reminders in claimed batches beside one Celery task per mail, two worker processes each (performance G14)."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, per_second, ratio_of
from mentoring.serve.processes import free_port, port_is_free
from mentoring.tests.services import throwaway_redis

MADE = "bench.reminders_made"


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    """On the last kind of database: PostgreSQL where there is one."""
    kind = kinds[-1]
    for sink, goal in (("memory", "≥ 8"), ("SMTP", "≥ 2.5")):
        with ExitStack() as stack:
            env = stack.enter_context(kind.copy())
            env["REDIS_URL"] = stack.enter_context(throwaway_redis()).url
            mails = Path(env["VAR_DIR"]) / "mails"
            if sink == "SMTP":
                env["EMAIL_URL"] = stack.enter_context(smtp_sink(mails))
            ours, each = rounds(stack, env, scale)
            sent = 2 * scale.mails * (scale.rounds + 1)
            if sink == "SMTP" and not once_each(mails, sent):
                raise RuntimeError(f"not every one of {sent} mails came once")
        item = f"{kind.name}: reminders by {sink}, batches / one task per mail"
        yield Line(item, per_second(ours), per_second(each), ratio_of(ours, each), goal)


def rounds(stack: ExitStack, env: dict[str, str], scale: Scale) -> tuple[list[float], list[float]]:
    """Mails per second of both ways, in turns. Each round writes its own rows and checks that each was sent once."""
    asking = stack.enter_context(Inside(env))
    workers = [stack.enter_context(Inside(env)) for _ in range(2)]
    stack.enter_context(celery(env))
    found = ([], [])
    for number in range(scale.rounds + 1):  # the first round warms up
        asking.ask(f"{MADE}:queue", mails=scale.mails, number=2 * number)
        began = time.perf_counter()
        for worker in workers:
            worker.begin(f"{MADE}:send")
        tallies = [worker.answer() for worker in workers]
        found[0].append(scale.mails / (time.perf_counter() - began))
        asking.ask(f"{MADE}:check", mails=scale.mails, number=2 * number, tallies=tallies)
        asking.ask(f"{MADE}:queue", mails=scale.mails, number=2 * number + 1)
        took = asking.ask(f"{MADE}:one_task_each", mails=scale.mails, number=2 * number + 1)
        found[1].append(scale.mails / took)
    return found[0][1:], found[1][1:]


@contextmanager
def celery(env: dict[str, str]) -> Iterator[None]:
    """A worker with two processes that take several tasks ahead, as one tunes it for small tasks."""
    command = [sys.executable, "-m", "celery", "--quiet", "--app", "bench.reminders_made", "worker"]
    command += ["--concurrency", "2", "--prefetch-multiplier", "64", "--loglevel", "error", "--without-gossip"]
    command += ["--without-mingle", "--without-heartbeat"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env={**os.environ, **env}, **quiet)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


@contextmanager
def smtp_sink(mails: Path) -> Iterator[str]:
    """A mail server that only notes each Message-ID; gives its address for EMAIL_URL."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bench.smtp_sink", str(port), str(mails)])
    while port_is_free(port):
        time.sleep(0.05)
    try:
        yield f"smtp://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def once_each(mails: Path, sent: int) -> bool:
    keys = mails.read_text().split()
    return len(keys) == len(set(keys)) == sent
