"""References by a private link and by phone (S9; issue 3, done-when 4)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.audit.models import AuditEntry
from mentoring.notices.models import Letter
from mentoring.transitions import Refused
from safeguarding.home import check_rows
from safeguarding.reminders import reference_late
from safeguarding.vetting.actions import check_decide, check_request
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.references import actions
from safeguarding.vetting.references.models import Reference, ReferenceLink
from safeguarding.vetting.references.queries import questions_of, reference_by_token
from safeguarding.vetting.references.questions import DEFAULTS
from schemes.people.models import Volunteer

TODAY = timezone.localdate
GOOD = {
    "known": "We worked together.", "long": "Six years.", "young": "Patient with my own two.",
    "reliable": "Always early.", "trust": "yes", "worry": "no",
}  # fmt: skip


@pytest.fixture(name="check")
def asked_of_a_referee(cast):
    return check_request(
        volunteer=cast.volunteer, kind="reference", requested_on=TODAY(), referee_name="Priya Shah",
        referee_email="priya@cast.example", by=cast.coordinator,
    )  # fmt: skip


@pytest.fixture(name="asked")
def with_a_link(cast, check):
    """(the reference, the token that went into the letter)"""
    return actions.reference_ask(check=check, by=cast.coordinator)


def give(cast, token, **answers):
    return cast.client().post(f"/reference/{token}/", {**GOOD, **answers})


def later(days):
    return time_machine.travel(timezone.now() + timedelta(days=days))


# --- the link -------------------------------------------------------------------------------------------------------
def test_s9_a_referee_needs_no_account_to_answer(cast, asked):
    reference, token = asked
    page = cast.client().get(f"/reference/{token}/").content.decode()
    assert "Zofia Nowak" in page and "may have to show it" in page
    assert give(cast, token).status_code == 302
    reference.refresh_from_db()
    assert ["How do you know them?", "We worked together."] in reference.given
    assert reference.check_of.received_on == TODAY() and reference.taken_by is None


def test_the_letter_names_nobody_and_the_link_is_kept_as_a_hash_only(asked):
    reference, token = asked
    letter = Letter.objects.get(kind="reference")
    assert letter.to == "priya@cast.example"
    assert "Zofia" not in letter.subject + letter.words
    assert token not in str(list(ReferenceLink.objects.values())) + str(Reference.objects.values().get())
    assert len(token) == 40


def test_a_link_is_used_once(cast, asked):
    _, token = asked
    give(cast, token)
    assert give(cast, token).status_code == 404
    assert cast.client().get(f"/reference/{token}/").status_code == 404


def test_links_that_open_nothing_are_all_alike(cast, asked, check):
    """No enumeration: used, run out, taken back, replaced and made up cannot be told apart."""
    reference, first = asked
    _, second = actions.reference_ask(check=check, by=cast.coordinator)
    replaced = cast.client().get(f"/reference/{first}/")
    with later(43):
        run_out = cast.client().get(f"/reference/{second}/")
    actions.reference_withdraw(reference=reference, by=cast.coordinator)
    taken_back = cast.client().get(f"/reference/{second}/")
    made_up = cast.client().get(f"/reference/{'x' * 40}/")
    pages = [replaced, run_out, taken_back, made_up]
    assert [page.status_code for page in pages] == [404] * 4
    assert len({page.content for page in pages}) == 1


def test_too_many_tries_from_one_place_open_nothing_for_an_hour(cast, asked):
    assert cast.client().get(f"/reference/{asked[1]}/").status_code == 200
    for number in range(60):
        cast.client().get(f"/reference/made-up-{number}/")
    assert cast.client().get(f"/reference/{asked[1]}/").status_code == 404


def test_sending_too_often_loses_nothing_typed(cast, asked, monkeypatch):
    monkeypatch.setattr(
        "safeguarding.vetting.references.views.giving.too_many", lambda r, name, rate: name == "reference"
    )
    answer = give(cast, asked[1])
    assert answer.status_code == 422 and "We worked together." in answer.content.decode()
    asked[0].refresh_from_db()
    assert asked[0].given_at is None


def test_what_is_typed_is_kept_and_shown_again_also_behind_a_newer_link(cast, asked, check):
    _, token = asked
    kept = cast.client().post(f"/reference/{token}/", {"known": "From choir"}, headers={"X-Autosave": "1"})
    assert kept.status_code == 204
    assert "From choir" in cast.client().get(f"/reference/{token}/").content.decode()
    _, newer = actions.reference_ask(check=check, by=cast.coordinator)
    assert "From choir" in cast.client().get(f"/reference/{newer}/").content.decode()


def test_a_question_left_out_is_asked_for_beside_it(cast, asked):
    answer = give(cast, asked[1], trust="")
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"trust"}
    assert reference_by_token(asked[1]) is not None


def test_a_machine_that_fills_the_hidden_box_sends_nothing(cast, asked):
    give(cast, asked[1], website="spam")
    asked[0].refresh_from_db()
    assert asked[0].given_at is None


def test_taking_the_link_back_takes_the_draft_and_the_waiting_letter(cast, asked):
    reference, token = asked
    actions.reference_save(reference=reference, typed={"known": ["half a th"]})
    actions.reference_withdraw(reference=reference, by=cast.coordinator)
    reference.refresh_from_db()
    assert reference.typed == {} and not reference.links.exists()
    with pytest.raises(Refused):
        actions.reference_send(reference=reference, answers=GOOD)


def test_no_link_goes_out_without_an_address_nor_for_another_kind_nor_by_oneself(cast, check):
    nameless = check_request(
        volunteer=cast.volunteer, kind="reference", requested_on=TODAY(), referee_name="Tom", by=cast.coordinator
    )
    identity = check_request(volunteer=cast.volunteer, kind="identity", requested_on=TODAY(), by=cast.coordinator)
    for wrong, by in ((nameless, cast.coordinator), (identity, cast.coordinator), (check, cast.mentor)):
        with pytest.raises(Refused):
            actions.reference_ask(check=wrong, by=by)
    assert not Reference.objects.exists()


# --- by phone -------------------------------------------------------------------------------------------------------
def test_by_phone_the_record_names_who_rang_and_the_link_dies(cast, asked, check):
    page = f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/checks/{check.pk}/reference/"
    client = cast.client(cast.coordinator)
    assert client.post(page + "phone/", {**GOOD, "trust": ""}).status_code == 422
    assert client.post(page + "phone/", GOOD).status_code == 302
    shown = client.get(page).content.decode()
    assert "By phone, typed in by Dee Parker" in shown and "Always early." in shown
    assert reference_by_token(asked[1]) is None


# --- a worry --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("answers", [{"worry": "yes", "worry_words": "He shouts."}, {"trust": "no"}])
def test_a_worry_has_to_be_decided_on_before_the_reference_can_be_clear(cast, asked, answers):
    reference, token = asked
    give(cast, token, **answers)
    reference.refresh_from_db()
    clear = {"decision": "clear", "decided_on": TODAY(), "by": cast.coordinator}
    with pytest.raises(Refused, match="worried"):
        check_decide(check=reference.check_of, **clear)
    with pytest.raises(Refused, match="Say what"):
        actions.reference_worry_decide(reference=reference, worry_decision=" ", by=cast.coordinator)
    actions.reference_worry_decide(reference=reference, worry_decision="Rang: at a referee.", by=cast.coordinator)
    assert check_decide(check=reference.check_of, **clear).decision == "clear"


def test_a_worried_reference_can_be_decided_not_clear_at_once(cast, asked):
    give(cast, asked[1], trust="no")
    check = Reference.objects.get().check_of
    assert check_decide(check=check, decision="not-clear", decided_on=TODAY(), by=cast.coordinator).decided_by


def test_the_page_says_the_worry_and_takes_the_decision(cast, asked, check):
    give(cast, asked[1], worry="yes", worry_words="He shouts.")
    client = cast.client(cast.coordinator)
    checks = f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/checks/"
    assert "A worry to decide on" in client.get(checks).content.decode()
    page = f"{checks}{check.pk}/reference/"
    assert client.post(page, {"worry_decision": ""}).status_code == 422
    assert client.post(page, {"worry_decision": "Talked it over."}).status_code == 302
    assert "Talked it over." in client.get(page).content.decode()


# --- reminders ------------------------------------------------------------------------------------------------------
def test_the_referee_is_written_to_again_each_week_three_times_at_most(asked):
    reference, token = asked
    sent = []
    for days in range(1, 40):
        sent += [days] * actions.references_remind(at=timezone.now() + timedelta(days=days))
    assert sent == [7, 14, 21]
    assert Letter.objects.filter(kind="reference").count() == 4
    assert reference_by_token(token) == reference, "the first link works on"


def test_nobody_is_reminded_of_what_they_have_sent(cast, asked):
    give(cast, asked[1])
    assert actions.references_remind(at=timezone.now() + timedelta(days=8)) == 0


def test_the_coordinator_is_told_after_a_fortnight(cast, asked):
    assert not reference_late(timezone.now() + timedelta(days=13))
    due = reference_late(timezone.now() + timedelta(days=14))
    assert [one.recipient_id for one in due] == [cast.coordinator.pk]


# --- the questions --------------------------------------------------------------------------------------------------
def sent_questions(**changes):
    """The form of the questions as it stands, with these changes: index → field → value."""
    sent = {"questions-TOTAL_FORMS": "9", "questions-INITIAL_FORMS": "7"}
    for place, one in enumerate(DEFAULTS):
        line = {"key": one.key, "words": one.words, "kind": one.kind, "place": place + 1, "is_required": "on"}
        sent |= {f"questions-{place}-{name}": value for name, value in line.items()}
    sent |= {"questions-7-kind": "words", "questions-8-kind": "words"}
    return sent | changes


def test_a_scheme_words_its_own_questions_in_its_own_order(cast, asked):
    actions.reference_save(reference=asked[0], typed={"long": ["Six years"]})
    changes = {"questions-1-words": "Since when?", "questions-1-place": "1", "questions-0-place": "2",
               "questions-2-words": "", "questions-7-words": "Anything else?"}  # fmt: skip
    client = cast.client(cast.coordinator)
    assert client.post("/schemes/sheffield/checks/questions/", sent_questions(**changes)).status_code == 302
    words = [question.words for question in questions_of(cast.scheme)]
    assert words[:2] == ["Since when?", "How do you know them?"]
    assert words[-1] == "Anything else?" and DEFAULTS[2].words not in words
    page = cast.client().get(f"/reference/{asked[1]}/").content.decode()
    assert "Since when?" in page and "Six years" in page


def test_somebody_is_asked_at_least_one_question(cast):
    empty = {f"questions-{place}-words": "" for place in range(9)}
    answer = cast.client(cast.coordinator).post("/schemes/sheffield/checks/questions/", sent_questions(**empty))
    assert answer.status_code == 422
    assert questions_of(cast.scheme) == list(DEFAULTS)


# --- who reads it, and who may give it ------------------------------------------------------------------------------
def test_staff_who_apply_do_not_read_what_was_said_about_them_and_reading_is_in_the_trail(cast, asked):
    reference, token = asked
    give(cast, token, worry="yes")
    volunteer = cast.volunteer
    page = f"/schemes/sheffield/people/volunteers/{volunteer.pk}/checks/{reference.check_of_id}/reference/"
    assert cast.client(cast.coordinator).get(page).status_code == 200
    assert AuditEntry.objects.get(verb="reference.read").by_key == str(cast.coordinator.pk)
    Volunteer.objects.filter(pk=volunteer.pk).update(user=cast.coordinator)
    assert not Reference.objects.visible_to(cast.actor(cast.coordinator)).exists()
    client = cast.client(cast.coordinator)
    assert client.get(page).status_code == 404
    assert "A worry" not in client.get(page.split("checks/")[0] + "checks/").content.decode()
    assert AuditEntry.objects.filter(verb="reference.read").count() == 1


@pytest.mark.parametrize(
    ("email", "words"),
    [("Own@Cast.example", "own address"), ("ACCOUNT@cast.example", "own address"), ("Priya@cast.example", "Another")],
)
def test_s9_a_reference_comes_from_somebody_elses_mailbox(cast, check, email, words):
    """Neither the volunteer's address, nor their account's, nor another referee's; said beside the field."""
    Volunteer.objects.filter(pk=cast.volunteer.pk).update(email="own@cast.example")
    User.objects.filter(pk=cast.mentor.pk).update(email="account@cast.example")
    volunteer = Volunteer.objects.get(pk=cast.volunteer.pk)
    said = {"kind": "reference", "referee_name": "Tom", "referee_email": email, "requested_on": TODAY()}
    with pytest.raises(Refused, match=words):
        check_request(volunteer=volunteer, by=cast.coordinator, **said)
    url = f"/schemes/sheffield/people/volunteers/{volunteer.pk}/checks/ask/"
    answer = cast.client(cast.coordinator).post(url, {**said, "requested_on": TODAY().isoformat()})
    assert answer.status_code == 422 and words in answer.context["form"].errors["referee_email"][0]
    kept = VettingCheck.objects.create(volunteer=volunteer, **said)
    with pytest.raises(Refused, match=words):
        actions.reference_ask(check=kept, by=cast.coordinator)


def test_the_first_page_says_whose_reference_of_whom_has_not_come_back(cast, check):
    """Two references of one person are told apart, and so are schemes (S9)."""
    later = TODAY() + timedelta(days=30)
    rows = check_rows(cast.actor(cast.coordinator), later)
    words = {row.words for row in rows if "Reference" in row.words}
    assert any(check.referee_name in said and check.volunteer.name in said for said in words)
    assert {row.detail.split(" · ")[0] for row in rows} == {cast.scheme.name}


def test_staff_are_not_led_to_ask_about_themselves(cast, check):
    """The page behind the link is shut to whoever it is about: no link leads there."""
    page = f"/schemes/sheffield/people/volunteers/{check.volunteer_id}/checks/"
    assert "/reference/" in cast.client(cast.coordinator).get(page).content.decode()
    Volunteer.objects.filter(pk=check.volunteer_id).update(user=cast.coordinator)
    assert "/reference/" not in cast.client(cast.coordinator).get(page).content.decode()
