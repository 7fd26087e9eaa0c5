"""The address somebody signs in with cannot be changed by themselves: roles are given to addresses."""

from allauth.account.models import EmailAddress

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
