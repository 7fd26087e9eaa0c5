"""Who needs a second factor before they read of anybody, and how they are led to it and back (security row 7; ASVS 5.0,
6.3.3; issue "Safeguarding and privacy")."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from matching.tests.readying import mentor_ready
from mentoring.audit.models import AuditEntry
from mentoring.tests.access_kit import addresses, table, url_of
from mentoring.tests.accounts.test_signing_in import code_of
from mentoring.tests.test_canaries import text_of
from mentoring.web.models import Draft
from schemes.people.actions import membership_end, membership_grant
from schemes.people.gates import HOLDS_NOBODY_UP
from schemes.people.models import Volunteer
from schemes.people.permissions import READS_OF_OTHERS, STAFF, Role
from schemes.people.reached import Reached

PASSWORD = "seventeen steps"
STEP = "/accounts/second-step/"
#: Where nobody is held up: telling what worries them or is not fair, and being out alone.
OPEN = {
    "safeguarding:concern_raise_mine", "safeguarding:concern_mine", "safeguarding:concern_received",
    "safeguarding:concern_draft_throw",
    "safeguarding:complaint_make", "safeguarding:complaint_draft_throw",
    "safeguarding:visit_mine", "safeguarding:visit_back", "safeguarding:visit_longer",
}  # fmt: skip
NEED_ONE = ["coordinator", "manager", "lead", "supervisor", "trainer", "mentor", "peer", "referrer", "educator"]
NEED_NONE = ["uncleared", "mentee", "advisor"]


def with_password_alone(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def is_held(answer) -> bool:
    return answer.status_code == 302 and answer.headers["Location"] == STEP


@pytest.fixture
def mentor(cast):
    """Zofia, once she was approved."""
    mentor_ready(cast, cast.volunteer)
    return cast.mentor


# --- who --------------------------------------------------------------------------------------------------------------


def test_every_role_is_sorted_and_only_those_who_read_of_themselves_or_of_counts_are_left_out():
    assert set(Role) - STAFF - READS_OF_OTHERS == {Role.MENTEE, Role.ADVISOR}


@pytest.mark.parametrize("person", NEED_ONE)
def test_whoever_reads_of_others_is_led_to_the_second_step_from_their_first_page(world, person):
    assert is_held(with_password_alone(getattr(world, person)).get("/"))


@pytest.mark.parametrize("person", NEED_NONE)
def test_whoever_reads_of_themselves_alone_is_not(world, person):
    assert not is_held(with_password_alone(getattr(world, person)).get("/"))
    assert with_password_alone(getattr(world, person)).get(reverse("safeguarding:record_mine")).status_code == 200


def test_whoever_has_a_match_was_approved_and_so_needs_one(world):
    """What "has only applied" rests on: nobody reads of a young person before."""
    assert not Volunteer.objects.filter(matches__isnull=False).exclude(reached=Reached.APPROVED).exists()


def test_who_has_applied_becomes_a_mentor_and_meets_it_on_the_next_page(cast):
    client, where = with_password_alone(cast.uncleared), reverse("safeguarding:who_looked_mine")
    assert client.get(where).status_code == 200
    mentor_ready(cast, cast.uncleared_volunteer)
    assert is_held(client.get(where))


def test_a_mentor_who_pauses_or_is_looked_at_again_still_needs_one(cast):
    mentor_ready(cast, cast.uncleared_volunteer)
    client = with_password_alone(cast.uncleared)
    for state in ("paused", "suitability", "training", "left", "declined"):
        Volunteer.objects.filter(pk=cast.uncleared_volunteer.pk).update(state=state)
        assert is_held(client.get("/")), state


def test_who_has_applied_here_and_mentors_elsewhere_needs_one(cast):
    membership_grant(scheme=cast.other_scheme, user=cast.uncleared, role="mentor", by=cast.outsider)
    assert is_held(with_password_alone(cast.uncleared).get("/")), "no record says there that they only applied"


def test_a_role_that_ended_asks_for_nothing(cast):
    client = with_password_alone(cast.referrer)
    assert is_held(client.get("/"))
    membership_end(membership=cast.referrer.memberships.get(), by=cast.manager)
    assert not is_held(client.get("/"))


# --- no page ----------------------------------------------------------------------------------------------------------


def pages_of(person: str) -> list[str]:
    """Names of the pages that open to this person because of who they are."""
    gates = {address.name: getattr(address.entry.callback, "gate", None) for address in addresses()}
    return [
        name
        for name, row in sorted(table().items())
        if gates[name] and gates[name].kind in ("portal", "scheme") and row.expected(person) == "opens"
    ]


@pytest.mark.parametrize("person", ["mentor", "peer", "referrer", "educator", "supervisor"])
def test_without_one_no_page_of_theirs_opens_and_none_names_a_young_person(world, person):
    client, rows, opened = with_password_alone(getattr(world, person)), table(), set()
    client.raise_request_exception = False
    asked = pages_of(person)
    for name in asked:
        row = rows[name]
        url = url_of(name, row, world)
        answer = client.post(url, row.data(world)) if row.method == "post" else client.get(url)
        if not is_held(answer):
            opened.add(name)
            assert world.young_person.first_name not in text_of(answer), name
    assert opened <= OPEN
    assert len(asked) > len(opened)


def test_the_pages_that_hold_nobody_up_are_these_alone():
    gates = {address.name: getattr(address.entry.callback, "gate", None) for address in addresses()}
    assert {name for name, gate in gates.items() if gate and gate.why == HOLDS_NOBODY_UP} == OPEN


def test_what_is_sent_without_one_changes_nothing(world):
    client = with_password_alone(world.mentor)
    assert is_held(client.post(reverse("matching:life_change_tell", args=[world.volunteer.pk]), {"words": "I move"}))
    assert "life" not in str(AuditEntry.objects.latest("place").verb)


@pytest.mark.parametrize("name", ["safeguarding:concern_raise_mine", "safeguarding:visit_mine"])
def test_nobody_is_held_up_before_they_tell_what_worries_them_or_say_that_they_are_back(cast, mentor, name):
    for user in (cast.supervisor, mentor):
        assert with_password_alone(user).get(reverse(name)).status_code == 200


# --- the way there and back -------------------------------------------------------------------------------------------


def signed_in(user) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


def sets_up_an_app(client) -> str:
    """As the page says, up to the codes on paper; where its last link leads."""
    again = client.get(reverse("mfa_activate_totp")).headers["Location"]
    client.post(again, {"password": PASSWORD, "next": reverse("mfa_activate_totp")})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'class="secret">(\w+)<', page)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert STEP in client.get(answer.headers["Location"]).content.decode()
    return STEP


@pytest.mark.django_db(transaction=True)
def test_after_setting_one_up_a_mentor_is_on_the_page_they_came_for_without_being_asked_again(mentor):
    client, wanted = signed_in(mentor), reverse("schemes:my_training") + "?from=mail"
    assert is_held(client.get(wanted))
    answer = client.get(sets_up_an_app(client))
    assert answer.headers["Location"] == wanted
    assert client.get(wanted).status_code == 200


def test_the_page_says_why_the_two_ways_how_long_and_what_if_the_phone_is_lost(cast, mentor):
    client = with_password_alone(mentor)
    page = client.get(client.get("/").headers["Location"]).content.decode()
    for words in ("Fingerprint or face", "An app that shows codes", "about two minutes", "What if I lose my phone?"):
        assert words in page
    assert reverse("safeguarding:concern_raise_mine") in page
    assert cast.young_person.first_name not in page.partition("<main")[2]


def test_whoever_has_one_is_asked_to_use_it(cast, mentor):
    secret = generate_totp_secret()
    TOTP.activate(mentor, secret)
    client = with_password_alone(mentor)
    assert is_held(client.get("/"))
    page = client.get(STEP).content.decode()
    assert f"{reverse('mfa_reauthenticate')}?next={STEP}" in page
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(secret), "next": STEP})
    assert client.get(STEP).headers["Location"] == "/"
    assert not is_held(client.get("/"))


def test_a_code_on_paper_opens_too(cast, mentor):
    TOTP.activate(mentor, generate_totp_secret())
    codes = RecoveryCodes.activate(mentor).get_unused_codes()
    client = signed_in(mentor)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert not is_held(client.get("/"))


def test_a_factor_that_was_taken_away_no_longer_counts(cast, mentor):
    TOTP.activate(mentor, generate_totp_secret())
    codes = RecoveryCodes.activate(mentor).get_unused_codes()
    client = signed_in(mentor)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    Authenticator.objects.filter(user=mentor).delete()
    assert is_held(client.get("/"))


def test_nobody_is_led_to_another_site(cast, mentor):
    """Where they were going is kept on the server, and only a page of ours gets there."""
    client = with_password_alone(mentor)
    where = reverse("matching:life_change_tell", args=[cast.volunteer.pk])
    for said, kept in (
        ("https://far.example/x/", "/"),
        ("//far.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
        (f"http://testserver{where}?a=b", f"{where}?a=b"),
        ("http://testserver//far.example/", "/far.example/"),
    ):
        assert is_held(client.post(where, {}, headers={"Referer": said}))
        assert client.session["came_for"] == kept, said
    client.get(f"{STEP}?next=https://far.example/")
    assert client.session["came_for"] == "/far.example/", "nor by what the address says"


def test_a_part_of_a_page_leads_the_whole_page_there(cast, mentor):
    answer = with_password_alone(mentor).get("/me/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == STEP


def test_what_was_half_written_waits_behind_it(world):
    """A role may come while a form is open: what was typed is kept as ever, and stands in the form afterwards."""
    client = with_password_alone(world.mentor)
    kept = client.post(reverse("draft_keep", args=["session-1"]), {"words": "We went to the market"})
    assert kept.status_code < 300
    assert Draft.objects.get(owner=world.mentor).typed["words"] == ["We went to the market"]
