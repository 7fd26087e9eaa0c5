"""Worker, broker and scheduler are killed while mails go out: each reminder and letter arrives, and arrives once.

Where a worker dies between the relay's "taken" and its own next line, nobody can know, and the mail goes again under
the same Message-ID; the relay here is never left in that moment (docs/decisions/0003).
"""

import asyncio
import email
import json
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from celery import Celery
from django.utils import timezone

from mentoring.demo import DEMO_PEOPLE
from mentoring.tests.installation import Installation
from mentoring.tests.notices.many_due import EACH, WORDS
from mentoring.tests.real_parts import SmtpSink

LETTERS = 40
OWED = EACH * len(DEMO_PEOPLE) + LETTERS
QUEUE_LETTERS = (
    "from mentoring.notices.models import Letter; from django.utils import timezone; "
    f"Letter.objects.bulk_create(Letter(to=f'ann{{n}}@many.example', subject='Hello', words='{WORDS}', kind='test', "
    f"not_before=timezone.now()) for n in range({LETTERS}))"
)


class Relay(SmtpSink):
    """Takes mails one by one, and does something after so-and-so many. A dead sender's mail is not taken."""

    def __init__(self):
        super().__init__()
        self.acts: list[tuple[int, Callable[[], None], bool]] = []
        self.one_by_one, self.killed = asyncio.Lock(), 0

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  aiosmtpd's name
        came_under = self.killed
        async with self.one_by_one:
            if self.acts and len(self.messages) >= self.acts[0][0]:
                _, act, kills_senders = self.acts.pop(0)
                await asyncio.sleep(3)  # who else sends has noted its last mail by now and waits for its turn
                await asyncio.to_thread(act)
                self.killed += kills_senders
            if came_under != self.killed:
                return "451 you are gone"
            return await super().handle_DATA(server, session, envelope)

    def ids(self) -> Counter:
        """Of the mails of our own rule; the demo owes some besides."""
        ours = (text for _, text in self.messages if WORDS in text)
        return Counter(email.message_from_string(text)["Message-ID"] for text in ours)


@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_killing_any_part_loses_and_doubles_no_reminder_and_no_letter(tmp_path, redis_server):
    """Issue "The house stands", done when 5."""
    # Given an installation that owes many mails, and a relay in whose hands its parts are killed one after another
    relay = Relay()
    env = {"DJANGO_SETTINGS_MODULE": "mentoring.tests.notices.many_due.settings", "EMAIL_URL": relay.url}
    whole = Installation(tmp_path, redis_url=redis_server.url, env=env)

    def broker_dies():
        redis_server.kill()
        redis_server.start()

    relay.acts = [
        (LETTERS // 2, lambda: whole.kill("celery worker"), True),
        (OWED // 3, broker_dies, False),
        (OWED // 2, lambda: whole.kill("celery beat"), False),
        (OWED * 2 // 3, lambda: whole.kill("celery worker"), True),
    ]
    with relay.listening():
        try:
            whole.start()
            queued = whole.manage("shell", "-v", "0", "-c", QUEUE_LETTERS)
            assert queued.returncode == 0, queued.stderr
            # When the reminders and the letters go out
            Celery(broker=redis_server.url).send_task("mentoring.notices.tasks.reminders_run")
            whole.wait_for_that(lambda: not relay.acts, 240)
            # and what the dead had claimed is free again, its lease being over
            later = timezone.now() + timedelta(minutes=10)
            whole.wait_for_that(lambda: settled(whole, later), 120)
            # Then each has arrived once, and none is left
            assert len(relay.ids()) == OWED
            assert set(relay.ids().values()) == {1}
        finally:
            whole.remove()


def settled(whole: Installation, at) -> bool:
    """One more run by hand; True once it finds nothing left to send."""
    told = whole.manage("reminders_run", "--at", at.isoformat(), "--json")
    assert told.returncode == 0, told.stderr
    tally = json.loads(told.stdout)
    assert tally["queued"] == 0
    return tally["sent"] == tally["failed"] == 0
