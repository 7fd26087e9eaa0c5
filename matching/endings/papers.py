"""The papers of an ending (letter, certificate, reference) as an answer to download."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from mentoring.web.pdf import PdfUnavailable, pdf_from


def paper_or_back(request, template: str, context: dict, *to, title: str, name: str) -> HttpResponse:
    """The PDF, called `name`, which gives nobody away; back to `to` with the reason where this machine draws none."""
    try:
        drawn = pdf_from(f"reports/{template}.html", context, title=title, styles=["keepsakes.css"])
    except PdfUnavailable as missing:
        messages.error(request, str(missing))
        return redirect(*to)
    answer = HttpResponse(drawn, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer
