"""Garbage in every address and every form, by everyone who may open it (issue "The house stands", done when 6).

Nothing breaks (no 500); a form that comes back says what is wrong and holds what was typed. Field names are read from
the pages themselves, so that a new form is fuzzed from its first day.
"""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mentoring.tests.access_kit import url_of
from mentoring.tests.doors import Doors, attempt
from mentoring.tests.hostile.words import LIKELY, NASTY
from mentoring.tests.page_forms import TYPED, Field, forms_of

GETS = ["q", "page", "after", "before", "sort", "order", "year", "status", "state", "who", "next", "step", "day"]
FILES = [b"", b"\x00\xff\xfe", b"name,email\n\xff\x00,=1+1\n", b"PK\x03\x04broken", "Naïve;é\n1;2".encode("utf-16")]
SAYS_SO = re.compile(r'error-summary|invalid-feedback|errorlist|role="alert"|alert-|Not saved yet')

words = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
files = st.builds(SimpleUploadedFile, st.sampled_from(["x.csv", "x.xlsx", "x", "\u202e.pdf"]), st.sampled_from(FILES))


def runs(examples: int):
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


def values(field: Field):
    """What is sent under one name: mostly one value, now and then none or several."""
    if field.kind == "file":
        return st.lists(files, max_size=1)
    fitting = st.sampled_from([*field.offered, *([field.written] if field.written else []), *LIKELY])
    one = st.one_of(fitting, words) if field.kind != "hidden" else st.one_of(fitting, fitting, words)
    return st.one_of(st.lists(one, min_size=1, max_size=1), st.lists(one, max_size=3))


@pytest.fixture
def doors(world):
    return Doors(world)


def fuzz_address(doors, name, examples, wrong) -> None:
    """GET with garbage after the question mark, POST with garbage in the fields."""
    row, world = doors.rows[name], doors.world
    url, people = url_of(name, row, world), st.sampled_from(doors.visitors(row) or ["anonymous"])
    posted = doors.fields.get(url, {}) | {key: Field(key, "text", [str(it)]) for key, it in row.data(world).items()}
    asked = doors.asked.get(url, {}) | {key: Field(key, "text") for key in GETS}

    @runs(examples)
    @given(people, st.fixed_dictionaries({key: values(field) for key, field in asked.items()}))
    def ask(person, data):
        assert doors.knock(person, "get", url, data).status_code not in range(500, 503)

    @runs(examples)
    @given(people, st.fixed_dictionaries({key: values(field) for key, field in posted.items()}))
    def send(person, data):
        response = doors.knock(person, "post", url, data)
        assert response.status_code not in range(500, 503)
        assert not lost(response, url, data), f"as {person}: {lost(response, url, data)}"

    if row.method == "get":
        attempt(wrong, f"GET {name}", ask)
    attempt(wrong, f"POST {name}", send)


def lost(response, url, data) -> str:
    """What is wrong with a form that came back: silence, or words of the visitor that are gone."""
    page = response.headers.get("Content-Type", "").startswith("text/html")
    if response.status_code not in (200, 422) or not page:
        return ""
    html = response.content.decode()
    for form in forms_of(html, url):
        if form.method == "post" and form.path == url and set(form.fields) & set(data) - {"csrfmiddlewaretoken"}:
            if not SAYS_SO.search(html):
                return "came back without a word"
            return "; ".join(gone(form, data))
    return ""


def gone(form, data) -> list[str]:
    """Typed words that the page no longer holds. (A page cannot show control characters, nor need it.)"""
    kept = {key: field for key, field in form.fields.items() if field.kind in TYPED}
    typed = {key: data[key][0] for key in kept if len(data.get(key, ())) == 1 and isinstance(data[key][0], str)}
    plain = {key: value for key, value in typed.items() if value.replace("\r\n", "").isprintable()}
    return [
        f"{key}={value[:80]!r} came back as {kept[key].written[:80]!r}"
        for key, value in plain.items()
        if kept[key].written.split() != value.split()
    ]


def test_no_garbage_breaks_a_page_or_loses_what_was_typed(doors):
    wrong: list[str] = []
    for name in doors.rows:
        fuzz_address(doors, name, 3, wrong)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
def test_much_garbage_breaks_nothing_either(doors):
    wrong: list[str] = []
    for name in doors.rows:
        fuzz_address(doors, name, 40, wrong)
    assert not wrong, "\n".join(wrong)


STRANGE = {UUID: [UUID(int=0), UUID(int=2**128 - 1)], int: [0, 2**70], str: ["x", "9" * 99]}


def strange_paths(doors):
    """Every address with each of its keys wrong in turn."""
    for name, row in doors.rows.items():
        kwargs = row.kwargs(doors.world)
        person = (doors.visitors(row) or ["anonymous"])[0]
        for key, value in kwargs.items():
            for other in STRANGE.get(type(value), STRANGE[str]):
                changed = replace(row, kwargs=lambda _, kwargs=kwargs, key=key, other=other: {**kwargs, key: other})
                yield name, person, row.method, url_of(name, changed, doors.world)


def test_wrong_keys_in_an_address_lead_nowhere(doors):
    wrong = []
    for name, person, method, url in strange_paths(doors):
        attempt(wrong, f"{name} {url}", lambda p=person, m=method, u=url: doors.knock(p, m, u, {}))
    assert not wrong, "\n".join(wrong)
