"""How the access table is written: which roles a page opens to; everybody else is turned away in the right way.

A stranger to the scheme gets 404 (they must not learn it exists), a member without the ability 403, whoever is not
signed in is sent to sign in. See `test_access.py`; `docs/access.txt` shows what was met.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from re import sub
from typing import NamedTuple

from django.contrib.admindocs.views import simplify_regex
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from mentoring.tests.guards import ROOMS

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
NOBODY = ("anonymous", "deactivated")
PEOPLE = [*MEMBERS, *STRANGERS, *NOBODY]


@dataclass(frozen=True)
class Row:
    """One address of the table. `opens_to` names people of the cast; `hidden` members who get 404 in place of 403.

    `method` says whether it is looked at (and mostly sent to as well) or only sent to. `sends`: who may send, where
    not all may who may look.
    """

    kind: str
    opens_to: frozenset = frozenset()
    hidden: frozenset = frozenset()
    sends: frozenset | None = None
    kwargs: Callable = field(default=lambda world: {})
    method: str = "get"
    data: Callable = field(default=lambda world: {})

    def expected(self, person: str, method: str = "get") -> str:
        """ "opens", "signs-in", "forbidden" or "not-found"."""
        opens_to = self.opens_to if self.sends is None or method != "post" else self.sends
        if self.kind == "public" or person in opens_to:
            return "opens"
        if person in NOBODY:
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
    if "sends" in fields:
        fields["sends"] = frozenset(fields["sends"].split())
    return Row(kind=kind, opens_to=frozenset(opens_to.split()), **fields)


def table() -> dict[str, Row]:
    """The rows of all rooms, by the names of their addresses."""
    rows = {}
    for room in ROOMS:
        if find_spec(f"{room}.tests.access"):
            rows |= import_module(f"{room}.tests.access").ACCESS
    return rows


class Address(NamedTuple):
    name: str
    entry: URLPattern
    path: str  # as people read it: /schemes/<scheme>/volunteers/<volunteer>/

    @property
    def area(self) -> str:
        """The part of the house that answers, as on README's map."""
        return "/".join(self.entry.callback.__module__.split(".")[:2])


def addresses(resolver=None, namespace="", before="") -> Iterator[Address]:
    """Every address that the site answers to, read from the resolver. Where two share a path, the first answers."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            path = sub(r"<(?:\w+:)?(\w+?)(?:_id)?>", r"<\1>", simplify_regex(route))
            yield Address(f"{namespace}{entry.name}", entry, path)
        else:
            yield from addresses(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace, route)


def url_of(name, row, world) -> str:
    kwargs = row.kwargs(world)
    try:
        return reverse(name, kwargs={"scheme": world.scheme.slug, **kwargs})
    except NoReverseMatch:
        return reverse(name, kwargs=kwargs)
