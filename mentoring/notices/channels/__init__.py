"""How things go out. A channel is a line that is opened once for many: `open()`, `send(rows)` → the provider's key of
what it took, `close()`. The rows given to `send` go together, to one person.

OSError: the line is away, try later. `Undeliverable`: this address will never take it; a person must look.
"""

from typing import Protocol

from mentoring.notices.models import Outgoing


class Undeliverable(Exception):
    """The provider says this address will never take it; a person must look."""


class Line(Protocol):
    def open(self) -> None: ...

    def send(self, rows: list[Outgoing]) -> str: ...

    def close(self) -> None: ...


def message_key(row: Outgoing) -> str:
    """The key of what went out: the notice's own, or that of the notices that go in one. A second copy has the same."""
    return str(getattr(row, "parcel", None) or row.pk)
