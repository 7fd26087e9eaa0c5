"""How an account is kept: roles are given to addresses, so nobody changes theirs; the codes of it are sealed."""

from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from mentoring.accounts.models import User


def test_nobody_takes_the_address_of_somebody_who_is_to_be_invited(cast):
    client, where = cast.client(cast.mentor), "/accounts/email/"
    for sent in (
        {"action_add": "", "email": "next-lead@council.example"},
        {"action_primary": "", "email": "next-lead@council.example"},
    ):
        client.post(where, sent)
    assert not EmailAddress.objects.filter(email="next-lead@council.example").exists()
    assert not User.objects.filter(email="next-lead@council.example").exists()
    assert cast.mentor.email in client.get(where).content.decode()


def test_a_stolen_database_gives_no_codes_of_the_second_factor(cast):
    auth = TOTP.activate(cast.lead, "JBSWY3DPEHPK3PXP").instance
    stored = Authenticator.objects.values_list("data", flat=True).get(pk=auth.pk)
    assert "JBSWY3DPEHPK3PXP" not in str(stored)
    assert get_adapter().decrypt(stored["secret"]) == "JBSWY3DPEHPK3PXP"
