"""What each planning step is made of, as a table: one way to list, add, change and remove all of it (S1–S8)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.forms import modelform_factory
from django.utils import timezone
from django.utils.functional import cached_property

from mentoring.web.forms import KitModelForm, SayDateField
from mentoring.web.wording import day_words
from schemes.planning import models


@dataclass(frozen=True)
class ItemKind:
    """One kind of thing a step holds. `line(item)` → (sentence, small words); `fields` in the order of the form."""

    slug: str
    step: int
    model: type
    one: str
    many: str
    teaches: str
    fields: tuple[str, ...]
    line: Callable
    order: str = "created_at"
    versioned: bool = field(default=False)

    @property
    def a(self) -> str:
        """ "an action", "a policy"."""
        return f"{'an' if self.one[0] in 'aeiou' else 'a'} {self.one}"

    @cached_property
    def form(self) -> type[KitModelForm]:
        return modelform_factory(self.model, form=ItemForm, fields=self.fields, formfield_callback=say_dates)


class ItemForm(KitModelForm):
    """A form over one plan item; people and actions to choose from are those of its scheme."""

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.scheme = scheme
        for name, choices in scheme_choices(scheme, self.instance).items():
            if name in self.fields:
                self.fields[name].queryset = choices


def scheme_choices(scheme, instance) -> dict:
    staff = scheme.staff()
    return {"owner": staff, "co_ordinator": staff, "after": scheme.actions.exclude(pk=instance.pk)}


def say_dates(db_field, **kwargs):
    """Dates as people write them, in place of the browser's picker."""
    if db_field.get_internal_type() == "DateField":
        return SayDateField(label=sentence_case(db_field.verbose_name), required=not db_field.blank)
    return db_field.formfield(**kwargs)


def sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def said(day) -> str:
    return day_words(day, timezone.localdate())


def left(member) -> str:
    return f"left on {said(member.left_on)}" if member.left_on else ""


def money(amount) -> str:
    return f"£{amount:,.0f}"


KINDS = [
    ItemKind(
        "consultations", 1, models.Consultation, "consultation", "Consultations",
        "Write down who was asked, what they said and what changed because of it.",
        ("with_whom", "who", "held_on", "said", "changed"),
        lambda c: (f"{c.get_with_whom_display()}: {c.who}", f"{said(c.held_on)} · {c.said}"),
        "held_on",
    ),
    ItemKind(
        "objectives", 2, models.Objective, "objective", "Objectives",
        "Process objectives say what you will do; outcome objectives what difference it makes.",
        ("kind", "words", "measure", "counted_as", "baseline", "target", "reached", "due_on"),
        lambda o: (
            o.words,
            f"{o.get_kind_display()} · {o.measure} · from {o.baseline:g} to {o.target:g} by {said(o.due_on)}",
        ),
        "due_on",
    ),
    ItemKind(
        "resources", 3, models.Resource, "resource", "Resources",
        "Name what the scheme can draw on, and what shows it.",
        ("kind", "words", "shown_by"),
        lambda r: (r.words, f"{r.get_kind_display()}{' · ' + r.shown_by if r.shown_by else ''}"),
        "kind",
    ),
    ItemKind(
        "budget", 3, models.BudgetLine, "budget line", "Budget",
        "Put money beside every stage. Evaluation is the one most often forgotten.",
        ("stage", "kind", "heading", "planned", "actual"),
        lambda b: (
            b.heading,
            f"{b.get_stage_display()} · {b.get_kind_display()} · {money(b.planned)} planned, {money(b.actual)} spent",
        ),
        "stage",
    ),
    ItemKind(
        "actions", 4, models.Action, "action", "Actions",
        "One line for each thing to do, with somebody's name on it.",
        ("words", "target", "owner", "starts_on", "due_on", "after", "progress"),
        lambda a: (
            a.words,
            f"{a.get_progress_display()} · {a.owner or 'nobody yet'} · {said(a.starts_on)} to {said(a.due_on)}",
        ),
        "due_on",
    ),
    ItemKind(
        "members", 5, models.GroupMember, "member", "Members of the group",
        "Young people with experience of care belong in it.",
        ("name", "organisation", "is_young_person", "joined_on", "left_on"),
        lambda m: (m.name, " · ".join(filter(None, (m.organisation, m.is_young_person and "young person", left(m))))),
        "name",
    ),
    ItemKind(
        "meetings", 5, models.GroupMeeting, "meeting", "Meetings",
        "Papers and minutes can be read by members once you publish them.",
        ("held_on", "papers", "minutes", "carried_over", "published"),
        lambda m: (said(m.held_on), "Members can read it" if m.published else "Not published yet"),
        "-held_on",
    ),
    ItemKind(
        "appointments", 6, models.Appointment, "appointment", "Co-ordinator",
        "Record who is in post and how they were recruited safely.",
        (
            "co_ordinator", "specification", "line_manager", "application_checked", "references_checked",
            "interviewed", "checks_clear", "appointed_on", "induction_done_on", "left_on",
        ),
        lambda a: (str(a.co_ordinator), f"Appointed {said(a.appointed_on)} · managed by {a.line_manager}"),
        "-appointed_on",
    ),
    ItemKind(
        "policies", 7, models.Policy, "policy", "Manual",
        "Each policy is checked against the law and good practice, and read by everyone it binds.",
        (
            "title", "body", "owner", "legal_check_by", "legal_check_on", "practice_check_by", "practice_check_on",
            "standard", "review_on",
        ),
        lambda p: (str(p), f"Look again on {said(p.review_on)}"),
        "title", versioned=True,
    ),
    ItemKind(
        "leaflets", 8, models.Leaflet, "leaflet", "Leaflets",
        "Published ones stand on the scheme's public page.",
        ("audience", "title", "body", "is_published"),
        lambda leaflet: (
            leaflet.title,
            f"For {leaflet.get_audience_display().lower()}{' · published' if leaflet.is_published else ''}",
        ),
        "audience",
    ),
]  # fmt: skip
BY_SLUG = {kind.slug: kind for kind in KINDS}


def kinds_of(step: int) -> list[ItemKind]:
    return [kind for kind in KINDS if kind.step == step]
