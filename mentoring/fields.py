"""Columns whose words a stolen database must not give away (security row 20).

Keys come from the environment (`FIELD_KEYS`: "id:secret,id:secret"), never from the database and never equal to
SECRET_KEY. The first key writes, every key reads, so that keys can be changed while the system runs.
"""

import base64
import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

MARK = "enc1:"
#: Bytes before what was sealed for many to be opened at once: whose key and for what, then a number used once.
STAMP, NONCE = 8, 12


@lru_cache(maxsize=4)
def _ring(keys: str) -> MultiFernet:
    secrets = [part.rpartition(":")[2] for part in keys.split(",") if part.strip()]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest())) for secret in secrets]
    )


def key_names() -> list[str]:
    """The ids of the keys as the environment has them, the one that writes first."""
    return [part.strip().rpartition(":")[0] for part in settings.FIELD_KEYS.split(",") if part.strip()]


def seal(words: str) -> str:
    """The words, encrypted, as the column keeps them."""
    return MARK + _ring(settings.FIELD_KEYS).encrypt(words.encode()).decode()


def unseal(stored: str) -> str:
    """The words back; ValueError where a column holds something that was never sealed."""
    if not stored.startswith(MARK):
        raise ValueError("unencrypted value in an encrypted column")
    return _ring(settings.FIELD_KEYS).decrypt(stored[len(MARK) :].encode()).decode()


def sealed_by(stored: str) -> int | None:
    """The place in `FIELD_KEYS` of the key that sealed these words; None where none of them did."""
    token = stored.removeprefix(MARK).encode()
    for place, key in enumerate(_ring(settings.FIELD_KEYS)._fernets):
        with suppress(InvalidToken):
            key.decrypt(token)
            return place
    return None


def seal_anew(stored: str) -> str:
    """What was sealed with any of the keys, sealed with the first."""
    return MARK + _ring(settings.FIELD_KEYS).rotate(stored.removeprefix(MARK).encode()).decode()


def keys_for(purpose: str) -> tuple[bytes, ...]:
    """A key of 32 bytes for this purpose alone, made from each key of the environment; the first one writes."""
    return _keys_for(settings.FIELD_KEYS, purpose)


@lru_cache(maxsize=8)
def _keys_for(keys: str, purpose: str) -> tuple[bytes, ...]:
    secrets = [part.rpartition(":")[2].encode() for part in keys.split(",") if part.strip()]
    return tuple(
        hashlib.blake2b(purpose.encode(), key=hashlib.sha256(secret).digest(), digest_size=32).digest()
        for secret in secrets
    )


@lru_cache(maxsize=8)
def _cipher(keys: str, purpose: str) -> tuple[bytes, AESGCM]:
    """(stamp of the first key and this purpose, what seals with a key of its own made from the two)."""
    own = _keys_for(keys, purpose)[0]
    return hashlib.blake2b(own, digest_size=STAMP).digest(), AESGCM(own)


def seal_bytes(data: bytes, purpose: str) -> bytes:
    """For what can be made again at any time and is opened by the thousand: forty times as quick as `unseal`."""
    stamp, cipher = _cipher(settings.FIELD_KEYS, purpose)
    nonce = os.urandom(NONCE)
    return stamp + nonce + cipher.encrypt(nonce, data, None)


def unseal_bytes(stored: Iterable[bytes | None], purpose: str) -> list[bytes | None]:
    """Each opened; None for what is not there, or was sealed with a key that writes no more or for another purpose."""
    stamp, cipher = _cipher(settings.FIELD_KEYS, purpose)
    opened, begins = cipher.decrypt, STAMP + NONCE
    lent = [b"" if one is None else bytes(one) for one in stored]  # PostgreSQL gives a view of its own
    return [opened(one[STAMP:begins], one[begins:], None) if one[:STAMP] == stamp else None for one in lent]


class SealedTextField(models.TextField):
    """Text that is encrypted in the database and can be neither searched nor sorted."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value if value in (None, "") else seal(value)

    def from_db_value(self, value, expression, connection):
        return value if value in (None, "") else unseal(value)

    def get_lookup(self, lookup_name):
        if lookup_name != "isnull":
            raise TypeError("an encrypted column cannot be searched")
        return super().get_lookup(lookup_name)


class SealedJSONField(SealedTextField):
    """A small JSON document that is encrypted in the database."""

    def get_prep_value(self, value):
        return super().get_prep_value(json.dumps(value, cls=DjangoJSONEncoder))

    def from_db_value(self, value, expression, connection):
        return json.loads(super().from_db_value(value, expression, connection) or "null")

    def to_python(self, value):
        return value

    def value_to_string(self, obj):
        return json.dumps(self.value_from_object(obj), cls=DjangoJSONEncoder)
