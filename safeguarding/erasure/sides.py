"""Which columns of a row are gone with somebody, and which are the other one's and stay."""

from functools import cache

from django.apps import apps

from mentoring.held.kinds import Kind, Person, Side, Whose
from mentoring.held.queries import elsewhere, kinds, reach_of, scheme_path
from mentoring.held.wording import followed
from safeguarding.erasure.blanks import is_words


@cache
def sides_of(label: str) -> list[tuple[str, Side]]:
    return [(name, side) for kind in kinds() if kind.model == label for name, side in kind.sides()]


def rows_of(kind: Kind, name: str, side: Side, person: Person):
    """What leads to them that way, in their scheme; None where nothing does."""
    reach = reach_of(name, side, person)
    if reach is None:
        return None
    model = apps.get_model(kind.model)
    rows = model._base_manager.filter(reach, side.where)
    path = scheme_path(model)
    if name in ("user", "email"):
        rows = rows.filter(**{path: person.scheme}) if path else rows.none()
    return rows.distinct()


def own_keys(person: Person) -> dict[str, set]:
    """Name of a side → keys that are theirs."""
    return {
        "user": {person.user.pk} if person.user else set(),
        "volunteer": {record.pk for record in person.volunteers},
        "young_person": {record.pk for record in person.young_people},
        "email": {email.lower() for email in person.emails},
    }


def key_at(row, path: str):
    """The key, or the address, that a path ends at; None where it breaks off or leads to many."""
    if path == "pk":
        return row.pk
    found = followed(row, path)
    if isinstance(found, str):
        return found.lower() or None
    return found.pk if hasattr(found, "_meta") else None


def words_of(model) -> set[str]:
    """Every column in which words about people can stand, and no list of reasons says that it tells nothing."""
    classed = {*model.DataProtection.personal, *model.DataProtection.sensitive}
    told = {column for _, side in sides_of(model._meta.label) for column in side.all_columns}
    hidden = {label.split(".")[-1] for label in elsewhere() if label.startswith(f"{model._meta.label}.")}
    return {
        field.name
        for field in model._meta.concrete_fields
        if is_words(field) and not field.primary_key and field.name in classed | told | hidden
    }


def columns_gone(row, mine: dict[str, set], gone: set) -> set[str]:
    """Theirs, less what is somebody else's own to read: the other half of a pair keeps their own words. What they wrote
    themselves goes whoever reads it; where nobody else is left, all of it. gone: keys of who was erased before."""
    words, theirs, written, others = words_of(type(row)), set(), set(), set()
    led, alone = False, True
    for name, side in sides_of(row._meta.label):
        key = key_at(row, side.path)
        if key is None or (side.where and not type(row)._base_manager.filter(side.where, pk=row.pk).exists()):
            continue
        if key in mine[name]:
            led, theirs = True, theirs | set(side.all_columns)
            written |= set(side.columns(Whose.OWN)) if name == "user" else set()
        elif name != "email" and key not in gone:
            alone, others = False, others | set(side.columns(Whose.OWN))
    return words & (written | (theirs - others)) if not (led and alone) else words
