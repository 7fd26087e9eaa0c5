"""To which addresses nothing may go (see `mentoring.conventions`)."""

from safeguarding.contact.queries import emails_unsafe

STILL = {}


def unsafe() -> set[str]:
    return emails_unsafe()
