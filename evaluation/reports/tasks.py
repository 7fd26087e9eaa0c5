"""Drawing reports in the background. A task is safe to run twice, late or never: the sweep makes up for it."""

import logging

from celery import shared_task
from django.db import transaction

from evaluation.reports import actions
from evaluation.reports.drawing import report_pdf
from evaluation.turnover.periods import Period
from mentoring.web.pdf import PdfUnavailable

log = logging.getLogger(__name__)


def nudge(report) -> None:
    """Ask a worker to look at this report once it is committed; without a broker the sweep will find it."""
    transaction.on_commit(lambda: report_draw.delay(str(report.pk)), robust=True)


@shared_task
def report_draw(key: str | None = None) -> bool:
    """Claim one report (or whichever waits longest) and draw it. False when there was none to claim."""
    report = actions.report_claim(key=key)
    if report is None:
        return False
    try:
        pdf = report_pdf(
            report.scheme,
            Period(report.from_on, report.to_on),
            prepared_for=report.prepared_for,
            step=lambda percent: actions.report_progress(report=report, percent=percent),
        )
    except PdfUnavailable as reason:
        actions.report_give_up(report=report, trouble=str(reason))
    except Exception:
        log.exception("report %s could not be drawn", report.pk)
        actions.report_give_up(report=report, trouble="Something went wrong while drawing it. Try once more.")
    else:
        actions.report_finish(report=report, pdf=pdf)
    return True


@shared_task
def reports_sweep() -> int:
    """Draw whatever waits and was never nudged, or whose worker died. How many were drawn."""
    drawn = 0
    while report_draw():
        drawn += 1
    return drawn
