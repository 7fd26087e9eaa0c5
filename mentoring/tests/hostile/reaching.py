"""What a piece of work reaches for: files, connections, other programs. The interpreter itself tells of each."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

from django.conf import settings

ASKED = {"open", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "subprocess.Popen", "os.system",
         "urllib.Request", "os.posix_spawn", "os.exec"}  # fmt: skip
#: What is part of the house or of the interpreter, and room for the typeface as it is drawn.
OWN = tuple(
    map(Path, (settings.BASE_DIR, sys.prefix, sys.base_prefix, settings.VAR_DIR, gettempdir(), "/usr/share/zoneinfo"))
)
#: Files of the house that no paper has any business with.
NOT_EVEN = ("manage.py", "settings.py", ".env", ".pem")
_watched: list[list[str]] = []


def _hear(event: str, args: tuple) -> None:
    if _watched and event in ASKED and not (event == "open" and is_own(args[0])):
        _watched[-1].append(f"{event} {args[:2]}")


def is_own(file) -> bool:
    """An open file has a number."""
    if isinstance(file, int):
        return True
    path = Path(file.decode() if isinstance(file, bytes) else file).absolute()
    return path.name not in NOT_EVEN and any(path.is_relative_to(own) for own in OWN)


sys.addaudithook(_hear)


@contextmanager
def reached() -> Iterator[list[str]]:
    """Filled with whatever is reached for meanwhile."""
    _watched.append([])
    try:
        yield _watched[-1]
    finally:
        _watched.pop()
