"""What a lead decides: whose way it goes, who is told and who is not and why, what came of it (lifecycle.md)."""

from django.db import transaction
from django.utils import timezone

from mentoring.transitions import Refused, locked
from safeguarding.concerns.actions import entry, move
from safeguarding.concerns.bank_holidays import days_off
from safeguarding.concerns.clock import working_day_after
from safeguarding.concerns.deciding.queries import route_by_age
from safeguarding.concerns.models import Concern, ConcernEntry, ConcernReferral
from safeguarding.concerns.queries import shut_out

Kind, State, Triage = ConcernEntry.Kind, Concern.State, Concern.Triage
AT_ONCE = "Told at once, before anything else."


@transaction.atomic
def concern_triage(*, concern, triage, strategy, route="", route_why="", not_referred_why="", by) -> Concern:
    """What is needed, whose way it goes, who does what by when. Not referring is a decision with its reasons too."""
    if triage != Triage.REFER and not not_referred_why.strip():
        raise Refused("Write down why nobody outside is told. That is a decision too.")
    by_age = route_by_age(concern)
    route = route or by_age or Concern.Route.CHILD
    if by_age and route != by_age and not route_why.strip():
        raise Refused("By their age it goes the other way. Write down why not here.")
    concern = move(concern, State.TRIAGED, by)
    concern.triage, concern.strategy, concern.route = triage, strategy, route
    concern.not_referred_why, concern.decided_at = not_referred_why, timezone.now()
    concern.save(update_fields=["triage", "strategy", "route", "not_referred_why", "decided_at"])
    said = [f"{concern.get_triage_display()}. {strategy}", f"{concern.get_route_display()} way. {route_why}".strip()]
    said += [f"Why nobody outside is told: {not_referred_why}"] if not_referred_why else []
    entry(concern, Kind.DECISION, "\n".join(said), by)
    return concern


@transaction.atomic
def concern_refer(*, concern, to, to_whom, reference="", referred_at, by) -> ConcernReferral:
    """Handed on to those whose duty it is, more than once if need be. What was told at once, to the police say, is
    written down without a decision before it: that was the decision."""
    if referred_at > timezone.now():
        raise Refused("That time has not come yet. Check when it was referred.")
    concern = locked(concern)
    if concern.state == State.ACKNOWLEDGED:
        concern = concern_triage(concern=concern, triage=Triage.REFER, strategy=AT_ONCE, by=by)
    if concern.state != State.REFERRED:
        concern = move(concern, State.REFERRED, by)
    within = working_day_after(timezone.localtime(referred_at), days_off=days_off(concern.scheme.nation))
    referral = ConcernReferral.objects.create(
        concern=concern,
        to=to,
        to_whom=to_whom,
        reference=reference,
        referred_at=referred_at,
        heard_by=within,
        by=by,
    )
    if to == ConcernReferral.To.LADO:
        officer_settled(concern)
    under = f", reference {reference}" if reference else ""
    entry(concern, Kind.REFERRAL, f"{referral.called}: {to_whom}{under}", by)
    return referral


@transaction.atomic
def referral_heard(*, referral, words, by) -> ConcernReferral:
    """What they answered. Within one working day a council says what it will do (Working Together 2023)."""
    referral = locked(referral)
    still_open(referral.concern, by)
    if not words.strip():
        raise Refused("Write down what they said they will do.")
    if referral.heard_at is None:
        referral.heard_at = timezone.now()
        referral.save(update_fields=["heard_at"])
    entry(referral.concern, Kind.ANSWER, f"{referral.called}: {words}", by)
    return referral


@transaction.atomic
def officer_not_told(*, concern, why, by) -> Concern:
    """A worry about a worker, and the designated officer need not know: a decision with its reasons."""
    concern = still_open(locked(concern), by)
    if concern.officer_by is None:
        raise Refused("This is not about somebody who works here.")
    if not why.strip():
        raise Refused("Write down why the designated officer need not know.")
    concern.no_officer_why = why
    officer_settled(concern)
    entry(concern, Kind.DECISION, f"The designated officer is not told. Why: {why}", by)
    return concern


@transaction.atomic
def concern_close(*, concern, outcome, learning, not_referred_why="", by) -> Concern:
    """Closed with what came of it and what was learned; not by the one who raised it (security row 18), and never with
    a referral that was meant and not made, or a designated officer who was forgotten."""
    if concern.raised_by_id == by.pk:
        raise Refused("You raised this concern. Another lead has to close it.")
    if not outcome.strip() or not learning.strip():
        raise Refused("Write down what came of it and what was learned.")
    concern = locked(concern)
    refuse_forgotten(concern, not_referred_why)
    concern = move(concern, State.CLOSED, by)
    concern.outcome, concern.learning = outcome, learning
    concern.not_referred_why = concern.not_referred_why or not_referred_why
    concern.save(update_fields=["outcome", "learning", "not_referred_why"])
    if not_referred_why:
        entry(concern, Kind.DECISION, f"Why nobody outside was told: {not_referred_why}", by)
    return concern


def officer_settled(concern) -> None:
    """Told, or decided not to tell: its clock stops at the first."""
    concern.officer_settled_at = concern.officer_settled_at or timezone.now()
    concern.save(update_fields=["officer_settled_at", "no_officer_why"])


def refuse_forgotten(concern, not_referred_why) -> None:
    told = concern.referrals.exists()
    if concern.triage == Triage.REFER and not told and not not_referred_why.strip():
        raise Refused("You decided to refer this, and no referral is written down. Write it down, or say why not.")
    if concern.officer_by and not concern.officer_settled_at:
        raise Refused(
            "This is about somebody who works here. Tell the designated officer first, or write down why not."
        )


def still_open(concern, by) -> Concern:
    """Decided on by somebody who may, while it is open."""
    if by.pk in shut_out(concern):
        raise Refused("You cannot do this.")
    if not concern.is_open:
        raise Refused("This is closed.")
    return concern
