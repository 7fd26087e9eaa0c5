"""The life of a report: asked for, claimed by one worker, drawn, kept. The row is the truth, the broker a nudge."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from evaluation.reports.models import KEPT, Report
from evaluation.turnover.periods import why_not
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused
from mentoring.web.marks import reference_made

LEASE = timedelta(minutes=10)


@transaction.atomic
def report_ask(*, scheme, from_on, to_on, prepared_for: str = "", by) -> Report:
    """A new report, waiting to be drawn. It is drawn even if nobody can be nudged now: the sweep finds it."""
    if trouble := why_not(from_on, to_on, today=timezone.localdate()):
        raise Refused(trouble)
    report = Report.objects.create(
        scheme=scheme,
        from_on=from_on,
        to_on=to_on,
        prepared_for=prepared_for,
        asked_by=by,
        reference=reference_made(),
    )
    audit_record(
        verb="report.asked",
        subject=report,
        scheme=scheme,
        details={"from": str(from_on), "to": str(to_on), "ref": report.reference},
        by=by,
    )
    return report


@transaction.atomic
def report_claim(*, key=None) -> Report | None:
    """Take one report that waits, or whose worker went silent; None when another worker has it."""
    now = timezone.now()
    free = Q(progress=Report.Progress.WAITING) | Q(progress=Report.Progress.DRAWING, claimed_until__lt=now)
    rows = Report.objects.filter(free, **({"pk": key} if key else {})).order_by("created_at")
    report = rows.select_for_update(skip_locked=True).first()
    if report is None:
        return None
    report.progress, report.percent, report.claimed_until = Report.Progress.DRAWING, 5, now + LEASE
    report.save(update_fields=["progress", "percent", "claimed_until"])
    return report


def report_progress(*, report: Report, percent: int) -> None:
    """How far the drawing is, for the page that waits for it."""
    Report.objects.filter(pk=report.pk, progress=Report.Progress.DRAWING).update(percent=percent)


@transaction.atomic
def report_finish(*, report: Report, pdf: bytes) -> None:
    """Keep the finished paper, unless another worker already did."""
    row = Report.objects.select_for_update().get(pk=report.pk)
    if row.progress == Report.Progress.READY:
        return
    row.progress, row.percent, row.pdf, row.claimed_until = Report.Progress.READY, 100, pdf, None
    row.drawn_at = timezone.now()
    row.save(update_fields=["progress", "percent", "pdf", "claimed_until", "drawn_at"])
    audit_record(verb="report.drawn", subject=row, scheme=row.scheme, details={"ref": row.reference}, by=None)


@transaction.atomic
def report_give_up(*, report: Report, trouble: str) -> None:
    """It could not be drawn, and why, in words for whoever asked."""
    row = Report.objects.select_for_update().get(pk=report.pk)
    row.progress, row.trouble, row.claimed_until = Report.Progress.TROUBLE, trouble[:200], None
    row.save(update_fields=["progress", "trouble", "claimed_until"])


@transaction.atomic
def report_ask_again(*, report: Report, by) -> Report:
    """Let a report that could not be drawn, or is kept no longer, wait for another try: for whoever asks now."""
    row = Report.objects.select_for_update().get(pk=report.pk)
    is_over = row.progress == Report.Progress.READY and row.is_over(timezone.now())
    if is_over or row.progress in (Report.Progress.TROUBLE, Report.Progress.OVER):
        row.progress, row.trouble, row.percent, row.pdf = Report.Progress.WAITING, "", 0, b""
        row.asked_by, row.reference, row.drawn_at = by, reference_made(), None
        row.save(update_fields=["progress", "trouble", "percent", "pdf", "asked_by", "reference", "drawn_at"])
        details = {"again": True, "ref": row.reference}
        audit_record(verb="report.asked", subject=row, scheme=row.scheme, details=details, by=by)
    return row


@transaction.atomic
def report_taken(*, report: Report, by) -> bytes:
    """The finished paper for one reader; that they took it is written down first."""
    audit_record(verb="report.read", subject=report, scheme=report.scheme, details={"ref": report.reference}, by=by)
    return bytes(report.pdf)


def reports_purge() -> int:
    """What was kept for its day goes; that it was asked for stays. How many went."""
    now = timezone.now()
    since = Q(drawn_at__lte=now - KEPT) | Q(drawn_at=None, created_at__lte=now - KEPT)
    ready = Report.objects.filter(since, progress=Report.Progress.READY)
    return ready.update(pdf=b"", progress=Report.Progress.OVER)
