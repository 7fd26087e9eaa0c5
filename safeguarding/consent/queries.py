"""Reads about consent."""

from collections.abc import Iterable
from datetime import date

from safeguarding.consent.models import Consent
from safeguarding.consent.rules import kinds_needed, missing


def consent_missing_of(young_people: Iterable, scheme, today: date) -> dict:
    """{young person's key: sentences, empty when all is there} in one query."""
    young_people = list(young_people)
    consents = _newest_first(young_people)
    return {
        person.pk: missing(
            consents[person.pk],
            nation=scheme.nation,
            born_on=person.born_on,
            care_status=person.care_status,
            today=today,
            name=person.first_name,
        )
        for person in young_people
    }


def _newest_first(young_people: list) -> dict:
    """{young person's key: their consents, newest first} in one query."""
    consents = {person.pk: [] for person in young_people}
    for consent in Consent.objects.filter(young_person__in=consents).order_by("-asked_on", "-created_at"):
        consents[consent.young_person_id].append(consent)
    return consents


def consents_open_of(young_people: Iterable, scheme, today: date) -> dict:
    """{young person's key: (kind, day it was asked for, or None) of every consent that is needed and does not hold}:
    how long each has been open (L10)."""
    young_people = list(young_people)
    consents = _newest_first(young_people)
    return {person.pk: _open(person, consents[person.pk], scheme, today) for person in young_people}


def _open(person, consents: list, scheme, today: date) -> list[tuple]:
    needed = kinds_needed(nation=scheme.nation, born_on=person.born_on, care_status=person.care_status, today=today)
    found = []
    for kind in needed:
        mine = [consent for consent in consents if consent.kind == kind]
        if not any(consent.holds for consent in mine):
            waiting = [consent.asked_on for consent in mine if not consent.withdrawn_on]
            found.append((kind, min(waiting) if waiting else None))
    return found


def consent_missing(young_person, scheme, today: date) -> list[str]:
    return consent_missing_of([young_person], scheme, today)[young_person.pk]


def own_records(user) -> list[dict]:
    """A young person's records, each with their own consent that holds, if there is one."""
    records = user.mentee_records.select_related("scheme").prefetch_related("consents")
    return [
        {
            "young_person": record,
            "consent": next((one for one in record.consents.all() if one.kind == "own" and one.holds), None),
        }
        for record in records
    ]
