"""Sealing everything with the first key of `FIELD_KEYS`, while everybody goes on working.

A lot of rows is one transaction, so that it can be stopped at any moment and begun again: what the first key sealed is
left alone. A row that somebody is writing is passed over, not waited for (no deadlock), and looked at again in the
next round; by then it is sealed with the first key. Nothing is written over: only where the column still holds
what was read.
"""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from time import sleep

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from mentoring.audit.actions import PURPOSE
from mentoring.audit.chain import Anchor, seal_of
from mentoring.audit.models import AuditHead
from mentoring.fields import keys_for, seal_anew, sealed_by
from mentoring.keys.places import Place, places, replaced, sealed_in
from mentoring.keys.queries import batches, head_sealed_by, stored
from mentoring.refusing import resealing

log = logging.getLogger(__name__)
ROUNDS, PAUSE = 10, 1.0


@dataclass
class Tally:
    """`done`: values sealed anew; `passed`: rows that somebody was writing; `shut`: values that no key opens."""

    done: int = 0
    passed: int = 0
    shut: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.done + other.done, self.passed + other.passed, self.shut + other.shut)


def reseal(*, told: Callable[[str, Tally], None] = lambda label, tally: None) -> Tally:
    """All of it; `told` hears how far each place is. Values that no key opens stay as they are."""
    total = heads_reseal()
    told("mentoring.AuditHead", total)
    for place in places():
        tally = place_reseal(place=place, told=told)
        total += tally
        told(place.label, tally)
    log.info("sealed anew: %d values; in use: %d rows; not opened by any key: %d", total.done, total.passed, total.shut)
    return total


def place_reseal(*, place: Place, told: Callable[[str, Tally], None] = lambda label, tally: None) -> Tally:
    """Round after round, until no row was passed over."""
    tally, done = Tally(), 0
    for round_ in range(ROUNDS):
        sleep(PAUSE if round_ else 0)
        tally = Tally(done=done)
        for keys in batches(place):
            tally += batch_reseal(place=place, keys=keys)
            told(place.label, tally)
        done = tally.done
        if not tally.passed:
            break
    return tally


@transaction.atomic
def batch_reseal(*, place: Place, keys: list) -> Tally:
    """One lot."""
    tally = Tally()
    with resealing() if hasattr(place.model, "refuses") else nullcontext():
        rows = list(stored(place).filter(pk__in=keys).select_for_update(skip_locked=True, no_key=True))
        tally.passed = len(keys) - len(rows)
        for key, *texts in rows:
            for column, text in zip(place.columns, texts, strict=True):
                if text:
                    tally += _value_reseal(place, column, key, text)
    return tally


def _value_reseal(place: Place, column, key, text: str) -> Tally:
    value, shut = column.read(text), 0
    older = {}
    for words in sealed_in(value):
        by = sealed_by(words)
        shut += by is None
        if by:
            older[words] = seal_anew(words)
    if not older:
        return Tally(shut=shut)
    anew = column.written(replaced(value, lambda words: older.get(words, words)))
    row = place.model._base_manager.annotate(_text=Cast(column.name, TextField())).filter(pk=key, _text=text)
    is_done = row.update(**{column.name: anew})
    return Tally(done=len(older) * is_done, passed=1 - is_done, shut=shut)


def heads_reseal() -> Tally:
    """The ends of the trail's chains. One that none of our keys sealed stays so: it is what tells of tampering."""
    tally = Tally()
    for chain in AuditHead.objects.order_by("chain").values_list("chain", flat=True):
        tally += _head_reseal(chain)
    return tally


@transaction.atomic
def _head_reseal(chain: str) -> Tally:
    head = AuditHead.objects.select_for_update().get(chain=chain)
    by = head_sealed_by(head)
    if by:
        head.seal = seal_of(Anchor(head.chain, head.length, head.last_hash), keys_for(PURPOSE)[0])
        head.save(update_fields=["seal"])
    return Tally(done=int(bool(by)), shut=int(by is None))
