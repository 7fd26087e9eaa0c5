"""A mentor's own supervision."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.relationships.pages import pressed
from matching.supervision import actions
from matching.supervision.agenda.models import SupervisionPoint
from matching.supervision.following.models import SupervisionAction
from matching.supervision.following.queries import actions_of_mentor
from matching.supervision.models import Supervision
from matching.supervision.support_plans.models import SupportPlan
from schemes.people.gates import portal_view
from schemes.people.models import Volunteer

#: So many that are over stand on the page.
PAST = 30


def mine(request):
    """Own rows as a mentor, whatever else this person is."""
    rows = Supervision.objects.visible_to(request.actor).filter(volunteer__user=request.user)
    return rows.select_related("supervisor", "group", "volunteer")


@require_safe
@portal_view
def my_supervision(request):
    """What is next and what I want to talk about, what I said I would do, what was agreed. Private notes stay with the
    supervisor."""
    now = timezone.now()
    past = list(mine(request).exclude(outcome="planned", planned_at__gte=now).prefetch_related("amendments")[:PAST])
    last_held = next((row.pk for row in past if row.outcome == Supervision.Outcome.HELD), None)
    points = SupervisionPoint.objects.visible_to(request.actor).open().filter(volunteer__user=request.user)
    agreed = SupervisionAction.objects.visible_to(request.actor).open().exclude(owner=None)
    records = Volunteer.objects.visible_to(request.actor).filter(user=request.user)
    context = {
        "coming": mine(request).filter(outcome="planned", planned_at__gte=now).order_by("planned_at"),
        "past": past,
        "last_held": last_held,
        "points": points,
        "actions": actions_of_mentor(request.user),
        "plan": SupportPlan.objects.visible_to(request.actor).filter(volunteer__user=request.user).first(),
        "theirs": agreed.filter(supervision__volunteer__user=request.user).select_related("owner"),
        "records": records.exclude(state__in=["left", "withdrawn", "declined"]).select_related("scheme"),
    }
    return render(request, "matching/supervision/my_supervision.html", context)


@require_POST
@portal_view
def my_supervision_answer(request, supervision_id):
    """I’ll be there, or I can’t come."""
    supervision = get_object_or_404(mine(request), pk=supervision_id)
    coming = request.POST.get("coming") == "yes"
    sorry = gettext("Thank you for saying. Your supervisor sees it and finds another day.")
    return pressed(
        request, lambda: actions.supervision_answer(supervision=supervision, coming=coming, by=request.user),
        gettext("Thank you. See you then.") if coming else sorry, "matching:my_supervision",
    )  # fmt: skip
