"""Everything that hangs on a person moves to another record of theirs, in every room of the house, or nothing does."""

from django.db import IntegrityError, transaction

from mentoring.transitions import Refused
from schemes.people.merging.rows import has_rows, relations_of, rows_at, settlers, twin_of, values_of


def rows_move(kept, gone) -> tuple[dict[str, list[str]], list[dict]]:
    """Move every row that hangs on `gone`. Returns what was moved (relation → keys) and the rows that were set aside
    because both had one for the same thing. Raises Refused where two rows cannot be made one."""
    moved, aside = {}, []
    for relation in relations_of(type(gone)):
        keys = [str(key) for key in rows_at(relation, gone).values_list("pk", flat=True)]
        if keys:
            moved[_name(relation)] = keys
            aside += _move(relation, kept, gone)
    if has_rows(gone):
        raise Refused("Something still hangs on the record that would go. Nothing has changed.")
    return moved, aside


def _move(relation, kept, gone) -> list[dict]:
    """All at once; one by one where a database rule is in the way."""
    try:
        with transaction.atomic():
            rows_at(relation, gone).update(**{relation.field.name: kept})
            return []
    except IntegrityError:
        return [row for one in rows_at(relation, gone) for row in _move_one(one, relation.field, kept)]


def _move_one(row, field, kept) -> list[dict]:
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: kept})
            return []
    except IntegrityError:
        return [_settle(row, field, kept)]


def _settle(row, field, kept) -> dict:
    """Both have a row for the same thing: the room that owns it says which stays. The other's values are given back."""
    label, twin = row._meta.label, twin_of(row, field, kept)
    rule = settlers().get(label)
    other = rule and twin and next(each for each in (twin, row) if each.pk != rule(twin, row)[0].pk)
    if not other or has_rows(other):
        things = row._meta.verbose_name_plural
        raise Refused(f"Both have {things} that cannot stand side by side. End or change one of them first.")
    stays, changes = rule(twin, row)
    left = {"model": label, "values": values_of(other)}
    type(row)._base_manager.filter(pk=other.pk).delete()
    type(row)._base_manager.filter(pk=stays.pk).update(**{field.name: kept}, **changes)
    return left


def rows_back(kept, gone, moved: dict[str, list[str]]) -> None:
    """Give what was moved back, as far as it is still there."""
    for relation in relations_of(type(kept)):
        rows = rows_at(relation, kept).filter(pk__in=moved.get(_name(relation), []))
        rows.update(**{relation.field.name: gone})


def _name(relation) -> str:
    return f"{relation.related_model._meta.label}.{relation.field.name}"
