"""One scheme of pairs who have met many times, and the pair whose pages are looked at. Runs in Django."""

import time
from datetime import timedelta
from functools import cache

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.lists_made import people, queries_of, signed_in
from bench.many_rows import copies, key_of, settle
from matching.models import Match, MentoringSession
from mentoring.accounts.models import User
from schemes.models import Volunteer, YoungPerson
from schemes.people.actions import membership_grant
from schemes.planning.actions import scheme_start

SERIES = 10
#: Sessions of the pair that is looked at, at least.
OWN = 100
DAYS_AGO = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now', '-' || ({}) || ' days') || '000'",
    "postgresql": "now() - ({}) * interval '1 day'",
}
#: page: who looks, address, what it is about, what the address asks for.
PAGES = {
    "a young person's page": ("mentee", "matching:me", (), ""),
    "a mentor's page": ("mentor", "matching:me", (), ""),
    "what we did": ("mentee", "matching:session_list_mine", ("match",), ""),
    "the match": ("coordinator", "matching:match_show", ("scheme", "match"), ""),
    "its sessions": ("coordinator", "matching:session_list", ("scheme", "match"), ""),
    "the caseload": ("coordinator", "matching:caseload_show", ("scheme",), ""),
    "those together": ("coordinator", "matching:match_list", ("scheme",), "?group=together"),
}


def make(*, pairs: int, each: int) -> dict[str, int]:
    """Fills an empty database with one scheme. page → how many queries."""
    by = {role: user(role) for role in ("manager", "coordinator", "mentor", "mentee")}
    scheme = scheme_start(name="Together", slug="together", by=by["manager"])
    for role in ("coordinator", "mentor", "mentee"):
        membership_grant(scheme=scheme, user=by[role], role=role, by=by["manager"])
    volunteer, young_person = people(Volunteer, scheme, pairs, SERIES), people(YoungPerson, scheme, pairs, SERIES + 1)
    sides = {"volunteer_id": key_of(SERIES), "young_person_id": key_of(SERIES + 1)}
    begun = timezone.localdate() - timedelta(days=7 * max(each, OWN))
    match = Match.objects.create(
        scheme=scheme, volunteer=volunteer, young_person=young_person, state="active", introduced_on=begun
    )
    copies(match, pairs - 1, series=SERIES + 2, **sides)
    for record, role, state in ((volunteer, "mentor", "approved"), (young_person, "mentee", "waiting")):
        record.user, record.state = by[role], state
        record.save()
    add_sessions(match, pairs, each, by["mentor"])
    settle()
    return {name: queries_of(client(page[0]), path_of(*page)) for name, page in PAGES.items()}


def user(role: str) -> User:
    return User.objects.make(email=f"{role}@bench.example", name=role.capitalize(), password="seventeen steps")


def add_sessions(match, pairs: int, each: int, by) -> None:
    """A week between two, a few sealed words about each. The pair that is looked at fills its pages in any case."""
    said = {"minutes": 60, "topics": ["home"], "shared_note": "We cooked and talked about rent. " * 6, "logged_by": by}
    first = MentoringSession.objects.create(match=match, planned_at=timezone.now(), outcome="held", **said)
    others, ago = pairs - 1, DAYS_AGO[connection.vendor]
    whose = {"match_id": key_of(SERIES + 2, f"n % {others}"), "planned_at": ago.format(f"(n / {others}) * 7 + 1")}
    copies(first, others * each, series=SERIES + 3, **whose)
    copies(first, max(each, OWN) - 1, series=SERIES + 4, planned_at=ago.format("n * 7 + 1"))


def path_of(_who: str, name: str, about: tuple, query: str) -> str:
    mine = Match.objects.get(volunteer__user__email="mentor@bench.example")
    keys = {"scheme": "together", "match": mine.pk}
    return reverse(name, args=[keys[part] for part in about]) + query


@cache
def client(role: str) -> Client:
    return signed_in(User.objects.get(email=f"{role}@bench.example"))


def seconds(*, name: str) -> float:
    """The quickest of five looks at a page: what else the machine does only adds."""
    page, found = PAGES[name], []
    path = path_of(*page)
    for _ in range(5):
        began = time.perf_counter()
        client(page[0]).get(path)
        found.append(time.perf_counter() - began)
    return min(found)
