"""Writes about which check is needed: a person confirms what the rules say, or asks for another with a second one."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.vetting.actions import not_oneself
from safeguarding.vetting.needing.models import VettingNeed
from safeguarding.vetting.rulebook import Answers, need_of


@transaction.atomic
def vetting_need_decide(*, volunteer, answers: Answers, overruled_to="", overruled_why="", by) -> VettingNeed:
    """Keep the answers and what the rules in force make of them. Another level, or less
    than is usual, waits for a second person."""
    volunteer, today = locked(volunteer), timezone.localdate()
    not_oneself(volunteer, by)
    need = need_of(answers, volunteer.scheme.nation, today)
    if overruled_to == need.level:
        overruled_to = overruled_why = ""
    if overruled_to and not overruled_why.strip():
        raise Refused("Say why another check is right than the one the rules ask for.")
    if not (answers.under_18 or answers.over_18) and answers.contact:
        raise Refused("Say how old the young people are.")
    volunteer.vetting_needs.filter(replaced_at__isnull=True).update(replaced_at=timezone.now())
    kept = VettingNeed.objects.create(
        volunteer=volunteer, answers=asdict(answers), version=need.version.id, level=need.level, decided_by=by,
        decided_on=today, overruled_to=overruled_to, overruled_why=overruled_why,
    )  # fmt: skip
    _note("vettingneed.decided", kept, by)
    return kept


@transaction.atomic
def vetting_need_agree(*, need, by) -> VettingNeed:
    """A second, different person agrees that another check, or less than is usual, is right."""
    need = locked(need)
    not_oneself(need.volunteer, by)
    if need.replaced_at or not need.waits_for_second:
        raise Refused("There is nothing to agree to any more.")
    if need.decided_by_id == by.pk:
        raise Refused("Somebody else has to agree: two different people decide.")
    need.second_by, need.second_on = by, timezone.localdate()
    need.save(update_fields=["second_by", "second_on"])
    _note("vettingneed.agreed", need, by)
    return need


def _note(verb, need, by) -> None:
    about = [need.volunteer.user]
    audit_record(
        verb=verb, subject=need, scheme=need.volunteer.scheme, about=about, details={"rules": need.version}, by=by
    )
