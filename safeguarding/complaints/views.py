"""The pages of those who see to complaints. One that is not yours to read is not there: 404. Every read is in the trail
first."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from safeguarding.complaints import actions
from safeguarding.complaints.forms import ComplaintAnswerForm, ComplaintNoteForm, ComplaintSubjectForm
from safeguarding.complaints.models import Complaint
from safeguarding.complaints.queries import complaint_handlers, complaint_readers, complaints_listed, story_of
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def found(request, complaint_id):
    return get_object_or_404(Complaint.objects.visible_to(request.actor), pk=complaint_id)


def back(complaint):
    return redirect("safeguarding:complaint_show", scheme=complaint.scheme.slug, complaint_id=complaint.pk)


@require_safe
@scheme_view(Permission.COMPLAINT_READ)
def complaint_list(request, scheme):
    """When and how far, nothing of what."""
    listed = complaints_listed(request.actor, request.GET.get("show", "open"), request.GET.get("before", ""))
    return render(request, "safeguarding/complaints/complaint_list.html", listed)


@require_safe
@scheme_view(Permission.COMPLAINT_READ)
def complaint_show(request, scheme, complaint_id):
    complaint = found(request, complaint_id)
    actions.complaint_read(complaint=complaint, by=request.user)
    shown = {
        "complaint": complaint,
        "story": story_of(complaint),
        "subjects": complaint.subjects.select_related("user"),
        "readers": complaint_readers(complaint),
        "handles": request.user in complaint_handlers(complaint),
    }
    return render(request, "safeguarding/complaints/complaint_show.html", shown)


@require_POST
@scheme_view(Permission.COMPLAINT_READ)
def complaint_take_on(request, scheme, complaint_id):
    complaint = found(request, complaint_id)
    return at_once(request, complaint, actions.complaint_take_on, "They can see now that you have it.")


@require_POST
@scheme_view(Permission.COMPLAINT_READ)
def complaint_hand_on(request, scheme, complaint_id):
    complaint = found(request, complaint_id)
    return at_once(request, complaint, actions.complaint_hand_on, "The safeguarding lead was told at once.")


@scheme_view(Permission.COMPLAINT_READ)
def complaint_note_add(request, scheme, complaint_id):
    complaint = found(request, complaint_id)
    form = ComplaintNoteForm(request.POST if request.method == "POST" else None)
    return step(request, complaint, form, actions.complaint_note_add, "Add a note", "Add it for good")


@scheme_view(Permission.COMPLAINT_READ)
def complaint_answer(request, scheme, complaint_id):
    complaint = found(request, complaint_id)
    form = ComplaintAnswerForm(request.POST if request.method == "POST" else None)
    return step(request, complaint, form, actions.complaint_answer, "Answer", "Send the answer")


@scheme_view(Permission.COMPLAINT_READ)
def complaint_subject_add(request, scheme, complaint_id):
    complaint = found(request, complaint_id)
    form = ComplaintSubjectForm(request.POST if request.method == "POST" else None, scheme=scheme)
    return step(request, complaint, form, actions.complaint_subject_add, "Name who it is about", "Shut them out of it")


def at_once(request, complaint, act, done):
    """One button's worth: done, or the reasons why not."""
    try:
        act(complaint=complaint, by=request.user)
        messages.success(request, done)
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return back(complaint)


def step(request, complaint, form, act, title, button):
    """One form about one complaint: what was typed stays where the act is refused. Then back, if it is still ours."""
    if form.is_bound and form.is_valid():
        written = form.as_written() if hasattr(form, "as_written") else form.cleaned_data
        try:
            act(complaint=complaint, **written, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            if Complaint.objects.visible_to(request.actor).filter(pk=complaint.pk).exists():
                return back(complaint)
            return redirect("safeguarding:complaint_list", scheme=complaint.scheme.slug)
    shown = {"complaint": complaint, "form": form, "form_title": title, "button": button}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/complaints/complaint_step.html", shown, status=status)
