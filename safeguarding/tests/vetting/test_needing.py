"""Who works out which check is needed, and what happens when the law changes (L10)."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from safeguarding.tests.world import clear, need_decided
from safeguarding.vetting.clearance import UNSETTLED
from safeguarding.vetting.needing.actions import vetting_need_agree, vetting_need_decide
from safeguarding.vetting.needing.models import VettingNeed
from safeguarding.vetting.needing.queries import answers_usual, need_holding, needs_outdated
from safeguarding.vetting.queries import clearance_one
from safeguarding.vetting.rulebook import Answers

SUPERVISED = Answers(under_18=True, days_in_30=5, supervised=True)
EVE = date(2026, 8, 31)
PAGE = "/schemes/sheffield/people/volunteers/{}/checks/needed/"
SENT = {
    "contact": "yes", "ages": "under", "days_in_30": "5", "overnight": "no", "supervised": "no", "care": "no",
    "adult_help": "no",
}  # fmt: skip


def on(day):
    return time_machine.travel(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), tick=False)


def cleared(cast, volunteer):
    today = timezone.localdate()
    clear(volunteer, by=cast.coordinator, today=today)
    return clearance_one(volunteer, today)


def test_nobody_is_clear_until_somebody_worked_it_out(cast):
    assert cleared(cast, cast.volunteer).is_clear
    cast.volunteer.vetting_needs.all().delete()
    missing = clearance_one(cast.volunteer, timezone.localdate()).missing
    assert missing == ["Which criminal record check is needed has not been worked out."]


def test_a_check_at_a_lower_level_than_needed_does_not_clear(cast):
    cleared(cast, cast.volunteer)
    cast.volunteer.checks.filter(kind="criminal-record").update(level="enhanced")
    missing = clearance_one(cast.volunteer, timezone.localdate()).missing
    assert len(missing) == 1 and "barred list" in missing[0]


def test_whoever_meets_nobody_needs_no_criminal_record_check(cast):
    need = vetting_need_decide(volunteer=cast.volunteer, answers=Answers(contact=False), by=cast.coordinator)
    assert need.level == "none"
    vetting_need_agree(need=need, by=cast.lead)
    cleared(cast, cast.volunteer)
    cast.volunteer.checks.filter(kind="criminal-record").delete()
    assert clearance_one(cast.volunteer, timezone.localdate()).is_clear


def test_the_usual_answers_are_those_of_the_scheme(cast):
    assert answers_usual(cast.scheme) == Answers(under_18=True, over_18=True, days_in_30=5)


def test_a_new_working_out_replaces_the_one_before(cast):
    for answers in (SUPERVISED, Answers(over_18=True)):
        vetting_need_decide(volunteer=cast.volunteer, answers=answers, by=cast.coordinator)
    assert VettingNeed.objects.filter(volunteer=cast.volunteer).count() == 2
    assert need_holding(cast.volunteer).level == "basic"
    with pytest.raises(IntegrityError), transaction.atomic():
        VettingNeed.objects.filter(volunteer=cast.volunteer).update(replaced_at=None)


def test_nobody_works_it_out_for_themselves(cast):
    with pytest.raises(Refused):
        need_decided(cast.volunteer, by=cast.mentor)


# --- overruling -----------------------------------------------------------------------------------------------------
def overruled(cast, **more):
    said = {"overruled_to": "enhanced-child", "overruled_why": "The DBS said so on the phone.", **more}
    answers = Answers(under_18=True, days_in_30=2)
    return vetting_need_decide(volunteer=cast.volunteer, answers=answers, by=cast.coordinator, **said)


def level_of(need):
    return need.level_now("england", timezone.localdate())


def test_another_check_counts_only_once_a_second_person_agreed(cast):
    need = overruled(cast)
    assert level_of(need) == "enhanced"
    with pytest.raises(Refused):
        vetting_need_agree(need=need, by=cast.coordinator)
    assert level_of(vetting_need_agree(need=need, by=cast.lead)) == "enhanced-child"


def test_the_database_holds_that_there_are_two_people(cast):
    need = overruled(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        VettingNeed.objects.filter(pk=need.pk).update(second_by=cast.coordinator)


def test_overruling_needs_a_reason(cast):
    with pytest.raises(Refused, match="Say why"):
        overruled(cast, overruled_why=" ")


def test_what_was_agreed_once_cannot_be_agreed_again_nor_after_it_was_replaced(cast):
    need = vetting_need_agree(need=overruled(cast), by=cast.lead)
    with pytest.raises(Refused):
        vetting_need_agree(need=need, by=cast.manager)
    old = overruled(cast)
    need_decided(cast.volunteer, by=cast.coordinator)
    VettingNeed.objects.filter(pk=old.pk).update(replaced_at=timezone.now())
    with pytest.raises(Refused):
        vetting_need_agree(need=old, by=cast.lead)


# --- less than is usual ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("answers", [Answers(contact=False), Answers(over_18=True), Answers(under_18=True)])
def test_s9_one_person_alone_does_not_do_away_with_a_check(cast, answers):
    """Given answers that ask for less than is usual, nobody is clear by them until a second person agreed."""
    need = vetting_need_decide(volunteer=cast.volunteer, answers=answers, by=cast.coordinator)
    cleared(cast, cast.volunteer)
    cast.volunteer.checks.filter(kind="criminal-record").update(level=need.level)
    assert clearance_one(cast.volunteer, timezone.localdate()).missing == [UNSETTLED]
    with pytest.raises(Refused, match="Somebody else"):
        vetting_need_agree(need=need, by=cast.coordinator)
    vetting_need_agree(need=need, by=cast.lead)
    assert clearance_one(cast.volunteer, timezone.localdate()).is_clear


def test_the_page_says_that_less_than_is_usual_waits_for_a_second_person(cast):
    vetting_need_decide(volunteer=cast.volunteer, answers=Answers(contact=False), by=cast.coordinator)
    checks = f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/checks/"
    assert "I agree" not in cast.client(cast.coordinator).get(checks).content.decode()
    page = cast.client(cast.lead).get(checks).content.decode()
    assert "less than is usual" in page and "I agree" in page


# --- the law changes ------------------------------------------------------------------------------------------------
@pytest.fixture(name="old_rules")
def worked_out_on_the_eve(cast):
    """A supervised volunteer, weekly, cleared at the level that was right on 31 August 2026."""
    with on(EVE):
        need = vetting_need_decide(volunteer=cast.volunteer, answers=SUPERVISED, by=cast.coordinator)
        vetting_need_agree(need=need, by=cast.lead)
        clear(cast.volunteer, by=cast.coordinator, today=EVE)
        cast.volunteer.checks.filter(kind="criminal-record").update(level="enhanced")
    return cast


def test_l10_on_1_september_2026_a_supervised_volunteer_needs_more(old_rules):
    """Given a check that was enough on the last day of the old rule, when the day comes, it is not, and it says so."""
    assert clearance_one(old_rules.volunteer, EVE).is_clear
    found = clearance_one(old_rules.volunteer, date(2026, 9, 1))
    assert found.missing == [
        "The criminal record check is “Enhanced check”. Needed is “Enhanced check with the children’s barred list”."
    ]


def test_l10_those_worked_out_by_old_rules_stand_in_a_list(old_rules):
    assert not needs_outdated(EVE).exists()
    assert [need.volunteer for need in needs_outdated(date(2026, 9, 1))] == [old_rules.volunteer]
    with on(date(2026, 9, 2)):
        page = old_rules.client(old_rules.coordinator).get("/schemes/sheffield/checks/?show=rules").content.decode()
        assert "Zofia Nowak" in page and "The law on checks changed" in page
        again = vetting_need_decide(volunteer=old_rules.volunteer, answers=SUPERVISED, by=old_rules.coordinator)
        assert again.level == "enhanced-child"
        assert not needs_outdated(timezone.localdate()).exists()


def test_what_two_people_agreed_under_old_rules_ends_with_them(cast):
    with on(EVE):
        need = overruled(cast, overruled_to="basic")
        need = vetting_need_agree(need=need, by=cast.lead)
    assert need.level_now("england", EVE) == "basic"
    assert need.level_now("england", date(2026, 9, 1)) == "enhanced"


# --- the page -------------------------------------------------------------------------------------------------------
def test_the_page_shows_what_the_rules_say_before_anybody_confirms(cast):
    client, url = cast.client(cast.coordinator), PAGE.format(cast.volunteer.pk)
    assert client.get(url).context["form"].initial["ages"] == "both"
    page = client.post(url, SENT).content.decode()
    assert "Enhanced check with the children’s barred list" in page and "Confirm it" in page
    assert not cast.volunteer.vetting_needs.exists()
    assert client.post(url, {**SENT, "keep": "yes"}).status_code == 302
    assert need_holding(cast.volunteer).decided_by == cast.coordinator


def test_nothing_typed_is_lost_where_a_reason_is_missing(cast):
    client, url = cast.client(cast.coordinator), PAGE.format(cast.volunteer.pk)
    answer = client.post(url, {**SENT, "days_in_30": "2", "keep": "yes", "overruled_to": "enhanced-child"})
    assert answer.status_code == 422
    assert "Say why another check is right" in answer.content.decode()
    assert 'value="2"' in answer.content.decode()


def test_answers_left_out_are_asked_for_beside_the_question(cast):
    answer = cast.client(cast.coordinator).post(PAGE.format(cast.volunteer.pk), {"contact": "yes", "days_in_30": "99"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"ages", "days_in_30", "overnight", "supervised", "care", "adult_help"}


def test_the_second_person_agrees_on_the_page_of_checks(cast):
    need = overruled(cast)
    checks = f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/checks/"
    assert "I agree" not in cast.client(cast.coordinator).get(checks).content.decode()
    lead = cast.client(cast.lead)
    assert "I agree" in lead.get(checks).content.decode()
    assert lead.post(f"{checks}needed/{need.pk}/agree/").status_code == 302
    need.refresh_from_db()
    assert need.second_by == cast.lead
