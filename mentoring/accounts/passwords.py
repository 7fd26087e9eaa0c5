"""Passwords that somebody would try here before any other: made of what this place is called and is about.

docs/security.md lists the words (ASVS 5.0, 6.1.2 and 6.2.11).
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

OUR_WORDS = (
    "alongside", "mentoring", "mentors", "mentor", "mentee", "matching", "scheme", "careleavers", "careleaver",
    "leavers", "leaver", "leaving", "care", "safeguarding", "volunteers", "volunteer", "youngperson", "council",
    "charity", "coordinator", "manager", "welcome", "password", "passphrase", "letmein", "qwerty",
)  # fmt: skip
#: So much has to be left when our words, figures and signs are taken out.
OWN_LETTERS = 5


class OurWordsValidator:
    """Refuses a password that is one of our words with figures and signs around it, or several of them in a row."""

    def validate(self, password: str, user=None) -> None:
        left = re.sub(r"[\W\d_]", "", password.lower())
        if not left:
            return  # figures and signs alone: how long they are is another rule
        for word in sorted(OUR_WORDS, key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < OWN_LETTERS and any(word in password.lower() for word in OUR_WORDS):
            raise ValidationError(_("That is what somebody would try here first. Choose words of your own."))

    def get_help_text(self) -> str:
        return ""
