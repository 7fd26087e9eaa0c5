"""Pages for bringing in people from a spreadsheet: upload, look through, apply."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.web.wording import counted
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.recruitment.importing import actions, queries
from schemes.recruitment.importing.forms import ImportLineForm, ImportUploadForm
from schemes.recruitment.importing.preview import WORDS, preview
from schemes.recruitment.models import ImportBatch, TrainingClaim
from schemes.recruitment.sheet_sorting import DUPLICATE, IMPORTED, SKIPPED


@scheme_view(Permission.PEOPLE_EDIT)
def import_upload(request, scheme):
    form = ImportUploadForm(request.POST, request.FILES) if request.method == "POST" else ImportUploadForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        batch = actions.import_upload(
            scheme=scheme, kind=given["kind"], file_name=given["file"].name, data=given["data"], by=request.user
        )
        return redirect("schemes:import_show", scheme=scheme.slug, batch=batch.pk)
    page = {"form": form, "batches": queries.open_batches(request.actor, scheme)}
    return render(request, "schemes/recruitment/import_upload.html", page)


@require_safe
@scheme_view(Permission.PEOPLE_EDIT)
def import_show(request, scheme, batch):
    batch = _batch(request, batch)
    if not batch.content:
        came = counted(len(batch.outcome["refs"]), *WORDS[batch.kind])
        return render(request, "schemes/recruitment/import_done.html", {"batch": batch, "brought_in": came})
    found = queries.reading_of_batch(batch, today=timezone.localdate())
    page = preview(found, batch, heap=request.GET.get("show", ""), number=request.GET.get("page", ""))
    return render(request, "schemes/recruitment/import_show.html", {"batch": batch, "preview": page})


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def import_line_decide(request, scheme, batch):
    batch = _batch(request, batch)
    form = ImportLineForm(request.POST)
    if form.is_valid():
        line = form.cleaned_data["line"]
        choice, fixes = form.decision(batch.decisions.get(str(line), {}))
        batch = actions.import_line_decide(batch=batch, line=line, choice=choice, fixes=fixes, by=request.user)
        _tell(request, batch, line)
    else:
        messages.error(request, "That could not be understood. Nothing has changed.")
    return redirect(_address(request, batch))


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def import_apply(request, scheme, batch):
    batch = _batch(request, batch)
    refs = actions.import_apply(batch=batch, today=timezone.localdate(), by=request.user)
    people = counted(len(refs), *WORDS[batch.kind])
    messages.success(request, f"{people} came in." if refs else "Nobody new came in: they are all here already.")
    return redirect("schemes:import_show", scheme=scheme.slug, batch=batch.pk)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def import_discard(request, scheme, batch):
    actions.import_discard(batch=_batch(request, batch), by=request.user)
    messages.success(request, "The list is gone from here. Whoever had come in stays.")
    return redirect("schemes:import_upload", scheme=scheme.slug)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def training_claim_settle(request, scheme, claim_id):
    claim = get_object_or_404(TrainingClaim.objects.visible_to(request.actor), pk=claim_id, volunteer__scheme=scheme)
    actions.training_claim_settle(claim=claim, by=request.user)
    messages.success(request, "Looked at. The list’s own words stay on the record.")
    return redirect("schemes:volunteer_show", scheme.slug, claim.volunteer_id)


def _batch(request, key) -> ImportBatch:
    return get_object_or_404(ImportBatch.objects.visible_to(request.actor), pk=key)


def _address(request, batch) -> str:
    """The heap and page that the person was looking at."""
    where = {"show": request.GET.get("show", ""), "page": request.GET.get("page", "")}
    page = reverse("schemes:import_show", kwargs={"scheme": request.in_scheme.slug, "batch": batch.pk})
    return f"{page}?{urlencode({name: value for name, value in where.items() if value})}"


def _tell(request, batch, line: int) -> None:
    """Says what became of the line."""
    found = queries.reading_of_batch(batch, today=timezone.localdate())
    row = next((row for row in found.reading.rows if row.line == line), None)
    if row is None:
        messages.error(request, f"The list has nobody on line {line}.")
    elif row.outcome == IMPORTED:
        messages.success(request, f"Line {line} ({row.person.name}) is ready to come in.")
    elif row.outcome == SKIPPED:
        messages.success(request, f"Line {line} is left out.")
    elif row.outcome == DUPLICATE:
        messages.success(request, f"Line {line} is somebody who is here already, so it adds nobody.")
    else:
        messages.warning(request, f"Line {line} still needs you: {row.problems[0].sentence}")
