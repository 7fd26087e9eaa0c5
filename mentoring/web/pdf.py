"""A4 papers from a template of our own: letters, leaflets, the evaluation report.

Everything that is drawn comes from this process: no address is ever fetched, whatever somebody typed into a field
(an image on the local network, a file of the server, a stylesheet). Only our own typeface is handed out, under a
scheme of its own. The result is tagged and aims at PDF/UA-1.
"""

import logging
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.template.loader import render_to_string

from mentoring.web.pdf_refusals import PdfRefused, PdfUnavailable

logging.getLogger("pikepdf").setLevel(logging.ERROR)  # it greets at every import
STYLES = settings.BASE_DIR / "static" / "css"
PAGES_MOST = 80
#: A word full of them takes minutes to lay out; without them it is only broken elsewhere.
SOFT_HYPHEN = "\xad"
NO_PANGO = (
    "PDFs cannot be drawn on this machine: the system libraries pango, pangoft2 and harfbuzz-subset are missing. "
    "On Debian or Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def pdf_from(template: str, context: Mapping, *, title: str, styles: Iterable[str] = ()) -> bytes:
    """The PDF of a template that extends `reports/sheet.html`.

    styles: names of further stylesheets in static/css, on top of print.css. title: what the document is called in
    a reader's window and by a screen reader. PdfUnavailable without the system libraries or beyond 80 pages.
    """
    html = render_to_string(template, {**context, "title": title})
    return pdf_of_html(html, styles=styles)


def pdf_of_html(html: str, *, styles: Iterable[str] = ()) -> bytes:
    """The PDF of a whole HTML document that was put together here."""
    try:
        from mentoring.web.pdf_drawing import drawn
    except OSError as missing:  # weasyprint finds its libraries when it is imported
        raise PdfUnavailable(NO_PANGO) from missing
    sheets = [(STYLES / name).read_text() for name in ("print.css", *styles)]
    return drawn(html.replace(SOFT_HYPHEN, ""), sheets, pages_most=PAGES_MOST)


__all__ = ["PdfRefused", "PdfUnavailable", "pdf_from", "pdf_of_html"]
