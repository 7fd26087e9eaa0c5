"""A young person's record and what can be done with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people import actions, journeys, panels, queries, stories
from schemes.people.forms import MoveForm, YoungPersonAddForm, YoungPersonEditForm
from schemes.people.gates import scheme_view
from schemes.people.merging.views import leads_on
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission, Role
from schemes.people.views.outcomes import refused


def _found(request, young_person_id):
    visible = YoungPerson.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(visible.select_related("user"), pk=young_person_id)


def _record(request, young_person):
    return redirect("schemes:young_person_show", request.in_scheme.slug, young_person.pk)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
@leads_on
def young_person_show(request, scheme, young_person_id):
    young_person = _found(request, young_person_id)
    context = {
        "young_person": young_person,
        "story": stories.young_person_story(young_person),
        "facts": stories.young_person_facts(young_person),
        "steps": journeys.next_steps(young_person.moves, young_person.state, {"signposted"}),
        "pages": journeys.young_person_pages(young_person.moves, young_person.state),
        "referral": queries.first_referral(young_person),
        "panels": panels.young_person_panels(young_person, request.actor),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
        "invitation": queries.open_invitation_of(young_person),
    }
    return render(request, "schemes/people/young_person_show.html", context)


@scheme_view(Permission.PEOPLE_EDIT)
def young_person_add(request, scheme):
    form = YoungPersonAddForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        referral = form.referral(received_on=timezone.localdate())
        young_person = actions.young_person_add(scheme=scheme, referral=referral, by=request.user, **form.person())
        return _record(request, young_person)
    return render(request, "schemes/people/young_person_add.html", {"form": form}, status=422 if form.errors else 200)


@scheme_view(Permission.PEOPLE_EDIT)
def young_person_edit(request, scheme, young_person_id):
    young_person = _found(request, young_person_id)
    form = YoungPersonEditForm(request.POST if request.method == "POST" else None, instance=young_person)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        actions.young_person_edit(young_person=young_person, changes=changes, by=request.user)
        messages.success(request, "Saved.")
        return _record(request, young_person)
    context = {"form": form, "young_person": young_person}
    return render(request, "schemes/people/young_person_edit.html", context, status=422 if form.errors else 200)


@scheme_view(Permission.PEOPLE_EDIT)
def young_person_move(request, scheme, young_person_id):
    young_person = _found(request, young_person_id)
    sent = request.POST if request.method == "POST" else None
    to = (sent or request.GET).get("to", "")
    form = MoveForm(sent, lawful=young_person.moves[young_person.state], to=to, initial={"to": to})
    if sent is not None and form.is_valid():
        try:
            actions.young_person_move(young_person=young_person, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, f"{young_person.first_name}: {journeys.HAPPENED[to].lower()}.")
            return _record(request, young_person)
    context = {"form": form, "young_person": young_person, **_step_words(young_person, to)}
    return render(request, "schemes/people/young_person_move.html", context, status=422 if form.errors else 200)


def _step_words(young_person, to):
    return {"button": journeys.BUTTONS.get(to, ""), "consequence": journeys.CONSEQUENCES.get(to, "")}


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def young_person_invite(request, scheme, young_person_id):
    young_person = _found(request, young_person_id)
    if not young_person.email:
        messages.error(request, "There is no e-mail address on this record. Add one, then send the link.")
        return redirect(reverse("schemes:young_person_edit", args=[scheme.slug, young_person.pk]) + "#id_email")
    actions.invitation_send(
        scheme=scheme,
        email=young_person.email,
        name=young_person.name,
        role=Role.MENTEE,
        young_person=young_person,
        by=request.user,
    )
    messages.success(request, f"A link to sign in is on its way to {young_person.email}. It works for 14 days.")
    return _record(request, young_person)
