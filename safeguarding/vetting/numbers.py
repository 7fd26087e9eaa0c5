"""Numbers of certificates and memberships: the number alone, so that no words of a certificate get in. Pure."""

import re

#: level's beginning → how many figures its number has (DBS certificates 12, PVG scheme IDs 16).
FIGURES = {"enhanced": 12, "standard": 12, "basic": 12, "pvg": 16}
#: More letters than this are words.
MOST_LETTERS = 4
ANY = re.compile(r"[A-Z0-9/-]{4,30}")


def clean_number(written: str, *, level: str = "", body: str = "") -> str:
    """The number without gaps; "" for none. Raises ValueError, with a sentence for the person, for anything else."""
    number = re.sub(r"\s", "", written).upper()
    if not number:
        return ""
    figures = FIGURES.get(level.partition("-")[0]) if body in ("DBS", "") or level.startswith("pvg") else None
    if figures and not re.fullmatch(rf"\d{{{figures}}}", number):
        raise ValueError(f"This number has {figures} figures, and nothing else.")
    letters = sum(sign.isalpha() for sign in number)
    if not ANY.fullmatch(number) or letters > MOST_LETTERS or letters == len(number):
        raise ValueError("Write the number only: figures, and letters where it has them.")
    return number
