"""What the engine knows of people, kept for the next time somebody asks."""

from collections.abc import Iterable
from types import SimpleNamespace

from django.db import transaction
from django.db.models import Q

from matching.pairing.engine.packing import PURPOSE
from matching.pairing.models import WATCHED, Profile, Traits
from matching.pairing.packed import PACKED
from mentoring.fields import seal_bytes


@transaction.atomic
def traits_keep(*, keys: Iterable) -> dict:
    """{key: packed} of these people, read again while their rows are held, and kept. Whoever changes one of them has
    done so before it is read here, or throws away what was kept (`models.watching`).

    Somebody who is being changed at this moment is left out: nobody is waited for, so that two who hold many rows are
    never in each other's way.
    """
    keys, found = list(keys), {}
    held = {model: _held(model, keys) for model in PACKED}
    wishes = _wishes([person.pk for people in held.values() for person in people])
    for model, people in held.items():
        found |= {person.pk: PACKED[model](person, wishes.get(person.pk)) for person in people}
    rows = [Traits(person=key, packed=seal_bytes(packed, PURPOSE)) for key, packed in found.items()]
    Traits.objects.bulk_create(rows, update_conflicts=True, unique_fields=["person"], update_fields=["packed"])
    return found


def _held(model, keys: list) -> list[SimpleNamespace]:
    """Nothing of them but what is watched."""
    rows = model._base_manager.select_for_update(skip_locked=True).filter(pk__in=keys).order_by("pk")
    return [SimpleNamespace(first_name="", **row) for row in rows.values("pk", *WATCHED[model])]


def _wishes(keys: list) -> dict:
    """What each asks for, by their own key."""
    rows = Profile.objects.filter(Q(volunteer__in=keys) | Q(young_person__in=keys)).values(*WATCHED[Profile])
    return {row["volunteer_id"] or row["young_person_id"]: SimpleNamespace(**row) for row in rows}
