"""allauth's pages in our look and words: every one has a language, a landmark, one heading, and no inline code."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from mentoring.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "a long one, here"


@pytest.fixture
def dee():
    return User.objects.make(email="dee@demo.example", name="Dee Parker", password=PASSWORD)


def give_second_step(user):
    """An app, and codes on paper."""
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)


def signed_in(user) -> Client:
    """Signed in by password a moment ago, so that nothing asks again."""
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def assert_ours(response, heading: str):
    html = response.content.decode()
    assert response.status_code == 200
    assert re.findall(r"<h1>(.*?)</h1>", html) == [heading]
    assert '<html lang="en-GB">' in html
    assert '<main id="main"' in html
    inline = [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag and "application/json" not in tag]
    assert inline == []
    assert not re.search(r"\sstyle=|\son(click|load|submit)=", html)


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("account_login", "Sign in"),
        ("account_reset_password", "Forgotten your password?"),
        ("account_reset_password_done", "Look in your e-mail"),
        ("account_reset_password_from_key_done", "Your password is changed"),
        ("account_signup", "You need an invitation"),
        ("account_inactive", "This account is closed"),
    ],
)
def test_pages_before_signing_in(client, name, heading):
    assert_ours(client.get(reverse(name)), heading)


def test_a_used_link_for_a_new_password_says_what_to_do(client):
    address = reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "not-a-key"})
    assert_ours(client.get(address, follow=True), "This link has been used or is too old")


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("account_logout", "Sign out?"),
        ("account_change_password", "Change your password"),
        ("account_email", "Your e-mail address"),
        ("account_reauthenticate", "Is it still you?"),
        ("mfa_index", "Signing in safely"),
        ("mfa_activate_totp", "Set up an app that shows codes"),
        ("mfa_add_webauthn", "Add a passkey"),
        ("mfa_list_webauthn", "Your passkeys"),
    ],
)
def test_pages_of_an_account_with_a_password_alone(dee, name, heading):
    assert_ours(signed_in(dee).get(reverse(name)), heading)


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("mfa_index", "Signing in safely"),
        ("mfa_deactivate_totp", "Turn the app off?"),
        ("mfa_view_recovery_codes", "Codes to keep on paper"),
        ("mfa_generate_recovery_codes", "Make new codes to keep on paper?"),
        ("mfa_reauthenticate", "Is it still you?"),
    ],
)
def test_pages_of_an_account_with_a_second_step(dee, name, heading):
    client = signed_in(dee)
    give_second_step(dee)
    assert_ours(client.get(reverse(name)), heading)


def test_a_passkey_can_be_seen_named_and_removed(dee):
    client = signed_in(dee)
    key = Authenticator.objects.create(user=dee, type="webauthn", data={"name": "Phone", "credential": {}})
    assert_ours(client.get(reverse("mfa_list_webauthn")), "Your passkeys")
    assert_ours(client.get(reverse("mfa_edit_webauthn", args=[key.pk])), "Name this passkey")
    assert_ours(client.get(reverse("mfa_remove_webauthn", args=[key.pk])), "Remove “Phone”?")


def test_signing_in_with_a_wrong_password_says_so_and_keeps_the_address(client, dee):
    response = client.post(reverse("account_login"), {"login": dee.email, "password": "not it at all"})
    html = response.content.decode()
    assert 'role="alert"' in html
    assert dee.email in html


def test_the_second_step_is_asked_for_in_plain_words(client, dee):
    give_second_step(dee)
    response = client.post(reverse("account_login"), {"login": dee.email, "password": PASSWORD}, follow=True)
    assert_ours(response, "One more step")
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert 'role="alert"' in wrong.content.decode()


def test_whoever_has_just_set_up_a_second_step_is_asked_to_use_it_once(dee):
    """Records of young people open after a second step in this very sign-in (roles.md)."""
    client = signed_in(dee)
    give_second_step(dee)
    assert "Use it now" in client.get(reverse("mfa_index")).content.decode()

    code = RecoveryCodes(Authenticator.objects.get(user=dee, type="recovery_codes")).get_unused_codes()[0]
    client.post(reverse("mfa_reauthenticate"), {"code": code})

    assert "Use it now" not in client.get(reverse("mfa_index")).content.decode()
