"""One's own: saying it, seeing what becomes of it, saying whether that will do. Neutral titles and addresses."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from safeguarding.complaints import actions
from safeguarding.complaints.making.forms import ComplaintFurtherForm, ComplaintMakeForm
from safeguarding.complaints.making.readers import reader_choices
from safeguarding.complaints.queries import complaint_readers, complaints_made_by, fresh_eyes, told_of
from safeguarding.concerns.queries import people_at_work, schemes_to_raise_in
from schemes.people.gates import portal_view, worried_view

FORM_KEY = "say"


@worried_view
def complaint_make(request):
    """Nobody is held up before it."""
    form = form_for(request)
    if form.is_bound and form.is_valid() and (complaint := made(request, form)):
        messages.success(request, gettext("It has gone. Thank you for telling us."))
        return redirect("safeguarding:complaint_own", complaint_id=complaint.pk)
    shown = {"form": form, "schemes": list(form.schemes.values())}
    return render(request, "safeguarding/complaints/complaint_make.html", shown, status=422 if form.is_bound else 200)


def form_for(request):
    """The form as it was sent, or with what was typed before."""
    schemes = list(schemes_to_raise_in(request.actor))
    if not schemes:
        raise Http404
    people = [user for user in people_at_work(schemes) if user != request.user]
    offered = {"schemes": schemes, "people": people, "readers": reader_choices(schemes, request.user)}
    if request.method == "POST":
        return ComplaintMakeForm(request.POST, **offered)
    return ComplaintMakeForm(initial=draft_initial(request.user, FORM_KEY, ComplaintMakeForm), **offered)


def made(request, form):
    """The complaint, or None with the reasons on the form."""
    try:
        with transaction.atomic():
            complaint = actions.complaint_make(**form.as_made(), by=request.user)
            draft_drop(form_key=FORM_KEY, by=request.user)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None
    return complaint


@require_POST
@worried_view
def complaint_draft_throw(request):
    """Thrown away on request: what was begun here need not be found by anybody."""
    draft_drop(form_key=FORM_KEY, by=request.user)
    messages.success(request, gettext("What you had typed is gone."))
    return redirect("safeguarding:complaint_mine")


@require_safe
@portal_view
def complaint_mine(request):
    """What I said, and how far it is."""
    shown = {
        "complaints": complaints_made_by(request.user),
        "began": draft_initial(request.user, FORM_KEY, ComplaintMakeForm),
        "may_say": schemes_to_raise_in(request.actor).exists(),
    }
    return render(request, "safeguarding/complaints/complaint_mine.html", shown)


@require_safe
@portal_view
def complaint_own(request, complaint_id):
    """Who has it, what they answered, and whether that will do."""
    complaint = mine(request, complaint_id)
    answered = complaint.state in ("answered", "answered-again")
    shown = {
        "complaint": complaint,
        "told": told_of(complaint),
        "readers": complaint_readers(complaint),
        "may_settle": answered,
        "look_again": fresh_eyes(complaint) if complaint.state == "answered" else [],
    }
    return render(request, "safeguarding/complaints/complaint_own.html", shown)


@require_POST
@portal_view
def complaint_settle(request, complaint_id):
    complaint = mine(request, complaint_id)
    try:
        actions.complaint_settle(complaint=complaint, by=request.user)
        messages.success(request, gettext("Good. Thank you for saying so."))
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return redirect("safeguarding:complaint_own", complaint_id=complaint.pk)


@portal_view
def complaint_take_further(request, complaint_id):
    complaint = mine(request, complaint_id)
    form = ComplaintFurtherForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.complaint_take_further(complaint=complaint, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            return redirect("safeguarding:complaint_own", complaint_id=complaint.pk)
    shown = {"complaint": complaint, "form": form, "look_again": fresh_eyes(complaint)}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/complaints/complaint_take_further.html", shown, status=status)


def mine(request, complaint_id):
    return get_object_or_404(complaints_made_by(request.user), pk=complaint_id)
