"""Where the name of somebody who works here stands: on records about others, so it is counted and not copied."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Max, Min

from mentoring.audit.models import AuditEntry
from mentoring.conventions import HOUSE
from mentoring.held.kinds import Chapter, Fact, Line, Person, Section, Whose
from mentoring.held.queries import elsewhere, kinds, scheme_path
from mentoring.held.wording import in_words, sentence

SIGNED, ACTED = "Where your name stands", "What you did here"


def signed_columns() -> list[tuple[type[models.Model], models.ForeignKey]]:
    """Every column that names an account for what it did; not those that a kind follows. (An account that something is
    about is classed sensitive, and so never here.)"""
    followed = {(kind.model, side.path) for kind in kinds() for _, side in kind.sides()}
    reasoned = elsewhere()
    return [
        (model, field)
        for model in apps.get_models()
        if model._meta.app_label in HOUSE and model._meta.label not in reasoned
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model._meta.label == "mentoring.User"
        if field.name in model.DataProtection.personal and (model._meta.label, field.name) not in followed
    ]


def signatures_of(person: Person) -> Section:
    lines = [line for model, field in signed_columns() if (line := _signed(model, field, person))]
    return Section(SIGNED, tuple(lines), Chapter.KEPT, model="mentoring.User")


def _signed(model, field, person) -> Line | None:
    rows = model._base_manager.filter(**{field.name: person.user})
    path = scheme_path(model)
    rows = rows.filter(**{path: person.scheme}) if person.scheme and path else rows
    found = rows.aggregate(number=Count("pk"), first=Min("created_at"), last=Max("created_at"))
    if not found["number"]:
        return None
    told = f"{sentence(str(model._meta.verbose_name_plural))}: {field.verbose_name}"
    return _counted(f"{model._meta.label_lower}.{field.name}", told, found)


def acts_of(person: Person) -> Section:
    """Lines of the trail in which somebody stands as the one who acted."""
    rows = AuditEntry.objects.filter(by_key=str(person.user.pk))
    rows = rows.filter(chain=str(person.scheme.pk)) if person.scheme else rows
    found = rows.aggregate(number=Count("pk"), first=Min("at"), last=Max("at"))
    lines = (_counted("mentoring.auditentry", "Lines of the trail", found),) if found["number"] else ()
    return Section(ACTED, lines, Chapter.KEPT, model="mentoring.AuditEntry")


def _counted(key: str, told: str, found: dict) -> Line:
    said = [("What", told, told), ("How many", str(found["number"]), found["number"])]
    said += [
        ("The first", in_words(found["first"]), found["first"]),
        ("The last", in_words(found["last"]), found["last"]),
    ]
    return Line(key, found["last"], "", tuple(Fact(label, words, raw, Whose.OWN) for label, words, raw in said))
