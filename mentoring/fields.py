"""Columns whose words a stolen database must not give away (security row 20).

Keys come from the environment (`FIELD_KEYS`: "id:secret,id:secret"), never from the database and never equal to
SECRET_KEY. The first key writes, every key reads, so that keys can be changed while the system runs.
"""

import base64
import hashlib
import json
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

MARK = "enc1:"


@lru_cache(maxsize=4)
def _ring(keys: str) -> MultiFernet:
    secrets = [part.rpartition(":")[2] for part in keys.split(",") if part.strip()]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest())) for secret in secrets]
    )


def seal(words: str) -> str:
    """The words, encrypted, as the column keeps them."""
    return MARK + _ring(settings.FIELD_KEYS).encrypt(words.encode()).decode()


def unseal(stored: str) -> str:
    """The words back; ValueError where a column holds something that was never sealed."""
    if not stored.startswith(MARK):
        raise ValueError("unencrypted value in an encrypted column")
    return _ring(settings.FIELD_KEYS).decrypt(stored[len(MARK) :].encode()).decode()


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
