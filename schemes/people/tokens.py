"""One-time and private links: the token travels by mail, only its hash is kept."""

import hashlib

from django.utils.crypto import get_random_string


def new_token() -> str:
    """Forty letters and digits, more than 230 bits: nobody guesses one."""
    return get_random_string(40)


def token_hash(token: str) -> str:
    """What is kept of a link."""
    return hashlib.sha256(token.encode()).hexdigest()
