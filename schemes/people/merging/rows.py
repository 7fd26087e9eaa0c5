"""Which rows hang on a person, in every room of the house, and how a row and its twin are told apart."""

from collections.abc import Callable, Iterator, Mapping

from django.db import models

from mentoring.conventions import modules


def relations_of(model) -> Iterator:
    """Every foreign key of every model that points at this one, those without a name for the way back included."""
    for field in model._meta.get_fields(include_hidden=True):
        if field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one):
            yield field


def rows_at(relation, person) -> models.QuerySet:
    """The rows of one relation that hang on this person, whoever may see them."""
    return relation.related_model._base_manager.filter(**{relation.field.name: person})


def twin_of(row, field, kept):
    """The row of the kept record that stands where this one would have to go; None where nothing does."""
    meta = type(row)._meta
    alike = [constraint.fields for constraint in meta.constraints if isinstance(constraint, models.UniqueConstraint)]
    alike += list(meta.unique_together) + ([(field.name,)] if field.unique else [])
    for names in alike:
        if field.name in names:
            same = {name: getattr(row, name) for name in names if name != field.name}
            if None in same.values():
                continue  # nothing is the same as nothing: no two such rows stand in each other's way
            if twin := type(row)._base_manager.filter(**same, **{field.name: kept}).first():
                return twin
    return None


def has_rows(row) -> bool:
    """Does anything hang on this row?"""
    return any(rows_at(relation, row).exists() for relation in relations_of(type(row)))


def settlers() -> Mapping[str, Callable]:
    """model label → function of two twins (on the kept record, on the gone one) that gives the one that stays and what
    changes on it; from every room's `merging.py`. Twins of a model that none names are refused."""
    return {label: rule for room in modules("merging") for label, rule in room.SETTLES.items()}


def values_of(row) -> dict[str, object]:
    """Everything a row holds, by column."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def row_from(model, values: Mapping[str, object]):
    """The row again, as it was; not saved."""
    return model(**{field.attname: field.to_python(values[field.attname]) for field in model._meta.concrete_fields})
