"""Knocking at an address as everybody, with every method, and telling what was met."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.views.defaults import page_not_found, permission_denied

from mentoring.accounts.lasting import SEEN
from mentoring.tests.access_kit import NOBODY, PEOPLE, Row, url_of

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
HOUR = 60 * 60
UNWELL = 503  # the health page says so with this

#: What one person met with one method: "opens", "signs-in", "forbidden", "not-found", "refused" (405), or a fault.
Met = dict[str, dict[str, str]]


def outcome(response) -> str:
    status = response.status_code
    if status in (301, 302, 303) and response.headers["Location"].startswith("/accounts/login/"):
        return "signs-in"
    if status >= 500 and status != UNWELL:
        return f"breaks ({status})"
    return {403: "forbidden", 404: "not-found", 405: "refused"}.get(status, "opens")


def is_refused(cells: dict[str, str]) -> bool:
    """Nobody gets in with this method: 405 for everybody, but that whoever is not signed in may be asked to first."""
    return all(met == "refused" or (met == "signs-in" and person in NOBODY) for person, met in cells.items())


@contextmanager
def knocking(world) -> Iterator["Knocks"]:
    """Ready to knock, in half of the time: a refusal is no news for the log, and its page is drawn for a GET alone."""

    def drawn_for_get(status, page):
        return lambda request, exception: (
            page(request, exception) if request.method == "GET" else HttpResponse(status=status)
        )

    handlers = {"handler403": drawn_for_get(403, permission_denied), "handler404": drawn_for_get(404, page_not_found)}
    logging.disable(logging.WARNING)
    try:
        with patch.multiple(settings.ROOT_URLCONF, create=True, **handlers):
            yield Knocks(world)
    finally:
        logging.disable(logging.NOTSET)


class Knocks:
    """Everybody of the cast with a browser of their own. Each knock is undone: the next finds the world as it was."""

    def __init__(self, world):
        from schemes.people.actions import membership_grant

        self.world, self.wrote, self.is_read = world, [], False
        world.deactivated = type(world.lead).objects.make(email="gone@cast.example", name="Gil Away")
        membership_grant(scheme=world.scheme, user=world.deactivated, role="coordinator", by=world.manager)
        self.clients = {person: self._signed_in(getattr(world, person, None)) for person in PEOPLE}
        world.deactivated.is_active = False  # a co-ordinator a moment ago, with a browser that still is signed in
        world.deactivated.save()

    def _signed_in(self, user):
        client = self.world.client(user)
        client.raise_request_exception = False
        if user is not None:
            session = client.session
            session[SEEN] = time.time() + HOUR  # so that no knock has to note that they are here
            session.save()
        return client

    def at(self, name: str, row: Row) -> Met:
        """What everybody meets at one address with every method."""
        url, data, self.is_read = url_of(name, row, self.world), row.data(self.world), False
        return {method: {person: self.knock(person, method, url, data) for person in PEOPLE} for method in METHODS}

    def knock(self, person: str, method: str, url: str, data: dict) -> str:
        client = self.clients[person]
        cookies = client.cookies.copy()
        cache.clear()
        self.wrote.clear()
        with connection.execute_wrapper(self._note), transaction.atomic():
            response = getattr(client, method)(url, **({"data": data} if method == "post" else {}))
            met = outcome(response)
            transaction.set_rollback(True)
        self.is_read |= hasattr(response.wsgi_request, "_post")  # Django's own mark: something looked at what was sent
        client.cookies = cookies
        return met if met == "opens" or not self.wrote else f"{met}, and wrote: {self.wrote[0]}"

    def _note(self, execute, sql, params, many, context):
        """Whoever is turned away changes nothing but what their own browser is told, which their session keeps."""
        if "django_session" not in sql and sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self.wrote.append(sql[:60])
        return execute(sql, params, many, context)
