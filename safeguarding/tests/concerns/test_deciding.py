"""What a lead decides: whose way, who is told, why not; and the clocks of it (lifecycle.md, A16)."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from mentoring.notices.models import Notice
from mentoring.transitions import Refused
from safeguarding import reminders
from safeguarding.concerns import actions
from safeguarding.concerns.deciding import actions as deciding
from safeguarding.concerns.deciding.queries import route_by_age, route_told, steps_of, was_child_then
from safeguarding.home import concern_rows
from schemes.people.actions import membership_grant
from schemes.people.permissions import Role

THURSDAY = datetime(2026, 11, 19, 10, tzinfo=timezone.get_default_timezone())
NOT_REFERRED = "Talked with duty; they said it is ours"


@pytest.fixture
def thursday():
    """At ten in the morning; a test moves on with `move_to`."""
    with time_machine.travel(THURSDAY, tick=False) as clock:
        yield clock


def raised(cast, **fields):
    return actions.concern_raise(**{"scheme": cast.scheme, "happened": "Shouted", "by": cast.mentor, **fields})


def taken_on(cast, **fields):
    return actions.concern_acknowledge(concern=raised(cast, **fields), by=cast.lead)


def decided(concern, cast, **fields):
    said = {"triage": "support", "strategy": "Sam rings tonight", "not_referred_why": NOT_REFERRED, **fields}
    return deciding.concern_triage(concern=concern, **said, by=cast.lead)


def referred(concern, cast, to="children", **fields):
    said = {"to": to, "to_whom": "Duty team", "referred_at": timezone.now(), **fields}
    return deciding.concern_refer(concern=concern, **said, by=cast.lead)


def told(rule, at=None):
    return {(due.recipient_id, due.step) for due in getattr(reminders, rule)(at or timezone.now())}


class TestWhoseWay:
    @pytest.mark.parametrize(("born", "way"), [(date(2008, 12, 1), "child"), (date(2008, 11, 1), "adult"), (None, "")])
    def test_by_age_on_the_day_it_was_raised(self, cast, thursday, born, way):
        cast.young_person.born_on = born
        cast.young_person.save()
        concern = raised(cast)
        actions.concern_subject_add(concern=concern, young_person=cast.young_person, by=cast.lead)
        thursday.move_to(THURSDAY + timedelta(days=60))  # a birthday later changes nothing
        assert route_by_age(concern) == way

    def test_grown_up_now_and_a_child_when_it_happened(self, cast, thursday):
        cast.young_person.born_on = date(2008, 11, 1)
        cast.young_person.save()
        concern = raised(cast, happened_on=date(2026, 10, 30))
        assert not was_child_then(concern)  # nobody is named yet
        actions.concern_subject_add(concern=concern, young_person=cast.young_person, by=cast.lead)
        assert was_child_then(concern) and route_told(concern)["way"].to == "adults"

    def test_another_way_than_their_age_says_needs_its_reason(self, cast):
        concern = taken_on(cast)
        actions.concern_subject_add(concern=concern, young_person=cast.young_person, by=cast.lead)
        other = {"child": "adult", "adult": "child"}[route_by_age(concern)]
        with pytest.raises(Refused, match="other way"):
            decided(concern, cast, route=other)
        assert decided(concern, cast, route=other, route_why="Leaving care team has the case").route == other

    def test_not_knowing_it_goes_a_childs_way(self, cast):
        assert decided(taken_on(cast), cast).route == "child"


class TestNotReferred:
    @pytest.mark.parametrize("triage", ["nothing-more", "support"])
    def test_why_nobody_outside_is_told_is_asked_and_stands_in_the_history(self, cast, triage):
        concern = taken_on(cast)
        with pytest.raises(Refused, match="why nobody outside"):
            decided(concern, cast, triage=triage, not_referred_why="  ")
        decided(concern, cast, triage=triage)
        assert NOT_REFERRED in concern.entries.get(kind="decision").words

    def test_meant_to_be_referred_and_not_done_is_not_closed_without_a_word(self, cast):
        concern = decided(taken_on(cast), cast, triage="refer", not_referred_why="")
        ends = {"outcome": "Safe", "learning": "Ask", "by": cast.lead}
        with pytest.raises(Refused, match="no referral is written down"):
            deciding.concern_close(concern=concern, **ends)
        closed = deciding.concern_close(concern=concern, not_referred_why="The police had it already", **ends)
        assert closed.state == "closed" and closed.entries.filter(kind="decision").count() == 2

    def test_told_at_once_is_a_decision_by_itself(self, cast):
        concern = taken_on(cast, immediate_danger=True)
        referred(concern, cast, to="police")
        concern.refresh_from_db()
        assert (concern.state, concern.triage) == ("referred", "refer") and concern.decided_at

    def test_before_anybody_took_it_on_nothing_is_decided(self, cast):
        with pytest.raises(Refused):
            referred(raised(cast), cast)


class TestDesignatedOfficer:
    """Working Together 2023: within one working day, of a worry about somebody who works with children."""

    def test_its_clock_begins_when_a_worker_is_named(self, cast, thursday):
        concern = taken_on(cast)
        assert concern.officer_by is None
        thursday.move_to(THURSDAY + timedelta(hours=2))
        actions.concern_subject_add(concern=concern, volunteer=cast.uncleared_volunteer, by=cast.lead)
        concern.refresh_from_db()
        assert timezone.localtime(concern.officer_by).strftime("%A %H:%M") == "Friday 12:00"

    def test_a_young_person_starts_none(self, cast):
        concern = taken_on(cast)
        actions.concern_subject_add(concern=concern, young_person=cast.young_person, by=cast.lead)
        concern.refresh_from_db()
        assert concern.officer_by is None

    def test_whoever_raised_it_may_have_named_them(self, cast, thursday):
        assert raised(cast, about_users=[cast.coordinator]).officer_by == THURSDAY + timedelta(days=1)

    def test_it_is_not_closed_before_they_know_or_need_not(self, cast):
        concern = decided(taken_on(cast, about_users=[cast.coordinator]), cast)
        ends = {"outcome": "Safe", "learning": "Ask", "by": cast.lead}
        with pytest.raises(Refused, match="designated officer"):
            deciding.concern_close(concern=concern, **ends)
        with pytest.raises(Refused, match="why the designated officer"):
            deciding.officer_not_told(concern=concern, why=" ", by=cast.lead)
        deciding.officer_not_told(concern=concern, why="Late with a letter; no child in it", by=cast.lead)
        assert deciding.concern_close(concern=concern, **ends).state == "closed"

    def test_telling_them_stops_the_clock_and_a_second_worker_starts_it_again(self, cast):
        concern = decided(taken_on(cast, about_users=[cast.coordinator]), cast)
        referred(concern, cast, to="lado")
        concern.refresh_from_db()
        assert concern.officer_settled_at
        actions.concern_subject_add(concern=concern, volunteer=cast.peer_volunteer, by=cast.lead)
        concern.refresh_from_db()
        assert concern.officer_settled_at is None

    def test_the_one_it_is_about_does_not_decide_that(self, cast):
        concern = raised(cast, about_users=[cast.lead])
        with pytest.raises(Refused):
            deciding.officer_not_told(concern=concern, why="It is nothing", by=cast.lead)

    def test_of_what_is_not_about_a_worker_there_is_nothing_to_decide(self, cast):
        with pytest.raises(Refused, match="not about somebody who works here"):
            deciding.officer_not_told(concern=taken_on(cast), why="No worker in it", by=cast.lead)


class TestClocks:
    def test_each_step_says_by_when(self, cast, thursday):
        concern = taken_on(cast, about_users=[cast.coordinator])
        clocks = steps_of(concern, concern.referrals.all())
        assert [one.name for one in clocks] == ["take on", "officer", "decide"]
        assert clocks[0].done_at and not clocks[0].is_late
        assert clocks[2].until == THURSDAY + timedelta(days=1)

    def test_two_hours_before_and_when_it_has_run_out_the_readers_hear_and_nobody_else(self, cast, thursday):
        taken_on(cast)
        assert told("concern_step_due") == set()
        thursday.move_to(THURSDAY + timedelta(hours=22, minutes=1))
        assert told("concern_step_due") == {(cast.lead.pk, "decide soon")}
        thursday.move_to(THURSDAY + timedelta(days=1, minutes=1))
        assert told("concern_step_due") == {(cast.lead.pk, "decide late")}

    def test_those_who_were_told_answer_within_one_working_day(self, cast, thursday):
        concern = taken_on(cast)
        referral = referred(concern, cast)
        thursday.move_to(THURSDAY + timedelta(days=1, minutes=1))
        [(who, step)] = told("concern_step_due")
        assert who == cast.lead.pk and step.startswith("hear") and step.endswith("late") and len(step) <= 30
        deciding.referral_heard(referral=referral, words="A social worker sees him at four", by=cast.lead)
        assert told("concern_step_due") == set()
        with pytest.raises(Refused):
            deciding.referral_heard(referral=referral, words=" ", by=cast.lead)

    def test_what_nobody_took_on_in_time_reaches_the_managers_without_a_word(self, cast, thursday):
        raised(cast)
        assert told("concern_not_taken_on") == set()
        thursday.move_to(THURSDAY.replace(hour=17, minute=1))
        assert told("concern_not_taken_on") == {(cast.manager.pk, "late")}
        assert (cast.lead.pk, "late") in told("concern_raised")

    def test_a_manager_it_is_about_hears_nothing(self, cast, thursday):
        raised(cast, about_users=[cast.manager])
        thursday.move_to(THURSDAY.replace(hour=17, minute=1))
        assert told("concern_not_taken_on") == set()

    def test_it_stands_on_the_leads_first_page_on_the_day(self, cast, thursday):
        concern = taken_on(cast, about_users=[cast.coordinator])

        def rows(user):
            return concern_rows(cast.actor(user), timezone.localdate())

        assert rows(cast.lead) == []
        thursday.move_to(THURSDAY + timedelta(hours=23))
        [row] = rows(cast.lead)
        assert row.badge == "Today" and "step that is due" in row.words
        assert rows(cast.coordinator) == [] and rows(cast.manager) == []
        referral = referred(concern, cast, to="lado")
        [row] = rows(cast.lead)  # they answer by five
        assert row.detail == ""
        deciding.referral_heard(referral=referral, words="They look into it", by=cast.lead)
        assert rows(cast.lead) == []

    def test_a_lead_it_is_about_hears_nothing_of_its_clocks(self, cast, thursday):
        membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
        taken = raised(cast, about_users=[cast.lead])
        actions.concern_acknowledge(concern=taken, by=cast.trainer)
        thursday.move_to(THURSDAY + timedelta(days=1, minutes=1))
        assert {who for who, _ in told("concern_step_due")} == {cast.trainer.pk}
        assert not Notice.objects.filter(recipient=cast.lead).exists()
