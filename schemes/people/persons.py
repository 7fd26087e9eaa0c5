"""Somebody as a scheme knows them: account, records, addresses. What is held on them is read from here on."""

from uuid import UUID

from django.db.models import Q

from mentoring.accounts.models import User
from mentoring.held.kinds import Person
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.people.permissions import STAFF


def person_of(user, scheme=None) -> Person:
    """Whoever signs in, with their records in one scheme or in all."""
    records = {"user": user} | ({"scheme": scheme} if scheme else {})
    return _person(user, Volunteer.objects.filter(**records), YoungPerson.objects.filter(**records), scheme)


def person_of_record(record) -> Person:
    """Whoever a record is about; with an account, all that this scheme knows by it."""
    if record.user:
        return person_of(record.user, record.scheme)
    mine = [record]
    volunteers, young = (mine, []) if isinstance(record, Volunteer) else ([], mine)
    return _person(None, volunteers, young, record.scheme)


def people_named(scheme, written: str) -> list[Person]:
    """By reference (V-…, Y-…), e-mail or key; by name where none of these fits. Each once."""
    return _found(scheme, *_by_address(written)) or _found(scheme, Q(name__iexact=written), Q(name__iexact=written))


def _by_address(written: str) -> tuple[Q, Q]:
    """(of a record, of an account)."""
    try:
        key = Q(pk=UUID(written))
    except ValueError:
        key = Q(pk__in=[])
    email = Q(email__iexact=written) if "@" in written else Q(pk__in=[])
    return Q(ref__iexact=written) | email | key, email | key


def _found(scheme, records: Q, accounts: Q) -> list[Person]:
    found = {}
    for model in (Volunteer, YoungPerson):
        for record in model.objects.filter(records, scheme=scheme).select_related("user", "scheme"):
            found[(record.user or record).pk] = person_of_record(record)
    for user in User.objects.filter(accounts):
        if _known_here(user, scheme):
            found[user.pk] = person_of(user, scheme)
    return list(found.values())


def _known_here(user, scheme) -> bool:
    return (
        Membership.objects.filter(user=user, scheme=scheme).exists()
        or user.referrals.filter(scheme=scheme).exists()
        or user.volunteering.filter(scheme=scheme).exists()
        or user.mentee_records.filter(scheme=scheme).exists()
    )


def _person(user, volunteers, young_people, scheme) -> Person:
    volunteers, young_people = tuple(volunteers), tuple(young_people)
    records = [*volunteers, *young_people]
    emails = {record.email for record in records} | ({user.email} if user else set())
    schemes = [scheme] if scheme else [record.scheme_id for record in records]
    staff = Membership.objects.filter(role__in=STAFF)
    staff = staff.filter(scheme__in=schemes) if schemes else staff.filter(user=user)
    return Person(
        name=user.name if user else records[0].name,
        scheme=scheme,
        user=user,
        volunteers=volunteers,
        young_people=young_people,
        emails=frozenset(email for email in emails if email),
        staff=frozenset(staff.values_list("user", flat=True)),
    )
