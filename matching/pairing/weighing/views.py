"""A co-ordinator weighs, tries out, and asks why nobody is proposed (S12)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.pairing.weighing import actions, queries
from matching.pairing.weighing.forms import NewMentorForm, PairingRulesForm, WhatIfForm
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission

NEW_MENTORS = ("A new mentor", "Another new mentor")


@scheme_view(Permission.MATCH_EDIT)
def pairing_rules_edit(request, scheme):
    """The rules, with what they would change before they are saved; and the way back."""
    rules = queries.rules_of(scheme)
    if "reset" in request.POST:
        actions.pairing_rules_reset(scheme=scheme, by=request.user)
        messages.success(request, "Back to what every scheme begins with.")
        return redirect("matching:pairing_rules_edit", scheme.slug)
    form, looking = PairingRulesForm(sent(request), rules=rules), "look" in request.POST
    if not looking and taken(form, lambda _: _edit(scheme, form, request)):
        messages.success(request, "Saved. The proposals follow these weights from now on.")
        return redirect("matching:pairing_rules_edit", scheme.slug)
    context = {"form": form, "is_own": not rules._state.adding}
    if looking and form.is_valid():
        context["found"] = queries.under_other_rules(scheme, timezone.localdate(), **form.changes())
    return render(request, "matching/pairing/pairing_rules_edit.html", context, status=422 if form.errors else 200)


def _edit(scheme, form, request) -> None:
    actions.pairing_rules_edit(scheme=scheme, **form.changes(), by=request.user)


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def what_if_show(request, scheme):
    """Everything stands in the address and nothing is written, so that Back undoes and a link can be kept."""
    asked = request.GET if "try" in request.GET else None
    form = WhatIfForm(asked, rules=queries.rules_of(scheme))
    newcomers = [NewMentorForm(asked, prefix=prefix) for prefix in ("one", "two")]
    context = {"form": form, "newcomers": list(zip(NEW_MENTORS, newcomers, strict=True)), "forms": [form, *newcomers]}
    if asked is not None and all([each.is_valid() for each in (form, *newcomers)]):  # noqa: C419  each says its mistakes
        sides = [each.side(name) for name, each in context["newcomers"]]
        context["found"] = queries.tried_out(
            scheme,
            timezone.localdate(),
            weights=form.weighed(),
            without_rule=form.cleaned_data["without_rule"],
            extra_mentors=[side for side in sides if side],
        )
    return render(request, "matching/pairing/what_if_show.html", context)


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def why_nobody_show(request, scheme, young_person_id):
    visible = YoungPerson.objects.visible_to(request.actor).filter(scheme=scheme).select_related("scheme")
    young_person = get_object_or_404(visible, pk=young_person_id)
    context = {
        "young_person": young_person,
        **queries.ways_to_somebody(young_person, timezone.localdate(), request.user),
    }
    return render(request, "matching/pairing/why_nobody_show.html", context)
