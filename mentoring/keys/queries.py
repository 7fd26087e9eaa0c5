"""Reading sealed values as they are stored, without opening them."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import TextField
from django.db.models.functions import Cast, Coalesce, Length

from mentoring.audit.actions import PURPOSE
from mentoring.audit.chain import Anchor, is_sealed
from mentoring.audit.models import AuditHead
from mentoring.fields import keys_for, sealed_by
from mentoring.keys.places import Place, places, sealed_in

#: So many rows, and so many letters unless a single row has more, are in hand at once.
ROWS, LETTERS = 200, 4_000_000


def stored(place: Place):
    """Rows of (pk, text of each column)."""
    rows = place.model._base_manager.order_by("pk")
    texts = {f"_text{number}": Cast(column.name, TextField()) for number, column in enumerate(place.columns)}
    return rows.annotate(**texts).values_list("pk", *texts)


def batches(place: Place) -> Iterator[list]:
    """The keys of the rows, in lots that are not too big to hold."""
    size = sum(Coalesce(Length(Cast(column.name, TextField())), 0) for column in place.columns)
    rows, last = place.model._base_manager.order_by("pk").annotate(_size=size).values_list("pk", "_size"), None
    while True:
        found = list((rows.filter(pk__gt=last) if last is not None else rows)[:ROWS])
        if not found:
            return
        keys, letters = [], 0
        for key, many in found:
            letters += many
            if keys and letters > LETTERS:
                break
            keys.append(key)
        yield keys
        last = keys[-1]


def sealed_count(place: Place) -> Counter:
    """{place of the key in `FIELD_KEYS`, or None where none opens it: how many values}"""
    found = Counter()
    for keys in batches(place):
        for _, *texts in stored(place).filter(pk__in=keys):
            for column, text in zip(place.columns, texts, strict=True):
                found.update(map(sealed_by, sealed_in(column.read(text)) if text else ()))
    return found


def heads_count() -> Counter:
    """The same of the ends of the trail's chains."""
    return Counter(head_sealed_by(head) for head in AuditHead.objects.all())


def head_sealed_by(head: AuditHead) -> int | None:
    end = Anchor(head.chain, head.length, head.last_hash)
    return next((place for place, key in enumerate(keys_for(PURPOSE)) if is_sealed(end, head.seal, [key])), None)


def counted() -> Counter:
    """All of it together."""
    return sum(map(sealed_count, places()), heads_count())
