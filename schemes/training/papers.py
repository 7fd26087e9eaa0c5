"""The certificate as a paper: tagged PDF, with a number on it (S11)."""

from django.contrib import messages
from django.http import HttpResponse

from mentoring.web.pdf import PdfUnavailable, pdf_from


def certificate_paper(request, certificate) -> HttpResponse | None:
    """The PDF to keep; None, and a sentence on the next page, where this machine cannot draw one."""
    context = {"certificate": certificate, "volunteer": certificate.volunteer, "scheme": certificate.volunteer.scheme}
    try:
        paper = pdf_from(
            "reports/certificate.html", context, title="Certificate of training", styles=["certificate.css"]
        )
    except PdfUnavailable as missing:
        messages.error(request, str(missing))
        return None
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="certificate.pdf"'
    return answer
