"""Making a code and comparing one. Pure but for chance.

Eight figures are guessed in a second by whoever has the hash alone, so it is keyed (`SECRET_KEY`) and of one row.
"""

import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

FIGURES = 8
SALT = "schemes.young_people.codes"


def new_code() -> str:
    return f"{secrets.randbelow(10**FIGURES):0{FIGURES}d}"


def code_hash(key, code: str) -> str:
    """What is kept of a code; `key` is its row's."""
    return salted_hmac(SALT, f"{key}:{code}", algorithm="sha256").hexdigest()


def is_code(key, typed: str, kept: str) -> bool:
    """As people type it: in two groups, with spaces or a hyphen."""
    return constant_time_compare(code_hash(key, re.sub(r"[\s-]", "", typed)), kept)


def as_read_out(code: str) -> str:
    return f"{code[:4]} {code[4:]}"
