"""Long lists page by page, by the key of the last row seen: page 1,500 is as quick as the first (performance.md G12).

A cursor is the newest-first place of a row, `<created_at>_<id>`; one that was tampered with means the first page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

PAGE = 50


@dataclass(frozen=True)
class KeysetPage:
    """Rows of one page; `older` and `newer` are query strings ("after=…", "before=…"), empty where there is no more."""

    rows: Sequence[tuple]
    older: str
    newer: str


def cursor_of(created_at: datetime, key: UUID) -> str:
    return f"{created_at.isoformat()}_{key}"


def read_cursor(written: str) -> tuple[datetime, UUID] | None:
    """The place a cursor names; None for anything that is none."""
    at, _, key = (written or "").replace(" ", "+").rpartition("_")
    try:
        found = datetime.fromisoformat(at), UUID(key)
    except ValueError:
        return None
    return found if found[0].tzinfo else None


def keyset_page(queryset, columns: Sequence[str], *, after: str = "", before: str = "", size: int = PAGE) -> KeysetPage:
    """One page of `queryset`, newest first, as tuples of `columns`, which begin with "created_at", "id"."""
    back, ahead = read_cursor(before), read_cursor(after)
    if back:
        at, key = back
        found = queryset.filter(Q(created_at__gt=at) | Q(id__lt=key), created_at__gte=at).order_by("created_at", "-id")
    else:
        found = queryset.order_by("-created_at", "id")
        if ahead:
            at, key = ahead
            found = found.filter(Q(created_at__lt=at) | Q(id__gt=key), created_at__lte=at)
    rows = list(found.values_list(*columns)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows.reverse()
    has_older, has_newer = (True, more) if back else (more, bool(ahead))
    return KeysetPage(
        rows,
        f"after={_quoted(rows[-1])}" if rows and has_older else "",
        f"before={_quoted(rows[0])}" if rows and has_newer else "",
    )


def _quoted(row: tuple) -> str:
    return cursor_of(row[0], row[1]).replace("+", "%2B")
