"""The short code under which unfinished answers wait: easy to write on a hand, hard to guess. Pure but for the dice."""

import re

from django.utils.crypto import get_random_string

from schemes.people.tokens import token_hash

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that looks like something else
LENGTH = 8  # 32^8 codes: with ten tries an hour nobody gets anywhere


def new_code() -> str:
    return get_random_string(LENGTH, LETTERS)


def shown(code: str) -> str:
    """As it is said and written: "AB2C-9DEF"."""
    return f"{code[:4]}-{code[4:]}"


def code_hash(scheme, written: str) -> str:
    """What is kept of a code; small letters, gaps and dashes do not count. Another scheme's code is another code."""
    return token_hash(f"{scheme.pk} {re.sub(r'[^0-9A-Z]', '', written.upper())}")
