"""Each side's own pages about whom they would like and what they show, and the same written down by staff for somebody
without an account (R8, L9)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.pairing import actions
from matching.pairing.profiles import mentor_profile
from matching.pairing.queries import mentor_preview
from matching.pairing.wishes.forms import AgreedWish, ShowsWish
from matching.pairing.wishes.queries import known_wishes, wishes_of, wishes_said
from mentoring.transitions import Refused
from mentoring.web.posted import sent
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission


def _own_person_or_404(request):
    """The mentee record where there is one (a mentee can be a mentor too), else the volunteer's."""
    for model in (Volunteer, YoungPerson) if _as_mentor(request) else (YoungPerson, Volunteer):
        own = model.objects.visible_to(request.actor).filter(user=request.user).first()
        if own:
            return own
    raise Http404


def _as_mentor(request) -> str:
    """What a page of the mentor's side carries on to the next, where somebody is both (P4)."""
    return "?as=mentor" if request.GET.get("as") == "mentor" else ""


@require_safe
@portal_view
def profile_edit(request):
    """What I show and whom I would like, each with its answer so far and the page that changes it."""
    person, side = _own_person_or_404(request), _as_mentor(request)
    said = [
        (short, words, reverse("matching:wish_edit", args=[key]) + side) for key, short, words in wishes_said(person)
    ]
    context = {"said": said, "person": person, "is_mentor": isinstance(person, Volunteer)}
    if context["is_mentor"]:
        context |= _as_saved(person)
    return render(request, "matching/pairing/profile_edit.html", context)


def _as_saved(volunteer) -> dict:
    """What a young person would read, and whether the mentor said yes to it."""
    preview = mentor_preview(volunteer, timezone.localdate())
    return {"shown": preview.words, "mark": preview.mark, "agreed_at": preview.agreed_at}


@require_POST
@portal_view
def profile_show_agree(request):
    """ "Yes, this may be shown": said below the very words."""
    volunteer = Volunteer.objects.visible_to(request.actor).filter(user=request.user).first()
    if volunteer is None:
        raise Http404
    try:
        actions.profile_show_agree(volunteer=volunteer, read=request.POST.get("read", ""), by=request.user)
        messages.success(request, gettext("Thank you. A young person can read this once you are proposed to them."))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(reverse("matching:profile_edit") + "?as=mentor")


@portal_view
def wish_edit(request, wish):
    """One thought. What a mentor shows can be looked at as a young person reads it, before it is saved."""
    person, side = _own_person_or_404(request), _as_mentor(request)
    form = _form(person, wish, sent(request))
    looking = "look" in request.POST
    if form.is_bound and form.is_valid() and not looking:
        actions.profile_edit(person=person, changes=form.cleaned_data, by=request.user)
        messages.success(request, gettext("Saved. You can change it any time."))
        to_look = "#preview" if isinstance(form, ShowsWish) else ""
        return redirect(reverse("matching:profile_edit") + side + to_look)
    context = {"form": form, "side": side, "person": person, "looking": looking, **_preview(person, form)}
    return render(request, "matching/pairing/wish_edit.html", context, status=422 if form.errors else 200)


def _form(person, wish: str, posted=None):
    wishes = wishes_of(person)
    if wish not in wishes:
        raise Http404
    return wishes[wish](posted, initial=known_wishes(person))


def _preview(person, form) -> dict:
    """The profile exactly as a young person would read it, of what is ticked now, saved or not."""
    if not isinstance(form, ShowsWish):
        return {}
    ticked = form.cleaned_data.get("shows", []) if form.is_bound and form.is_valid() else form.initial["shows"]
    return {"preview": True, "shown": mentor_profile(person, ticked, timezone.localdate())}


@scheme_view(Permission.MATCH_EDIT)
def mentor_wishes_write(request, scheme, volunteer_id):
    volunteer = get_object_or_404(_visible(Volunteer, request, scheme), pk=volunteer_id)
    return _written_down(request, volunteer, "volunteer_show")


@scheme_view(Permission.MATCH_EDIT)
def mentee_wishes_write(request, scheme, young_person_id):
    young_person = get_object_or_404(_visible(YoungPerson, request, scheme), pk=young_person_id)
    return _written_down(request, young_person, "young_person_show")


def _visible(model, request, scheme):
    return model.objects.visible_to(request.actor).filter(scheme=scheme)


def _written_down(request, person, record):
    """Every thought of this side on one page, as they told it."""
    forms = [_form(person, wish, sent(request)) for wish in wishes_of(person)]
    saved = {}
    if isinstance(person, Volunteer):
        forms.append(AgreedWish(sent(request)))
        saved = _as_saved(person)
    url = reverse(f"schemes:{record}", args=[person.scheme.slug, person.pk])
    if request.method == "POST" and all(form.is_valid() for form in forms):
        changes = {name: value for form in forms for name, value in form.cleaned_data.items()}
        agreed = changes.pop("agreed", False)
        actions.profile_edit(person=person, changes=changes, by=request.user)
        if agreed:
            actions.profile_show_agree(volunteer=person, read=_as_saved(person)["mark"], by=request.user)
        messages.success(request, "Written down.")
        return redirect(url)
    context = {"forms": forms, "person": person, "record_url": url, **saved}
    status = 422 if any(form.errors for form in forms) else 200
    return render(request, "matching/pairing/wishes_write.html", context, status=status)
