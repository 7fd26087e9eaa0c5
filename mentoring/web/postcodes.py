"""The first half of a British postcode, and never more of it: near enough to tell how far apart two people live, too
coarse to find a door (L9)."""

import re

from django import forms
from django.core.exceptions import ValidationError

#: Area, district, and in the middle of London a letter after it (BS 7666; Royal Mail's Programmers' Guide).
FIRST_HALF = r"[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY])"
SECOND_HALF = r"[0-9][ABD-HJLNP-UW-Z]{2}"


def outcode_of(written: str) -> str:
    """ "EH6" of "eh6 7ab", "EH67AB", "Eh6 7" or "EH6"; "" of nothing. Raises ValueError for anything else."""
    plain = " ".join(written.upper().split())
    if not plain:
        return ""
    found = re.fullmatch(rf"({FIRST_HALF})(?: ?{SECOND_HALF}| [0-9])?", plain)
    if not found:
        raise ValueError(f"“{written.strip()}” is no postcode.")
    return found[1]


class OutcodeField(forms.CharField):
    """Takes a whole postcode as well and keeps its first half; `kept` does so for a draft that nobody has checked."""

    widget = forms.TextInput(attrs={"class": "short", "autocomplete": "off", "spellcheck": "false"})

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "First half of the postcode")
        kwargs.setdefault("help_text", "Like EH6. We keep the first half only, so nobody can find your door with it.")
        super().__init__(required=False, max_length=12, **kwargs)

    def to_python(self, value):
        try:
            return outcode_of(super().to_python(value))
        except ValueError as problem:
            raise ValidationError("Write the first half of a postcode, like EH6 or SW1A.") from problem

    @staticmethod
    def kept(written: str) -> str:
        try:
            return outcode_of(written)
        except ValueError:
            return written
