"""Which ways to somebody are safe. Asked in the moment a mail would go: what was safe yesterday may not be today."""

from safeguarding.contact.models import SafeContact


def contact_now(young_person) -> SafeContact | None:
    """What counts now; None where nothing was ever said."""
    return SafeContact.objects.filter(young_person=young_person).select_related("by").last()


def contacts_of(young_person, actor):
    """All that counted once, newest first, for its page."""
    rows = SafeContact.objects.visible_to(actor).filter(young_person=young_person)
    return list(rows.select_related("by").order_by("-created_at"))


def emails_unsafe() -> set[str]:
    """Addresses to which nothing may go, in lower case: on the record, and of the account."""
    return {email.lower() for _, *emails in _flagged(SafeContact.Way.EMAIL) for email in emails if email}


def texts_unsafe() -> set:
    """Keys of accounts to whose telephone no text may go, whichever number they wrote down for it."""
    return {user for user, *_ in _flagged(SafeContact.Way.TEXT) if user}


def _flagged(way: str) -> list[tuple]:
    """(account, its e-mail, the record's e-mail) of those for whom that way is not safe now. Few are flagged, so they
    are all read."""
    rows = SafeContact.objects.order_by("created_at").values_list(
        "young_person", "unsafe_ways", "young_person__user", "young_person__user__email", "young_person__email"
    )
    newest = {person: (ways, reached) for person, ways, *reached in rows}
    return [tuple(reached) for ways, reached in newest.values() if way in ways]
