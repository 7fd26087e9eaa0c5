"""Whether a letter that waited may still go (see `mentoring.conventions`)."""

from schemes.people.mailings.actions import mailing_still

STILL = {"mailing": mailing_still}
