"""One's own: asking to be forgotten, and taking it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from mentoring.web.posted import pressed, sent, taken
from safeguarding.erasure import actions
from safeguarding.erasure.forms import ErasureAskForm
from safeguarding.erasure.queries import erasures_of
from safeguarding.records.views.asking import ANSWERERS, HOME, own_form, schemes_or_404
from schemes.people.gates import portal_view
from schemes.young_people.codes.gate import code_first

WHAT = _("Two people look at it. What a law says we must keep stays for its time, and you read here what that is.")


@portal_view
@code_first
def erasure_ask_mine(request):
    form = ErasureAskForm(sent(request), schemes=schemes_or_404(request))
    if taken(form, lambda said: actions.erasure_ask(**form.as_said(), user=request.user, by=request.user)):
        said = gettext("You asked. You hear from us within a month, and you can take it back until then.")
        messages.success(request, said)
        return redirect(HOME)
    return own_form(request, form, gettext("Ask us to delete my record"), gettext("Ask for it"), f"{ANSWERERS} {WHAT}")


@require_POST
@portal_view
def erasure_take_back_mine(request, erasure_id):
    asked = get_object_or_404(erasures_of(request.user), pk=erasure_id)
    said = gettext("You took it back. Everything stays. You can ask again any time.")
    pressed(request, actions.erasure_take_back, said, erasure=asked)
    return redirect(HOME)
