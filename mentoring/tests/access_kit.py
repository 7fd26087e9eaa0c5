"""How the access table is written: which roles a page opens to; everybody else is turned away in the right way.

A stranger to the scheme gets 404 (they must not learn it exists), a member without the ability 403, whoever is not
signed in is sent to sign in. See `test_access.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

MEMBERS = [
    "coordinator",
    "manager",
    "lead",
    "supervisor",
    "trainer",
    "mentor",
    "uncleared",
    "peer",
    "mentee",
    "referrer",
    "educator",
    "advisor",
]
STRANGERS = ("outsider", "site_admin")


@dataclass(frozen=True)
class Row:
    """One address of the table. `opens_to` names people of the cast; `hidden` members who get 404 in place of 403."""

    kind: str
    opens_to: frozenset = frozenset()
    hidden: frozenset = frozenset()
    kwargs: Callable = field(default=lambda world: {})
    method: str = "get"
    data: Callable = field(default=lambda world: {})

    def expected(self, person: str) -> str:
        """ "opens", "signs-in", "forbidden" or "not-found"."""
        if self.kind == "public" or person in self.opens_to:
            return "opens"
        if person == "anonymous":
            return "signs-in"
        if self.kind == "signed-in":
            return "opens"
        if self.kind == "portal" or person in STRANGERS or person in self.hidden:
            return "not-found"
        return "forbidden"


def page(opens_to: str, **fields) -> Row:
    """A page inside a scheme (the scheme's slug is filled in)."""
    return _row("scheme", opens_to, fields)


def portal(opens_to: str = "", *, open_to_all: bool = False, **fields) -> Row:
    """A page under /me/: `opens_to` those whose row it is; `open_to_all` where it only shows what is one's own."""
    return _row("signed-in" if open_to_all else "portal", opens_to, fields)


def public_page(**fields) -> Row:
    """A page that needs no sign-in; where the address leads nowhere (a made-up key) it may say 404."""
    return _row("public", "", fields)


def signed_in_page(**fields) -> Row:
    return _row("signed-in", "", fields)


def _row(kind: str, opens_to: str, fields: dict) -> Row:
    fields["hidden"] = frozenset(fields.get("hidden", "").split())
    return Row(kind=kind, opens_to=frozenset(opens_to.split()), **fields)
