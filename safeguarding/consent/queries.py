"""Reads about consent."""

from collections.abc import Iterable
from datetime import date

from safeguarding.consent.models import Consent
from safeguarding.consent.rules import missing


def consent_missing_of(young_people: Iterable, scheme, today: date) -> dict:
    """{young person's key: sentences, empty when all is there} in one query."""
    young_people = list(young_people)
    consents = {person.pk: [] for person in young_people}
    for consent in Consent.objects.filter(young_person__in=consents).order_by("-asked_on", "-created_at"):
        consents[consent.young_person_id].append(consent)
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


def consent_missing(young_person, scheme, today: date) -> list[str]:
    return consent_missing_of([young_person], scheme, today)[young_person.pk]
