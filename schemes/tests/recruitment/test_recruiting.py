"""What the first page says of those who wait for an answer (S9, S10)."""

from datetime import date, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from schemes import home
from schemes.people.actions import invitation_send, young_person_add
from schemes.recruitment.shown import young_people


# --- the first page -------------------------------------------------------------------------------------------------
def rows(world, user, days):
    """The first page of somebody so many days from now."""
    later = timezone.now() + timedelta(days=days)
    with mock.patch("django.utils.timezone.now", return_value=later):
        return home.today_rows(world.actor(user), timezone.localdate())


def test_whoever_waits_a_week_for_an_answer_stands_on_the_coordinators_first_page(cast):
    assert rows(cast, cast.coordinator, 6) == []
    words = [row.words for row in rows(cast, cast.coordinator, 7)]
    assert "Una Reid asked about volunteering" in words
    assert "Jay was referred by Ruth Adeyemi" in words


def test_the_first_page_says_how_a_young_person_came(cast):
    """S10: the first answer goes to the young person, and depends on whether somebody stands behind them."""
    came = {"Bo": {"referrer_name": ""}, "Cy": {"is_self_referral": True}}
    for name, how in came.items():
        referral = {"received_on": timezone.localdate(), **how}
        young_person_add(scheme=cast.scheme, name=name, referral=referral, by=cast.coordinator)
    words = [row.words for row in rows(cast, cast.coordinator, 8)]
    assert "Bo was referred by an agency" in words and "Cy asked for a mentor" in words


def test_the_first_page_of_others_names_nobody_who_waits(cast):
    for person in (cast.lead, cast.supervisor, cast.trainer, cast.outsider, cast.advisor):
        assert rows(cast, person, 30) == [], person
    (row,) = rows(cast, cast.manager, 30)
    assert row.words == "4 people stand at one stage two weeks too long"


def test_an_invitation_that_ran_out_is_told_to_those_who_invite(cast):
    invitation_send(scheme=cast.scheme, email="n@cast.example", name="Nell", role="trainer", by=cast.manager)
    assert rows(cast, cast.manager, 13) == []
    assert [row.words for row in rows(cast, cast.manager, 15)] == ["The invitation of Nell ran out"]


@pytest.mark.parametrize(
    ("person", "page"),
    [("mentor", "/me/"), ("mentee", "/me/"), ("referrer", "/me/referrals/"), ("coordinator", None), ("trainer", None)],
)
def test_mentors_young_people_and_referrers_begin_at_their_own_page(cast, person, page):
    assert home.first_page(cast.actor(getattr(cast, person))) == page


def test_step_ten_says_where_consent_to_a_referral_is_missing(cast):
    young_person_add(scheme=cast.scheme, name="Jo", referral={"received_on": date(2026, 11, 1)}, by=cast.coordinator)
    shown = young_people(cast.scheme, date(2026, 11, 22))
    assert "Of 1 it is not recorded that they agreed to be referred." in shown.missing
