"""Reads about risk assessments; matching asks these by its own plain key."""

from datetime import date

from safeguarding.risk.models import RiskAssessment


def risk_latest(pair_key):
    """The newest assessment of a pair: it governs, an older approval does not outlive it."""
    return RiskAssessment.objects.filter(pair_key=pair_key).order_by("-created_at").first()


def risk_read_by(actor, pair_key):
    """The newest assessment of a pair, where this person may read it: a new one begins with its words."""
    return RiskAssessment.objects.visible_to(actor).filter(pair_key=pair_key).order_by("-created_at").first()


def risk_versions(actor, risk):
    """Every assessment of the same pair that this person may read, the newest first; none is ever changed."""
    rows = RiskAssessment.objects.visible_to(actor).filter(pair_key=risk.pair_key)
    return rows.select_related("author").order_by("-created_at")


def risks_running_out(pair_keys, until: date):
    """The newest assessment of each of these pairs, where it was approved and is to be looked at again by `until`."""
    newest = {}
    for row in RiskAssessment.objects.filter(pair_key__in=list(pair_keys)).order_by("created_at"):
        newest[row.pair_key] = row
    return [row for row in newest.values() if row.approved_at and row.review_on <= until]


def risk_approved(pair_key, today: date) -> bool:
    """Both sides assessed, approved by a second person, and not due to be looked at again (L8)."""
    newest = risk_latest(pair_key)
    return bool(newest and newest.approved_at and newest.review_on >= today)


def risks_approved(pair_keys, today: date) -> set:
    """Which of these pairs are approved in date; one query."""
    newest = {}
    for row in RiskAssessment.objects.filter(pair_key__in=list(pair_keys)).order_by("created_at"):
        newest[row.pair_key] = row
    return {key for key, row in newest.items() if row.approved_at and row.review_on >= today}


def risks_to_approve(scheme_ids):
    """Assessments nobody has approved or sent back yet."""
    return RiskAssessment.objects.filter(scheme_id__in=scheme_ids, approved_at__isnull=True, sent_back_at__isnull=True)


def risks_written_by(user, scheme_id):
    return RiskAssessment.objects.filter(author=user, scheme_id=scheme_id)
