"""Consent: asked, given, taken back. Staff write down what others said; a young person says it themselves."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from safeguarding.consent import actions
from safeguarding.consent.forms import ConsentAskForm, ConsentGiveForm, ConsentNotNeededForm, ConsentTakeBackForm
from safeguarding.consent.models import Consent
from safeguarding.consent.queries import consent_missing, own_records
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission


def young_person_of(request, young_person_id):
    return get_object_or_404(YoungPerson.objects.visible_to(request.actor), pk=young_person_id)


def consent_of(request, young_person_id, consent_id):
    rows = Consent.objects.visible_to(request.actor).select_related("young_person__scheme")
    return get_object_or_404(rows, pk=consent_id, young_person_id=young_person_id)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def consent_show(request, scheme, young_person_id):
    """Who agreed to what, and what is still missing."""
    young_person = young_person_of(request, young_person_id)
    shown = {
        "young_person": young_person,
        "consents": Consent.objects.visible_to(request.actor).filter(young_person=young_person),
        "missing": consent_missing(young_person, scheme, timezone.localdate()),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
    }
    return render(request, "safeguarding/consent/consent_show.html", shown)


@scheme_view(Permission.PEOPLE_EDIT)
def consent_ask(request, scheme, young_person_id):
    young_person = young_person_of(request, young_person_id)
    initial = {"kind": request.GET.get("kind"), "asked_on": timezone.localdate()}
    form = ConsentAskForm(request.POST if request.method == "POST" else None, initial=initial)
    about = {"young_person": young_person}
    return step(request, young_person, form, actions.consent_ask, about, "Ask for consent")


@scheme_view(Permission.PEOPLE_EDIT)
def consent_give(request, scheme, young_person_id, consent_id):
    consent = consent_of(request, young_person_id, consent_id)
    form = ConsentGiveForm(
        request.POST if request.method == "POST" else None, initial={"given_on": timezone.localdate()}
    )
    title = f"{consent.get_kind_display()}: given"
    return step(request, consent.young_person, form, actions.consent_give, {"consent": consent}, title)


@scheme_view(Permission.PEOPLE_EDIT)
def consent_not_needed(request, scheme, young_person_id, consent_id):
    consent = consent_of(request, young_person_id, consent_id)
    form = ConsentNotNeededForm(request.POST if request.method == "POST" else None)
    title = f"{consent.get_kind_display()}: not needed"
    return step(request, consent.young_person, form, actions.consent_not_needed, {"consent": consent}, title)


@scheme_view(Permission.PEOPLE_EDIT)
def consent_take_back(request, scheme, young_person_id, consent_id):
    consent = consent_of(request, young_person_id, consent_id)
    form = ConsentTakeBackForm(
        request.POST if request.method == "POST" else None, initial={"withdrawn_on": timezone.localdate()}
    )
    title = f"{consent.get_kind_display()}: taken back"
    return step(request, consent.young_person, form, actions.consent_take_back, {"consent": consent}, title)


@require_safe
@portal_view
def consent_mine(request):
    """A young person's own yes, and the way to take it back."""
    return render(request, "safeguarding/consent/consent_mine.html", {"records": own_records(request.user)})


@require_POST
@portal_view
def consent_give_mine(request, young_person_id):
    young_person = get_object_or_404(
        YoungPerson.objects.visible_to(request.actor), pk=young_person_id, user=request.user
    )
    return answer(
        request, actions.consent_give_own, young_person=young_person, today=timezone.localdate(), by=request.user
    )


@require_POST
@portal_view
def consent_take_back_mine(request, consent_id):
    rows = Consent.objects.visible_to(request.actor).filter(kind=Consent.Kind.OWN, young_person__user=request.user)
    consent = get_object_or_404(rows, pk=consent_id)
    today = timezone.localdate()
    return answer(request, actions.consent_take_back, consent=consent, withdrawn_on=today, by=request.user)


def answer(request, act, **about):
    try:
        act(**about)
        messages.success(request, gettext("Thank you. We have written it down."))
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return redirect("safeguarding:consent_mine")


def step(request, young_person, form, act, about, title):
    """One form about one consent; what was typed stays where the act is refused."""
    if form.is_bound and form.is_valid():
        try:
            act(**about, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Written down.")
            return redirect("safeguarding:consent_show", scheme=request.in_scheme.slug, young_person_id=young_person.pk)
    shown = {"young_person": young_person, "form": form, "form_title": title}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/consent/consent_step.html", shown, status=status)
