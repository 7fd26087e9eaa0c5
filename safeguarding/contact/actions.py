"""Saying which ways are safe, and opening an address that nobody else may learn."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.contact.models import SafeContact
from safeguarding.contact.queries import contact_now
from schemes.people.actions import young_person_edit
from schemes.people.actions.people import PLACE

#: What a co-ordinator's change leaves as the lead wrote it.
LEADS_OWN = ("address_is_secret", "address", "why")


@transaction.atomic
def contact_say(*, young_person, unsafe_ways, instead="", by, **leads) -> SafeContact:
    """What counts from now on. `leads`: the secret, as a lead says it; left out, it stays as it was."""
    young_person = locked(young_person)  # two who say it at once must see each other
    if young_person.user_id == by.pk:
        raise Refused("This is about you. Somebody else has to write it down.")
    if unknown := set(unsafe_ways) - set(SafeContact.Way.values):
        raise Refused(f"There is no such way: {', '.join(sorted(unknown))}.")
    before = contact_now(young_person)
    told = {**({name: getattr(before, name) for name in LEADS_OWN} if before else {}), **leads}
    if told.get("address_is_secret"):
        told["address"] = "\n".join(filter(None, [told.get("address"), _off_the_record(young_person, by)]))
    said = SafeContact.objects.create(
        scheme=young_person.scheme,
        young_person=young_person,
        unsafe_ways=sorted(unsafe_ways),
        instead=instead,
        by=by,
        **told,
    )
    SafeContact.objects.filter(young_person=young_person).exclude(pk=said.pk).update(address="")  # one copy, no more
    audit_record(verb="safecontact.said", subject=said, scheme=young_person.scheme, by=by)
    return said


def _off_the_record(young_person, by) -> str:
    """Part of town and half a postcode leave the record for good, and stand with the address."""
    near = ", ".join(filter(None, (getattr(young_person, name) for name in PLACE)))
    if near:
        young_person_edit(young_person=young_person, changes=dict.fromkeys(PLACE, ""), by=by)
    return f"On the record until then: {near}" if near else ""


@transaction.atomic
def address_read(*, contact, by) -> str:
    """Where somebody lives whom nobody may find: in the trail before it is shown."""
    audit_record(verb="safeaddress.read", subject=contact, scheme=contact.scheme, by=by)
    return contact.address
