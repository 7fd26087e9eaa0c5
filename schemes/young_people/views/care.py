"""Dates of care, and what the law calls somebody because of them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission
from schemes.young_people import actions, queries
from schemes.young_people.forms.care import CareSpellForm, CategoryForm
from schemes.young_people.models import CareSpell
from schemes.young_people.views.pages import form_shown, young_person_or_404


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def care_show(request, scheme, young_person_id):
    young_person = young_person_or_404(request, young_person_id)
    return _page(request, young_person, None)


@scheme_view(Permission.PEOPLE_EDIT)
def category_confirm(request, scheme, young_person_id):
    young_person = young_person_or_404(request, young_person_id)
    worked_out = queries.worked_out_of(young_person, timezone.localdate()).category
    form = CategoryForm(sent(request), worked_out=worked_out, initial={"confirmed": worked_out})

    def confirm(said):
        actions.category_confirm(young_person=young_person, worked_out=worked_out, **said, by=request.user)

    if taken(form, confirm):
        messages.success(request, "Written down, with your name and today’s date.")
        return redirect("schemes:care_show", scheme.slug, young_person.pk)
    return _page(request, young_person, form)


@scheme_view(Permission.PEOPLE_EDIT)
def care_spell_add(request, scheme, young_person_id):
    young_person = young_person_or_404(request, young_person_id)
    form = CareSpellForm(sent(request))
    if taken(form, lambda said: actions.care_spell_add(young_person=young_person, **said, by=request.user)):
        messages.success(request, "Written down. Look at what the dates say now, and confirm it.")
        return redirect("schemes:care_show", scheme.slug, young_person.pk)
    return form_shown(request, "care_spell_add", form, young_person=young_person)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def care_spell_remove(request, scheme, spell_id):
    rows = CareSpell.objects.visible_to(request.actor).filter(young_person__scheme=scheme)
    spell = get_object_or_404(rows.select_related("young_person__scheme"), pk=spell_id)
    actions.care_spell_remove(spell=spell, by=request.user)
    messages.success(request, "Taken away.")
    return redirect("schemes:care_show", scheme.slug, spell.young_person_id)


def _page(request, young_person, form):
    worked_out = queries.worked_out_of(young_person, timezone.localdate())
    shown = {
        "young_person": young_person,
        "spells": young_person.care_spells.all(),
        "worked_out": worked_out,
        "category": YoungPerson.CareStatus(worked_out.category).label,
        "confirmed": queries.confirmed_category(young_person),
        "form": form or CategoryForm(worked_out=worked_out.category, initial={"confirmed": worked_out.category}),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, young_person),
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "schemes/young_people/care_show.html", shown, status=status)
