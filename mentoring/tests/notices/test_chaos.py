"""Worker, scheduler and broker are killed outright at any moment, again and again, while mails go out.

No reminder is lost. One comes twice only where a worker died between the relay's "taken" and its own next line, which
nobody can close; such a copy carries the same Message-ID (docs/decisions/0003, issue "The house stands", done when 5).
"""

import email
import json
import os
import random
import sys
import time
from collections import Counter

import pytest
import redis
from celery import Celery

from mentoring.demo import DEMO_PEOPLE
from mentoring.tests.installation import Installation
from mentoring.tests.real_parts import SmtpSink

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
LEASE_SECONDS = 15  # longer than a starved machine takes over one mail
LEDGER = (
    "import json; from mentoring.notices.models import Notice; from django.db.models import Count; "
    "mails = Notice.objects.filter(channel='email', rule='many_due'); "
    "print(json.dumps({'sent': [str(key) for key in mails.filter(progress='sent').values_list('pk', flat=True)], "
    "'states': dict(mails.values_list('progress').annotate(Count('pk')))}))"
)


class Relay(SmtpSink):
    """Notes which mail each open connection brought last: that one alone may come again when its sender is killed."""

    def __init__(self):
        super().__init__()
        self.arrived: Counter[str] = Counter()
        self.last_of: dict[tuple, str] = {}
        self.in_doubt: set[str] = set()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  aiosmtpd's name
        key = email.message_from_bytes(envelope.content)["Message-ID"].strip("<>").split("@")[0]
        self.arrived[key] += 1
        self.last_of[session.peer] = key
        return "250 taken"

    def sender_killed(self) -> None:
        """Whatever was taken last, over any connection, may not have been noted by its sender."""
        self.in_doubt |= set(self.last_of.values())
        self.last_of.clear()


class Chaos:
    """An installation that owes many mails, and what may befall it."""

    def __init__(self, folder, broker, each: int, seed: int):
        self.broker, self.relay, self.dice = broker, Relay(), random.Random(seed)
        env = {
            "DJANGO_SETTINGS_MODULE": "mentoring.tests.notices.many_due.settings",
            "EMAIL_URL": self.relay.url,
            "MANY_DUE_EACH": str(each),
            "NOTICE_LEASE_SECONDS": str(LEASE_SECONDS),
        }
        self.whole = Installation(folder, redis_url=broker.url, env=env)

    def nudge(self) -> None:
        """As the scheduler does twice a minute; lost with the broker, which matters nothing."""
        try:
            with Celery(broker=self.broker.url) as app:
                app.send_task("mentoring.notices.tasks.reminders_run", retry=False)
        except (OSError, redis.RedisError, app.connection_for_write().connection_errors):
            return

    def strike(self) -> None:
        """Kill one part, whatever it is doing."""
        part = self.dice.choice(["celery worker", "celery worker", "celery beat", "broker"])
        if part == "broker":
            self.broker.kill()
            self.broker.start()
            return
        self.whole.kill(part)
        if part == "celery worker":
            self.relay.sender_killed()

    def ledger(self) -> dict:
        told = self.whole.manage("shell", "-v", "0", "-c", LEDGER)
        assert told.returncode == 0, told.stderr
        return json.loads(told.stdout.strip().splitlines()[-1])

    def rage(self, kills: int, seconds: float) -> int:
        """Strike so many times at random moments while mails go out; stop early when they all have gone."""
        deadline, struck = time.monotonic() + seconds, 0
        while struck < kills and time.monotonic() < deadline:
            self.nudge()
            before = sum(self.relay.arrived.values())
            time.sleep(self.dice.uniform(0.05, 1.5))
            if sum(self.relay.arrived.values()) > before:  # never idle: a kill counts while mails are going
                self.strike()
                struck += 1
        return struck

    def settle(self, seconds: float) -> dict:
        """Let it finish in peace."""
        deadline = time.monotonic() + seconds
        while True:
            self.nudge()
            ledger = self.ledger()
            if ledger["states"].keys() <= {"sent", "dropped"} or time.monotonic() > deadline:
                return ledger


def play(folder, broker, *, each: int, kills: int, seconds: float, seed: int = 7) -> None:
    # Given an installation that owes many mails
    chaos = Chaos(folder, broker, each, seed)
    with chaos.relay.listening():
        try:
            chaos.whole.start()
            # When its parts are killed while the mails go out
            struck = chaos.rage(kills, seconds)
            ledger = chaos.settle(seconds)
        finally:
            chaos.whole.remove()
    # Then every mail has gone and none is left, and none came twice but those in doubt at a kill
    arrived = chaos.relay.arrived
    assert ledger["states"].keys() <= {"sent", "dropped"}, ledger["states"]
    assert set(arrived) >= set(ledger["sent"])
    assert len(ledger["sent"]) == each * len(DEMO_PEOPLE)
    assert {key for key, times in arrived.items() if times > 1} <= chaos.relay.in_doubt
    assert struck >= min(kills, 3)


@pytest.mark.slow  # where each kill strikes is chance; `test_kills` is the short form with chosen moments
def test_kills_at_any_moment_lose_nothing_and_double_nothing(tmp_path, redis_server):
    play(tmp_path, redis_server, each=40, kills=6, seconds=120)


@pytest.mark.slow
def test_two_hundred_kills_among_ten_thousand_mails(tmp_path, redis_server):
    play(tmp_path, redis_server, each=1000, kills=200, seconds=1800, seed=int(os.environ.get("SEED", "11")))
