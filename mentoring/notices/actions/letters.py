"""Letters: queued in the transaction of what causes them, so that neither is without the other; sent at once after it.

The row is the truth, the worker only a nudge (docs/decisions/0003). Where no worker is alive, as in a first try on a
laptop, the process that queued a letter sends it itself after the commit.
"""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from celery import current_app
from django.db import transaction
from django.utils import timezone

from mentoring.conventions import modules
from mentoring.notices.actions.claiming import letters_claim
from mentoring.notices.actions.outgoing import Clock, Dispatch, send_all, try_again
from mentoring.notices.actions.truth import is_unsafe
from mentoring.notices.channels.lines import letter_line
from mentoring.notices.models import Letter
from mentoring.notices.operations.queries import standstill_now
from mentoring.notices.queries import beats
from mentoring.notices.rules import key_of

TASK = "mentoring.notices.tasks.letters_run"
AT_ONCE = 20  # how many a web process sends by itself before it answers
KEPT = timedelta(days=90)  # where a letter went and when; its words are gone as soon as it is sent


def letter_queue(*, to: str, subject: str, words: str, kind: str, about=None, not_before: datetime | None = None):
    """Write a letter to one address, in the caller's transaction; it goes out once that is committed.

    `about` is the record that causes it: a later letter of the same kind about the same record takes one that has not
    gone out yet back (only the newest link works), and `letter_drop` finds it.
    """
    letter = Letter(
        to=to,
        subject=" ".join(subject.split())[:200],
        words=words,
        kind=kind,
        about_key=key_of(about) if about else "",
        not_before=not_before or timezone.now(),
    )
    if about:
        letter_drop(about=[about], kind=kind)
    letter.save(force_insert=True)
    transaction.on_commit(lambda: letters_hurry([letter.pk]), robust=True)
    return letter


def letters_queue(*, letters: list[Letter]) -> list[Letter]:
    """Write many letters at once, in the caller's transaction; each has one address and goes alone."""
    for letter in letters:
        letter.subject = " ".join(letter.subject.split())[:200]
    Letter.objects.bulk_create(letters, batch_size=500)
    transaction.on_commit(lambda: letters_hurry([letter.pk for letter in letters]), robust=True)
    return letters


def letter_drop(*, about: list, kind: str) -> None:
    """What these letters say is no longer so: those that still wait do not go."""
    keys = [key_of(record) for record in about]
    waiting = Letter.objects.filter(kind=kind, about_key__in=keys, progress=Letter.State.QUEUED)
    waiting.update(progress=Letter.State.DROPPED, words="")


def letters_hurry(keys: list[UUID]) -> None:
    """Send these now: by the worker where one is alive, else a few of them here. What is left the next sweep finds."""
    if beats("worker", timezone.now()):
        current_app.send_task(TASK, ignore_result=True, retry=False)
    else:
        letters_send(rows=Letter.objects.filter(pk__in=keys[:AT_ONCE]))


def letters_send(*, rows=None, at: datetime | None = None) -> tuple[int, int]:
    """Send the letters that may go by now; of these rows only, if given; none while sending is held back. Returns how
    many went and how many not."""
    if standstill_now():
        return 0, 0
    rows = Letter.objects.all() if rows is None else rows
    dispatch = Dispatch(
        claim=partial(letters_claim, rows),
        line=letter_line(),
        still=letter_still,
        once_sent={"words": ""},
    )
    return send_all(dispatch, Clock(at or timezone.now()))


def letter_still(letter: Letter) -> bool:
    """May it go now? The room that writes letters of this kind says so; where none does, it may, to a safe address."""
    if is_unsafe(letter.to):
        return False
    asked = [room.STILL[letter.kind] for room in modules("letters") if letter.kind in room.STILL]
    return all(may_go(letter=letter) for may_go in asked)


def letter_retry(*, letter: Letter, by) -> None:
    """Try an undeliverable letter again, by hand."""
    try_again(letter)


def letters_purge(*, at: datetime | None = None) -> int:
    """Forget letters that have been done with for long. Returns how many."""
    done = Letter.objects.exclude(progress__in=[Letter.State.QUEUED, Letter.State.CLAIMED])
    return done.filter(created_at__lt=(at or timezone.now()) - KEPT).delete()[0]
