"""The co-ordinator gives a code and sees it once; the young person types it."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from mentoring.accounts.noting import note
from mentoring.web.limits import too_many_by
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission
from schemes.young_people.codes import actions
from schemes.young_people.codes.forms import CodeGiveForm, CodeSayForm
from schemes.young_people.codes.gate import is_sure, sure_from_now_on
from schemes.young_people.codes.hashing import as_read_out
from schemes.young_people.codes.queries import codes_shown, records_of
from schemes.young_people.views.pages import form_shown, young_person_or_404

TRIES = "20/h/key"


@scheme_view(Permission.PEOPLE_EDIT)
def code_give(request, scheme, young_person_id):
    """The code stands on the answer to this one press, in no address, mail or log, and cannot be asked for again."""
    person, told = young_person_or_404(request, young_person_id), []
    form = CodeGiveForm(sent(request))
    if taken(form, lambda said: told.append(actions.code_give(young_person=person, **said, by=request.user))):
        shown = {"young_person": person, "code": as_read_out(told[0])}
        return render(request, "schemes/young_people/codes/code_given.html", shown)
    return form_shown(request, "codes/code_give", form, young_person=person)


@portal_view
def code_say(request):
    """Where to get a code, where to type it, and which were given of late."""
    records = list(records_of(request.user))
    if not records:
        raise Http404
    form = CodeSayForm(sent(request))
    if form.is_bound and form.is_valid():
        if was_right(request, form.cleaned_data["code"]):
            return sure_from_now_on(request)
        form.add_error("code", gettext("That is not it, or it is too old. Ask for a new one."))
    shown = {"form": form, "schemes": [one.scheme for one in records], "is_sure": is_sure(request)}
    shown["codes"] = codes_shown(request.user, timezone.now())
    return render(request, "schemes/young_people/codes/code_say.html", shown, status=422 if form.errors else 200)


def was_right(request, typed: str) -> bool:
    """The log has that somebody tried, and not what they typed."""
    if too_many_by(request, request.user, "step-up-code", TRIES):
        return False
    is_right = actions.code_try(typed=typed, by=request.user)
    note("code from a co-ordinator " + ("used" if is_right else "wrong"), request, request.user)
    return is_right
