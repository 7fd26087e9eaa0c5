"""Every address of the table of access, asked by several people: what each answer says of itself (ASVS 5.0, V3 to V5,
V14). A new page is among them from its first day."""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mentoring.tests.access_kit import addresses, table, url_of

WRITES = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM)\s+"(\w+)"')
PEOPLE = ("coordinator", "lead", "mentor", "mentee", "anonymous")
#: Words that a browser would obey if they were not escaped; planted as the name of everybody and everything.
HOSTILE = """<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7|add:7}}"""
#: What is written by a look: that somebody is there, and that they looked.
NOTED_BY_LOOKING = {"django_session", "mentoring_auditentry", "mentoring_audithead"}
#: Looked-at pages that write more: that a notice, a message or a letter has been read, what the engine keeps packed.
CHANGED_BY_LOOKING = {
    "notice_open": {"mentoring_notice"},
    "matching:letter_mine": {"matching_ending"},
    "matching:message_list_mine": {"matching_message"},
    **{f"matching:{name}": {"matching_traits"} for name in ("match_compare", "match_proposals", "why_nobody_show")},
}
#: All that is answered as JSON.
NAMED = {
    "still_here": {"left"},
    "health_live": {"web"},
    "health_ready": {"database", "broker", "worker", "scheduler", "outbox_oldest_seconds"},
}
KINDS = {
    "text/html", "text/csv", "text/calendar", "text/javascript", "text/plain", "application/json",
    "application/manifest+json", "application/pdf", "application/zip", "image/jpeg", "image/svg+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """One page as one person met it: what it said, and which tables were written meanwhile."""

    person: str
    name: str
    status: int
    heads: dict
    body: bytes
    written: frozenset
    key: str

    @property
    def kind(self) -> str:
        return self.heads.get("Content-Type", "")


def every_look(world, people=PEOPLE):
    """Every page that opens to one of them and is looked at, not sent; each look is undone."""
    for person in people:
        client = world.client(getattr(world, person, None))
        for name, row in sorted(table().items()):
            if row.method == "get" and row.expected(person) == "opens" and name not in ("exit_now", "account_logout"):
                with transaction.atomic(), CaptureQueriesContext(connection) as asked:
                    answer = client.get(url_of(name, row, world))
                    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                    transaction.set_rollback(True)
                written = frozenset(match[2] for query in asked if (match := WRITES.match(query["sql"])))
                key = client.cookies[settings.SESSION_COOKIE_NAME].value if person != "anonymous" else ""
                yield Look(person, name, answer.status_code, dict(answer.headers), body, written, key)


LOOKS: list[Look] = []


@pytest.fixture
def looks(world) -> list[Look]:
    """Looked at once, for every test that reads them."""
    if not LOOKS:
        LOOKS.extend(every_look(world))
    return LOOKS


def faults(look: Look) -> list:
    kind, _, letters = look.kind.partition(";")
    return [
        look.body and kind not in KINDS and f"is of kind {kind!r}",
        look.body and kind.startswith("text/") and "utf-8" not in letters and "does not say its letters",
        look.body and kind == "text/html" and not look.body.lstrip().startswith(b"<") and "is no page",
        look.body and kind == "application/json" and json.loads(look.body) is None and "is no JSON",
        look.heads["X-Content-Type-Options"] != "nosniff" and "may be guessed",
        "frame-ancestors 'none'" not in policy_of(look) and "may stand in a frame",
        "unsafe" in policy_of(look) and "runs what stands in the page",
        look.person != "anonymous" and look.heads.get("Cache-Control") != "no-store" and "is kept by the browser",
        "Access-Control-Allow-Origin" in look.heads and "is open to other sites",
        look.key and look.key.encode() in look.body and "shows the key of the sign-in",
    ]


def policy_of(look: Look) -> str:
    """A file that somebody sent is shut in altogether."""
    policy = look.heads["Content-Security-Policy"]
    return policy + "; frame-ancestors 'none'" if policy == "default-src 'none'; sandbox" else policy


def test_every_answer_says_what_it_is(looks):
    """Its kind and its letters, that it is no other kind, what a browser may do with it, and that it is not kept."""
    assert [f"{look.name} for {look.person} {fault}" for look in looks for fault in faults(look) if fault] == []


def test_every_page_of_who_is_signed_in_leads_to_signing_out(looks):
    rows = table()
    pages = [look for look in looks if look.status == 200 and "text/html" in look.kind]
    shut = [look for look in pages if rows[look.name].kind != "public"]
    assert len(shut) > 200
    ways = (b'action="/accounts/logout/"', b"data-leave-to")  # leaving a quiet page signs out too
    assert {look.name for look in shut if not any(way in look.body for way in ways)} == set()


def test_every_download_has_a_name_of_ours(looks):
    """Nothing that somebody typed is in it: letters, figures, strokes."""
    names = {look.heads["Content-Disposition"] for look in looks if "Content-Disposition" in look.heads}
    assert len(names) > 5
    ours = re.compile(r'(attachment|inline); filename="[a-z0-9-]+\.[a-z]+"')
    assert [name for name in names if not ours.fullmatch(name)] == []


def test_files_are_saved_and_never_shown_as_pages_of_ours(looks):
    shown = {
        look.name
        for look in looks
        if look.status == 200 and not look.kind.startswith(("text/html", "application/json"))
        if not look.heads.get("Content-Disposition", "").startswith("attachment")
        if "sandbox" not in look.heads["Content-Security-Policy"]
    }
    assert shown == {"manifest", "service_worker"}


def test_json_answers_hold_the_named_values_alone(looks):
    found = {look.name: set(json.loads(look.body)) for look in looks if look.kind.startswith("application/json")}
    assert found == NAMED


def test_looking_at_a_page_changes_no_record(looks):
    written = {}
    for look in looks:
        if more := look.written - NOTED_BY_LOOKING:
            written.setdefault(look.name, set()).update(more)
    assert written == CHANGED_BY_LOOKING


def test_what_somebody_typed_stays_words_on_every_page(world):
    """Names are what most pages show; planted past the forms, so that only the escaping stands between."""
    for record in (world.volunteer, world.uncleared_volunteer, world.young_person):
        record.name = HOSTILE
        record.save()
    for user in (world.coordinator, world.mentor, world.mentee, world.lead, world.referrer):
        user.name = HOSTILE
        user.save()
    pages = [look for look in every_look(world, ("coordinator", "mentor")) if "text/html" in look.kind]
    assert [f"{look.name} for {look.person}" for look in pages if b"<script>alert" in look.body] == []
    assert [f"{look.name} for {look.person}" for look in pages if b"<img src=x" in look.body] == []
    assert sum(b"&lt;script&gt;alert" in look.body for look in pages) > 50


# --- what is sent ----------------------------------------------------------------------------------------------------


#: Leaving; and what has a right of its own that no browser sends by itself: the seal in a mail, Notify's token.
NEED_NO_TOKEN = {"exit_now", "notice_stop", "notify_receipt"}


def test_these_alone_need_no_token():
    free = {one.name for one in addresses() if getattr(one.entry.callback, "csrf_exempt", False)}
    assert free == NEED_NO_TOKEN


def test_nothing_is_sent_without_the_token_against_forgery(world):
    """By whoever may: the token is asked for before anything else is looked at."""
    let_in = []
    for name, row in sorted(table().items()):
        person = next(iter(sorted(row.opens_to)), "coordinator")
        client = Client(enforce_csrf_checks=True)
        client.cookies = world.client(getattr(world, person)).cookies
        if client.post(url_of(name, row, world), row.data(world)).status_code != 403:
            let_in.append(name)
    assert set(let_in) <= NEED_NO_TOKEN | {name for name in let_in if name in READ_ONLY}


#: Answered with 405 whoever sends: nothing of theirs takes a form.
READ_ONLY: set[str] = set()


def test_a_field_that_the_form_does_not_have_is_not_written(world):
    """Whoever edits a record cannot move it to another scheme, into another state, or make it somebody else's."""
    client, person = world.client(world.coordinator), world.volunteer
    url = url_of("schemes:volunteer_edit", table()["schemes:volunteer_edit"], world)
    page = client.get(url).content.decode()
    form = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    more = {"scheme": world.other_scheme.pk, "state": "approved", "user": world.coordinator.pk, "id": "1", "pk": "1"}
    before = (person.scheme_id, person.state, person.user_id)
    client.post(url, form | {"name": "Zofia Nowak-Lis"} | more)
    person.refresh_from_db()
    assert person.name == "Zofia Nowak-Lis", "the rest was taken"
    assert (person.scheme_id, person.state, person.user_id) == before


def test_what_stands_in_the_address_fills_no_form(world):
    """A form is filled by what was sent in it, never by a link to it."""
    client = world.client(world.coordinator)
    url = url_of("schemes:volunteer_edit", table()["schemes:volunteer_edit"], world)
    client.post(f"{url}?name=Somebody+Else&email=else@far.example", {})
    world.volunteer.refresh_from_db()
    assert world.volunteer.name == "Zofia Nowak"
    assert urlsplit(url).query == ""
