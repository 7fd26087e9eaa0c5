"""WeasyPrint behind a fetcher that refuses, and the tags that it leaves out. Imported only when a PDF is drawn."""

import logging
from functools import cache
from io import BytesIO

import pikepdf
from django.conf import settings
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from mentoring.web.pdf_refusals import PdfRefused, PdfUnavailable

for chatty in ("weasyprint", "weasyprint.progress", "fontTools"):
    logging.getLogger(chatty).setLevel(logging.ERROR)

NOWHERE = "https://nowhere.invalid/"  # relative addresses become whole ones, and are refused like the rest
ATKINSON = settings.BASE_DIR / "static" / "vendor" / "atkinson"
TYPEFACE = {
    "alongsidefont:upright": "atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "alongsidefont:upright-ext": "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "alongsidefont:italic": "atkinson-hyperlegible-next-latin-wght-italic.woff2",
}


class OwnTypefaceOnly(URLFetcher):
    """Hands out our typeface and ends the drawing at any other address: a document that asks for one is not ours."""

    def fetch(self, url, headers=None):
        if url not in TYPEFACE:
            raise FatalURLFetchingError(f"a PDF may not fetch an address ({url.partition(':')[0]})")
        return URLFetcherResponse(url, unpacked(TYPEFACE[url]), {"Content-Type": "font/ttf"})


@cache
def unpacked(name: str) -> bytes:
    """A typeface as TrueType, unpacked once per process: WeasyPrint would for each paper, a tenth of its time."""
    with TTFont(ATKINSON / name) as font:
        font.flavor = None
        font.save(plain := BytesIO())
    return plain.getvalue()


def drawn(html: str, sheets: list[str], *, pages_most: int) -> bytes:
    """A tagged PDF of the HTML with these stylesheets (texts, not addresses). PdfRefused if it fetches anything."""
    try:
        return with_header_scopes(untouched(html, sheets, pages_most=pages_most))
    except FatalURLFetchingError as asked:  # a BaseException, which would take a worker down with it
        raise PdfRefused(str(asked)) from asked


def untouched(html: str, sheets: list[str], *, pages_most: int) -> bytes:
    """The PDF as WeasyPrint makes it."""
    refuse, fonts = OwnTypefaceOnly(), FontConfiguration()
    styles = [CSS(string=sheet, url_fetcher=refuse, font_config=fonts) for sheet in sheets]
    document = HTML(string=html, base_url=NOWHERE, url_fetcher=refuse).render(
        stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1"
    )
    if len(document.pages) > pages_most:
        raise PdfUnavailable(f"This would be {len(document.pages)} pages; {pages_most} is the most we print.")
    return document.write_pdf(pdf_variant="pdf/ua-1")


def with_header_scopes(pdf: bytes) -> bytes:
    """Says of each table header whether it heads a column or a row, which WeasyPrint 70 does not write.

    PDF/UA-1 (ISO 14289-1, clause 7.5) asks for it where headers are not found otherwise.
    """
    with pikepdf.open(BytesIO(pdf)) as paper:
        mend(paper.Root.StructTreeRoot, "/Column")
        out = BytesIO()
        paper.save(out)
    return out.getvalue()


def mend(node: pikepdf.Object, scope: str) -> None:
    kind = str(node.get("/S", ""))
    if kind in ("/THead", "/TBody"):
        scope = "/Column" if kind == "/THead" else "/Row"
    if kind == "/TH":
        said = node.get("/A", [])
        before = list(said) if isinstance(said, pikepdf.Array) else [said]
        node.A = pikepdf.Array([*before, pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=pikepdf.Name(scope))])
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            mend(child, scope)
