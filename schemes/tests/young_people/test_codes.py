"""A code from the co-ordinator before what matters most (security row 7: "mentees optional, but step-up by
co-ordinator-issued code"; ASVS 5.0, 6.3.3; issue "Safeguarding and privacy")."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import reminders_run
from mentoring.notices.models import Notice
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.actions import young_person_add
from schemes.young_people.codes.actions import MOST_AN_HOUR, MOST_WRONG, code_give, code_try
from schemes.young_people.codes.models import StepUpCode

SAY = "/me/code/"
WRONG = "0000 0000"
TAKES = ["safeguarding:record_mine_read", "safeguarding:record_mine_print", "safeguarding:record_mine_data"]
SETS_UP = ["mfa_activate_totp", "mfa_add_webauthn"]


def with_password_alone(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def jay(cast):
    return with_password_alone(cast.mentee)


def give(cast, **fields) -> str:
    return code_give(**{"young_person": cast.young_person, "how": "phone", "by": cast.coordinator} | fields)


def verbs() -> list[str]:
    rows = AuditEntry.objects.filter(verb__startswith="stepupcode").order_by("place")
    return [row.verb.removeprefix("stepupcode.") for row in rows]


def asks_for_code(answer) -> bool:
    return answer.status_code == 302 and answer.headers["Location"] == SAY


# --- what waits for one -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*TAKES, "safeguarding:erasure_ask_mine", *SETS_UP])
def test_a_young_person_without_a_second_factor_is_asked_for_a_code(cast, jay, name):
    """Setting a factor up too: whoever had phone and password could make one of their own."""
    assert asks_for_code(jay.get(reverse(name)))
    assert asks_for_code(jay.post(reverse(name), {"code": "123456"})) or name in TAKES
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("name", [*TAKES, "safeguarding:erasure_ask_mine"])
def test_whoever_came_in_with_a_second_factor_is_not(cast, name):
    assert not asks_for_code(cast.client(cast.mentee).get(reverse(name)))


@pytest.mark.parametrize("name", [*TAKES, *SETS_UP])
def test_nor_is_anybody_who_is_no_young_person_here(cast, name):
    assert not asks_for_code(with_password_alone(cast.uncleared).get(reverse(name)))


@pytest.mark.parametrize("name", ["safeguarding:record_mine", "safeguarding:consent_mine", "account_change_password"])
def test_all_else_is_theirs_without(cast, jay, name):
    """Taking a consent back is as easy as giving it was (UK GDPR 7(3)), and a password is changed at once."""
    assert jay.get(reverse(name)).status_code == 200 or "reauthenticate" in jay.get(reverse(name)).url


def test_what_they_asked_for_is_taken_by_code_only(cast, jay):
    assert asks_for_code(jay.get(reverse("safeguarding:access_take_mine", args=[UUID(int=0)])))


# --- giving -----------------------------------------------------------------------------------------------------------


def given_on_the_page(cast, by) -> str:
    where = reverse("schemes:code_give", args=[cast.scheme.slug, cast.young_person.pk])
    page = cast.client(by).post(where, {"how": "together"})
    return re.search(r"\b\d{4} \d{4}\b", page.content.decode())[0]


def test_the_co_ordinator_sees_it_once_and_only_its_hash_is_kept(cast, caplog):
    with caplog.at_level("INFO"):
        code = given_on_the_page(cast, cast.coordinator)
    figures, row = code.replace(" ", ""), StepUpCode.objects.get()
    assert (row.how, row.given_by, row.ends_at - row.created_at) == (
        "together", cast.coordinator, pytest.approx(timedelta(minutes=15), abs=timedelta(seconds=1)),
    )  # fmt: skip
    kept = str(list(StepUpCode.objects.values())) + str(list(AuditEntry.objects.values())) + caplog.text
    assert figures not in kept and code not in kept
    again = cast.client(cast.coordinator).get(
        reverse("schemes:code_give", args=[cast.scheme.slug, cast.young_person.pk])
    )
    assert code not in again.content.decode()
    assert again.headers["Cache-Control"] == "no-store"


def test_how_they_know_who_it_is_must_be_said(cast):
    where = reverse("schemes:code_give", args=[cast.scheme.slug, cast.young_person.pk])
    assert cast.client(cast.coordinator).post(where, {}).status_code == 422
    assert not StepUpCode.objects.exists()


@pytest.mark.parametrize(
    ("person", "status"),
    [("lead", 403), ("manager", 403), ("supervisor", 403), ("mentor", 403), ("mentee", 403), ("outsider", 404)],
)
def test_only_co_ordinators_of_their_scheme_give_one(cast, person, status):
    where = reverse("schemes:code_give", args=[cast.scheme.slug, cast.young_person.pk])
    assert cast.client(getattr(cast, person)).post(where, {"how": "phone"}).status_code == status
    assert not StepUpCode.objects.exists()


def test_a_co_ordinator_gives_none_to_a_young_person_of_another_scheme(cast):
    where = reverse("schemes:code_give", args=[cast.other_scheme.slug, cast.young_person.pk])
    assert cast.client(cast.outsider).post(where, {"how": "phone"}).status_code == 404


def test_nobody_gives_one_to_themselves_nor_to_who_cannot_sign_in(cast):
    with pytest.raises(Refused, match="Somebody else"):
        give(cast, by=cast.mentee)
    nia = young_person_add(
        scheme=cast.scheme, name="Nia", by=cast.coordinator, referral={"received_on": timezone.localdate()}
    )
    with pytest.raises(Refused, match="sign in yet"):
        give(cast, young_person=nia)


def test_more_than_a_few_within_the_hour_are_none(cast):
    for _ in range(MOST_AN_HOUR):
        give(cast)
    with pytest.raises(Refused, match="within the hour"):
        give(cast)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        give(cast)


# --- trying -----------------------------------------------------------------------------------------------------------


def test_it_works_once(cast):
    code = give(cast)
    assert code_try(typed=f"{code[:4]} {code[4:]}", by=cast.mentee)
    assert not code_try(typed=code, by=cast.mentee)
    assert verbs() == ["handed_out", "used"]
    used = AuditEntry.objects.get(verb="stepupcode.used")
    assert (used.by_key, used.person_keys) == (str(cast.mentee.pk), [str(cast.mentee.pk)])


def test_it_works_for_a_quarter_of_an_hour(cast):
    code, now = give(cast), timezone.now()
    with time_machine.travel(now + timedelta(minutes=15, seconds=1)):
        assert not code_try(typed=code, by=cast.mentee)
    with time_machine.travel(now + timedelta(minutes=14, seconds=50)):
        assert code_try(typed=code, by=cast.mentee)


def test_a_new_one_ends_the_one_before(cast):
    old, new = give(cast), give(cast)
    assert not code_try(typed=old, by=cast.mentee)
    assert code_try(typed=new, by=cast.mentee)


def test_the_database_keeps_one_live_one_whoever_writes(cast):
    give(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        StepUpCode.objects.create(
            young_person=cast.young_person, given_by=cast.coordinator, how="phone", ends_at=timezone.now()
        )


def test_five_wrong_tries_end_it(cast):
    code = give(cast)
    for _ in range(MOST_WRONG - 1):
        assert not code_try(typed=WRONG, by=cast.mentee)
    assert StepUpCode.objects.live().exists()
    code_try(typed=WRONG, by=cast.mentee)
    assert not code_try(typed=code, by=cast.mentee), "the right one comes too late"
    assert verbs() == ["handed_out", *["mistyped"] * MOST_WRONG]


def test_it_is_of_no_use_to_anybody_else(cast):
    code = give(cast)
    for person in ("mentor", "coordinator", "outsider"):
        assert not code_try(typed=code, by=getattr(cast, person))
    assert StepUpCode.objects.get().wrong == 0


def test_whoever_goes_on_guessing_is_stopped_even_at_the_right_one(cast, jay):
    for _ in range(20):
        jay.post(SAY, {"code": WRONG})
    assert jay.post(SAY, {"code": give(cast)}).status_code == 422


# --- on the page ------------------------------------------------------------------------------------------------------


def test_the_way_there_and_back(cast, jay):
    wanted = reverse("safeguarding:erasure_ask_mine")
    page = jay.get(jay.get(wanted).headers["Location"]).content.decode()
    assert "Ask your co-ordinator for a code" in page
    assert reading_age_of_page(page) <= 9
    assert jay.post(SAY, {"code": WRONG}).status_code == 422
    before = jay.session.session_key
    answer = jay.post(SAY, {"code": given_on_the_page(cast, cast.coordinator)})
    assert answer.headers["Location"] == wanted
    assert jay.session.session_key != before, "it counts for more, so it has a new key"
    assert jay.get(wanted).status_code == 200


def test_it_holds_for_a_quarter_of_an_hour_of_this_sign_in_alone(cast, jay):
    wanted, now = reverse("safeguarding:erasure_ask_mine"), timezone.now()
    jay.post(SAY, {"code": give(cast)})
    assert asks_for_code(with_password_alone(cast.mentee).get(wanted)), "elsewhere it opens nothing"
    for minutes, is_asked in ((9, False), (14.9, False), (15.1, True)):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            assert asks_for_code(jay.get(wanted)) is is_asked, minutes


def test_the_password_is_asked_for_all_the_same(cast, jay):
    jay.post(SAY, {"code": give(cast)})
    assert reverse("account_reauthenticate") in jay.get(reverse(TAKES[0])).headers["Location"]


def test_a_second_factor_set_up_after_a_code_stands_in_for_it_from_then_on(cast, jay):
    jay.post(SAY, {"code": give(cast)})
    assert not asks_for_code(jay.get(reverse("mfa_activate_totp")))
    TOTP.activate(cast.mentee, generate_totp_secret())
    assert asks_for_code(with_password_alone(cast.mentee).get(reverse(TAKES[0]))), "until it is used in that sign-in"


def test_it_says_how_to_reach_them(cast, jay):
    cast.scheme.contact_phone = "0114 496 0000"
    cast.scheme.save()
    assert "tel:0114 496 0000" in jay.get(SAY).content.decode()


def test_nobody_else_has_such_a_page(cast):
    for person in ("mentor", "coordinator", "referrer"):
        assert cast.client(getattr(cast, person)).get(SAY).status_code == 404


def test_they_are_told_that_one_was_given_and_read_by_whom(cast, jay):
    code = give(cast)
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        reminders_run()
        reminders_run()
    told = Notice.objects.filter(rule="code_given", recipient=cast.mentee, channel="inbox")
    assert [notice.path for notice in told] == [SAY]
    sent = "".join(str(one.message()) for one in mail.outbox)
    assert code not in sent and f"{code[:4]} {code[4:]}" not in sent
    page = jay.get(SAY).content.decode()
    assert "Dee: On the phone" in page and "Was that not you?" in page
    assert reverse("safeguarding:concern_raise_mine") in page


def test_the_record_leads_there_for_who_can_sign_in(cast):
    where = reverse("schemes:young_person_show", args=[cast.scheme.slug, cast.young_person.pk])
    link = reverse("schemes:code_give", args=[cast.scheme.slug, cast.young_person.pk])
    assert link in cast.client(cast.coordinator).get(where).content.decode()
    assert link not in cast.client(cast.lead).get(where).content.decode()
