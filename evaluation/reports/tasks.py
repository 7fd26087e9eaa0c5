"""Drawing reports in the background. A task is safe to run twice, late or never: the sweep makes up for it."""

import logging

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from evaluation.reports import actions
from evaluation.reports.drawing import report_pdf
from evaluation.turnover.periods import Period
from mentoring.web.marks import Mark
from mentoring.web.pdf import PdfUnavailable
from schemes.people.gates import actor_of
from schemes.people.permissions import Permission

NOT_ANY_MORE = "Whoever asked for it may no longer have it."
log = logging.getLogger(__name__)


def nudge(report) -> None:
    """Ask a worker to look at this report once it is committed; without a broker the sweep will find it."""
    transaction.on_commit(lambda: report_draw.delay(str(report.pk)), robust=True)


def may_have(report) -> bool:
    """Whether whoever asked still has the right, at this moment: it may have been taken away while the paper waited."""
    user = report.asked_by
    return bool(user and user.is_active and actor_of(user).may(Permission.REPORT_MAKE, report.scheme))


@shared_task
def report_draw(key: str | None = None) -> bool:
    """Claim one report (or whichever waits longest) and draw it. False when there was none to claim."""
    report = actions.report_claim(key=key)
    if report is None:
        return False
    if not may_have(report):
        actions.report_give_up(report=report, trouble=NOT_ANY_MORE)
        return True
    try:
        pdf = report_pdf(
            report.scheme,
            Period(report.from_on, report.to_on),
            prepared_for=report.prepared_for,
            mark=Mark(report.asked_by.name, timezone.now(), report.reference),
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


@shared_task
def reports_purge_run() -> None:
    """Every hour: papers that were kept for their day go."""
    actions.reports_purge()
