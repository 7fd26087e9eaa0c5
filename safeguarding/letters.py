"""To which addresses nothing may go (see `mentoring.conventions`)."""

from safeguarding.contact.queries import emails_unsafe, texts_unsafe

STILL = {}


def unsafe() -> set[str]:
    return emails_unsafe()


def unsafe_for_texts() -> set:
    return texts_unsafe()
