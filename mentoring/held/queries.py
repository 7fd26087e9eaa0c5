"""What every room holds on one person: read from their `personal_data.py`, with as many queries as there are kinds."""

from collections.abc import Iterable
from functools import cache

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q

from mentoring.conventions import modules
from mentoring.held.kinds import Chapter, Eyes, Fact, Kind, Line, Person, Section, Side, Whose
from mentoring.held.wording import column_words, followed, in_words

#: So many steps from a record to the scheme it belongs to.
FAR = 3


def kinds() -> list[Kind]:
    """Every kind of record of every room, lowest room first."""
    return [kind for room in modules("personal_data") for kind in getattr(room, "KINDS", ())]


def elsewhere() -> dict[str, str]:
    """Label of a model or a column → why no kind names it."""
    return {label: why for room in modules("personal_data") for label, why in getattr(room, "ELSEWHERE", {}).items()}


def sections_of(person: Person, eyes: Eyes, reader=None) -> list[Section]:
    """What is held, kind by kind in the order of the chapters, empty ones left out. For the person themselves only what
    is theirs, and of the rest that there is more. `reader`: the actor to whom guarded records have to open; for None
    they stay shut (what somebody wrote themselves is theirs all the same)."""
    found = [section_of(kind, person, eyes, reader) for kind in kinds() if eyes == Eyes.SELF or not kind.alone]
    more = [part for room in modules("personal_data") for part in getattr(room, "sections", _none)(person, eyes)]
    found = [section.only(Whose.OWN) for section in found + more] if eyes == Eyes.SELF else found + more
    chapters = list(Chapter)
    found.sort(key=lambda section: chapters.index(section.chapter))
    return [section for section in found if section.lines or section.waits]


def _none(person, eyes) -> list[Section]:
    return []


def section_of(kind: Kind, person: Person, eyes: Eyes, reader=None) -> Section:
    found = [line for name, side in kind.sides() for line in lines_of(kind, name, side, person, eyes, reader)]
    once = {line.key: line for line in reversed(found)}  # what is theirs by their record is not theirs by address again
    lines = sorted(once.values(), key=lambda line: str(line.at or ""))
    return Section(kind.title, tuple(lines), kind.chapter, kind.why, kind.silent, kind.model)


def lines_of(kind: Kind, name: str, side: Side, person: Person, eyes: Eyes, reader=None) -> list[Line]:
    reach = reach_of(name, side, person)
    if reach is None:
        return []
    model = apps.get_model(kind.model)
    rows = model._base_manager.filter(reach, side.where)
    if person.scheme and name in ("user", "email"):
        path = scheme_path(model)
        if name == "email" and not path:
            return []  # another scheme may have written to that address
        rows = rows.filter(**{path: person.scheme}) if path else rows
    rows = rows.select_related(*joins_of(model, kind, side)).distinct()
    if not kind.guarded or eyes == Eyes.SELF:  # of the rest they learn at most that it is there
        told = [line_of(row, kind, name, side, person, Whose) for row in rows]
    else:  # what the person wrote is theirs, whoever may open the rest
        opened = _opened_to(reader, kind, rows)
        told = [line_of(row, kind, name, side, person, Whose if row.pk in opened else (Whose.OWN,)) for row in rows]
    return [line for line in told if line.facts]


def _opened_to(reader, kind: Kind, rows) -> set:
    """Keys of the rows that open to the reader, by the record's own rule."""
    if reader is None:
        return set()
    guard = rows.model if kind.guarded == "pk" else rows.model._meta.get_field(kind.guarded).related_model
    opened = guard.objects.visible_to(reader).values("pk")
    return set(rows.filter(**{f"{kind.guarded}__in": opened}).values_list("pk", flat=True))


def reach_of(name: str, side: Side, person: Person) -> Q | None:
    """Which rows lead to this person that way; None where they have no such record."""
    if name == "user":
        return Q(**{side.path: person.user.pk}) if person.user else None
    if name == "email":
        found = Q(pk__in=[])
        for email in person.emails:
            found |= Q(**{f"{side.path}__iexact": email})
        return found if person.emails else None
    records = person.volunteers if name == "volunteer" else person.young_people
    return Q(**{f"{side.path}__in": [record.pk for record in records]}) if records else None


def line_of(row, kind: Kind, name: str, side: Side, person: Person, sorts: Iterable[Whose]) -> Line:
    told = [(whose, column) for whose in sorts for column in side.columns(whose)]
    facts = [fact for whose, column in told if (fact := _fact(row, kind, column, whose, name, person))]
    by = person.named(followed(row, kind.by)) if kind.by else ""
    return Line(f"{row._meta.label_lower}:{row.pk}", followed(row, kind.at), by, tuple(facts))


def _fact(row, kind, column, whose, name, person) -> Fact | None:
    if column in kind.says:
        label, tell = kind.says[column]
        raw = tell(row, name)
        words = in_words(raw)
    else:
        label, words, raw = column_words(row, column, person)
        label = kind.labels.get(column, label)
    return Fact(label, words, raw, whose) if words else None


@cache
def scheme_path(model) -> str:
    """The columns that lead from a record to its scheme, shortest first; "" where none do."""
    waiting = [(model, "")]
    for _ in range(FAR):
        ahead = []
        for here, path in waiting:
            for field in here._meta.concrete_fields:
                if not isinstance(field, models.ForeignKey):
                    continue
                if field.related_model._meta.label == "schemes.Scheme":
                    return path + field.name
                if field.related_model._meta.label != "mentoring.User":
                    ahead.append((field.related_model, f"{path}{field.name}__"))
        waiting = ahead
    return ""


@cache
def _joined(model, path: str) -> str:
    """The part of a path that is relations."""
    kept = []
    for name in path.split("__"):
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            break
        if not isinstance(field, models.ForeignKey):
            break
        kept.append(name)
        model = field.related_model
    return "__".join(kept)


def joins_of(model, kind: Kind, side: Side) -> list[str]:
    """What is read along with a row: who wrote it, and whatever its columns name."""
    paths = [kind.at, kind.by, side.path, *kind.joins, *side.all_columns]
    return sorted({joined for path in paths if path and (joined := _joined(model, path))})
