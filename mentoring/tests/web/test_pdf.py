"""Papers as PDF: nothing is fetched whatever a document asks for, and a screen reader finds its way."""

import builtins
import socket
import sys
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings

from mentoring.web import pdf
from mentoring.web.charts import Bar, bars
from mentoring.web.pdf import PdfRefused, PdfUnavailable, pdf_from, pdf_of_html

SECRET = settings.BASE_DIR / "manage.py"
ASKS_FOR_AN_ADDRESS = {
    "picture": '<img src="{url}" alt="x">',
    "stylesheet": '<link rel="stylesheet" href="{url}">',
    "import": '<style>@import url("{url}");</style>',
    "background": '<style>body{{background:url("{url}")}}</style>',
    "attribute": "<p style=\"background:url('{url}')\">x</p>",
    "bullet": '<style>li{{list-style-image:url("{url}")}}</style><ul><li>x</li></ul>',
    "font": '<style>@font-face{{font-family:x;src:url("{url}")}} p{{font-family:x}}</style><p>x</p>',
    "content": '<style>p::before{{content:url("{url}")}}</style><p>x</p>',
    "object": '<object data="{url}"></object>',
    "embed": '<embed src="{url}">',
    "attachment": '<link rel="attachment" href="{url}">',
    "linked attachment": '<a rel="attachment" href="{url}">x</a>',
    "svg image": '<svg viewBox="0 0 9 9" width="9"><image href="{url}" width="9" height="9"/></svg>',
    "svg use": '<svg viewBox="0 0 9 9" width="9"><use href="{url}#a"/></svg>',
    "svg style": '<svg viewBox="0 0 9 9" width="9"><style>@import url("{url}");</style><rect/></svg>',
}
ADDRESSES = ["http://127.0.0.1:1/x.png", "https://example.org/x.css", SECRET.as_uri(), "//example.org/x.png", "data:,x"]


@pytest.fixture(name="nothing_reached")
def everything_reached(monkeypatch):
    """Every connection and every opening of the secret file is written down (and refused)."""
    reached = []
    plain_open = builtins.open

    def refuse(*args, **kwargs):
        reached.append(args)
        raise OSError("no way out")

    def watched(file, *args, **kwargs):
        if str(file).endswith("manage.py"):
            reached.append(file)
        return plain_open(file, *args, **kwargs)

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(builtins, "open", watched)
    return reached


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("way", ASKS_FOR_AN_ADDRESS)
def test_a_hostile_document_fetches_nothing_and_gives_nothing_away(way, url, nothing_reached):
    html = f"<html lang=en><title>x</title>{ASKS_FOR_AN_ADDRESS[way].format(url=url)}<p>words</p></html>"

    try:
        made = pdf_of_html(html)
    except PdfRefused as refused:
        assert "may not fetch" in str(refused)
    else:
        with pikepdf.open(BytesIO(made)) as paper:
            assert b"DJANGO_SETTINGS_MODULE" not in b"".join(
                bytes(thing.read_bytes()) for thing in paper.objects if isinstance(thing, pikepdf.Stream)
            )
    assert nothing_reached == []


def test_typed_words_stay_words_in_a_template():
    made = pdf_from(
        "components/chart.html",
        {"chart": bars("<img src='http://127.0.0.1:1/x.png'>", [Bar("<b>a</b>", 5)])},
        title="x",
    )

    assert made.startswith(b"%PDF-")


def elements(node, kind):
    """Every structure element of one kind, with its parents' kinds."""
    if str(node.get("/S", "")) == kind:
        yield node
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from elements(child, kind)


@pytest.fixture(name="paper", scope="module")
def a_paper():
    chart = bars("Most leave because life changes", [Bar("Moved", 9), Bar("Work", 7)], headings=("Reason", "People"))
    from django.template.loader import render_to_string

    figure = render_to_string("components/chart.html", {"chart": chart})
    html = f"<html lang=en-GB><title>Report on Northbridge</title><h1>Report</h1>{figure}</html>"
    with pikepdf.open(BytesIO(pdf_of_html(html))) as paper:
        yield paper


def test_the_pdf_is_tagged_has_a_language_a_title_and_says_that_it_aims_at_ua(paper):
    assert paper.Root.MarkInfo.Marked
    assert str(paper.Root.Lang) == "en-GB"
    assert paper.Root.ViewerPreferences.DisplayDocTitle
    with paper.open_metadata() as metadata:
        assert metadata["dc:title"] == "Report on Northbridge"
        assert metadata["pdfuaid:part"] == "1"


def test_a_chart_is_a_figure_with_its_finding_as_text(paper):
    alternatives = [str(figure.get("/Alt", "")) for figure in elements(paper.Root.StructTreeRoot, "/Figure")]

    assert any("Most leave because life changes" in words for words in alternatives)


def test_every_table_header_says_whether_it_heads_a_column_or_a_row(paper):
    scopes = [
        [str(about.Scope) for about in header.A if "/Scope" in about]
        for header in elements(paper.Root.StructTreeRoot, "/TH")
    ]

    assert scopes == [["/Column"], ["/Column"], ["/Row"], ["/Row"]]


def test_our_own_typeface_is_in_the_document(paper):
    fonts = {str(thing.get("/BaseFont", "")) for thing in paper.objects if isinstance(thing, pikepdf.Dictionary)}

    assert any("Atkinson" in name for name in fonts)


def test_a_document_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "PAGES_MOST", 2)
    with pytest.raises(PdfUnavailable, match="2 is the most"):
        pdf_of_html("<html lang=en><title>x</title>" + "<p style='break-after:page'>x</p>" * 4)


def test_without_the_system_libraries_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.delitem(sys.modules, "mentoring.web.pdf_drawing", raising=False)
    plain_import = builtins.__import__

    def without_pango(name, *args, **kwargs):
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return plain_import(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(PdfUnavailable, match="apt-get install libpango-1.0-0"):
        pdf_of_html("<html></html>")
