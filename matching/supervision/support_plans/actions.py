"""Writes about a peer mentor's support plan (L6)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from matching.pairing.models import GONE
from matching.supervision.noting import not_about_oneself
from matching.supervision.support_plans.models import SupportPlan
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked

WORDS = ("helps", "too_much", "who_to_call", "after_hard")


@transaction.atomic
def support_plan_write(*, volunteer, words: dict, ring_within: int, review_on: date, by) -> SupportPlan:
    """Write it together, or anew; the mentor reads it and says that it is right. `words`: each of `WORDS`."""
    volunteer = locked(volunteer)
    not_about_oneself([volunteer], by)
    if volunteer.state in GONE:
        raise Refused(f"{volunteer.first_name} is not with the scheme any more.")
    told = {name: words[name].strip() for name in WORDS}
    if not all(told.values()):
        raise Refused("Each of the four is needed: what helps, the signs, whom to ring, what happens after.")
    plan = SupportPlan.objects.create(
        volunteer=volunteer, **told, ring_within=ring_within, review_on=review_on, written_by=by
    )
    _noted(plan, "written", by)
    return plan


@transaction.atomic
def support_plan_agree(*, plan, by) -> SupportPlan:
    """The mentor has read the newest and says that it is right. Twice is once."""
    volunteer, plan = locked(plan.volunteer), locked(plan)
    if by.pk != volunteer.user_id:
        raise Refused("Only the mentor can say this.")
    if volunteer.support_plans.first().pk != plan.pk:
        raise Refused("It was written anew since you opened this page. Read it once more.")
    if plan.agreed_at is None:
        plan.agreed_at = timezone.now()
        plan.save(update_fields=["agreed_at"])
        _noted(plan, "agreed", by)
    return plan


def _noted(plan, verb: str, by) -> None:
    volunteer = plan.volunteer
    audit_record(
        verb=f"supportplan.{verb}", subject=plan, scheme=volunteer.scheme_id, about=[volunteer.user_id], by=by
    )  # fmt: skip
