"""Draws one report both ways, in turns. Runs in Django."""

import re
import time
from io import BytesIO

import pikepdf
from django.conf import settings
from django.template.loader import render_to_string

from evaluation.reports.published import published
from evaluation.reports.steps import steps_of
from evaluation.reports.summary import is_it_working
from evaluation.tests.made_up import PERIOD, figures
from mentoring.accounts.models import User
from mentoring.web.pdf import PAGES_MOST
from mentoring.web.pdf_drawing import drawn
from schemes.planning.actions import scheme_start

OWN = ("css/print.css", "css/report.css")
SITE = ("vendor/bootstrap/bootstrap.min.css", "css/tokens.css", "css/theme.css", "css/lists.css")
#: What every page of the site links, but alongside.css: with it WeasyPrint was not done after a minute.
#: Pictures and typefaces of the site; a paper may fetch nothing, and leaving them out favours the reference.
ADDRESS = re.compile(r"""url\((?:"[^"]*"|'[^']*'|[^)"']*)\)""")


def seconds(*, rounds: int) -> dict:
    """{"own" and "site": seconds of processor time per round, "pages"}."""
    html = report_html()
    own = [sheet(name) for name in OWN]
    ways = {"own": own, "site": [*(ADDRESS.sub("none", sheet(name)) for name in SITE), *own]}
    found = {name: [] for name in ways}
    for _ in range(rounds):
        for name, sheets in ways.items():
            began = time.process_time()
            pdf = drawn(html, sheets, pages_most=PAGES_MOST)
            found[name].append(time.process_time() - began)
            if name == "own":
                with pikepdf.open(BytesIO(pdf)) as paper:
                    pages = len(paper.pages)
    return {**found, "pages": pages}


def sheet(name: str) -> str:
    return (settings.BASE_DIR / "static" / name).read_text()


def report_html() -> str:
    """The report of a made-up scheme in which nothing is small enough to be hidden."""
    manager = User.objects.make(email="manager@bench.example", name="Morgan Hale", password="seventeen steps")
    scheme = scheme_start(name="Benchmark mentoring", slug="benchmark", by=manager)
    found = published(figures(), concerns=True)
    context = {
        "scheme": scheme,
        "period": PERIOD,
        "today": "today",
        "sections": found.sections,
        "answers": is_it_working(found, []),
        "objectives": [],
        "steps": steps_of(scheme, found, PERIOD.to_on),
        "title": "Benchmark",
    }
    return render_to_string("reports/evaluation.html", context)
