"""Where on the body something was seen: places to tick, and where each stands on a drawing. Pure.

A drawing in place of a photograph: nobody who is not a doctor takes pictures of an injury (NSPCC). Left and right are
the young person's own.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: key → (words, x, y) on a drawing 200 wide and 220 high: the front on the left half, the back on the right.
PLACES = {
    "face": (_("Face"), 50, 22),
    "neck": (_("Neck"), 50, 42),
    "chest": (_("Chest"), 50, 68),
    "belly": (_("Belly"), 50, 98),
    "private": (_("Private parts"), 50, 120),
    "right-arm": (_("Right arm"), 23, 78),
    "right-hand": (_("Right hand"), 16, 116),
    "left-arm": (_("Left arm"), 77, 78),
    "left-hand": (_("Left hand"), 84, 116),
    "right-leg": (_("Right leg"), 39, 158),
    "right-foot": (_("Right foot"), 38, 206),
    "left-leg": (_("Left leg"), 61, 158),
    "left-foot": (_("Left foot"), 62, 206),
    "head-back": (_("Back of the head"), 150, 22),
    "neck-back": (_("Back of the neck"), 150, 42),
    "back": (pgettext_lazy("part of the body", "Back"), 150, 80),
    "bottom": (_("Bottom"), 150, 120),
    "legs-back": (_("Back of a leg"), 150, 160),
}
CHOICES = [(key, words) for key, (words, _, _) in PLACES.items()]


def words_of(marks) -> list[str]:
    """The places in words, in the order of the body."""
    return [str(words) for key, (words, _, _) in PLACES.items() if key in marks]


def drawn(marks) -> list[dict]:
    """{"x", "y", "words"} of each place."""
    return [{"x": x, "y": y, "words": words} for key, (words, x, y) in PLACES.items() if key in marks]
