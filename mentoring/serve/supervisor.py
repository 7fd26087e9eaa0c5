"""Keeps a handful of processes running together and stops them together.

Why our own: reminders depend on the scheduler, so a process that dies must come back. honcho stops everything
instead; supervisord wants a daemon and a configuration file of its own. No Django in here.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0
TICK = 0.1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass
class Child:
    """One process to keep running. `essential` until ready: if it dies before, starting has gone wrong."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    essential: bool = False
    process: subprocess.Popen | None = None
    started: float = 0.0
    pause: float = 1.0
    restart_at: float | None = field(default=None)

    def start(self, now: float) -> None:
        self.process = subprocess.Popen(  # noqa: S603  our own command lines, no shell
            self.command,
            env=dict(self.env),
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which then stops them in order
            preexec_fn=die_with_parent if LIBC else None,  # noqa: PLW1509  no threads here
        )
        self.started, self.restart_at = now, None

    def signal_group(self, number: int) -> None:
        """Signal the process and its own children; a group that is already gone is no news."""
        if self.process:
            try:
                os.killpg(self.process.pid, number)
            except (ProcessLookupError, PermissionError):
                return

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None


def die_with_parent() -> None:
    """Ask Linux to stop this process when the supervisor is killed outright, so that nothing stays."""
    LIBC.prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Supervisor:
    """Runs children until a signal. Asks `ready()` until it first answers True, then calls `on_ready()` once.

    `grace` is how many seconds a child has to finish what it is doing after SIGTERM.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        say: Callable[[str], None],
        ready: Callable[[], bool],
        on_ready: Callable[[], None],
        grace: float = 15.0,
    ):
        self.children = children
        self.say, self.ready, self.on_ready, self.grace = say, ready, on_ready, grace
        self.is_ready = False
        self.stops = 0

    def run(self) -> int:
        """Start everything, keep it running, stop it in the reverse order. Answers the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        code = 0
        try:
            for child in self.children:
                child.start(time.monotonic())
            while not self.stops and not code:
                code = self._look_after()
                time.sleep(TICK)
        finally:
            self._stop_all()
        return code

    def _asked_to_stop(self, number, frame) -> None:
        self.stops += 1
        if self.stops > 1:
            for child in self.children:
                child.signal_group(signal.SIGKILL)

    def _look_after(self) -> int:
        now = time.monotonic()
        for child in self.children:
            if child.alive():
                continue
            if child.restart_at is None:
                if child.essential and not self.is_ready:
                    self.say(f"{child.name} could not start (exit code {child.process.returncode}); see above.")
                    return 1
                self._plan_restart(child, now)
            elif now >= child.restart_at:
                child.start(now)
        if not self.is_ready and self.ready():
            self.is_ready = True
            self.on_ready()
        return 0

    def _plan_restart(self, child: Child, now: float) -> None:
        """Back off from a child that keeps dying; one that ran steadily comes back at once."""
        child.signal_group(signal.SIGKILL)  # what it may have left behind
        if now - child.started > STEADY_AFTER:
            child.pause = 1.0
        code = child.process.returncode
        self.say(f"{child.name} stopped (exit code {code}); starting it again in {child.pause:.0f} s.")
        child.restart_at, child.pause = now + child.pause, min(child.pause * 2, LONGEST_PAUSE)

    def _stop_all(self) -> None:
        """Those started later lean on the first and go before it; each has `grace` seconds to finish."""
        first, *others = self.children
        for group in (others, [first]):
            deadline = time.monotonic() + self.grace
            for child in group:
                child.signal_group(signal.SIGTERM)
            while any(child.alive() for child in group) and time.monotonic() < deadline:
                time.sleep(TICK)
            for child in group:
                child.signal_group(signal.SIGKILL)
                if child.process:
                    child.process.wait()
