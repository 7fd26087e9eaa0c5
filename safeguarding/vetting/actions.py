"""Writes about checks. Nothing of a certificate is kept but type, level, date, number and decision."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.actions import guarded_open
from safeguarding.vetting.models import RiskDecision, VettingCheck
from safeguarding.vetting.referees import referee_trouble
from schemes.people.actions import leads_group
from schemes.people.permissions import Role

KEEP_AT_MOST = timedelta(days=181)  # six months, the shortest of them


@transaction.atomic
def check_request(*, volunteer, kind, requested_on, level="", referee_name="", referee_email="", by) -> VettingCheck:
    """A check was asked for."""
    not_oneself(volunteer, by)
    not_own_referee(volunteer, referee_email)
    check = VettingCheck.objects.create(
        volunteer=volunteer,
        kind=kind,
        level=level,
        requested_on=requested_on,
        referee_name=referee_name,
        referee_email=referee_email,
    )
    note("check.requested", check, by)
    return check


@transaction.atomic
def check_receive(*, check, received_on, issued_on=None, number="", level="", proofs=(), by) -> VettingCheck:
    """A check came back; nobody has decided on it yet."""
    check = locked(check)
    not_oneself(check.volunteer, by)
    if check.decision:
        raise Refused("This check has been decided already. Ask for a new one if something has changed.")
    if received_on < check.requested_on:
        raise Refused("It cannot have come back before it was asked for. Check the date.")
    check.received_on, check.issued_on, check.number = received_on, issued_on, number
    check.level, check.proofs = level or check.level, list(proofs)
    check.save(update_fields=["received_on", "issued_on", "number", "level", "proofs"])
    note("check.received", check, by)
    return check


@transaction.atomic
def check_decide(*, check, decision, decided_on, expires_on=None, conditions="", level="", by) -> VettingCheck:
    """Somebody decided what a check means. Once; a change of mind is a new check."""
    locked(check.volunteer)  # whoever introduces them at this moment sees it, or came first
    check = locked(check)
    not_oneself(check.volunteer, by)
    refuse_decision(check, decision, decided_on, expires_on, conditions)
    check.decision, check.decided_on, check.decided_by = decision, decided_on, by
    check.expires_on, check.conditions, check.level = expires_on, conditions, level or check.level
    check.save(update_fields=["decision", "decided_on", "decided_by", "expires_on", "conditions", "level"])
    note("check.decided", check, by)
    return check


def refuse_decision(check, decision, decided_on, expires_on, conditions) -> None:
    if check.decision:
        raise Refused("This check has been decided already. Ask for a new one if something has changed.")
    if not check.received_on:
        raise Refused("This check has not come back yet. Record that first.")
    if decided_on < check.received_on:
        raise Refused("It cannot be decided before it came back. Check the date.")
    if expires_on and expires_on <= decided_on:
        raise Refused("The day to look again has to come after the decision.")
    reference = getattr(check, "reference", None)
    if reference and reference.needs_decision and decision != VettingCheck.Decision.NOT_CLEAR:
        raise Refused("The referee is worried about something. Read it and write down what you make of it first.")
    if decision == VettingCheck.Decision.CONDITIONS and not conditions.strip():
        raise Refused("Write down the conditions.")


@transaction.atomic
def risk_decision_record(*, volunteer, disclosed, decided, purge_on=None, by) -> RiskDecision:
    """What was disclosed and what was decided about it: the leads' group and nobody else, six months at most."""
    not_oneself(volunteer, by)
    today = timezone.localdate()
    latest = today + KEEP_AT_MOST
    if purge_on and not today < purge_on <= latest:
        raise Refused("The law lets us keep this for six months at most. Choose an earlier day.")
    decision = RiskDecision.objects.create(
        volunteer=volunteer,
        disclosed=disclosed,
        decided=decided,
        author=by,
        decided_on=today,
        purge_on=purge_on or latest,
    )
    guarded_open(record=decision, to=leads_group(volunteer.scheme))
    people = [volunteer.user]
    audit_record(verb="riskdecision.recorded", subject=decision, scheme=volunteer.scheme, about=people, by=by)
    return decision


@transaction.atomic
def risk_decision_share(*, decision, membership, by) -> None:
    """A lead lets a co-ordinator read what was disclosed, by name; it ends with their role, or with the decision."""
    if membership.ended_at or membership.role != Role.COORDINATOR:
        raise Refused("Only a co-ordinator of this scheme can be let in.")
    if membership.user_id == decision.volunteer.user_id:
        raise Refused("This person cannot be let in.")
    guarded_open(record=decision, to=membership.user)
    people = [decision.volunteer.user]
    audit_record(
        verb="riskdecision.shared", subject=decision, scheme=decision.volunteer.scheme, about=people, by=by,
        details={"with": str(membership.user_id)},
    )  # fmt: skip


@transaction.atomic
def risk_decisions_purge(*, today) -> int:
    """Delete what was disclosed once its day has come; that it was deleted stays in the trail. Safe to run twice."""
    due = list(RiskDecision.objects.filter(purge_on__lte=today).select_related("volunteer__scheme"))
    for decision in due:
        audit_record(verb="riskdecision.purged", subject=decision, scheme=decision.volunteer.scheme)
        decision.delete()
    return len(due)


def not_oneself(volunteer, by) -> None:
    """Nobody handles their own checks. (A referee has no account: `by` is None.)"""
    if by and volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("This is your own record. Somebody else has to do this.")


def not_own_referee(volunteer, email: str, check=None) -> None:
    """A reference comes from somebody else's mailbox, and each from another (S9)."""
    if trouble := referee_trouble(volunteer, email, check):
        raise Refused(trouble)


def note(verb, check, by) -> None:
    audit_record(
        verb=verb,
        subject=check,
        scheme=check.volunteer.scheme,
        about=[check.volunteer.user],
        details={"kind": check.kind},
        by=by,
    )


@transaction.atomic
def risk_decision_read(*, decision, by) -> None:
    """Who opens what was disclosed stands in the trail before the page is served."""
    people = [decision.volunteer.user]
    audit_record(verb="riskdecision.read", subject=decision, scheme=decision.volunteer.scheme, about=people, by=by)
