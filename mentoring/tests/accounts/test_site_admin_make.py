"""How the first person gets into an installation without the demo."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from mentoring.accounts.models import User
from mentoring.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


def told(*words) -> str:
    out = StringIO()
    call_command("site_admin_make", *words, stdout=out)
    return out.getvalue()


def test_the_link_leads_to_a_password_and_works_once(client):
    path = re.search(r"https?://[^/]+(/\S+)", told("ada@council.example", "Ada Root"))[1]
    new = {"password1": "a long quiet river", "password2": "a long quiet river"}
    form = client.get(path, follow=True)
    assert client.post(form.redirect_chain[-1][0], new).status_code == 302
    user = User.objects.get(email="ada@council.example")
    assert user.is_site_admin and user.check_password("a long quiet river")
    assert "password1" not in client.get(path, follow=True).content.decode()


def test_twice_makes_one_account_and_one_line_in_the_trail():
    told("ada@council.example", "Ada Root")
    told("Ada@council.example", "Ada Root")
    assert User.objects.count() == 1
    assert AuditEntry.objects.filter(verb="site_admin.made").count() == 1


def test_what_is_not_an_address_is_said_in_one_sentence():
    with pytest.raises(CommandError, match="“ada” is not an e-mail address."):
        told("ada", "Ada Root")
