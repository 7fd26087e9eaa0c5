"""Who took something along: said on it, and in the trail under the same reference, so that a copy that turns up
somewhere tells whose it was (security row 23)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.crypto import get_random_string
from django.utils.timezone import localtime

#: No letter or figure that is taken for another one on paper.
LETTERS, HALF = "abcdefghjkmnpqrstuvwxyz23456789", 4


def reference_made() -> str:
    """ "k7m2-pq4x": told apart, not kept secret."""
    return f"{get_random_string(HALF, LETTERS)}-{get_random_string(HALF, LETTERS)}"


def reference_read(typed: str) -> str:
    """As it is kept, however it was typed off a file or its name."""
    letters = "".join(letter for letter in typed.lower() if letter.isalnum())
    return f"{letters[:HALF]}-{letters[HALF:]}" if len(letters) == 2 * HALF else ""


@dataclass(frozen=True)
class Mark:
    """What stands on what was taken. `what_for` in a few words, "" where nobody asked."""

    by: str
    at: datetime
    reference: str
    what_for: str = ""

    def __str__(self):
        when = f"{localtime(self.at):%d/%m/%Y %H:%M}"
        what_for = f" What for: {self.what_for}." if self.what_for else ""
        return f"Taken by {self.by}, {when}.{what_for} Reference {self.reference}"
