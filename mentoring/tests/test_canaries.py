"""Nothing of what was told to some reaches anybody else: by page, download, paper, mail, notice, trail, log or table
(issue "Time together", done when 6). Each room plants its own; see `canary_kit`."""

import io
import json
import logging
import zipfile
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone
from pypdf import PdfReader

from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import reminders_run
from mentoring.notices.models import Notice
from mentoring.tests.access_kit import MEMBERS, STRANGERS, table, url_of
from mentoring.tests.guards import ROOMS

PEOPLE = [*MEMBERS, *STRANGERS, "anonymous"]


@pytest.fixture
def planted(world) -> list:
    rooms = [import_module(f"{room}.tests.canaries") for room in ROOMS if find_spec(f"{room}.tests.canaries")]
    planted = [canary for room in rooms for canary in room.plant(world)]
    words = [canary.words for canary in planted]
    assert len(set(words)) == len(words), "each has a bird of its own, or nobody knows which one was met"
    return planted


def text_of(response) -> str:
    """What somebody could read of an answer: its address and heads too, and what a paper or a folder holds."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    heads = json.dumps(dict(response.headers))
    if body.startswith(b"%PDF") and b"%%EOF" in body:  # the made-up paper of the cast ends early
        return heads + "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as folder:
            return heads + "".join(folder.read(name).decode("utf-8", "replace") for name in folder.namelist())
    return heads + body.decode("utf-8", "replace")


def read_by(world, person: str):
    """(name of the page, what it says) of every page that opens to this person and is looked at, not sent."""
    client = world.client(getattr(world, person, None))
    for name, row in sorted(table().items()):
        if row.method != "get" or row.expected(person) != "opens" or name == "exit_now":
            continue
        with transaction.atomic():
            yield name, text_of(client.get(url_of(name, row, world)))
            transaction.set_rollback(True)


def met(canaries, pages) -> dict:
    """canary → the pages on which its words stand."""
    return {canary: [name for name, text in pages if canary.words in text] for canary in canaries}


def test_everybody_reads_what_was_told_to_them_and_nothing_else(world, planted, caplog):
    caplog.set_level(logging.INFO)
    leaks, unseen = [], []
    for person in PEOPLE:
        for canary, names in met(planted, list(read_by(world, person))).items():
            if names and person not in canary.readers:
                leaks.append(f"“{canary.words}” to {person} on {names}")
            if not names and person in canary.shown_to:
                unseen.append(f"“{canary.words}” by {person}")
    assert not leaks, "\n".join(leaks)
    assert not unseen, f"not planted, or the door has gone: {unseen}"
    assert not [canary.words for canary in planted if canary.words in caplog.text]


def test_no_mail_no_notice_and_no_line_of_the_trail_carries_it(world, planted):
    for days in (0, 1, 8, 30, 100):
        reminders_run(at=timezone.now() + timedelta(days=days))
    mails = "".join(f"{sent.subject} {sent.body} {getattr(sent, 'alternatives', '')}" for sent in mail.outbox)
    notices = json.dumps(list(Notice.objects.values()), default=str)
    trail = json.dumps(list(AuditEntry.objects.values()), default=str)
    assert mails and notices and trail
    told = [canary.words for canary in planted if canary.words in mails + notices + trail]
    assert not told


def test_sealed_words_lie_readable_in_no_table(planted):
    held = ""
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608  our own tables
            held += repr(cursor.fetchall())
    assert "enc1:" in held
    assert not [canary.words for canary in planted if canary.sealed and canary.words in held]
