"""No post breaks anything, whoever sends it and whatever is in it (issue "Held by others' measure", done when 5)."""

import logging
from random import Random
from time import perf_counter

import pytest
from django.apps import apps

from mentoring.tests.doors import Doors, broken
from mentoring.tests.hostile.escaping import broke_out
from mentoring.tests.hostile.filling import hostile_post
from mentoring.tests.page_forms import Field, PageForm

SEED = 5
POSTS, FEW = 50_000, 300
EVERY = 16  # of the addresses, the short form reads one in so many
AFTERWARDS = 3  # so often is the page looked at to which a form leads


log = logging.getLogger(__name__)


class Complaints(logging.Handler):
    """What was logged as an error. (So is that a request is refused for its shape, or that the health page says no.)"""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.said = []

    def emit(self, record):
        if not record.name.startswith("django.security") and getattr(record, "status_code", 0) != 503:
            self.said.append(f"{record.name}: {record.getMessage()[:300]}")


@pytest.fixture
def complaints():
    handler = Complaints()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def keys_of_everybody() -> list[str]:
    """A few keys of each kind of row, of either scheme."""
    return sorted(str(key) for model in apps.get_models() for key in model.objects.values_list("pk", flat=True)[:3])


def forms_behind(doors) -> list[tuple[str, PageForm]]:
    """Who sends which form: all that the pages hold, and each address that takes nothing but a form."""
    forms = dict(doors.forms)
    for row, url in ((row, doors.url(name)) for name, row in doors.rows.items() if row.method == "post"):
        for person in doors.visitors(row):
            fields = {key: Field(key, "text", [str(value)]) for key, value in row.data(doors.world).items()}
            forms.setdefault((person, url), PageForm(url, "post", fields))
    return [(person, form) for (person, _), form in sorted(forms.items(), key=lambda item: item[0])]


class Sender:
    def __init__(self, doors, complaints):
        self.doors, self.complaints = doors, complaints
        self.chance, self.keys = Random(SEED), keys_of_everybody()
        self.wrong, self.answers, self.looked, self.took = {}, {}, {}, {}

    def send(self, person, form):
        body, kind = hostile_post(form, self.keys, self.chance)
        begun = perf_counter()
        try:
            for problem in self.problems(person, form, body, kind):
                self.note(person, form, problem, body)
        except Exception as trouble:
            self.note(person, form, broken(trouble), body)
        self.took[form.path] = max(self.took.get(form.path, 0), perf_counter() - begun)

    def slowest(self) -> list[str]:
        return [f"{self.took[path]:.1f} s {path}" for path in sorted(self.took, key=self.took.get)[:-9:-1]]

    def problems(self, person, form, body, kind):
        self.complaints.said.clear()
        with self.doors.undone(person) as client:
            answer = client.generic("POST", form.path, body, kind)
            self.answers[answer.status_code] = self.answers.get(answer.status_code, 0) + 1
            pages = [answer]
            if answer.status_code == 302 and answer.headers["Location"].startswith("/") and self.looks_at(form):
                pages.append(client.get(answer.headers["Location"]))
            for page in pages:
                yield from self.problems_of(page)
            yield from self.complaints.said

    def looks_at(self, form) -> bool:
        self.looked[form.path] = self.looked.get(form.path, 0) + 1
        return self.looked[form.path] <= AFTERWARDS

    def problems_of(self, page):
        if page.status_code >= 500 and page.status_code != 503:
            yield f"answers {page.status_code}"
        if page.headers.get("Content-Type", "").startswith("text/html"):
            yield from broke_out(page.content.decode())

    def note(self, person, form, problem, body):
        said = f"{form.path} as {person}: {problem} {body[:1500]!r}"
        if self.wrong.setdefault((form.path, problem[:60]), said) is said:
            log.warning("%s", said)


def send_all(doors, complaints, number: int) -> Sender:
    sender, forms = Sender(doors, complaints), forms_behind(doors)
    for turn in range(number):
        sender.send(*forms[turn % len(forms)])
    assert not sender.wrong, "\n".join(sender.wrong.values())
    assert sum(sender.answers.values()) == number
    assert {200, 302, 422} <= sender.answers.keys(), "some must get through, and some be told what is wrong"
    return sender


def test_a_few_hostile_posts_break_nothing(world, complaints):
    names = sorted(Doors.names())[::EVERY]
    send_all(Doors(world, names), complaints, FEW)


@pytest.mark.slow
def test_fifty_thousand_hostile_posts_break_nothing(world, complaints):
    sender = send_all(Doors(world, most=None), complaints, POSTS)
    log.info("%s posts, answered %s; slowest %s", POSTS, sorted(sender.answers.items()), sender.slowest())
