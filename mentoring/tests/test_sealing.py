"""Sealed columns and hashes: nothing is changed unseen, keys can be changed while it runs, and none is small (ASVS 5.0,
V11)."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from django.conf import settings as live
from django.contrib.auth.hashers import identify_hasher, make_password
from django.test import Client
from django.urls import reverse

from mentoring import fields
from mentoring.accounts.models import User
from mentoring.audit import chain
from mentoring.fields import MARK, NONCE, STAMP, seal, seal_bytes, unseal, unseal_bytes
from schemes.people import tokens

WORDS = "She lives with her aunt."


@pytest.mark.parametrize("place", [0, 12, 40, -1])
def test_what_was_sealed_cannot_be_changed_unseen(place):
    body = seal(WORDS)[len(MARK) :]
    other = body[:place] + ("A" if body[place] != "A" else "B") + (body[place:][1:])
    with pytest.raises((InvalidToken, ValueError)):
        unseal(MARK + other)
    packed = bytearray(seal_bytes(WORDS.encode(), "traits"))
    packed[STAMP + NONCE + max(place, 0) % (len(packed) - STAMP - NONCE)] ^= 1
    with pytest.raises(InvalidTag):
        unseal_bytes([bytes(packed)], "traits")


def test_the_same_words_are_sealed_differently_each_time():
    assert len({seal(WORDS) for _ in range(50)}) == len({seal_bytes(b"x", "traits") for _ in range(50)}) == 50


def test_words_that_were_never_sealed_are_not_taken_for_sealed():
    with pytest.raises(ValueError, match="unencrypted"):
        unseal(WORDS)


def test_keys_change_while_all_that_was_sealed_stays_readable(settings):
    settings.FIELD_KEYS = "2026:" + "a" * 43
    old = seal(WORDS)
    settings.FIELD_KEYS = "2027:" + "b" * 43 + ",2026:" + "a" * 43
    new = seal(WORDS)
    assert unseal(old) == unseal(new) == WORDS
    settings.FIELD_KEYS = "2027:" + "b" * 43
    assert unseal(new) == WORDS, "the new one seals"
    with pytest.raises(InvalidToken):
        unseal(old)


def test_keys_are_of_128_bits_or_more(monkeypatch):
    for one in fields._ring(live.FIELD_KEYS)._fernets:
        assert len(one._signing_key) == len(one._encryption_key) == 128 // 8
    made = []
    monkeypatch.setattr(fields, "AESGCM", made.append)
    fields._cipher.__wrapped__(live.FIELD_KEYS, "traits")
    assert [len(key) for key in made] == [256 // 8]
    assert NONCE == 96 // 8


def test_a_purpose_has_a_key_of_its_own():
    assert unseal_bytes([seal_bytes(b"x", "traits")], "pages") == [None]


def test_hashes_of_the_trail_and_of_links_are_sha_256():
    entry = dict.fromkeys(chain.FIELDS, "x")
    assert len(chain.hash_of(entry)) == len(tokens.token_hash("x")) == 256 // 4
    assert chain.hash_of(entry) != chain.hash_of(entry | {"by_key": "y"})


def test_an_older_hash_of_a_password_is_made_anew_at_sign_in(db, settings):
    """What is thought strong changes; nobody has to choose a new password for it."""
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    dee = User.objects.make(email="dee@cast.example", name="Dee Parker")
    User.objects.filter(pk=dee.pk).update(password=make_password("three quiet rivers", hasher="pbkdf2_sha256"))
    Client().post(reverse("account_login"), {"login": dee.email, "password": "three quiet rivers"})
    dee.refresh_from_db()
    assert identify_hasher(dee.password).algorithm == "argon2"
