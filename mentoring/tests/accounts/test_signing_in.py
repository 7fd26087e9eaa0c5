"""The door: guessing, keys of sign-ins and what ends them, the second factor, no other way in (ASVS 5.0, V6, V7)."""

import ast
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.tests.access_kit import table, url_of
from mentoring.tests.guards import HOUSE, source_files

PASSWORD = "three quiet rivers"
GUESSES, SHUT_FOR = 5, timedelta(minutes=5)
LOGIN, AGAIN = "account_login", "account_reauthenticate"


@pytest.fixture
def dee(db):
    return User.objects.make(email="dee@cast.example", name="Dee Parker", password=PASSWORD)


def tries(password: str, client: Client | None = None, *, email="dee@cast.example", **head):
    client = client or Client()
    return client.post(reverse(LOGIN), {"login": email, "password": password}, **head)


def comes_in(**more) -> Client:
    client = Client(**more)
    assert tries(PASSWORD, client).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("account_email")).status_code == 200


def secret_of(user) -> str:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def code_of(secret: str, at=None) -> str:
    counter = int((at or timezone.now()).timestamp()) // 30
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


# --- guessing ---------------------------------------------------------------------------------------------------------


def test_five_wrong_guesses_shut_that_account_for_five_minutes(dee):
    other = User.objects.make(email="sam@cast.example", name="Sam Okoye", password=PASSWORD)
    for number in range(GUESSES):
        tries(f"wrong {number}", REMOTE_ADDR=f"192.0.2.{number}")
    assert tries(PASSWORD, REMOTE_ADDR="192.0.2.99").status_code == 200, "shut, from wherever it is tried"
    assert tries(PASSWORD, email=other.email).status_code == 302, "and nobody else is"
    with time_machine.travel(timezone.now() + SHUT_FOR + timedelta(seconds=1)):
        assert tries(PASSWORD).status_code == 302, "nobody is shut out for good"


def test_who_guesses_at_many_accounts_is_stopped(dee):
    for number in range(10):
        tries("wrong", email=f"nobody-{number}@cast.example")
    assert tries(PASSWORD).status_code == 200
    assert tries(PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_an_address_that_is_forged_in_a_head_opens_no_second_try(dee):
    for number in range(10):
        tries("wrong", email=f"nobody-{number}@cast.example", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert tries(PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.77").status_code == 200


def test_behind_a_proxy_what_the_visitor_wrote_before_it_counts_for_nothing(dee, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(10):
        forged = {"HTTP_X_FORWARDED_FOR": f"203.0.113.{number}, 198.51.100.9"}
        tries("wrong", email=f"nobody-{number}@cast.example", **forged)
    assert tries(PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.77, 198.51.100.9").status_code == 200
    assert tries(PASSWORD, HTTP_X_FORWARDED_FOR="198.51.100.8").status_code == 302


def test_guessing_codes_is_stopped(dee):
    secret, client = secret_of(dee), Client()
    tries(PASSWORD, client)
    for _ in range(GUESSES):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert not is_in(client)


def plain(page) -> str:
    """A page without what differs each time: the token, and what was typed."""
    return re.sub(r'value="[^"]*"', "", page.content.decode())


@pytest.mark.parametrize("name, field", [(LOGIN, "login"), ("account_reset_password", "email")])
def test_known_and_unknown_addresses_are_answered_alike(dee, name, field):
    answers = [
        Client().post(reverse(name), {field: email, "password": "wrong"}, follow=True)
        for email in (dee.email, "nobody@cast.example")
    ]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    assert plain(answers[0]) == plain(answers[1])


def test_an_address_with_a_line_break_is_none(db):
    answer = Client().post(reverse("account_reset_password"), {"email": "dee@cast.example\r\nBcc: all@far.example"})
    assert answer.status_code == 200
    assert mail.outbox == []


# --- the key of a sign-in, and what ends it ---------------------------------------------------------------------------


def test_signing_in_gives_a_new_key_that_cannot_be_guessed(dee):
    keys = set()
    for _ in range(10):
        client = comes_in()
        before = client.session.session_key
        client.post(reverse("account_logout"))
        tries(PASSWORD, client)
        keys |= {before, client.session.session_key}
        assert not Session.objects.filter(session_key=before).exists()
    assert len(keys) == 20
    assert all(re.fullmatch("[0-9a-z]{32}", key) for key in keys), "165 bits of the system's own chance"


def test_a_key_that_somebody_put_there_before_signing_in_is_not_kept(dee):
    client = Client()
    client.get(reverse(LOGIN))
    client.cookies["sessionid"] = planted = "a" * 32
    tries(PASSWORD, client)
    assert client.session.session_key != planted
    assert is_in(client)


def test_signing_out_ends_it_on_the_server(dee):
    client, copied = comes_in(), Client()
    copied.cookies = client.cookies.copy()
    assert is_in(copied)
    client.post(reverse("account_logout"))
    assert not is_in(copied)


def test_a_closed_account_is_out_at_once(dee):
    client = comes_in()
    User.objects.filter(pk=dee.pk).update(is_active=False)
    assert not is_in(client)
    tries(PASSWORD, client)
    assert not is_in(client)


def test_a_changed_password_ends_every_other_sign_in(dee):
    here, elsewhere, new = comes_in(), comes_in(), "two quiet rivers meet"
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert dee.__class__.objects.get(pk=dee.pk).check_password(new)
    assert not is_in(elsewhere)


def test_a_changed_second_factor_ends_every_other_sign_in(dee):
    secret_of(dee)
    codes = RecoveryCodes.activate(dee).get_unused_codes()
    here, elsewhere = (comes_in_twice(code) for code in codes[:2])
    here.post(reverse(AGAIN), {"password": PASSWORD})
    here.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=dee, type="totp").exists()
    assert is_in(here)
    assert not is_in(elsewhere)


def comes_in_twice(code: str) -> Client:
    """By password and code."""
    client = comes_in()
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert is_in(client)
    return client


def test_two_may_be_signed_in_at_once(dee):
    assert all(is_in(client) for client in [comes_in(), comes_in(), comes_in()])


def test_who_runs_the_installation_signs_out_one_or_all(dee, capsys):
    sam = User.objects.make(email="sam@cast.example", name="Sam Okoye", password=PASSWORD)
    hers, his = comes_in(), Client()
    tries(PASSWORD, his, email=sam.email)
    call_command("sign_out", "Dee@cast.example")
    assert (is_in(hers), is_in(his)) == (False, True)
    call_command("sign_out", "--everybody")
    assert not is_in(his)
    with pytest.raises(CommandError, match="Nobody signs in with"):
        call_command("sign_out", "nobody@cast.example")


# --- the second factor ------------------------------------------------------------------------------------------------


def test_a_code_works_once_and_for_half_a_minute(dee):
    secret, now = secret_of(dee), timezone.now().replace(second=5, microsecond=0)

    def let_in(code: str) -> bool:
        client = comes_in()
        client.post(reverse("mfa_authenticate"), {"code": code})
        return is_in(client)

    with time_machine.travel(now, tick=False):
        code = code_of(secret, now)
        assert let_in(code)
        assert not let_in(code), "a second time"
    with time_machine.travel(now + timedelta(minutes=1), tick=False):
        assert not let_in(code_of(secret, now + timedelta(seconds=30))), "the one before"
        assert let_in(code_of(secret, now + timedelta(minutes=1)))


def test_a_code_on_paper_works_once(dee):
    secret_of(dee)
    codes = RecoveryCodes.activate(dee).get_unused_codes()
    assert all(re.fullmatch(r"\d{8}", code) for code in codes) and len(set(codes)) == len(codes) == 10
    comes_in_twice(codes[0])
    client = comes_in()
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert not is_in(client)


def test_seeds_come_from_the_systems_own_chance(monkeypatch):
    asked = []
    monkeypatch.setattr(totp.secrets, "token_bytes", lambda length: asked.append(length) or b"x" * length)
    monkeypatch.setattr(totp.secrets, "token_hex", lambda length: asked.append(length) or "x" * length)
    totp.generate_totp_secret()
    RecoveryCodes.generate_seed()
    assert asked == [20, 40], "bytes, which is 160 and 320 bits"


def test_a_second_factor_is_changed_only_after_the_password_again(dee):
    client = comes_in()
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        for name in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
            answer = client.post(reverse(name), {"code": "000000"})
            assert answer.headers["Location"].startswith(reverse(AGAIN)), name
    assert not Authenticator.objects.filter(user=dee).exists()


# --- a forgotten password ---------------------------------------------------------------------------------------------


def link_by_mail() -> str:
    Client().post(reverse("account_reset_password"), {"email": "dee@cast.example"})
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def chooses(link: str, password: str) -> Client:
    client = Client()
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": password, "password2": password})
    return client


def test_a_new_password_by_mail_does_not_get_past_the_second_factor(dee):
    secret = secret_of(dee)
    client = chooses(link_by_mail(), "two quiet rivers meet")
    assert not is_in(client), "it signs nobody in"
    tries("two quiet rivers meet", client)
    assert not is_in(client), "the second step is asked for"
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert is_in(client)


def test_a_link_for_a_new_password_works_once_and_not_for_days(dee):
    link = link_by_mail()
    chooses(link, "two quiet rivers meet")
    chooses(link, "the fourth quiet river")
    assert User.objects.get(pk=dee.pk).check_password("two quiet rivers meet")
    late = link_by_mail()
    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1)):
        chooses(late, "the fourth quiet river")
    assert User.objects.get(pk=dee.pk).check_password("two quiet rivers meet")


# --- no other way in --------------------------------------------------------------------------------------------------


def test_signing_in_leads_to_no_other_site(dee):
    for elsewhere in ("https://far.example/", "//far.example/", "javascript:alert(1)", "http:far.example", "\\\\far"):
        client = Client()
        answer = client.post(
            f"{reverse(LOGIN)}?next={elsewhere}", {"login": dee.email, "password": PASSWORD, "next": elsewhere}
        )
        assert answer.headers["Location"] == "/", elsewhere


#: Where somebody is signed in: an invitation taken up by somebody new, and the demo, which a real site does not have.
WAYS_IN = {"mentoring/accounts/views.py": {"login"}, "schemes/people/views/members.py": {"perform_login"}}


def test_there_is_no_other_way_in():
    found = {}
    for path in source_files():
        for node in ast.walk(ast.parse(path.read_text())):
            name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            if name in ("login", "perform_login", "force_login", "alogin", "resume_login"):
                found.setdefault(str(path.relative_to(HOUSE)), set()).add(name)
    assert found == WAYS_IN


def test_the_demos_way_in_is_not_there_on_a_real_site(dee, settings):
    settings.DEMO = False
    User.objects.make(email="mentor@demo.example", name="Mo", is_made_up=True)
    assert Client().post(reverse("demo_enter", args=["mentor"])).status_code == 404


def test_no_page_signs_in_by_being_looked_at(world):
    """Private links too: they open what they are for, and leave nobody signed in."""
    client = Client()
    for name, row in table().items():
        if row.method == "get":
            client.get(url_of(name, row, world))
            assert "_auth_user_id" not in client.session, name


@pytest.mark.django_db
def test_no_account_is_there_by_itself():
    assert not User.objects.exists()


def test_people_hear_of_it_by_mail_when_what_signs_them_in_changes(dee):
    secret_of(dee)
    codes, new = RecoveryCodes.activate(dee).get_unused_codes(), "two quiet rivers meet"
    client = comes_in_twice(codes[0])
    client.post(reverse(AGAIN), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"))
    assert [sent.to for sent in mail.outbox] == [[dee.email]]
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert [sent.to for sent in mail.outbox] == [[dee.email]] * 2
    assert "quiet" not in "".join(sent.body for sent in mail.outbox)
