"""Telling what worries you: from any page, by anyone signed in, in one step."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from safeguarding.concerns.actions import concern_raise as raise_it
from safeguarding.concerns.queries import (
    concerns_raised_by,
    people_at_work,
    readers_to_tell,
    schemes_to_raise_in,
    who_cannot_read,
)
from safeguarding.concerns.raising.forms import ConcernRaiseForm
from schemes.people.gates import scheme_view, worried_view
from schemes.people.permissions import Permission

FORM_KEY = "concern"


@scheme_view(Permission.CONCERN_RAISE)
def concern_raise(request, scheme):
    return raising_page(request, [scheme], "safeguarding/concerns/concern_raise.html")


@worried_view
def concern_raise_mine(request):
    schemes = list(schemes_to_raise_in(request.actor))
    if not schemes:
        raise Http404
    return raising_page(request, schemes, "safeguarding/concerns/concern_raise_mine.html")


def raising_page(request, schemes, template):
    people = people_at_work(schemes)
    if request.method == "POST":
        form = ConcernRaiseForm(request.POST, schemes=schemes, people=people)
        if form.is_valid() and (concern := told(request, form)):
            return redirect("safeguarding:concern_received", concern_id=concern.pk)
    else:
        kept = draft_initial(request.user, FORM_KEY, ConcernRaiseForm)
        typed = {"arose_at": request.GET.get("from", ""), **kept}
        form = ConcernRaiseForm(initial=typed, schemes=schemes, people=people)
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, "schemes": schemes}, status=status)


def told(request, form):
    """The concern, or None with the reasons on the form."""
    try:
        with transaction.atomic():
            concern = raise_it(**form.as_told(), by=request.user)
            draft_drop(form_key=FORM_KEY, by=request.user)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None
    return concern


@require_POST
@worried_view
def concern_draft_throw(request):
    """Thrown away on request: what was begun here need not be found by anybody."""
    draft_drop(form_key=FORM_KEY, by=request.user)
    messages.success(request, gettext("What you had typed is gone."))
    return redirect("safeguarding:concern_mine")


@require_safe
@worried_view
def concern_received(request, concern_id):
    """It arrived; who reads it and who cannot. Only for whoever raised it."""
    concern = get_object_or_404(concerns_raised_by(request.user), pk=concern_id)
    shown = {
        "concern": concern,
        "readers": readers_to_tell(concern, timezone.localdate()),
        "cannot": who_cannot_read(concern),
    }
    return render(request, "safeguarding/concerns/concern_received.html", shown)


@require_safe
@worried_view
def concern_mine(request):
    """What I raised: received, read — and nothing more."""
    shown = {
        "concerns": concerns_raised_by(request.user),
        "began": draft_initial(request.user, FORM_KEY, ConcernRaiseForm),
    }
    return render(request, "safeguarding/concerns/concern_mine.html", shown)
