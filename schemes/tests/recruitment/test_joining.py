"""The public pages: enquiry, application, asking for a mentor, referring somebody (S8, S9, S10, P2, P4, P5)."""

import json

import pytest
from django.core import mail

from mentoring.fields import unseal
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_move
from schemes.people.models import Referral, Volunteer, YoungPerson
from schemes.planning.models import Leaflet
from schemes.recruitment.actions import application_invite, enquiry_send, referral_send

JOIN = "/join/sheffield/"


@pytest.fixture
def visitor(cast):
    return cast.client()


def test_the_public_page_has_three_doors_and_what_was_published(cast, visitor):
    Leaflet.objects.create(
        scheme=cast.scheme, audience="young-people", title="What is it?", body="A.", is_published=True
    )
    Leaflet.objects.create(scheme=cast.scheme, audience="volunteers", title="Draft", body="B.")
    page = visitor.get(JOIN).content.decode()
    assert all(f"{JOIN}{door}/" in page for door in ("mentor", "volunteer", "refer"))
    assert "What is it?" in page
    assert "Draft" not in page


def test_a_scheme_that_is_closed_or_unknown_has_no_public_page(cast, visitor):
    assert visitor.get("/join/nowhere/").status_code == 404


# --- volunteers ---------------------------------------------------------------------------------------------------
def test_an_enquiry_needs_a_name_and_one_way_to_reach_them(cast, visitor):
    assert visitor.post(JOIN + "volunteer/", {"name": "Ann"}).status_code == 422
    assert visitor.post(JOIN + "volunteer/", {"name": "Ann", "phone": "07700 900123"}).status_code == 302
    assert Volunteer.objects.get(name="Ann").state == "enquired"


def test_an_enquiry_by_e_mail_sends_the_private_link(cast, visitor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(JOIN + "volunteer/", {"name": "Ann", "email": "ann@cast.example"})
    assert "/join/sheffield/application/" in mail.outbox[0].body
    assert mail.outbox[0].to == ["ann@cast.example"]


def test_asking_twice_adds_nobody_and_tells_nobody_that_we_know_them(cast, visitor):
    first, second = (
        visitor.post(JOIN + "volunteer/", {"name": "A", "email": e}) for e in ("a@x.example", "A@x.example")
    )
    assert first.headers["Location"] == second.headers["Location"]
    assert Volunteer.objects.filter(email__iexact="a@x.example").count() == 1


def test_a_machine_that_fills_the_hidden_box_adds_nobody(cast, visitor):
    response = visitor.post(JOIN + "volunteer/", {"name": "Bot", "email": "b@x.example", "website": "http://spam"})
    assert response.status_code == 302
    assert not Volunteer.objects.filter(name="Bot").exists()


def test_too_many_from_one_place_are_asked_to_wait_and_lose_nothing(cast, visitor, monkeypatch):
    monkeypatch.setattr("mentoring.web.limits.too_many.__defaults__", ("2/h/ip",))
    for number in range(2):
        assert visitor.post(JOIN + "volunteer/", {"name": f"P{number}", "phone": "07700 900123"}).status_code == 302
    late = visitor.post(JOIN + "volunteer/", {"name": "Patient Person", "phone": "07700 900123"})
    assert late.status_code == 422
    assert "Patient Person" in late.content.decode()
    assert not Volunteer.objects.filter(name="Patient Person").exists()


PARTS = {
    "about-you": {
        "name": "Ann Reid",
        "born_on_day": "1",
        "born_on_month": "2",
        "born_on_year": "1980",
        "area": "Leeds",
        "care_experienced": "yes",
    },
    "why": {"motivation": "I have time."},
    "history": {
        "spell_1_kind": "work",
        "spell_1_words": "Baker, Leeds",
        "spell_1_from": "March 2015",
        "spell_1_to": "now",
        "lived_abroad": "no",
        "history_gaps": "2010–2012, children.",
    },
    "offer": {"interests": ["art", "music"], "free_times": ["Mon eve"], "languages": "English, Welsh"},
    "role": {"agreed": "on", "limits_agreed": "on"},
}


@pytest.fixture
def application(cast):
    volunteer = enquiry_send(scheme=cast.scheme, name="Ann", email="ann@cast.example")
    _, token = application_invite(volunteer=volunteer)
    return f"{JOIN}application/{token}/", volunteer


def test_an_application_is_filled_in_part_by_part_checked_and_sent(application, visitor):
    url, volunteer = application
    for part, answers in PARTS.items():
        assert visitor.post(f"{url}{part}/", answers).status_code == 302, part
    check = visitor.get(url + "send/").content.decode()
    assert "1 February 1980" in check
    assert "art, music" in check
    assert visitor.post(url + "send/").headers["Location"] == JOIN + "thanks/application/"
    volunteer.refresh_from_db()
    assert (volunteer.state, volunteer.name, volunteer.care_experienced) == ("applied", "Ann Reid", True)
    assert volunteer.languages == ["English", "Welsh"]
    assert volunteer.role_statement_signed_on is not None
    assert visitor.get(url).status_code == 404


def test_an_application_keeps_what_was_typed_even_when_it_is_wrong(application, visitor):
    url, _ = application
    wrong = {**PARTS["about-you"], "born_on_day": "31"}
    assert visitor.post(url + "about-you/", wrong).status_code == 422
    later = visitor.get(url + "about-you/").content.decode()
    assert 'value="31"' in later
    assert "Ann Reid" in later


def test_an_application_saves_itself_while_it_is_typed(application, visitor):
    url, _ = application
    assert visitor.post(url + "why/", {"motivation": "Half a sent"}, headers={"X-Autosave": "1"}).status_code == 204
    assert "Half a sent" in visitor.get(url + "why/").content.decode()


def test_an_application_is_not_sent_before_every_part_is_ready(application, visitor):
    """P2: nobody applies without having read and agreed to the role and the limits of confidentiality."""
    url, volunteer = application
    for part in ("about-you", "why", "history", "offer"):
        visitor.post(f"{url}{part}/", PARTS[part])
    assert visitor.post(url + "send/").status_code == 422
    volunteer.refresh_from_db()
    assert volunteer.state == "enquired"


def test_a_new_link_keeps_what_was_typed_and_shuts_the_old_one(application, visitor):
    url, volunteer = application
    visitor.post(url + "why/", PARTS["why"])
    _, token = application_invite(volunteer=volunteer)
    assert visitor.get(url).status_code == 404
    assert "I have time." in visitor.get(f"{JOIN}application/{token}/why/").content.decode()


def test_an_application_link_opens_under_its_own_scheme_only(application, visitor):
    url, _ = application
    assert visitor.get(url.replace("sheffield", "leeds")).status_code == 404


# --- young people ---------------------------------------------------------------------------------------------------
BORN = {"born_on_day": "1", "born_on_month": "2", "born_on_year": "2008"}


def ask(visitor, answers: dict):
    return [visitor.post(f"{JOIN}mentor/{question}/", sent) for question, sent in answers.items()]


def test_asking_for_a_mentor_needs_a_name_and_one_way_and_nothing_else(cast, visitor):
    """S10: nothing is compulsory but what to call them and one way to reach them."""
    ask(visitor, {"name": {"name": "Jo"}, "reach": {"phone": "07700 900456"}})
    assert visitor.get(JOIN + "mentor/check/").status_code == 200
    assert visitor.post(JOIN + "mentor/check/").headers["Location"] == JOIN + "thanks/mentor/"
    young_person = YoungPerson.objects.get(name="Jo")
    assert (young_person.state, young_person.may_text) == ("referred", None)
    referral = young_person.referrals.get()
    assert (referral.is_self_referral, referral.young_person_agreed) == (True, True)


def test_what_a_young_person_says_is_kept_as_they_said_it(cast, visitor):
    ask(
        visitor,
        {
            "name": {"name": "Jo"},
            "reach": {"phone": "07700 900456"},
            "safe": {"may_text": "no", "may_leave_message": "yes", "contact_seen_by": "my carer"},
            "why": {"young_person_words": "Someone to cook with.", "wants_help_with": ["cooking"]},
            "who": {"mentor_kind": "peer"},
            "likes": {"interests": ["music", "gym"]},
            "wish": {"mentor_gender_wish": "Female", "background_wish": "elsewhere"},
            "where": {
                "area": "Leeds",
                "not_from": "Leith, Gorgie",
                "born_on_day": "1",
                "born_on_month": "2",
                "born_on_year": "2008",
            },
        },
    )
    visitor.post(JOIN + "mentor/check/")
    found = YoungPerson.objects.get(name="Jo")
    assert (found.may_text, found.may_leave_message, found.mentor_kind) == (False, True, "peer")
    assert (found.interests, found.wants_help_with) == (["music", "gym"], ["cooking"])
    assert found.referrals.get().young_person_words == "Someone to cook with."
    assert (found.mentor_gender_wish, found.background_wish, found.not_from) == (
        "Female", "elsewhere", ["Leith", "Gorgie"],
    )  # fmt: skip
    assert found.contact_seen_by == "my carer"


def test_answers_wait_sealed_in_the_session_and_are_gone_once_sent(cast, visitor):
    ask(visitor, {"name": {"name": "Jo"}, "reach": {"phone": "07700 900456"}})
    kept = visitor.session[f"asking {cast.scheme.pk}"]
    assert "900456" not in kept
    assert json.loads(unseal(kept))["name"] == {"name": ["Jo"]}
    visitor.post(JOIN + "mentor/check/")
    assert f"asking {cast.scheme.pk}" not in visitor.session


def test_nobody_is_sent_on_without_a_way_to_reach_them(cast, visitor):
    ask(visitor, {"name": {"name": "Jo"}})
    assert visitor.post(f"{JOIN}mentor/reach/", {}).status_code == 422
    assert visitor.post(JOIN + "mentor/check/").headers["Location"] == JOIN + "mentor/reach/"
    assert not YoungPerson.objects.filter(name="Jo").exists()


def test_the_page_says_so_when_only_one_kind_of_mentor_is_on_offer(cast, visitor):
    """P4: the choice stays theirs; the page is honest, and shows the second tier of support."""
    cast.scheme.offers_peer, cast.scheme.second_tier = False, "a drop-in on Mondays."
    cast.scheme.save()
    page = visitor.get(JOIN + "mentor/who/").content.decode()
    assert "somebody older from the community" in page
    assert "a drop-in on Mondays." in page


REFERRAL = {
    "name": "Jo",
    "phone": "07700 900456",
    "young_person_words": "A friend.",
    "young_person_agreed": "on",
    "referrer_name": "Ruth",
    "referrer_role": "Adviser",
    "referrer_email": "ruth@x.example",
    "referrer_words": "Keeps the tenancy.",
}


def test_a_referral_without_the_young_persons_own_consent_is_not_taken(cast, visitor):
    without = {key: value for key, value in REFERRAL.items() if key != "young_person_agreed"}
    response = visitor.post(JOIN + "refer/", without)
    assert response.status_code == 422
    assert "Keeps the tenancy." in response.content.decode()
    with pytest.raises(Refused):
        referral_send(scheme=cast.scheme, person={"name": "Jo"}, referral={"young_person_agreed": False})
    assert not YoungPerson.objects.filter(name="Jo").exists()


def test_the_referrers_words_stay_apart_from_the_young_persons(cast, visitor):
    """P5: the referrer's wished-for task is kept as the referrer's words."""
    assert visitor.post(JOIN + "refer/", REFERRAL).status_code == 302
    referral = Referral.objects.get(young_person__name="Jo")
    assert (referral.referrer_words, referral.young_person_words) == ("Keeps the tenancy.", "A friend.")
    assert referral.referrer is None
    page = cast.client(cast.coordinator).get(f"/schemes/sheffield/people/young-people/{referral.young_person_id}/")
    assert "These stay the referrer’s words" in page.content.decode()


def test_a_referrer_who_is_signed_in_can_follow_the_stage_later(cast):
    cast.client(cast.referrer).post(JOIN + "refer/", REFERRAL)
    assert Referral.objects.get(young_person__name="Jo").referrer == cast.referrer
    assert "Jo" in cast.client(cast.referrer).get("/me/referrals/").content.decode()


@pytest.mark.parametrize(
    "page", ["volunteer/", "refer/", "mentor/name/", "mentor/reach/", "mentor/where/", "mentor/safe/", "mentor/wish/"]
)
@pytest.mark.parametrize("junk", ["\x00", "a" * 7000, "💥\u202e", "<script>"])
def test_junk_in_public_forms_is_answered_kindly(cast, visitor, page, junk):
    names = ("name", "email", "phone", "area", "born_on_day", "born_on_month", "born_on_year", "young_person_words")
    assert visitor.post(JOIN + page, dict.fromkeys(names, junk)).status_code in (302, 422)
    assert visitor.get(JOIN + page).status_code == 200


def test_nobody_floods_a_mailbox_or_keeps_changing_somebodys_private_link(cast, django_capture_on_commit_callbacks):
    for _ in range(8):
        with django_capture_on_commit_callbacks(execute=True):
            sent = cast.client().post(JOIN + "volunteer/", {"name": "Ann", "email": "ann@cast.example"})
        assert sent.status_code == 302  # and nobody learns that nothing went
    assert len(mail.outbox) == 3


def test_the_link_of_somebody_who_is_past_applying_leads_nowhere(cast, application, visitor):
    """Given an unsent application, when a co-ordinator takes the volunteer on, then nobody reads on behind the link."""
    url, volunteer = application
    volunteer_move(volunteer=volunteer, to="applied", by=cast.coordinator)
    for address in (url, url + "about-you/", url + "send/"):
        assert visitor.get(address).status_code == 404
