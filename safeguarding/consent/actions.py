"""Writes about consent (S10, L10)."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.consent.models import Consent


@transaction.atomic
def consent_ask(*, young_person, kind, asked_on, by) -> Consent:
    """Somebody was asked for their consent. Asked twice while open is once."""
    waiting = Consent.objects.filter(
        young_person=young_person, kind=kind, given_on__isnull=True, withdrawn_on__isnull=True, not_needed_because=""
    ).first()
    if waiting:
        return waiting
    consent = Consent.objects.create(young_person=young_person, kind=kind, asked_on=asked_on, recorded_by=by)
    note("consent.asked", consent, by)
    return consent


@transaction.atomic
def consent_give(*, consent, given_on, given_by, how, by) -> Consent:
    """Consent was given: when, by whom, how."""
    consent = locked(consent)
    if consent.holds:
        raise Refused("This consent has been recorded already.")
    if consent.withdrawn_on:
        raise Refused("This consent was taken back. Ask again.")
    if given_on < consent.asked_on:
        raise Refused("It cannot have been given before it was asked for. Check the date.")
    consent.given_on, consent.given_by, consent.how, consent.recorded_by = given_on, given_by, how, by
    consent.save(update_fields=["given_on", "given_by", "how", "recorded_by"])
    note("consent.given", consent, by)
    return consent


@transaction.atomic
def consent_not_needed(*, consent, because, by) -> Consent:
    """Why nobody can or need be asked (for example: care order, the local authority decides). Never for one's own."""
    consent = locked(consent)
    if consent.kind == Consent.Kind.OWN:
        raise Refused("The young person's own consent is always needed.")
    if consent.holds or consent.withdrawn_on:
        raise Refused("This consent has been recorded already.")
    if not because.strip():
        raise Refused("Write down why it is not needed.")
    consent.not_needed_because, consent.recorded_by = because, by
    consent.save(update_fields=["not_needed_because", "recorded_by"])
    note("consent.not_needed", consent, by)
    return consent


@transaction.atomic
def consent_take_back(*, consent, withdrawn_on, by) -> Consent:
    """Consent was taken back; anybody may, at any time, without a reason."""
    locked(consent.young_person)  # whoever introduces them at this moment sees it, or came first
    consent = locked(consent)
    if not consent.holds:
        raise Refused("There is no consent to take back here.")
    consent.withdrawn_on, consent.recorded_by = withdrawn_on, by
    consent.save(update_fields=["withdrawn_on", "recorded_by"])
    note("consent.taken_back", consent, by)
    return consent


@transaction.atomic
def consent_give_own(*, young_person, today, by) -> Consent:
    """The young person says yes themselves, on their own page."""
    if young_person.user_id != by.pk:
        raise Refused("Only you can say yes for yourself.")
    consent = consent_ask(young_person=young_person, kind=Consent.Kind.OWN, asked_on=today, by=by)
    return consent_give(consent=consent, given_on=today, given_by=young_person.name, how="on their own page", by=by)


def note(verb, consent, by) -> None:
    audit_record(
        verb=verb,
        subject=consent,
        scheme=consent.young_person.scheme,
        about=[consent.young_person.user],
        details={"kind": consent.kind},
        by=by,
    )
