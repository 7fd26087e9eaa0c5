"""Reads for a decision: the age of the young person on the day, who was told, and what is due by when."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from safeguarding.concerns.models import Concern, ConcernReferral, works_with_children
from safeguarding.concerns.routes import CHILD, OFFICER_HINTS, kind_by_age, officer, way


@dataclass(frozen=True)
class DueStep:
    """One step with its clock; `name` is what the ledger of notices knows it by, `hint` says what to mind."""

    name: str
    words: str
    until: datetime
    done_at: datetime | None = None
    hint: str = ""

    @property
    def is_late(self) -> bool:
        return (self.done_at or timezone.now()) > self.until

    @property
    def tone(self) -> str:
        if self.done_at:
            return "warn" if self.is_late else "good"
        return "overdue" if self.is_late else "act"


def route_by_age(concern) -> str:
    """ "child" or "adult" by the age of the young person named, on the day it was raised; the youngest of several, and
    "" where nobody is named or no date of birth is known."""
    day = timezone.localdate(concern.created_at)
    born = concern.subjects.filter(young_person__isnull=False).values_list("young_person__born_on", flat=True)
    kinds = {kind_by_age(one, day) for one in born} - {""}
    return CHILD if CHILD in kinds else next(iter(kinds), "")


def was_child_then(concern) -> bool:
    """Grown up when it was raised, and a child when it happened."""
    if not concern.happened_on or route_by_age(concern) == CHILD:
        return False
    born = concern.subjects.filter(young_person__isnull=False).values_list("young_person__born_on", flat=True)
    return any(kind_by_age(one, concern.happened_on) == CHILD for one in born)


def route_told(concern) -> dict:
    """What a lead is reminded of before they decide."""
    by_age, scheme = route_by_age(concern), concern.scheme
    return {
        "by_age": by_age,
        "way": way(scheme.nation, concern.route or by_age),
        "was_child_then": was_child_then(concern),
        "nation": scheme.nation,
    }


def officer_of(concern) -> dict:
    scheme = concern.scheme
    called = officer(scheme.nation, with_children=works_with_children(scheme))
    return {"called": called, "hint": OFFICER_HINTS[scheme.nation]}


def steps_of(concern, referrals) -> list[DueStep]:
    """The clocks of one concern, in the order in which they run."""
    taken = [DueStep("take on", "Take it on", concern.acknowledge_by, concern.acknowledged_at)]
    decided = [DueStep("decide", "Decide what is needed", concern.decide_by, concern.decided_at)]
    return [*taken, *officer_steps(concern), *decided, *[heard_step(one) for one in referrals if one.heard_by]]


def officer_steps(concern) -> list[DueStep]:
    if not concern.officer_by or concern.no_officer_why:
        return []
    who, told = officer_of(concern), concern.officer_settled_at
    words, hint = f"Tell the officer: {who['called']}", "" if told else who["hint"]
    return [DueStep("officer", words, concern.officer_by, told, hint)]


def heard_step(referral) -> DueStep:
    return DueStep(
        f"hear {referral.pk.hex[:12]}", f"Hear from them: {referral.called}", referral.heard_by, referral.heard_at
    )


def concerns_due(at):
    """Taken on, and a step is due by then: a decision, the designated officer, an answer that did not come."""
    return Concern.objects.filter(step_due(at)).exclude(state__in=NOT_RUNNING)


def step_due(at) -> Q:
    """For a row of a concern."""
    silent = ConcernReferral.objects.filter(concern=OuterRef("pk"), heard_at__isnull=True, heard_by__lte=at)
    undecided = Q(state=Concern.State.ACKNOWLEDGED, decide_by__lte=at)
    return undecided | Q(officer_by__lte=at, officer_settled_at__isnull=True) | Q(Exists(silent))


NOT_RUNNING = (Concern.State.RAISED, Concern.State.CLOSED)
