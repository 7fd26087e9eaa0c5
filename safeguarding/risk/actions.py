"""Writes about risk assessments (L8): one person writes, another approves."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.actions import guarded_open
from safeguarding.risk.models import RiskAssessment
from schemes.people.actions import leads_group


@transaction.atomic
def risk_assessment_write(
    *, pair_key, volunteer, young_person, mentor_side, young_person_side, meeting_safely, review_on, points=(), by
) -> RiskAssessment:
    """A new assessment of both sides; it replaces what was written before, approved or not."""
    if by.pk in {volunteer.user_id, young_person.user_id}:
        raise Refused("This is about you. Somebody else has to write it.")
    locked(volunteer)  # whoever introduces the two at this moment sees it, or came first
    if volunteer.scheme_id != young_person.scheme_id:
        raise Refused("These two belong to different schemes.")
    if review_on <= timezone.localdate():
        raise Refused("The day to look again has to be ahead.")
    risk = RiskAssessment.objects.create(
        scheme=volunteer.scheme,
        pair_key=pair_key,
        volunteer=volunteer,
        young_person=young_person,
        mentor_side=mentor_side,
        young_person_side=young_person_side,
        meeting_safely=meeting_safely,
        points=list(points),
        author=by,
        review_on=review_on,
    )
    guarded_open(record=risk, to=by)
    guarded_open(record=risk, to=leads_group(risk.scheme))
    note("riskassessment.written", risk, by)
    return risk


@transaction.atomic
def risk_assessment_approve(*, risk, by) -> RiskAssessment:
    """A second person agrees. Never the author (a database constraint holds it too)."""
    risk = open_one(risk, by)
    risk.approved_by, risk.approved_at = by, timezone.now()
    risk.save(update_fields=["approved_by", "approved_at"])
    note("riskassessment.approved", risk, by)
    return risk


@transaction.atomic
def risk_assessment_send_back(*, risk, why, by) -> RiskAssessment:
    """Not enough yet, and what is missing."""
    risk = open_one(risk, by)
    if not why.strip():
        raise Refused("Say what is missing, so that it can be put right.")
    risk.sent_back_at, risk.sent_back_why = timezone.now(), why
    risk.save(update_fields=["sent_back_at", "sent_back_why"])
    note("riskassessment.sent_back", risk, by)
    return risk


def open_one(risk, by) -> RiskAssessment:
    """The assessment under a lock, still to be decided, by somebody who did not write it and whom it is not about."""
    risk = locked(risk)
    if risk.author_id == by.pk:
        raise Refused("You wrote this. Somebody else has to approve it.")
    if by.pk in {risk.volunteer.user_id, risk.young_person.user_id}:
        raise Refused("This is about you. Somebody else has to decide.")
    if risk.approved_at or risk.sent_back_at:
        raise Refused("This has been decided already.")
    newer = RiskAssessment.objects.filter(pair_key=risk.pair_key, created_at__gt=risk.created_at)
    if newer.exists():
        raise Refused("A newer assessment of these two has been written. Look at that one.")
    return risk


def note(verb, risk, by) -> None:
    people = [risk.volunteer.user, risk.young_person.user]
    audit_record(verb=verb, subject=risk, scheme=risk.scheme, about=people, by=by)


@transaction.atomic
def risk_assessment_read(*, risk, by) -> None:
    """Who opens an assessment stands in the trail before the page is served."""
    note("riskassessment.read", risk, by)
