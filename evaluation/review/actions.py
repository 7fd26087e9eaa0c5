"""Step 17: what a period was worth, who met about it, what was decided, and what the decisions become (S17)."""

from django.db import transaction
from django.utils import timezone

from evaluation.review.models import Decision, Evaluation
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.planning.actions import plan_item_save
from schemes.planning.models import Action, Objective

WORDS = ("from_on", "to_on", "went_well", "to_change", "met_on", "who_met")


@transaction.atomic
def evaluation_start(*, scheme, from_on, to_on, by) -> Evaluation:
    """Begin the evaluation of a period; asked twice for the same days, it is the same one."""
    evaluation, is_new = Evaluation.objects.get_or_create(scheme=scheme, from_on=from_on, to_on=to_on)
    if is_new:
        audit_record(verb="evaluation.started", subject=evaluation, scheme=scheme, by=by)
    return evaluation


@transaction.atomic
def evaluation_write(*, evaluation, by, **words) -> Evaluation:
    """What went well, what to change, when the review meeting was and who took part."""
    row = locked(evaluation)
    for name, value in words.items():
        if name not in WORDS:
            raise TypeError(f"an evaluation has no {name}")
        setattr(row, name, value)
    row.save(update_fields=list(words))
    audit_record(verb="evaluation.written", subject=row, scheme=row.scheme, details={"fields": sorted(words)}, by=by)
    return row


@transaction.atomic
def decision_add(*, evaluation, words: str, by) -> Decision:
    """One thing decided at the review."""
    decision = Decision.objects.create(evaluation=evaluation, words=words)
    audit_record(verb="decision.made", subject=decision, scheme=evaluation.scheme, by=by)
    return decision


@transaction.atomic
def decision_feed(*, decision, into: str, due_on, measure: str = "", target=None, by) -> Decision:
    """Turn a decision into part of the next plan, once: an "action" to do (S4) or an "objective" to reach (S2)."""
    row = locked(decision)
    if row.fed_into:
        raise Refused("This decision is in the plan already.")
    scheme = row.evaluation.scheme
    if into == "action":
        item = Action(scheme=scheme, words=row.words, starts_on=timezone.localdate(), due_on=due_on)
    else:
        item = Objective(
            scheme=scheme,
            kind=Objective.Kind.PROCESS,
            words=row.words,
            measure=measure,
            target=target,
            due_on=due_on,
        )
    made = plan_item_save(item=item, by=by)
    row.fed_into = f"{made._meta.label_lower}:{made.pk}"
    row.save(update_fields=["fed_into"])
    audit_record(verb="decision.fed", subject=row, scheme=scheme, details={"into": row.fed_into}, by=by)
    return row
