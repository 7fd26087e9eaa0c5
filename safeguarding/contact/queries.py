"""Which ways to somebody are safe. Asked in the moment a mail would go: what was safe yesterday may not be today."""

from safeguarding.contact.models import SafeContact

EMAIL = SafeContact.Way.EMAIL


def contact_now(young_person) -> SafeContact | None:
    """What counts now; None where nothing was ever said."""
    return SafeContact.objects.filter(young_person=young_person).select_related("by").last()


def contacts_of(young_person, actor):
    """All that counted once, newest first, for its page."""
    rows = SafeContact.objects.visible_to(actor).filter(young_person=young_person)
    return list(rows.select_related("by").order_by("-created_at"))


def emails_unsafe() -> set[str]:
    """Addresses to which nothing may go, in lower case: on the record, and of the account. Few are flagged, so they are
    all read."""
    rows = SafeContact.objects.order_by("created_at").values_list(
        "young_person", "unsafe_ways", "young_person__email", "young_person__user__email"
    )
    newest = {person: (ways, emails) for person, ways, *emails in rows}
    return {email.lower() for ways, emails in newest.values() if EMAIL in ways for email in emails if email}
