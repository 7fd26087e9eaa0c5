"""The application, behind a private link: kept as it is typed, checked before it is sent (S9)."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.answers import answers_of, as_query, typed_in
from mentoring.web.gates import public
from mentoring.web.limits import private_link
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.recruitment import actions, queries
from schemes.recruitment.forms.volunteering import PARTS

OWN_LINK = "the private link is the right: it went to the applicant's own mailbox"


def _found(scheme, token):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    application = queries.application_by_token(scheme, token)
    if application is None or application.sent_at or application.volunteer.state != Volunteer.State.ENQUIRED:
        raise Http404
    return scheme, application


def _form(application, part, sent=None):
    """The part with what was typed before, or with what the enquiry already told."""
    kept = application.answers.get(part)
    known = application.volunteer
    return PARTS[part](
        sent if sent is not None else as_query(kept),
        initial={"name": known.name, "phone": known.phone, "area": known.area},
    )


def _parts(application, here=""):
    """The parts with whether each is ready, for the side list and the check."""
    return [
        {"key": key, "title": part.title, "here": key == here, "done": _is_done(application, key)}
        for key, part in PARTS.items()
    ]


def _is_done(application, part) -> bool:
    return part in application.answers and _form(application, part).is_valid()


@require_safe
@public(OWN_LINK)
@never_cache
@private_link
def application_show(request, scheme, token):
    scheme, application = _found(scheme, token)
    context = {"scheme": scheme, "token": token, "parts": _parts(application), "volunteer": application.volunteer}
    return render(request, "schemes/recruitment/application_show.html", context)


@public(OWN_LINK)
@never_cache
@private_link
def application_fill(request, scheme, token, part):
    scheme, application = _found(scheme, token)
    if part not in PARTS:
        raise Http404
    if request.method == "POST":
        actions.application_save(application=application, part=part, typed=typed_in(request.POST, PARTS[part]))
        if request.headers.get("X-Autosave"):
            return HttpResponse(status=204)
    form = _form(application, part, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _onward(scheme, token, part)
    context = {"scheme": scheme, "token": token, "form": form, "part": part, "parts": _parts(application, part)}
    status = 422 if request.method == "POST" else 200
    return render(request, "schemes/recruitment/application_fill.html", context, status=status)


def _onward(scheme, token, part):
    keys = list(PARTS)
    following = keys[keys.index(part) + 1 :]
    if following:
        return redirect("schemes:application_fill", scheme.slug, token, following[0])
    return redirect("schemes:application_send", scheme.slug, token)


@public(OWN_LINK)
@never_cache
@private_link
def application_send(request, scheme, token):
    scheme, application = _found(scheme, token)
    forms = {part: _form(application, part, _kept(application, part)) for part in PARTS}
    ready = all(form.is_valid() for form in forms.values())
    trouble = ""
    if request.method == "POST" and ready:
        try:
            actions.application_send(application=application, changes=_changes(forms), history=_history(forms))
        except Refused as problem:
            trouble = str(problem)
        else:
            return redirect("schemes:join_thanks", scheme.slug, "application")
    context = {"scheme": scheme, "token": token, "ready": ready, "trouble": trouble}
    context["parts"] = [
        {"key": part, "title": form.title, "done": form.is_valid(), "answers": _in_words(form)}
        for part, form in forms.items()
    ]
    status = 422 if request.method == "POST" else 200
    return render(request, "schemes/recruitment/application_send.html", context, status=status)


def _kept(application, part):
    return as_query(application.answers.get(part)) or QueryDict()


def _in_words(form) -> list[tuple[str, str]]:
    return form.in_words() if hasattr(form, "in_words") else answers_of(form)


def _changes(forms) -> dict:
    """What was answered in all parts; the two agreements are kept as a date by the action."""
    answers = {}
    for form in forms.values():
        answers.update(form.changes() if hasattr(form, "changes") else form.cleaned_data)
    return {name: value for name, value in answers.items() if name not in {"agreed", "limits_agreed"}}


def _history(forms) -> dict:
    return {"spells": forms["history"].spells, "stays": forms["history"].stays}


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def application_invite(request, scheme, volunteer_id):
    inside = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    volunteer = get_object_or_404(inside, pk=volunteer_id)
    if not volunteer.email:
        messages.error(request, "There is no e-mail address on this record. Add one, then send the link.")
        return redirect("schemes:volunteer_show", scheme.slug, volunteer.pk)
    try:
        actions.application_invite(volunteer=volunteer, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"The link to the application is on its way to {volunteer.email}.")
    return redirect("schemes:volunteer_show", scheme.slug, volunteer.pk)
