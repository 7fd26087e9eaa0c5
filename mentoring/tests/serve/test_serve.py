"""`manage.py serve`, which is what `make run` does once all is installed, with real processes."""

import os
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def test_one_command_reaches_a_sign_in_page_and_ctrl_c_leaves_nothing_running(installation):
    # When it is started on a fresh machine
    installation.start()
    # Then the first page offers to sign in, and every part comes to life
    assert "coordinator" in installation.wait_for("/accounts/login/")
    assert '"scheduler": true' in installation.wait_for("/health/ready")
    assert "coordinator@demo.example" in installation.log.read_text()
    # When Ctrl-C is pressed, then it stops cleanly and no process stays
    assert installation.stop() == 0
    assert installation.pids() == []
    # When it is run again, then the data are still there
    installation.start()
    assert "The demo is here already." in installation.log.read_text()
    assert installation.manage("audit_verify").returncode == 0


def test_the_web_server_is_taken_up_again_after_a_crash(installation):
    installation.start()
    first = set(installation.pids("gunicorn"))
    installation.kill("gunicorn")
    installation.wait_for("/health/live", 60)
    assert first.isdisjoint(installation.pids("gunicorn"))
    assert os.getpid() not in installation.pids()
