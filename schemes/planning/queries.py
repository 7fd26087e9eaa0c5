"""Reads across the plan: the journey, one step, its lists and pictures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef
from django.urls import reverse

from mentoring.web import charts
from schemes.planning import figures
from schemes.planning.evidence import Evidence, evidence_of
from schemes.planning.items import ItemKind, kinds_of
from schemes.planning.models import Action, BudgetLine, Policy, PolicyReading, Scheme, Step
from schemes.planning.shown import interest_of, latest_policies
from schemes.planning.steps import PHASES, STEPS


@dataclass(frozen=True)
class StepLine:
    """A step on the journey: what the kit's `steps` tag draws, and what the report prints."""

    number: int
    name: str
    phase: str
    state: str
    small: str
    url: str
    evidence: Evidence
    record: object


def state_of(record, evidence: Evidence) -> str:
    """ "done" once signed off, "missing" where something begun lacks a part, "running", or "" when not begun."""
    if record.signed_off_at:
        return "done"
    if evidence.found and evidence.missing:
        return "missing"
    return "running" if evidence.found else ""


def journey(scheme, today: date) -> list[StepLine]:
    """The seventeen steps as they stand, in order."""
    shown, records = evidence_of(scheme, today), scheme.steps.select_related("owner", "signed_off_by")
    return [
        StepLine(
            number=record.number,
            name=STEPS[record.number].name,
            phase=STEPS[record.number].phase,
            state=state_of(record, shown[record.number]),
            small=shown[record.number].line,
            url=reverse("schemes:step_show", kwargs={"scheme": scheme.slug, "number": record.number}),
            evidence=shown[record.number],
            record=record,
        )
        for record in records
    ]


def step_counts(scheme, today: date) -> dict[str, int]:
    """How many steps are signed off, run, or run with something missing."""
    return counts_of(journey(scheme, today))


def counts_of(lines: list[StepLine]) -> dict[str, int]:
    states = [line.state for line in lines]
    return {state: states.count(state) for state in ("done", "running", "missing")}


def phases(lines: list[StepLine]) -> list[tuple[str, list[StepLine]]]:
    return [(phase, [line for line in lines if line.phase == phase]) for phase in PHASES]


@dataclass(frozen=True)
class ItemList:
    """One list of a step's page."""

    kind: ItemKind
    rows: list


def item_lists(scheme, number: int) -> list[ItemList]:
    """What a planning step is made of, list by list."""
    return [ItemList(kind, [(item, *kind.line(item)) for item in items_of(kind, scheme)]) for kind in kinds_of(number)]


def items_of(kind: ItemKind, scheme) -> list:
    if kind.versioned:
        return latest_policies(scheme)
    return list(kind.model.objects.filter(scheme=scheme).order_by(kind.order, "created_at"))


def pictures(scheme, number: int, today: date) -> list:
    """The charts of a step: five years of care leavers, the timetable, planned and spent money."""
    draw = {1: _care_leavers, 3: _budget, 4: _timetable}.get(number)
    drawn = draw(scheme, today) if draw else None
    return [drawn] if drawn else []


def _care_leavers(scheme, today: date):
    need = scheme.needs.first()
    if not need or not need.la_codes:
        return None
    points = [(str(year.year), year.both.number if year.comparable else None) for year in figures.trend(need.la_codes)]
    return charts.trend(figures.trend_words(need.la_codes), points, headings=("Year to March", "Care leavers 17–21"))


def _budget(scheme, today: date):
    lines = list(scheme.budgetlines.all())
    if not lines:
        return None
    rows = [
        charts.Budget(
            stage.label,
            float(sum((line.planned for line in lines if line.stage == stage), Decimal())),
            float(sum((line.actual for line in lines if line.stage == stage), Decimal())),
        )
        for stage in BudgetLine.Stage
    ]
    spent, planned = sum(row.actual for row in rows), sum(row.planned for row in rows)
    return charts.planned_actual(
        f"£{spent:,.0f} of £{planned:,.0f} is spent", rows, said=lambda amount: f"£{amount:,.0f}"
    )


def _timetable(scheme, today: date):
    actions = [action for action in scheme.actions.all() if action.progress != "dropped"]
    if not actions:
        return None
    spans = [charts.Span(a.words, a.starts_on, a.due_on, done=a.progress == "done") for a in actions]
    done = sum(span.done for span in spans)
    return charts.timeline(f"{done} of {len(spans)} actions are done", spans, today=today)


def need_picture(scheme):
    """The working of step 1's estimate; None before a council is chosen."""
    need = scheme.needs.first()
    return interest_of(need) if need and need.la_codes else None


def policies_to_read(actor) -> list[tuple]:
    """The manual of every scheme the person belongs to, with whether they have read the newest version."""
    read = set(PolicyReading.objects.filter(reader=actor.user).values_list("policy_id", flat=True))
    schemes = Scheme.objects.filter(pk__in=actor.roles)
    return [(policy, policy.pk in read) for scheme in schemes for policy in latest_policies(scheme)]


def published_papers(scheme):
    """Meetings of the group whose papers its members may read."""
    return scheme.groupmeetings.filter(published=True)


def actions_due(until: date, scheme_ids=None):
    """Actions not done that are due by that day, overdue ones too; of every scheme, or of these."""
    return _of(Action.objects.filter(progress__in=["to-do", "doing"], due_on__lte=until), scheme_ids)


def steps_due(until: date, scheme_ids=None):
    """Steps not signed off that are due by that day."""
    return _of(Step.objects.filter(signed_off_at__isnull=True, due_on__lte=until), scheme_ids)


def policies_due(until: date, scheme_ids=None):
    """Newest versions of policies to be looked at again by that day."""
    newer = Policy.objects.filter(scheme=OuterRef("scheme"), title=OuterRef("title"), version__gt=OuterRef("version"))
    return _of(Policy.objects.filter(~Exists(newer), review_on__lte=until), scheme_ids)


def _of(rows, scheme_ids):
    rows = rows.exclude(scheme__state__in=["closed"]).select_related("scheme", "owner")
    return rows if scheme_ids is None else rows.filter(scheme_id__in=scheme_ids)
