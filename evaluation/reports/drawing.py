"""The evaluation report of one scheme and period as a PDF (S16, S17)."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from evaluation.reports.published import published
from evaluation.reports.steps import steps_of
from evaluation.reports.summary import is_it_working, objective_lines
from evaluation.turnover.periods import Period, day_said
from evaluation.turnover.queries import figures, objectives
from mentoring.web.marks import Mark
from mentoring.web.pdf import pdf_from


def report_pdf(
    scheme,
    period: Period,
    *,
    prepared_for: str = "",
    mark: Mark | None = None,
    step: Callable[[int], None] = lambda percent: None,
) -> bytes:
    """The paper a manager downloads. `mark` stands in its foot; `step` hears how far it is, in percent."""
    context = report_context(scheme, period)
    step(40)
    title = f"{scheme.name}: evaluation, {period}"
    made = pdf_from(
        "reports/evaluation.html",
        {**context, "prepared_for": prepared_for, "mark": mark},
        title=title,
        styles=["report.css"],
    )
    step(95)
    return made


def report_context(scheme, period: Period) -> dict:
    """Everything the paper shows. Counts of concerns stand in it, nought hidden, so that no date gives one away."""
    today = timezone.localdate()
    found = published(figures(scheme, period), concerns=True)
    lines = objective_lines(objectives(scheme), found)
    return {
        "scheme": scheme,
        "period": period,
        "today": day_said(today),
        "sections": found.sections,
        "answers": is_it_working(found, lines),
        "objectives": lines,
        "steps": steps_of(scheme, found, period.to_on),
    }
