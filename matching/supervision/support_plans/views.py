"""A peer mentor's support plan: written with them, read by them (L6)."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.relationships.pages import pressed
from matching.supervision.support_plans import actions
from matching.supervision.support_plans.forms import SupportPlanForm
from matching.supervision.support_plans.models import SupportPlan
from matching.supervision.views.planning import shown
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


def _mentor_or_404(request, scheme, volunteer_id):
    found = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme).exclude(user=request.user)
    return get_object_or_404(found, pk=volunteer_id)


@require_safe
@scheme_view(Permission.SUPERVISION_READ)
def support_plan_show(request, scheme, volunteer_id):
    """The newest, and how often it was written anew."""
    mentor = _mentor_or_404(request, scheme, volunteer_id)
    plans = list(SupportPlan.objects.visible_to(request.actor).filter(volunteer=mentor).select_related("written_by"))
    context = {
        "mentor": mentor,
        "plan": plans[0] if plans else None,
        "older": plans[1:],
        "may_edit": request.actor.may(Permission.SUPERVISION_EDIT, scheme),
    }
    return render(request, "matching/supervision/support_plan_show.html", context)


@scheme_view(Permission.SUPERVISION_EDIT)
def support_plan_write(request, scheme, volunteer_id):
    """Begins with what it says now; kept as typed."""
    mentor = _mentor_or_404(request, scheme, volunteer_id)
    plan = SupportPlan.objects.visible_to(request.actor).filter(volunteer=mentor).first()
    said = {name: getattr(plan, name) for name in (*actions.WORDS, "ring_within")} if plan else {}
    form_key = f"support-plan-{mentor.pk}"
    form = SupportPlanForm(sent(request), initial=said | draft_initial(request.user, form_key, SupportPlanForm))

    @transaction.atomic
    def write(told):
        words = {name: told[name] for name in actions.WORDS}
        rest = {name: told[name] for name in ("ring_within", "review_on")}
        actions.support_plan_write(volunteer=mentor, words=words, **rest, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, write):
        messages.success(
            request, f"Written. {mentor.first_name} reads it on their own page and says whether it is right."
        )
        return redirect("matching:support_plan_show", scheme.slug, mentor.pk)
    return shown(request, "support_plan_write", form, mentor=mentor, form_key=form_key)


def _mine(request):
    rows = SupportPlan.objects.visible_to(request.actor).filter(volunteer__user=request.user)
    return rows.select_related("volunteer__scheme", "written_by")


@require_safe
@portal_view
def my_support_plan(request):
    """My own, the newest of each scheme."""
    newest: dict = {}
    for plan in _mine(request):
        newest.setdefault(plan.volunteer_id, plan)
    return render(request, "matching/supervision/my_support_plan.html", {"plans": list(newest.values())})


@require_POST
@portal_view
def my_support_plan_agree(request, plan_id):
    plan = get_object_or_404(_mine(request), pk=plan_id)
    return pressed(
        request, lambda: actions.support_plan_agree(plan=plan, by=request.user),
        gettext("Thank you. It is yours to change."),
        "matching:my_support_plan",
    )  # fmt: skip
