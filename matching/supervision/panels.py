"""What supervision adds to a mentor's record (L6)."""

from django.urls import reverse

from matching.supervision.support_plans.models import SupportPlan
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def volunteer_panels(volunteer, actor) -> list[Card]:
    """A peer mentor's support plan, for whoever reads supervision and is somebody else."""
    if volunteer.user_id == actor.user.pk or not actor.may(Permission.SUPERVISION_READ, volunteer):
        return []
    plan = SupportPlan.objects.visible_to(actor).filter(volunteer=volunteer).first()
    if plan is None and not (volunteer.is_peer and volunteer.state in ("approved", "paused", "group-only")):
        return []
    url = reverse("matching:support_plan_show", args=[volunteer.scheme.slug, volunteer.pk])
    return [Card("Support plan", "matching/supervision/support_plan_panel.html", {"plan": plan, "url": url})]
