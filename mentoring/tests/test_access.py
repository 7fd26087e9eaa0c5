"""Every address × every person of the cast: opens, sign-in, 403 or 404 (roles.md). One without a row fails."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from mentoring.tests.access_kit import MEMBERS, STRANGERS
from mentoring.tests.guards import ROOMS

SHARES = 4  # knocked at side by side where tests run so
PEOPLE = [*MEMBERS, *STRANGERS, "anonymous"]


def table() -> dict:
    rows = {}
    for room in ROOMS:
        if find_spec(f"{room}.tests.access"):
            rows |= import_module(f"{room}.tests.access").ACCESS
    return rows


def addresses(resolver=None, namespace=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", entry
        else:
            yield from addresses(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)


def test_every_address_has_a_row_and_every_row_an_address():
    names = {name for name, _ in addresses()}
    assert names - set(table()) == set(), "addresses without a row in <app>/tests/access.py"
    assert set(table()) - names == set(), "rows without an address"


def outcome(response) -> str:
    if response.status_code in (301, 302, 303) and response.headers["Location"].startswith("/accounts/login/"):
        return "signs-in"
    if response.status_code == 403:
        return "forbidden"
    if response.status_code == 404:
        return "not-found"
    unwell = 503  # the health page says so with this
    broken = response.status_code >= 500 and response.status_code != unwell
    return f"breaks ({response.status_code})" if broken else "opens"


def url_of(name, row, world) -> str:
    kwargs = row.kwargs(world)
    try:
        return reverse(name, kwargs={"scheme": world.scheme.slug, **kwargs})
    except NoReverseMatch:
        return reverse(name, kwargs=kwargs)


@pytest.fixture
def clients(world):
    return {person: world.client(getattr(world, person, None)) for person in PEOPLE}


def knock(clients, world, name, row) -> dict[str, str]:
    """What each person meets at one address. Each knock is undone, so that the next finds the world as it was."""
    url, met = url_of(name, row, world), {}
    for person in PEOPLE:
        client, cookies = clients[person], clients[person].cookies.copy()
        with transaction.atomic():
            response = client.post(url, row.data(world)) if row.method == "post" else client.get(url)
            met[person] = outcome(response)
            transaction.set_rollback(True)
        client.cookies = cookies
    return met


@pytest.mark.parametrize("share", range(SHARES))
def test_every_person_meets_the_door_the_table_says(world, clients, share):
    rows = table()
    wrong = [
        f"{name} for {person}: {met}, expected {rows[name].expected(person)}"
        for name in sorted({name for name, _ in addresses()} & set(rows))[share::SHARES]
        for person, met in knock(clients, world, name, rows[name]).items()
        if met != rows[name].expected(person) and not (rows[name].kind == "public" and met == "not-found")
    ]
    assert not wrong, "\n".join(wrong)
