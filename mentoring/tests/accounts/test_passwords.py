"""Passwords: long, not complicated, of one's own, taken as typed and asked for again (ASVS 5.0, V6.2)."""

import gzip
import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.accounts.passwords import OUR_WORDS
from mentoring.tests.guards import HOUSE
from schemes.people.actions import invitation_send

PASSWORD = "  Three Quiet rivers, 7 bridges "


@pytest.fixture
def dee(db):
    return User.objects.make(email="dee@cast.example", name="Dee Parker", password=PASSWORD)


def signs_in(password: str) -> Client | None:
    client = Client()
    answer = client.post(reverse("account_login"), {"login": "dee@cast.example", "password": password})
    return client if answer.status_code == 302 else None


def is_refused(password: str) -> bool:
    try:
        validate_password(password)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("password", ["", "kestrel9", "kestrels7"])
def test_a_short_password_is_refused(password):
    assert is_refused(password)


@pytest.mark.parametrize(
    "password", ["kestreloak", "1938471650", "KESTRELOAK", "zażółć gęślą", "!?&%$£*()~", "kestrel " * 20]
)
def test_any_signs_will_do(password):
    assert not is_refused(password)


def common() -> list[str]:
    """Passwords from published breaches that are long enough for us, in lower case."""
    return gzip.open(HOUSE / "mentoring" / "accounts" / "common-passwords.txt.gz", "rt").read().split("\n")[:-1]


def test_well_known_passwords_are_refused():
    words = common()
    assert len(words) >= 50_000
    assert min(map(len, words)) >= 10
    assert {"qwertyuiop", "1234567890", "password123", "iloveyou12", "basketball"} <= set(words)
    for word in ["qwertyuiop", "Password123", *words[::97]]:
        assert is_refused(word), word


@pytest.mark.parametrize("around", ["{}{}", "{}2026!{}", "12-{}-{}-34", "{} {}"])
@pytest.mark.parametrize("word", OUR_WORDS)
def test_our_own_words_are_refused(word, around):
    assert is_refused(around.format(word, word.upper()))


@pytest.mark.parametrize("password", ["a long one, here", "seventeen steps", "mentoring by the harbour"])
def test_our_own_words_among_others_are_taken(password):
    assert not is_refused(password)


@pytest.mark.parametrize("password", ["new@cast.example", "noor.haddad", "NewCast.example"])
def test_ones_own_name_and_address_are_refused_from_the_first_password_on(cast, password):
    _, token = invitation_send(
        scheme=cast.scheme, email="new@cast.example", name="Noor Haddad", role="advisor", by=cast.manager
    )
    answer = Client().post(reverse("schemes:invitation_take_up", args=[token]), {"password": password})
    assert answer.status_code == 422
    assert not User.objects.filter(email="new@cast.example").exists()


@pytest.mark.parametrize("other", [PASSWORD.strip(), PASSWORD.lower(), PASSWORD[:-1], PASSWORD + " "])
def test_a_password_is_taken_exactly_as_typed(dee, other):
    assert signs_in(PASSWORD)
    assert not signs_in(other)


def test_one_that_was_chosen_by_invitation_is_taken_exactly_as_typed_too(cast):
    _, token = invitation_send(
        scheme=cast.scheme, email="new@cast.example", name="Noor Haddad", role="advisor", by=cast.manager
    )
    Client().post(reverse("schemes:invitation_take_up", args=[token]), {"password": PASSWORD})
    noor = User.objects.get(email="new@cast.example")
    assert noor.check_password(PASSWORD)
    assert not noor.check_password(PASSWORD.strip())


def test_the_old_password_is_asked_for_with_the_new_one(dee):
    client, new = signs_in(PASSWORD), "two quiet rivers meet"
    change = {"password1": new, "password2": new}
    for old in ({}, {"oldpassword": ""}, {"oldpassword": PASSWORD.strip()}):
        client.post(reverse("account_change_password"), change | old)
        assert not signs_in(new)
    client.post(reverse("account_change_password"), change | {"oldpassword": PASSWORD})
    assert signs_in(new)
    assert not signs_in(PASSWORD)


def test_a_password_does_not_run_out(dee):
    with time_machine.travel(timezone.now() + timedelta(days=5 * 365)):
        assert signs_in(PASSWORD)


def boxes(html: str) -> list[str]:
    return [tag for tag in re.findall(r"<input[^>]*>", html) if re.search(r'name="\w*password\w*"', tag)]


def test_every_box_for_a_password_hides_it_and_lets_a_manager_fill_it_in(cast, dee):
    _, token = invitation_send(
        scheme=cast.scheme, email="new@cast.example", name="Noor Haddad", role="advisor", by=cast.manager
    )
    client = signs_in(PASSWORD)
    pages = [
        Client().get(reverse("account_login")),
        Client().get(reverse("schemes:invitation_take_up", args=[token])),
        client.get(reverse("account_change_password")),
        client.get(reverse("account_reauthenticate")),
    ]
    found = [boxes(page.content.decode()) for page in pages]
    assert all(found)
    for box in sum(found, []):
        assert 'type="password"' in box
        assert "onpaste" not in box and 'autocomplete="off"' not in box and "readonly" not in box


def test_a_forgotten_password_asks_for_the_address_alone(client, db):
    page = client.get(reverse("account_reset_password")).content.decode()
    form = page[page.index('<form method="post"') :].split("</form>")[0]
    assert set(re.findall(r'name="(\w+)"', form)) - {"csrfmiddlewaretoken", "next"} == {"email"}
