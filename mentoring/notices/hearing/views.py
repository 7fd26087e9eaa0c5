"""How we reach you; and the button in a mail that stops mails like it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from mentoring.notices import actions
from mentoring.notices.channels.lines import can_text
from mentoring.notices.hearing.forms import HearingForm, as_shown
from mentoring.notices.hearing.queries import hearing_of, stoppable
from mentoring.notices.hearing.stopping import is_ours
from mentoring.notices.queries import mails
from mentoring.web.gates import public, signed_in
from mentoring.web.limits import private_link


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def hearing_edit(request):
    """One's own."""
    rules = stoppable(request.actor.is_staff)
    shown = as_shown(hearing_of(request.user), rules)
    sent = request.POST if request.method == "POST" else None
    form = HearingForm(sent, rules=rules, can_text=can_text(), initial=shown)
    if form.is_bound and form.is_valid():
        actions.hearing_choose(**form.as_written(), by=request.user)
        messages.success(request, gettext("Saved. It counts from now on."))
        return redirect("hearing_edit")
    return render(request, "notices/hearing_edit.html", {"form": form}, status=422 if form.errors else 200)


@csrf_exempt  # a mail program presses for its reader (RFC 8058); the seal in the address is the right
@require_http_methods(["GET", "HEAD", "POST"])
@public("somebody who cannot sign in can still stop what we mail; it shows nothing and can only be undone signed in")
@private_link
def notice_stop(request, notice_id, seal):
    if not is_ours(notice_id, seal):
        raise Http404
    notice = get_object_or_404(mails(), pk=notice_id)
    if request.method == "POST":
        actions.notice_stop(notice=notice)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse(status=204)
    return render(request, "notices/notice_stop.html", {"stopped": request.method == "POST"})
