"""Every address of the access table: who may come in, and which forms stand behind it, read off the pages themselves.

What anybody does there is undone afterwards, so that the next finds the world as it was.
"""

import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.core.cache import cache
from django.db import transaction

from mentoring.tests.access_kit import PEOPLE, table, url_of
from mentoring.tests.page_forms import PageForm, forms_of

SPARED = {"exit_now", "kit_show"}  # one leaves for another site, the other shows forms that nobody sends


class Doors:
    """`fields` of the forms that are sent, `asked` of those that search, by address; `forms` that are sent, by person
    and address. Each page is read as the first `most` of those who may.
    """

    def __init__(self, world, names: Iterable[str] = (), most: int | None = 3):
        self.world = world
        rows = table()
        self.rows = {name: rows[name] for name in names or self.names()}
        self.clients = {person: world.client(getattr(world, person, None), fresh=True) for person in PEOPLE}
        self.fields, self.asked = defaultdict(dict), defaultdict(dict)
        self.forms: dict[tuple[str, str], PageForm] = {}
        for name, row in self.rows.items():
            for person in self.visitors(row)[:most] if row.method == "get" else ():
                self._read(person, self.url(name))

    @staticmethod
    def names() -> list[str]:
        return sorted(table().keys() - SPARED)

    def url(self, name) -> str:
        return url_of(name, self.rows[name], self.world)

    def visitors(self, row) -> list[str]:
        people = ["anonymous", "mentee"] if row.kind == "public" else PEOPLE
        return [person for person in people if row.expected(person) == "opens"]

    def _read(self, person, url):
        response = self.knock(person, "get", url, {})
        if response.headers.get("Content-Type", "").startswith("text/html"):
            for form in forms_of(response.content.decode(), url):
                (self.fields if form.method == "post" else self.asked)[form.path] |= form.fields
                if form.method == "post":
                    self.forms.setdefault((person, form.path), form).fields.update(form.fields)

    @contextmanager
    def undone(self, person) -> Iterator:
        """This person's browser, for a while of which nothing stays."""
        client = self.clients[person]
        cookies = client.cookies.copy()
        cache.clear()
        with transaction.atomic():
            try:
                yield client
            finally:
                transaction.set_rollback(True)
                client.cookies = cookies

    def knock(self, person, method, url, data):
        """One request, undone afterwards."""
        with self.undone(person) as client:
            return getattr(client, method)(url, data)


def broken(trouble: BaseException) -> str:
    """The exception and the last line of ours that it came through."""
    ours = [frame for frame in traceback.extract_tb(trouble.__traceback__) if "site-packages" not in frame.filename]
    place = f"{ours[-1].filename}:{ours[-1].lineno}" if ours else ""
    notes = " ".join(getattr(trouble, "__notes__", []))
    return f"{type(trouble).__name__}: {str(trouble)[:300]} ({place}) {notes[:1500]}"


def attempt(wrong: list[str], name: str, fuzz: Callable[[], object]) -> None:
    try:
        fuzz()
    except Exception as trouble:
        wrong.append(f"{name}: {broken(trouble)}")
