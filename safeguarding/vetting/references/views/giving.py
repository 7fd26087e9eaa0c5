"""The referee's own page, behind a private link: no account, kept as typed, sent once (S9)."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.transitions import Refused
from mentoring.web.answers import as_query, typed_in
from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, private_link, too_many
from safeguarding.vetting.references import actions
from safeguarding.vetting.references.forms import answers_form
from safeguarding.vetting.references.queries import questions_of, reference_by_token

OWN_LINK = "the private link is the right: it went to the referee's own mailbox"


@public(OWN_LINK)
@never_cache
@private_link
def reference_give(request, token):
    """The questions, with what was typed before."""
    reference = reference_by_token(token)
    if reference is None:
        raise Http404
    form_class = answers_form(questions_of(reference.volunteer.scheme))
    if request.method == "POST":
        return _sent(request, reference, form_class)
    return _page(request, reference, form_class(as_query(reference.typed or None)))


def _sent(request, reference, form_class):
    form = form_class(request.POST)
    try:
        actions.reference_save(reference=reference, typed=typed_in(request.POST, form_class))
        if request.headers.get("X-Autosave"):
            return HttpResponse(status=204)
        if form.is_valid() and not _is_machine(form) and not _many(request, form):
            actions.reference_send(reference=reference, answers=form.answers())
            return redirect("safeguarding:reference_thanks")
    except Refused as refused:
        form.add_error(None, refused.reasons)
    return _page(request, reference, form, status=422)


def _is_machine(form) -> bool:
    if form.is_machine:
        form.add_error(None, "Something filled in a box that people do not see, so nothing was sent. Empty it.")
        return True
    return False


def _many(request, form) -> bool:
    if too_many(request, "reference", "20/h/ip"):
        form.add_error(None, TOO_MANY)
        return True
    return False


def _page(request, reference, form, status=200):
    shown = {"form": form, "volunteer": reference.volunteer, "scheme": reference.volunteer.scheme}
    return render(request, "safeguarding/vetting/references/reference_give.html", shown, status=status)


@require_safe
@public("says thank you to somebody who has no account")
def reference_thanks(request):
    return render(request, "safeguarding/vetting/references/reference_thanks.html")
