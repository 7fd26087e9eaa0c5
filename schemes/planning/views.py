from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.gates import signed_in
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission
from schemes.planning import actions, queries
from schemes.planning.forms import NeedForm, SchemeForm, SchemeStartForm, SignOffForm, StepForm
from schemes.planning.items import BY_SLUG
from schemes.planning.models import Policy, Scheme
from schemes.planning.steps import STEPS

KEEP = 422  # what was typed is kept and shown again


def form_page(request, form, template: str, **context):
    """A form's page; with 422 where it came back with mistakes."""
    status = KEEP if form.is_bound else 200
    return render(request, f"schemes/planning/{template}.html", {"form": form, **context}, status=status)


@signed_in
def scheme_start(request):
    """The site admin sets up a scheme and invites its manager; they see nothing of it afterwards."""
    if not request.user.is_site_admin:
        raise Http404
    form = SchemeStartForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        scheme = actions.scheme_open(**form.cleaned_data, by=request.user)
        messages.success(request, f"{scheme.name} is set up. Its manager has an invitation in their mail.")
        return redirect("schemes:scheme_start")
    return form_page(request, form, "scheme_start")


@require_safe
@scheme_view(Permission.SCHEME_READ)
def step_list(request, scheme):
    """The seventeen steps as a journey (S1–S17)."""
    lines = queries.journey(scheme, timezone.localdate())
    context = {
        "phases": queries.phases(lines),
        "counts": queries.counts_of(lines),
        "moves": moves_of(scheme),
        "move_names": [state for state, _ in moves_of(scheme)],
        "may_edit": request.actor.may(Permission.PLAN_EDIT, scheme),
        "may_set_limits": request.actor.may(Permission.STAGE_LIMITS, scheme),
    }
    return render(request, "schemes/planning/step_list.html", context)


@require_safe
@scheme_view(Permission.SCHEME_READ)
def step_counts(request, scheme):
    """How far the seventeen steps are: a piece of the first page, which does not wait for it. By itself it leads on."""
    if not request.htmx:
        return redirect("schemes:step_list", scheme.slug)
    counts = queries.step_counts(scheme, timezone.localdate())
    return render(request, "schemes/planning/step_counts.html", {"counts": counts})


def moves_of(scheme) -> list[tuple[str, str]]:
    """The states this scheme may be put in from its page; closing for good is asked of `matching` by its own page."""
    labels = dict(Scheme.State.choices)
    return [(state, labels[state]) for state in sorted(Scheme.moves[scheme.state]) if state != "closed"]


@require_safe
@scheme_view(Permission.SCHEME_READ)
def step_show(request, scheme, number):
    """One step: what it asks, what the records show, what is missing, who owns it, sign-off."""
    line = line_of(scheme, number)
    today = timezone.localdate()
    context = {
        "line": line,
        "step": line.record,
        "text": STEPS[number],
        "lists": queries.item_lists(scheme, number),
        "charts": queries.pictures(scheme, number, today),
        "estimate": queries.need_picture(scheme) if number == 1 else None,
        "may_edit": request.actor.may(Permission.PLAN_EDIT, scheme),
        "may_sign_off": request.actor.may(Permission.STEP_SIGN_OFF, scheme),
        "sign_off_form": SignOffForm(),
    }
    return render(request, "schemes/planning/step_show.html", context)


def line_of(scheme, number: int) -> queries.StepLine:
    lines = queries.journey(scheme, timezone.localdate())
    found = next((line for line in lines if line.number == number), None)
    if found is None:
        raise Http404
    return found


@scheme_view(Permission.PLAN_EDIT)
def step_edit(request, scheme, number):
    line = line_of(scheme, number)
    form = StepForm(request.POST if request.method == "POST" else None, instance=line.record)
    if request.method == "POST" and form.is_valid():
        actions.step_edit(step=form.instance, by=request.user)
        return redirect(line.url)
    return form_page(request, form, "step_edit", line=line)


@require_POST
@scheme_view(Permission.STEP_SIGN_OFF)
def step_sign_off(request, scheme, number):
    line, form = line_of(scheme, number), SignOffForm(request.POST)
    if form.is_valid():
        try:
            missing = list(line.evidence.missing)
            actions.step_sign_off(step=line.record, missing=missing, why=form.cleaned_data["why"], by=request.user)
            messages.success(request, f"Step {number} is signed off.")
            return redirect(line.url)
        except Refused as refused:
            form.add_error("why", refused.reasons)
    return form_page(request, form, "step_sign_off", line=line)


@require_POST
@scheme_view(Permission.STEP_SIGN_OFF)
def step_reopen(request, scheme, number):
    line = line_of(scheme, number)
    actions.step_reopen(step=line.record, by=request.user)
    messages.success(request, f"Step {number} is open again.")
    return redirect(line.url)


@scheme_view(Permission.PLAN_EDIT)
def need_edit(request, scheme):
    """Step 1: councils, the working, the decision."""
    form = NeedForm(request.POST if request.method == "POST" else None, instance=scheme.needs.get())
    if request.method == "POST" and form.is_valid():
        actions.need_save(need=form.instance, by=request.user)
        return redirect("schemes:step_show", scheme=scheme.slug, number=1)
    return form_page(request, form, "need_edit")


@scheme_view(Permission.PLAN_EDIT)
def scheme_edit(request, scheme):
    form = SchemeForm(request.POST if request.method == "POST" else None, instance=scheme)
    if request.method == "POST" and form.is_valid():
        actions.scheme_edit(scheme=form.instance, by=request.user)
        messages.success(request, "Saved.")
        return redirect("schemes:step_list", scheme=scheme.slug)
    return form_page(request, form, "scheme_edit")


@require_POST
@scheme_view(Permission.PLAN_EDIT)
def scheme_move(request, scheme):
    to = request.POST.get("to", "")
    if to not in dict(moves_of(scheme)):
        messages.error(request, "The scheme cannot be put in that state.")
    else:
        actions.scheme_move(scheme=scheme, to=to, by=request.user)
    return redirect("schemes:step_list", scheme=scheme.slug)


def kind_of(slug: str):
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


@scheme_view(Permission.PLAN_EDIT)
def plan_item_add(request, scheme, kind):
    kind = kind_of(kind)
    form = kind.form(request.POST if request.method == "POST" else None, scheme=scheme)
    if request.method == "POST" and form.is_valid():
        actions.plan_item_save(item=form.instance, by=request.user)
        return redirect("schemes:step_show", scheme=scheme.slug, number=kind.step)
    return form_page(request, form, "plan_item_edit", kind=kind)


@scheme_view(Permission.PLAN_EDIT)
def plan_item_edit(request, scheme, kind, item_id):
    kind = kind_of(kind)
    item = get_object_or_404(kind.model.objects.visible_to(request.actor), pk=item_id)
    form = kind.form(request.POST if request.method == "POST" else None, instance=item, scheme=scheme)
    if request.method == "POST" and form.is_valid():
        save = actions.plan_item_new_version if kind.versioned else actions.plan_item_save
        save(item=form.instance, by=request.user)
        return redirect("schemes:step_show", scheme=scheme.slug, number=kind.step)
    return form_page(request, form, "plan_item_edit", kind=kind, item=item)


@require_POST
@scheme_view(Permission.PLAN_EDIT)
def plan_item_remove(request, scheme, kind, item_id):
    kind = kind_of(kind)
    item = get_object_or_404(kind.model.objects.visible_to(request.actor), pk=item_id)
    actions.plan_item_remove(item=item, by=request.user)
    messages.success(request, f"The {kind.one} was removed.")
    return redirect("schemes:step_show", scheme=scheme.slug, number=kind.step)


@require_safe
@scheme_view(Permission.PAPERS_READ)
def paper_list(request, scheme):
    """Published papers and minutes, for members of the group (S5)."""
    return render(request, "schemes/planning/paper_list.html", {"meetings": queries.published_papers(scheme)})


@require_safe
@portal_view
def policy_list(request):
    """The manual of my schemes, and what I have read of it (S7)."""
    return render(request, "schemes/planning/policy_list.html", {"policies": queries.policies_to_read(request.actor)})


@portal_view
def policy_show(request, policy_id):
    """One policy; "I have read and understood it" is kept with its version."""
    policy = get_object_or_404(Policy.objects.visible_to(request.actor), pk=policy_id)
    if request.method == "POST":
        actions.policy_read(policy=policy, by=request.user)
        return redirect("schemes:policy_list")
    return render(request, "schemes/planning/policy_show.html", {"policy": policy})
