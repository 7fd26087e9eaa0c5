"""One's own: asking for everything, seeing how far it is, taking it, and saying that something is wrong."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.web.posted import pressed, sent, taken
from safeguarding.concerns.queries import schemes_to_raise_in
from safeguarding.records import actions
from safeguarding.records.forms import AccessAskForm, CorrectionAskForm
from safeguarding.records.pack import pack_of
from safeguarding.records.queries import can_be_taken, requests_of
from schemes.people.gates import portal_view
from schemes.young_people.codes.gate import code_first

ANSWERERS = _("The manager and the people who keep you safe. Nobody whom you told us about.")
ANSWERERS_AND_BESIDE = _(
    "The manager and the people who keep you safe. Nobody whom you told us about. If it stays as it is, your words "
    "stand on your record for whoever reads that."
)
HOME = "safeguarding:record_mine"


@portal_view
def access_ask_mine(request):
    form = AccessAskForm(sent(request), schemes=schemes_or_404(request))
    if taken(form, lambda said: actions.access_ask(**form.as_said(), user=request.user, by=request.user)):
        messages.success(request, gettext("You asked. We tell you here when it is ready, within a month."))
        return redirect(HOME)
    return own_form(request, form, gettext("Ask for everything"), gettext("Ask for it"), ANSWERERS)


@portal_view
def correction_ask_mine(request):
    form = CorrectionAskForm(sent(request), schemes=schemes_or_404(request))
    if taken(form, lambda said: actions.correction_ask(**form.as_said(), by=request.user)):
        messages.success(request, gettext("Thank you for telling us. You read here what came of it, within a month."))
        return redirect(HOME)
    return own_form(request, form, gettext("Something is wrong"), gettext("Tell us"), ANSWERERS_AND_BESIDE)


def own_form(request, form, title, button, sees):
    shown = {"form": form, "form_title": title, "button": button, "sees": sees}
    return render(request, "safeguarding/records/own_form.html", shown, status=422 if form.is_bound else 200)


@require_POST
@portal_view
def access_take_back_mine(request, request_id):
    asked = get_object_or_404(requests_of(request.user), pk=request_id)
    pressed(request, actions.access_take_back, gettext("You took it back. You can ask again any time."), request=asked)
    return redirect(HOME)


@require_safe
@portal_view
@code_first
@reauthentication_required
def access_take_mine(request, request_id):
    """What was given, for as long as it is open."""
    asked = get_object_or_404(requests_of(request.user), pk=request_id)
    if not can_be_taken(asked):
        raise Http404
    actions.access_taken(request=asked, kind="data", by=request.user)
    return folder(pack_of(asked))


def folder(content: bytes) -> HttpResponse:
    """A ZIP whose name says the day and nothing else."""
    answer = HttpResponse(content, content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="what-you-asked-for-{timezone.localdate()}.zip"'
    return answer


def schemes_or_404(request) -> list:
    schemes = list(schemes_to_raise_in(request.actor))
    if not schemes:
        raise Http404
    return schemes
