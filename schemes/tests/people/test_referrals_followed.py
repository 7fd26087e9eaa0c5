"""S10, P5: a referrer follows the stage of those they referred in plain words; reasons and mentor stay untold."""

import pytest
from django.urls import reverse

from schemes.people.actions import membership_end, young_person_edit, young_person_move
from schemes.people.models import Referral, YoungPerson
from schemes.people.stages import STAGES

SECRET = "Wants to get away from somebody at college"


@pytest.fixture
def referral(cast):
    young_person_edit(
        young_person=cast.young_person, changes={"why_now": SECRET, "phone": "07700 900456"}, by=cast.coordinator
    )
    found = cast.young_person.referrals.get()
    found.referrer_words, found.young_person_words = "Keeps the tenancy.", "A friend."
    found.save()
    return found


def page_of(cast, referral) -> str:
    return cast.client(cast.referrer).get(reverse("schemes:referral_mine", args=[referral.pk])).content.decode()


def test_every_state_has_a_stage():
    assert set(STAGES) == set(YoungPerson.State.values)


@pytest.mark.parametrize("to", ["chose-not", "not-eligible", "signposted"])
def test_s10_why_somebody_is_not_with_us_is_not_told(cast, referral, to):
    """Given three ways to end, when the referrer looks, then all read alike and the reason is nowhere."""
    young_person_move(young_person=cast.young_person, to=to, why="Lives out of the area", by=cast.coordinator)
    shown = page_of(cast, referral)
    assert "Not with us now" in shown
    for hidden in ("out of the area", "eligible", "Pointed", "Chose not"):
        assert hidden not in shown


def test_s10_on_the_way_the_stage_is_told_in_plain_words(cast, referral):
    for to, words in (("contacted", "In touch"), ("met", "We have met"), ("waiting", "Taking part")):
        young_person_move(young_person=cast.young_person, to=to, by=cast.coordinator)
        assert words in cast.client(cast.referrer).get("/me/referrals/").content.decode()
        assert STAGES[to].sentence in page_of(cast, referral)


def test_p5_the_referrers_wish_is_shown_as_theirs(cast, referral):
    shown = page_of(cast, referral)
    assert "Keeps the tenancy." in shown
    assert "These are your words and stay yours" in shown


def test_s10_nothing_of_the_record_reaches_the_referrer(cast, referral):
    shown = page_of(cast, referral)
    for hidden in (SECRET, "07700", cast.mentee.email, cast.coordinator.name):
        assert hidden not in shown


def test_a_referral_of_somebody_else_is_not_there(cast, referral):
    other = Referral.objects.create(
        scheme=cast.scheme, young_person=cast.young_person, referrer=cast.educator, received_on="2026-09-01"
    )
    assert cast.client(cast.referrer).get(reverse("schemes:referral_mine", args=[other.pk])).status_code == 404


def test_whoever_no_longer_refers_sees_nothing(cast, referral):
    role = cast.referrer.memberships.get(scheme=cast.scheme)
    membership_end(membership=role, by=cast.manager)
    client = cast.client(cast.referrer)
    assert client.get(reverse("schemes:referral_mine", args=[referral.pk])).status_code == 404
    assert "Jay" not in client.get("/me/referrals/").content.decode()


def test_s10_a_referrer_is_not_told_of_a_new_name(cast, referral):
    """Given somebody who was referred as Jay, when they take another name, then the referrer reads Jay still."""
    young_person_edit(young_person=cast.young_person, changes={"name": "Rowan Lee"}, by=cast.coordinator)
    for page in (page_of(cast, referral), cast.client(cast.referrer).get("/me/referrals/").content.decode()):
        assert "Rowan" not in page
        assert "Jay" in page
