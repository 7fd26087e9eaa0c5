"""One's own record: on the page, on paper, as data. Before each somebody shows again that it is them, since a phone is
lent and left lying; it stays open for as long as that counts. Neutral titles and addresses."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.web.pdf import PdfUnavailable, pdf_from
from safeguarding.concerns.queries import schemes_to_raise_in
from safeguarding.erasure.queries import erasures_of
from safeguarding.records.own import TITLE, own_folder, own_paper, own_record
from safeguarding.records.queries import corrections_of, requests_of, shown_of
from schemes.people.actions import record_copy
from schemes.people.gates import portal_view
from schemes.people.persons import person_of
from schemes.young_people.codes.gate import code_first

SHOWN = 10
TOO_LONG = "It is too long for one paper, or this machine cannot draw it. Take it as data instead."


@require_safe
@portal_view
def record_mine(request):
    """What there is, before anything of it is shown."""
    today, asked = timezone.localdate(), requests_of(request.user)
    rows = [shown_of(row, today) for row in asked if row.state != "taken-back"]
    shown = {
        "asked": rows[:SHOWN],
        "waits": any(row["is_open"] for row in rows),
        "may_ask": schemes_to_raise_in(request.actor).exists(),
        "erasures": erasures_of(request.user)[:SHOWN],
        "corrections": corrections_of(request.user)[:SHOWN],
    }
    return render(request, "safeguarding/records/record_mine.html", shown)


@require_safe
@portal_view
@code_first
@reauthentication_required
def record_mine_read(request):
    parts = own_record(request.user)
    return render(request, "safeguarding/records/record_mine_read.html", {"parts": parts})


@require_safe
@portal_view
@code_first
@reauthentication_required
def record_mine_print(request):
    try:
        drawn = pdf_from("reports/record.html", own_paper(request.user), title=TITLE, styles=["record.css"])
    except PdfUnavailable:
        messages.error(request, TOO_LONG)
        return redirect("safeguarding:record_mine")
    return handed_out(request, drawn, kind="pdf", content_type="application/pdf")


@require_safe
@portal_view
@code_first
@reauthentication_required
def record_mine_data(request):
    return handed_out(request, own_folder(request.user), kind="data", content_type="application/zip")


def handed_out(request, content: bytes, *, kind: str, content_type: str) -> HttpResponse:
    """The file, written down first; its name says the day and nothing else."""
    record_copy(person=person_of(request.user), kind=kind, by=request.user)
    answer = HttpResponse(content, content_type=content_type)
    suffix = "pdf" if kind == "pdf" else "zip"
    answer.headers["Content-Disposition"] = f'attachment; filename="my-pages-{timezone.localdate()}.{suffix}"'
    return answer
