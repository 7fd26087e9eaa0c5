"""The supervisor keeps its processes running and leaves none behind (issue "Two commands")."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
PROGRAM = """
import os, sys
from mentoring.serve.supervisor import Child, Supervisor
from pathlib import Path
folder = Path(sys.argv[1])
note = "import os,sys,time,signal; open(sys.argv[1],'a').write(f'{os.getpid()}\\\\n');"
def child(name, code, **more):
    return Child(name, [sys.executable, "-c", note + code, str(folder / name)], os.environ, **more)
def say(sentence):
    print(sentence, flush=True)
ready = (folder / "ready").exists
sys.exit(Supervisor([%s], say=say, ready=ready, on_ready=lambda: say("READY"), grace=1).run())
"""
STEADY = 'child("steady", "time.sleep(600)")'
STUBBORN = 'child("stubborn", "signal.signal(15, signal.SIG_IGN); time.sleep(600)")'
PARENT = """child("parent", "import subprocess; p = subprocess.Popen(['sleep', '600']); \
open(sys.argv[1] + '-of', 'w').write(str(p.pid)); time.sleep(600)")"""
BROKEN = 'child("broken", "sys.exit(7)", essential=True)'


def until(answer, seconds=20):
    deadline = time.monotonic() + seconds
    while not (result := answer()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)
    return result


def running(pid: int) -> bool:
    with suppress(ProcessLookupError, FileNotFoundError):
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat")
        return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


class Run:
    """A supervisor in a process of its own, as `make run` has it."""

    def __init__(self, folder, *children):
        self.folder = folder
        program = textwrap.dedent(PROGRAM % ", ".join(children))
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, folder], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
        )

    def pids(self, name, count=1):
        """The process ids that a child has had so far, waiting until there are `count`."""

        def noted():
            path = self.folder / name
            lines = path.read_text().split() if path.exists() else []
            return [int(line) for line in lines] if len(lines) >= count else None

        return until(noted)

    def ends(self):
        words, _ = self.process.communicate(timeout=20)
        return self.process.returncode, words


@pytest.fixture
def run(tmp_path):
    runs = []

    def start(*children):
        runs.append(Run(tmp_path, *children))
        return runs[-1]

    yield start
    for each in runs:
        each.process.kill()
        each.process.wait()
        each.process.stdout.close()


def test_a_killed_child_comes_back_so_that_reminders_go_on(run):
    # Given two children, when one is killed outright
    supervised = run(STEADY, STUBBORN)
    [first] = supervised.pids("steady")
    os.kill(first, signal.SIGKILL)
    # Then it is started again, and the other was left alone
    second = supervised.pids("steady", 2)[1]
    assert running(second) and second != first
    assert len(supervised.pids("stubborn")) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_leaves_nothing_running_not_even_a_stubborn_child(run, number):
    supervised = run(STEADY, STUBBORN)
    pids = supervised.pids("steady") + supervised.pids("stubborn")
    supervised.process.send_signal(number)
    assert supervised.ends()[0] == 0
    assert [pid for pid in pids if running(pid)] == []


def test_grandchildren_of_a_killed_child_do_not_linger(run):
    supervised = run(STEADY, PARENT)
    [parent] = supervised.pids("parent")
    noted = supervised.folder / "parent-of"
    grandchild = int(until(lambda: noted.exists() and noted.read_text()))
    os.kill(parent, signal.SIGKILL)
    until(lambda: not running(grandchild))


def test_an_essential_child_that_cannot_start_stops_all_with_an_error(run):
    supervised = run(STEADY, BROKEN)
    code, words = supervised.ends()
    assert code == 1
    assert "broken could not start (exit code 7)" in words
    assert not any(running(pid) for pid in supervised.pids("steady"))


def test_readiness_is_announced_once(run):
    supervised = run(STEADY)
    supervised.pids("steady")
    (supervised.folder / "ready").touch()
    time.sleep(0.5)
    supervised.process.terminate()
    assert supervised.ends()[1].count("READY") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_children_do_not_outlive_a_supervisor_that_was_killed(run):
    supervised = run(STEADY)
    [pid] = supervised.pids("steady")
    supervised.process.kill()
    until(lambda: not running(pid))
