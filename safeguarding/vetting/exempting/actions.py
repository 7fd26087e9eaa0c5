"""Writes about starting under supervision while a check is on its way."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.vetting.actions import not_oneself
from safeguarding.vetting.exempting.models import VettingExemption
from safeguarding.vetting.levels import needs_barred_list
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.needing.queries import levels_needed

#: Our own rule: long enough for a reference or a late certificate, too short to be forgotten.
MOST_DAYS = 42
NEVER = "A barred list comes first: somebody who is barred would commit a crime by starting, and so would we."


@transaction.atomic
def vetting_exemption_ask(*, volunteer, kind, reason, ends_on, by) -> VettingExemption:
    """One person asks that somebody may start with a person beside them; nothing changes until another agrees."""
    volunteer, today = locked(volunteer), timezone.localdate()
    not_oneself(volunteer, by)
    _refuse(volunteer, kind, today)
    if not reason.strip():
        raise Refused("Say why they cannot wait, and who is with them meanwhile.")
    if not today <= ends_on <= today + timedelta(days=MOST_DAYS):
        raise Refused(f"It ends within {MOST_DAYS} days. Choose a nearer day.")
    asked = VettingExemption.objects.create(
        volunteer=volunteer, kind=kind, reason=reason, asked_by=by, asked_on=today, ends_on=ends_on
    )
    _note("vettingexemption.asked", asked, by)
    return asked


def _refuse(volunteer, kind, today) -> None:
    """Never for a barred list, never where a decision said no, and only for a check that is on its way."""
    level = levels_needed([volunteer], today).get(volunteer.pk)
    if kind == VettingCheck.Kind.CRIMINAL_RECORD and (level is None or needs_barred_list(level)):
        raise Refused(NEVER)
    checks = volunteer.checks.filter(kind=kind)
    if checks.filter(decision=VettingCheck.Decision.NOT_CLEAR).exists():
        raise Refused("This check was decided not clear. Nobody starts on that.")
    if not checks.filter(decision="").exists():
        raise Refused("Ask for this check first; they can only wait for what is on its way.")


@transaction.atomic
def vetting_exemption_agree(*, exemption, by) -> VettingExemption:
    """A second, different person agrees; the law may have changed since, so it is asked again."""
    exemption, today = locked(exemption), timezone.localdate()
    not_oneself(exemption.volunteer, by)
    if exemption.agreed_by_id or exemption.ended_on or exemption.ends_on < today:
        raise Refused("There is nothing to agree to any more.")
    if exemption.asked_by_id == by.pk:
        raise Refused("Somebody else has to agree: two different people decide.")
    _refuse(exemption.volunteer, exemption.kind, today)
    exemption.agreed_by, exemption.agreed_on = by, today
    exemption.save(update_fields=["agreed_by", "agreed_on"])
    _note("vettingexemption.agreed", exemption, by)
    return exemption


@transaction.atomic
def vetting_exemption_end(*, exemption, by) -> VettingExemption:
    """Over before its day."""
    locked(exemption.volunteer)  # whoever introduces them at this moment sees it, or came first
    exemption = locked(exemption)
    not_oneself(exemption.volunteer, by)
    exemption.ended_on = exemption.ended_on or timezone.localdate()
    exemption.save(update_fields=["ended_on"])
    _note("vettingexemption.ended", exemption, by)
    return exemption


def _note(verb, exemption, by) -> None:
    about, details = [exemption.volunteer.user], {"kind": exemption.kind}
    scheme = exemption.volunteer.scheme
    audit_record(verb=verb, subject=exemption, scheme=scheme, about=about, details=details, by=by)
