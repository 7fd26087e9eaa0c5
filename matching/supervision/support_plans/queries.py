"""Which peer mentors have a plan that still holds (L6): one definition for list, first page, record and reminder."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, OuterRef, Q, Subquery
from django.utils.timezone import localdate

from matching.pairing.states import TOGETHER
from matching.supervision.support_plans.models import SupportPlan
from schemes.people.models import Volunteer


@dataclass(frozen=True)
class PlanGap:
    """A peer mentor with a young person and no plan, or one whose day to look again has come."""

    volunteer: Volunteer
    due_on: date
    is_missing: bool

    @property
    def words(self) -> str:
        name = self.volunteer.first_name
        return f"{name} has no support plan" if self.is_missing else f"Look at {name}’s support plan again"


def plan_of(volunteer) -> SupportPlan | None:
    """The newest; None where there is none."""
    return volunteer.support_plans.select_related("written_by").first()


def plan_gaps(at: datetime, volunteers=None) -> list[PlanGap]:
    """Of all schemes, or of these volunteers; the longest due first."""
    today, found = localdate(at), Volunteer.objects.all() if volunteers is None else volunteers
    newest = SupportPlan.objects.filter(volunteer=OuterRef("pk")).order_by("-created_at")
    peers = found.filter(is_peer=True, matches__state__in=TOGETHER).annotate(
        plan_review_on=Subquery(newest.values("review_on")[:1]),
        since=Min("matches__introduced_on", filter=Q(matches__state__in=TOGETHER)),
    )
    peers = peers.filter(Q(plan_review_on__isnull=True) | Q(plan_review_on__lte=today))
    rows = peers.select_related("scheme", "supervisor").defer("motivation", "history_gaps", "sheet_notes")
    gaps = [PlanGap(row, row.plan_review_on or row.since or today, row.plan_review_on is None) for row in rows]
    return sorted(gaps, key=lambda gap: gap.due_on)
