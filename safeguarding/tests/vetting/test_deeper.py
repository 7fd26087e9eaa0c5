"""Checks between one decision and the next: looked up, renewed, waited for; what recruitment still asks."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from safeguarding.home import wait_rows
from safeguarding.reminders import wait_ending
from safeguarding.tests.world import clear, need_decided
from safeguarding.vetting.actions import check_decide, check_request
from safeguarding.vetting.exempting.actions import (
    MOST_DAYS,
    vetting_exemption_agree,
    vetting_exemption_ask,
    vetting_exemption_end,
)
from safeguarding.vetting.exempting.models import VettingExemption
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.needing.actions import vetting_need_agree, vetting_need_decide
from safeguarding.vetting.numbers import clean_number
from safeguarding.vetting.queries import checks_expiring, clearance_one
from safeguarding.vetting.rulebook import Answers
from safeguarding.vetting.updates.actions import status_check_record
from schemes.recruitment.history.actions import history_keep

TODAY = timezone.localdate
LAWFUL = {"consented": True, "certificate_seen": True, "same_workforce": True}


@pytest.fixture(name="cleared")
def a_cleared_volunteer(cast):
    clear(cast.volunteer, by=cast.coordinator, today=TODAY(), expires_on=TODAY() + timedelta(days=400))
    return cast


def certificate(cast) -> VettingCheck:
    return cast.volunteer.checks.get(kind="criminal-record")


def page(cast, who, more=""):
    return cast.client(who).get(f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/checks/{more}")


# --- the Update Service ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("answer", "is_clear"), [("nothing", True), ("current", True), ("no-match", True),
                                                  ("not-current", False)])  # fmt: skip
def test_s9_what_the_update_service_says_decides_whether_the_check_still_holds(cleared, answer, is_clear):
    status_check_record(check=certificate(cleared), answer=answer, **LAWFUL, by=cleared.coordinator)
    assert clearance_one(cleared.volunteer, TODAY()).is_clear is is_clear


def test_still_current_moves_the_day_to_look_again_on(cleared):
    before = certificate(cleared).expires_on
    status_check_record(check=certificate(cleared), answer="current", **LAWFUL, by=cleared.coordinator)
    assert certificate(cleared).expires_on > before + timedelta(days=600)


@pytest.mark.parametrize("left_out", LAWFUL)
def test_nobody_looks_without_consent_the_certificate_and_the_same_workforce(cleared, left_out):
    with pytest.raises(Refused):
        said = {**LAWFUL, left_out: False}
        status_check_record(check=certificate(cleared), answer="current", **said, by=cleared.coordinator)
    assert certificate(cleared).status == ""


def test_a_basic_or_open_check_cannot_be_looked_up(cleared):
    cleared.volunteer.checks.filter(kind="criminal-record").update(level="basic")
    with pytest.raises(Refused):
        status_check_record(check=certificate(cleared), answer="current", **LAWFUL, by=cleared.coordinator)


def test_a_look_is_written_down_on_its_page(cleared):
    check = certificate(cleared)
    url = f"/schemes/sheffield/people/volunteers/{cleared.volunteer.pk}/checks/{check.pk}/status/"
    client = cleared.client(cleared.coordinator)
    assert client.post(url, {"answer": "current"}).status_code == 422
    sent = {"answer": "not-current", **dict.fromkeys(LAWFUL, "on")}
    assert client.post(url, sent).status_code == 302
    shown = page(cleared, cleared.lead).content.decode()
    assert "no longer current" in shown


# --- renewal --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("days", "is_listed"), [(61, False), (60, True), (0, True), (-5, True)])
def test_a_check_is_listed_for_renewal_from_sixty_days_before(cleared, days, is_listed):
    cleared.volunteer.checks.exclude(kind="criminal-record").update(expires_on=None)
    cleared.volunteer.checks.filter(kind="criminal-record").update(expires_on=TODAY() + timedelta(days=days))
    assert checks_expiring(timezone.now()).exists() is is_listed


# --- numbers --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("written", "level", "body", "kept"),
    [
        ("0012 3456 7890", "enhanced-child", "DBS", "001234567890"),
        ("1234 5678 9012 3456", "pvg-child", "Disclosure Scotland", "1234567890123456"),
        ("", "enhanced", "DBS", ""), ("ab-12345", "", "", "AB-12345"), ("12345678", "enhanced", "AccessNI", "12345678"),
    ],
)  # fmt: skip
def test_l10_a_number_is_kept_as_a_number(written, level, body, kept):
    assert clean_number(written, level=level, body=body) == kept


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("caution in 2009", ""),
        ("00123456789", "enhanced"),
        ("see file", ""),
        ("123456789012", "pvg-child"),
        ("abcd", ""),
    ],
)
def test_l10_words_of_a_certificate_do_not_fit_in(written, level):
    with pytest.raises(ValueError, match="number"):
        clean_number(written, level=level, body="DBS")


def test_the_form_says_so_beside_the_number_and_keeps_documents_as_kinds_only(cast):
    asked = {"volunteer": cast.volunteer, "requested_on": TODAY(), "by": cast.coordinator}
    dbs = check_request(kind="criminal-record", level="enhanced-child", **asked)
    identity = check_request(kind="identity", **asked)
    client, here = cast.client(cast.coordinator), f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/checks/"
    answer = client.post(f"{here}{dbs.pk}/received/", {"received_on": "today", "number": "a caution"})
    assert answer.status_code == 422 and "12 figures" in answer.content.decode()
    sent = {"received_on": "today", "proofs": ["passport", "bank"]}
    assert client.post(f"{here}{identity.pk}/received/", sent).status_code == 302
    identity.refresh_from_db()
    assert identity.proofs == ["passport", "bank"]
    assert "Passport, Bank" in client.get(here).content.decode()


# --- starting under supervision -------------------------------------------------------------------------------------
@pytest.fixture(name="waiting")
def one_reference_on_its_way(cleared):
    reference = cleared.volunteer.checks.filter(kind="reference").first()
    reference.delete()
    check_request(
        volunteer=cleared.volunteer, kind="reference", requested_on=TODAY(), referee_name="Tom", by=cleared.coordinator
    )
    return cleared


def ask(cast, **changes):
    said = {"kind": "reference", "reason": "Goes along with Lou.", "ends_on": TODAY() + timedelta(days=14)}
    return vetting_exemption_ask(volunteer=cast.volunteer, **{**said, **changes}, by=cast.coordinator)


def test_s9_two_people_let_somebody_start_until_a_day_and_it_ends_by_itself(waiting):
    assert not clearance_one(waiting.volunteer, TODAY()).is_clear
    exemption = ask(waiting)
    assert not clearance_one(waiting.volunteer, TODAY()).is_clear
    vetting_exemption_agree(exemption=exemption, by=waiting.lead)
    found = clearance_one(waiting.volunteer, TODAY())
    assert found.is_clear and found.waived[0].startswith("Under supervision until")
    assert clearance_one(waiting.volunteer, TODAY() + timedelta(days=14)).is_clear
    assert not clearance_one(waiting.volunteer, TODAY() + timedelta(days=15)).is_clear


def test_nobody_agrees_to_their_own_asking(waiting):
    exemption = ask(waiting)
    with pytest.raises(Refused):
        vetting_exemption_agree(exemption=exemption, by=waiting.coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        VettingExemption.objects.filter(pk=exemption.pk).update(agreed_by=waiting.coordinator)


def adults_only(cast):
    """Less than is usual in this scheme: two people said so."""
    answers = Answers(over_18=True, days_in_30=5)
    need = vetting_need_decide(volunteer=cast.volunteer, answers=answers, by=cast.coordinator)
    return vetting_need_agree(need=need, by=cast.lead)


def test_l10_a_barred_list_is_never_waited_for(cast):
    need_decided(cast.volunteer, by=cast.coordinator)
    check_request(volunteer=cast.volunteer, kind="criminal-record", requested_on=TODAY(), by=cast.coordinator)
    with pytest.raises(Refused, match="barred"):
        ask(cast, kind="criminal-record")
    adults_only(cast)
    assert ask(cast, kind="criminal-record")


def test_an_agreement_is_refused_where_the_role_came_to_need_a_barred_list(cast):
    adults_only(cast)
    check_request(volunteer=cast.volunteer, kind="criminal-record", requested_on=TODAY(), by=cast.coordinator)
    exemption = ask(cast, kind="criminal-record")
    vetting_need_decide(volunteer=cast.volunteer, answers=Answers(under_18=True, days_in_30=5), by=cast.coordinator)
    with pytest.raises(Refused, match="barred"):
        vetting_exemption_agree(exemption=exemption, by=cast.lead)


def test_l10_what_was_let_wait_for_waits_no_more_once_a_barred_list_is_needed(cast):
    """Given a basic check that two let wait for, when the level is raised, then it is missing after all."""
    adults_only(cast)
    check_request(volunteer=cast.volunteer, kind="criminal-record", requested_on=TODAY(), by=cast.coordinator)
    vetting_exemption_agree(exemption=ask(cast, kind="criminal-record"), by=cast.lead)
    assert any("criminal record" in words for words in clearance_one(cast.volunteer, TODAY()).waived)
    vetting_need_decide(volunteer=cast.volunteer, answers=Answers(under_18=True, days_in_30=5), by=cast.coordinator)
    found = clearance_one(cast.volunteer, TODAY())
    assert not found.waived and any("criminal record" in words for words in found.missing)


@pytest.mark.parametrize("changes", [{"ends_on": date(2020, 1, 1)}, {"reason": " "}, {"kind": "overseas"}])
def test_it_needs_a_reason_a_near_end_and_a_check_on_its_way(waiting, changes):
    with pytest.raises(Refused):
        ask(waiting, **changes)
    with pytest.raises(Refused):
        ask(waiting, ends_on=TODAY() + timedelta(days=MOST_DAYS + 1))


def test_a_check_decided_not_clear_ends_the_waiting_at_once(waiting):
    vetting_exemption_agree(exemption=ask(waiting), by=waiting.lead)
    reference = waiting.volunteer.checks.get(kind="reference", decision="")
    VettingCheck.objects.filter(pk=reference.pk).update(received_on=TODAY())
    reference.refresh_from_db()
    check_decide(check=reference, decision="not-clear", decided_on=TODAY(), by=waiting.coordinator)
    assert not clearance_one(waiting.volunteer, TODAY()).is_clear


def test_it_can_be_ended_before_its_day(waiting):
    exemption = vetting_exemption_agree(exemption=ask(waiting), by=waiting.lead)
    vetting_exemption_end(exemption=exemption, by=waiting.lead)
    assert not clearance_one(waiting.volunteer, TODAY()).is_clear


def test_the_pages_ask_agree_and_name_it(waiting):
    url = f"/schemes/sheffield/people/volunteers/{waiting.volunteer.pk}/checks/wait/"
    sent = {"kind": "reference", "reason": "Goes along with Lou.", "ends_on": "tomorrow"}
    client = waiting.client(waiting.coordinator)
    assert client.post(url, {**sent, "reason": ""}).status_code == 422
    assert client.post(url, sent).status_code == 302
    assert "I agree" not in page(waiting, waiting.coordinator).content.decode()
    exemption = VettingExemption.objects.get()
    assert waiting.client(waiting.lead).post(f"{url}{exemption.pk}/agree/").status_code == 302
    assert "Cleared under supervision" in page(waiting, waiting.coordinator).content.decode()


# --- what recruitment still asks ------------------------------------------------------------------------------------
def lived_abroad(cast, days):
    stay = {
        "country": "Portugal",
        "from_on": TODAY() - timedelta(days=300 + days),
        "to_on": TODAY() - timedelta(days=300),
    }
    history_keep(volunteer=cast.volunteer, spells=[], stays=[stay], by=cast.coordinator)


@pytest.mark.parametrize(("days", "is_clear"), [(89, True), (90, False)])
def test_s9_three_months_abroad_ask_for_an_overseas_check(cleared, days, is_clear):
    lived_abroad(cleared, days)
    assert clearance_one(cleared.volunteer, TODAY()).is_clear is is_clear


def test_s9_the_page_of_checks_shows_gaps_missing_documents_and_time_abroad(cleared):
    lived_abroad(cleared, 200)
    shown = page(cleared, cleared.coordinator).content.decode()
    assert "Nothing is written down yet" in shown
    assert "No identity document" in shown and "Portugal" in shown


def test_s9_those_who_answer_for_it_hear_a_week_before_a_start_under_supervision_ends(waiting):
    """The co-ordinators a week before, the leads too on the last day; nobody once it was ended early or only asked."""
    exemption = ask(waiting)
    last_day = timezone.now() + timedelta(days=14)
    assert wait_ending(last_day) == []
    exemption = vetting_exemption_agree(exemption=exemption, by=waiting.lead)
    assert wait_ending(last_day - timedelta(days=8)) == []
    assert {due.recipient_id for due in wait_ending(last_day - timedelta(days=7))} == {waiting.coordinator.pk}
    assert {due.recipient_id for due in wait_ending(last_day)} >= {waiting.coordinator.pk, waiting.lead.pk}
    [row] = wait_rows(waiting.actor(waiting.coordinator), exemption.ends_on)
    assert waiting.volunteer.name in row.words
    vetting_exemption_end(exemption=exemption, by=waiting.lead)
    assert wait_ending(last_day) == []
