"""Whether nobody may learn where a young person lives (`mentoring.conventions`)."""

from safeguarding.contact.queries import contact_now


def where_is_secret(young_person) -> bool:
    contact = contact_now(young_person)
    return bool(contact and contact.address_is_secret)
