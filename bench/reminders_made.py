"""Notices to send, our way of sending them, and the other: a Celery task per mail. Runs in Django."""

import time
from datetime import timedelta

import django
from django.apps import apps
from django.core.mail import get_connection
from django.utils import timezone

from mentoring.celery import app

if not apps.ready:
    django.setup()  # Celery imports this module first

from mentoring.accounts.models import User
from mentoring.notices.actions import notices_send
from mentoring.notices.channels.mails import mail_for
from mentoring.notices.channels.smtp import post
from mentoring.notices.models import Notice
from mentoring.notices.rules import Due, rule

FIRST_DAY = timezone.localdate()


@rule("Something of the benchmark’s waits for you.")
def bench_due(at):
    """Each of the benchmark's people, for each round that was queued."""
    days = Notice.objects.filter(rule="bench_due").values_list("due_on", flat=True).distinct()
    people = list(User.objects.values_list("pk", flat=True))
    return [due_of(key, day) for day in days for key in people]


def due_of(user_id, day) -> Due:
    return Due(object_key=f"mentoring.user:{user_id}", due_on=day, recipient_id=user_id, path="/")


def day_of(number: int):
    return FIRST_DAY + timedelta(days=number)


def queue(*, mails: int, number: int) -> None:
    """One notice for each person."""
    for place in range(mails - User.objects.count()):
        User.objects.make(email=f"person{place}@bench.example", name="Robin Example")
    now = timezone.now()
    Notice.objects.bulk_create(
        Notice(
            rule="bench_due", object_key=f"mentoring.user:{key}", due_on=day_of(number), recipient_id=key, path="/",
            channel=Notice.Channel.EMAIL, not_before=now,
        )
        for key in User.objects.values_list("pk", flat=True)
    )  # fmt: skip


def send() -> int:
    """Ours. How many this worker sent."""
    return notices_send()[0]


def one_task_each(*, mails: int, number: int) -> float:
    """The other way, from the first task put in to the last row marked: seconds."""
    rows = Notice.objects.filter(due_on=day_of(number))
    began = time.perf_counter()
    for key in rows.values_list("pk", flat=True):
        send_one.delay(str(key))
    while rows.filter(progress=Notice.State.SENT).count() < mails:
        if time.perf_counter() - began > 120:
            raise RuntimeError("the Celery worker does not come on")
        time.sleep(0.02)
    return time.perf_counter() - began


@app.task(name="bench.send_one")
def send_one(key: str) -> None:
    """What a project writes first: read the row, send the mail, mark the row."""
    notice = Notice.objects.select_related("recipient").get(pk=key)
    post(mail_for([notice]), get_connection())
    Notice.objects.filter(pk=key).update(progress=Notice.State.SENT, sent_at=timezone.now())


def check(*, mails: int, number: int, tallies: list[int]) -> None:
    """RuntimeError unless each row was claimed once and sent once."""
    rows = Notice.objects.filter(due_on=day_of(number), progress=Notice.State.SENT, attempts=1).count()
    if (rows, sum(tallies)) != (mails, mails):
        raise RuntimeError(f"{mails} mails, but {rows} rows sent at the first try and {tallies} mails counted")
