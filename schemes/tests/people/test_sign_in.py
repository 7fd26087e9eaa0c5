"""A sign-in ends by itself (ASVS 5.0, 7.3.1 and 7.3.2): shared computers, lent telephones, visitors in the office."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.accounts.lasting import IDLE, IDLE_YOUNG, LONGEST, begun, is_to_note, seconds_left

pytestmark = pytest.mark.django_db
NOON = timezone.now().replace(microsecond=0)


def after(**time):
    return time_machine.travel(NOON + timedelta(**time), tick=False)


def signed_in(cast, who) -> Client:
    with after(seconds=0):
        return cast.client(getattr(cast, who))


def is_in(client, path="/") -> bool:
    answer = client.get(path)
    return not (answer.status_code == 302 and reverse("account_login") in answer.headers["Location"])


@pytest.mark.parametrize(("who", "minutes"), [("mentee", 10), ("mentor", 20), ("coordinator", 20), ("lead", 20)])
def test_l9_who_does_nothing_for_a_while_is_signed_out_on_the_second(cast, who, minutes):
    client = signed_in(cast, who)
    with after(minutes=minutes, seconds=-1):
        assert is_in(client)
    client = signed_in(cast, who)
    with after(minutes=minutes):
        assert not is_in(client)
        assert not is_in(client), "and stays so: the session itself is gone"


def test_l9_whoever_goes_on_stays_for_a_working_day_and_no_longer(cast):
    client = signed_in(cast, "coordinator")
    for minutes in range(15, 8 * 60, 15):
        with after(minutes=minutes):
            assert is_in(client), minutes
    with after(hours=8):
        assert not is_in(client)


def test_l9_a_page_that_asks_how_long_there_is_does_not_keep_the_sign_in_alive(cast):
    client = signed_in(cast, "coordinator")
    with after(minutes=19):
        assert client.get(reverse("still_here")).json() == {"left": 60}
    with after(minutes=20):
        assert not is_in(client)


def test_l9_a_page_that_asks_too_late_hears_that_it_is_over_and_whoever_comes_is_told_why(cast):
    client = signed_in(cast, "mentee")
    with after(minutes=11):
        assert client.post(reverse("still_here")).json() == {"left": 0}
        assert b"You were signed out" in client.get("/me/", follow=True).content


def test_l9_who_says_that_they_are_here_stays(cast):
    client = signed_in(cast, "mentee")
    with after(minutes=9):
        assert client.post(reverse("still_here")).json() == {"left": IDLE_YOUNG}
    with after(minutes=18):
        assert is_in(client)


def test_l9_who_says_so_a_moment_after_they_came_has_the_whole_time_again(cast):
    client = signed_in(cast, "mentee")
    with after(seconds=12):
        assert client.post(reverse("still_here")).json() == {"left": IDLE_YOUNG}


def test_somebody_signed_out_is_told_why_and_comes_back_to_where_they_were(cast):
    client = signed_in(cast, "coordinator")
    with after(minutes=21):
        answer = client.get(f"/schemes/{cast.scheme.slug}/members/?q=dee", follow=True)
    assert answer.redirect_chain == [(f"{reverse('account_login')}?next=/schemes/sheffield/members/%3Fq%3Ddee", 302)]
    assert b"You were signed out" in answer.content


def test_a_piece_of_a_page_is_never_filled_with_the_sign_in_page(cast):
    client = signed_in(cast, "coordinator")
    with after(minutes=21):
        answer = client.get("/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == reverse("account_login")


def test_what_is_sent_too_late_changes_nothing(cast):
    client = signed_in(cast, "coordinator")
    with after(minutes=21):
        answer = client.post(
            f"/schemes/{cast.scheme.slug}/members/invite/", {"email": "new@cast.example", "role": "mentor"}
        )
    assert answer.headers["Location"].startswith(reverse("account_login"))
    assert not cast.scheme.invitations.exists()


def test_a_session_from_before_this_was_kept_is_over():
    assert seconds_left({}, now=1_800_000_000) < 0


def test_signs_of_life_are_noted_now_and_then_and_the_day_has_an_end():
    kept = begun(1000, IDLE)
    assert (is_to_note(kept, 1014), is_to_note(kept, 1015)) == (False, True)
    assert seconds_left({**kept, "seen_at": 1000 + LONGEST - 60}, 1000 + LONGEST - 60) == 60
