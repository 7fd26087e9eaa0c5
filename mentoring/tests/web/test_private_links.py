"""One-time and private links: unguessable, over in time, limited; a wrong one tells nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.relationships.calendar.actions import calendar_make
from mentoring.tests.access_kit import addresses
from mentoring.web.limits import WRONG_LINKS
from schemes.people.actions import invitation_send, invitation_take_up
from schemes.people.models import Invitation
from schemes.people.tokens import new_token, token_hash

WRONG = int(WRONG_LINKS["wrong-link"].split("/")[0])


def invited(cast) -> str:
    """The address in the letter of a new member of the advisory group."""
    _, token = invitation_send(
        scheme=cast.scheme, email="new@example.org", name="Noor Haddad", role="advisor", by=cast.manager
    )
    return reverse("schemes:invitation_take_up", args=[token])


def wrong() -> str:
    return reverse("schemes:invitation_take_up", args=[new_token()])


def test_every_address_with_a_private_link_is_limited():
    links = {one.name: one.entry.callback for one in addresses() if "token" in one.entry.pattern.converters}
    assert "schemes:invitation_take_up" in links
    assert [name for name, view in links.items() if not getattr(view, "is_private_link", False)] == []


def test_a_link_cannot_be_guessed_and_is_kept_as_a_hash_only(cast):
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert min(map(len, tokens)) >= 40
    token = invited(cast).strip("/").split("/")[-1]
    kept = Invitation.objects.get(email="new@example.org")
    assert kept.token_hash == token_hash(token)
    assert token not in str(vars(kept))


def test_who_guesses_gets_the_same_answer_for_every_link_after_sixty_wrong_ones(cast):
    right, guesser = invited(cast), Client()
    before = guesser.get(wrong())
    for _ in range(WRONG - 2):
        assert guesser.get(wrong()).status_code == 404
    assert guesser.get(right).status_code == 200
    assert guesser.get(wrong()).status_code == 404
    after = guesser.get(right)
    assert after.status_code == 404
    assert after.content == before.content


def test_others_are_not_shut_out_with_them(cast):
    right, guesser = invited(cast), Client()
    for _ in range(WRONG + 1):
        guesser.get(wrong())
    assert Client(REMOTE_ADDR="192.0.2.7").get(right).status_code == 200


def test_a_calendar_that_asks_for_an_old_link_shuts_nobody_out(cast):
    right, calendar = invited(cast), Client()
    old = reverse("matching:calendar_feed", args=[new_token()])
    for _ in range(WRONG + 1):
        assert calendar.get(old).status_code == 404
    assert calendar.get(right).status_code == 200


def test_nor_does_who_guesses_invitations_shut_out_a_calendar_and_feeds_are_limited_too(cast):
    token, guesser = calendar_make(with_place=False, by=cast.mentor), Client()
    feed = reverse("matching:calendar_feed", args=[token])
    for _ in range(WRONG):
        guesser.get(wrong())
    assert guesser.get(feed).status_code == 200
    for _ in range(WRONG):
        guesser.get(reverse("matching:calendar_feed", args=[new_token()]))
    assert guesser.get(feed).status_code == 404


def test_an_invitation_works_once(cast):
    right = invited(cast)
    invitation_take_up(invitation=Invitation.objects.get(email="new@example.org"), password="a long pass phrase")
    assert Client().get(right).status_code == 410


@pytest.mark.parametrize("days, status", [(1, 200), (400, 410)])
def test_an_invitation_runs_out(cast, days, status):
    right = invited(cast)
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        assert Client().get(right).status_code == status
