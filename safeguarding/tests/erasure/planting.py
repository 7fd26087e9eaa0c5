"""A word that nobody could have made up, in every column of words that leads to somebody; and where it still is."""

from collections.abc import Iterator

from django.apps import apps
from django.db import IntegrityError, models, transaction

from mentoring.held.queries import kinds, reach_of
from mentoring.refusing import refusals_hold
from safeguarding.erasure.sides import words_of

BIRD = "Qzfinch"
PEOPLE = ("schemes.Volunteer", "schemes.YoungPerson", "mentoring.User")


def rows_of_person(person) -> Iterator:
    """Every row that any room says leads to them."""
    seen = set()
    for kind in kinds():
        for name, side in kind.sides():
            reach = reach_of(name, side, person)
            if reach is None:
                continue
            for row in apps.get_model(kind.model)._base_manager.filter(reach, side.where).distinct():
                if (kind.model, row.pk) not in seen:
                    seen.add((kind.model, row.pk))
                    yield row


def plant(person) -> set[str]:
    """Model and column of each word that was put there."""
    planted = set()
    rows = list(rows_of_person(person))
    held = [model for model in apps.get_models() if hasattr(model, "refuses")]
    kept = {model: model.refuses for model in held}
    for model in held:
        model.refuses = ()
    refusals_hold(held)
    for number, row in enumerate(rows):
        for name in words_of(type(row)):
            field = row._meta.get_field(name)
            if (name in ("name", "email") and row._meta.label in PEOPLE) or field.unique or name == "to":
                continue  # by these they are found
            word = f"{BIRD}{number}"
            if isinstance(field, models.JSONField) or field.__class__.__name__ == "SealedJSONField":
                word = [word] if isinstance(field.get_default(), list) else {"said": word}
            elif isinstance(field, models.BinaryField):
                word = word.encode()
            elif field.max_length and field.max_length < len(word):
                continue
            try:
                with transaction.atomic():
                    type(row)._base_manager.filter(pk=row.pk).update(**{name: word})
            except IntegrityError:
                continue  # this row may say nothing there
            planted.add(f"{row._meta.label}.{name}")
    for model, refuses in kept.items():
        model.refuses = refuses
    refusals_hold(held)
    return planted


def still_there(words: str = BIRD) -> set[str]:
    """Model and column of each place in the database that says it, sealed columns opened."""
    found = set()
    for model in apps.get_models():
        for row in model._base_manager.all():
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                value = bytes(value) if isinstance(value, memoryview) else value
                if words in repr(value):
                    found.add(f"{model._meta.label}.{field.name}")
    return found
