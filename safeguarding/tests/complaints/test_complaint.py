"""The life of a complaint (P8): who reads it, whose turn it is, who is told, and a second look by somebody new."""

from datetime import timedelta
from itertools import combinations

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import reminders_run
from mentoring.notices.models import Notice
from mentoring.transitions import Refused
from safeguarding.complaints import actions
from safeguarding.complaints.queries import complaint_readers, complaints_for, fresh_eyes, whose_turn
from safeguarding.concerns.actions import concern_acknowledge
from safeguarding.concerns.deciding.actions import concern_close, concern_triage
from safeguarding.concerns.grants.actions import concern_break_glass
from safeguarding.concerns.queries import concern_readers
from safeguarding.models import Complaint, Concern, ConcernSubject
from safeguarding.reminders import complaint_waiting
from schemes.people.actions import membership_end, membership_grant
from schemes.people.actors import Actor
from schemes.people.models import Membership
from schemes.people.permissions import Permission, Role

ROLE_SETS = [frozenset(chosen) for size in range(len(Role) + 1) for chosen in combinations(list(Role), size)]


def made(cast, **fields):
    said = {"scheme": cast.scheme, "wants": "complaint", "words": "Nobody came", "by": cast.mentee}
    return actions.complaint_make(**said | fields)


def answered(cast, *, by=None, **fields):
    complaint, by = made(cast, **fields), by or cast.manager
    actions.complaint_take_on(complaint=complaint, by=by)
    return actions.complaint_answer(complaint=complaint, words="We are sorry.", by=by)


def sees(cast, user, complaint) -> bool:
    """In the list; the single record and the names that are shown must say the same."""
    actor = cast.actor(user)
    listed = Complaint.objects.visible_to(actor).filter(pk=complaint.pk).exists()
    assert listed == actor.may(Permission.COMPLAINT_READ, complaint)
    return listed


def staff(cast):
    return [cast.coordinator, cast.manager, cast.lead, cast.supervisor, cast.trainer]


def told(rule, **wanted):
    return {notice.recipient for notice in Notice.objects.filter(rule=rule, **wanted)}


def role_of(cast, user, *roles):
    return Membership.objects.get(scheme=cast.scheme, user=user, role__in=roles or list(Role), ended_at=None)


def opens(cast, user, concern) -> bool:
    return Concern.objects.visible_to(cast.actor(user)).filter(pk=concern.pk).exists()


def give(cast, user, role):
    return membership_grant(scheme=cast.scheme, user=user, role=role, by=cast.manager)


class TestWhoReads:
    @pytest.mark.parametrize(
        ("is_independent", "readers"), [(True, {"manager", "lead"}), (False, {"coordinator", "lead"})]
    )
    def test_p8_what_they_chose_decides(self, cast, is_independent, readers):
        complaint = made(cast, is_independent=is_independent)
        seen = {name for name, user in vars(cast).items() if isinstance(user, User) and sees(cast, user, complaint)}
        assert seen == readers
        assert {user.pk for user in complaint_readers(complaint)} == {getattr(cast, name).pk for name in readers}

    @pytest.mark.parametrize("is_independent", [True, False])
    def test_p8_whom_it_is_about_is_shut_out_in_every_mix_of_roles(self, cast, is_independent):
        """All 2^10 sets of roles; also late, and at the second stage, when it reaches managers."""
        complaint = made(cast, is_independent=is_independent, about_users=[cast.supervisor])
        Complaint.objects.filter(pk=complaint.pk).update(further_at=timezone.now(), acknowledge_by="2020-01-01")
        rows = Complaint.objects.filter(pk=complaint.pk)
        shown = [
            roles for roles in ROLE_SETS if rows.visible_to(Actor(cast.supervisor, {cast.scheme.pk: roles})).exists()
        ]
        others = [
            roles for roles in ROLE_SETS if rows.visible_to(Actor(cast.trainer, {cast.scheme.pk: roles})).exists()
        ]
        assert len(ROLE_SETS) == 1024 and shown == []
        assert others, "somebody it is not about sees it in some of these roles"

    def test_p8_no_mix_of_roles_leads_a_co_ordinator_to_an_independent_one(self, cast):
        rows = Complaint.objects.filter(pk=made(cast).pk)
        wrong = [
            roles
            for roles in ROLE_SETS
            if Role.COORDINATOR in roles and rows.visible_to(Actor(cast.trainer, {cast.scheme.pk: roles})).exists()
        ]
        assert wrong == []

    def test_list_and_named_readers_agree_in_every_mix_of_roles_that_sees_to_complaints(self, cast):
        mixes = [
            set(mix) for size in range(4) for mix in combinations([Role.COORDINATOR, Role.MANAGER, Role.LEAD], size)
        ]
        for number, mix in enumerate(mixes):
            user = User.objects.make(email=f"mix{number}@x.example", name=f"Mix {number}")
            for role in mix:
                give(cast, user, role)
        for fields in ({}, {"is_independent": False}, {"about_users": [cast.lead]}):
            complaint = made(cast, **fields)
            listed = {user for user in User.objects.all() if sees(cast, user, complaint)}
            assert listed == set(complaint_readers(complaint)) and len(listed) > 1

    def test_p8_who_co_ordinated_then_stays_shut_out_as_a_manager(self, cast):
        complaint = made(cast)
        membership_end(membership=role_of(cast, cast.coordinator), by=cast.manager)
        give(cast, cast.coordinator, Role.MANAGER)
        later = made(cast)
        assert not sees(cast, cast.coordinator, complaint)
        assert cast.coordinator not in complaint_readers(complaint)
        assert sees(cast, cast.coordinator, later), "one that came afterwards is not about their time"

    def test_nobody_handles_their_own(self, cast):
        complaint = made(cast, by=cast.lead)
        assert not sees(cast, cast.lead, complaint)
        with pytest.raises(Refused):
            actions.complaint_take_on(complaint=complaint, by=cast.lead)

    def test_roles_elsewhere_open_nothing(self, cast):
        membership_grant(scheme=cast.other_scheme, user=cast.outsider, role=Role.LEAD, by=cast.outsider)
        assert not sees(cast, cast.outsider, made(cast))

    def test_it_is_not_taken_where_nobody_could_read_it(self, cast):
        with pytest.raises(Refused, match="council"):
            made(cast, about_users=[cast.lead, cast.manager])
        assert not Complaint.objects.exists()
        assert made(cast, about_users=[cast.lead, cast.manager], is_independent=False)

    def test_naming_somebody_later_shuts_them_out_and_never_the_last_reader(self, cast):
        give(cast, cast.trainer, Role.MANAGER)
        complaint = made(cast)
        actions.complaint_subject_add(complaint=complaint, user=cast.manager, by=cast.lead)
        assert not sees(cast, cast.manager, complaint)
        left_to_the_lead = made(cast, about_users=[cast.manager, cast.trainer])
        with pytest.raises(Refused, match="nobody could read it"):
            actions.complaint_subject_add(complaint=left_to_the_lead, user=cast.lead, by=cast.lead)

    @pytest.mark.parametrize(("by", "user"), [("lead", "manager"), ("manager", "lead")])
    def test_p8_naming_the_only_other_reader_would_block_the_second_look(self, cast, by, user):
        by, user = getattr(cast, by), getattr(cast, user)
        for complaint in (made(cast), answered(cast, by=by)):
            with pytest.raises(Refused, match="look at it again"):
                actions.complaint_subject_add(complaint=complaint, user=user, by=by)
            assert sees(cast, user, complaint) and user in fresh_eyes(complaint)

    def test_p8_who_gave_the_first_answer_names_nobody_who_looks_again(self, cast):
        """Also with a page open from before it was taken further: the row is read again under its lock."""
        complaint = answered(cast, by=cast.manager)
        give(cast, cast.trainer, Role.MANAGER)
        actions.complaint_take_further(complaint=complaint, by=cast.mentee)
        with pytest.raises(Refused, match="Somebody else"):
            actions.complaint_subject_add(complaint=complaint, user=cast.lead, by=cast.manager)
        actions.complaint_subject_add(complaint=complaint, user=cast.trainer, by=cast.lead)
        assert fresh_eyes(complaint) == [cast.lead]
        with pytest.raises(Refused):
            actions.complaint_subject_add(complaint=complaint, user=cast.lead, by=cast.lead)

    @pytest.mark.parametrize("user", ["manager", "lead"])
    def test_p8_a_co_ordinator_shuts_out_no_manager_and_no_lead(self, cast, user):
        give(cast, cast.trainer, Role.MANAGER)
        complaint = made(cast, is_independent=False)
        with pytest.raises(Refused, match="You co-ordinate"):
            actions.complaint_subject_add(complaint=complaint, user=getattr(cast, user), by=cast.coordinator)
        actions.complaint_subject_add(complaint=complaint, user=cast.supervisor, by=cast.coordinator)
        actions.complaint_subject_add(complaint=complaint, user=cast.coordinator, by=cast.coordinator)
        assert complaint_readers(complaint) == [cast.lead]

    def test_the_words_are_sealed_in_the_database(self, cast):
        made(cast, words="A very particular sentence")
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM safeguarding_complaint")
            assert "particular" not in cursor.fetchone()[0]


class TestTheClock:
    def test_p8_readers_are_told_at_once_and_nobody_else(self, cast):
        made(cast)
        assert told("complaint_waiting") == {cast.manager, cast.lead}
        before = Notice.objects.count()
        reminders_run()
        assert Notice.objects.count() == before

    @pytest.mark.parametrize("about", ["coordinator", "manager", "lead"])
    def test_p8_what_waits_too_long_reaches_the_manager_and_never_whom_it_is_about(self, cast, about):
        person = getattr(cast, about)
        complaint = made(cast, is_independent=False, about_users=[person])
        assert cast.manager not in told("complaint_waiting")
        late = timezone.now() + timedelta(days=9)
        with time_machine.travel(late):
            reminders_run(at=late)
            assert sees(cast, cast.manager, complaint) == (about != "manager")
        assert (cast.manager in told("complaint_waiting", step="late")) == (about != "manager")
        assert person not in told("complaint_waiting")

    def test_first_page_and_reminder_mean_the_same_people(self, cast):
        """One complaint in each state, on its day and long after."""
        rows = [made(cast), made(cast, is_independent=False), answered(cast), made(cast, about_users=[cast.lead])]
        actions.complaint_take_on(complaint=rows[0], by=cast.lead)
        actions.complaint_take_further(complaint=rows[2], by=cast.mentee)
        for days in (0, 20):
            with time_machine.travel(timezone.now() + timedelta(days=days)):
                for row in Complaint.objects.all():
                    turn = {user for user in staff(cast) if row in complaints_for(cast.actor(user))}
                    assert turn == set(whose_turn(row)) and turn

    def test_once_it_is_taken_on_it_waits_for_that_one_until_it_is_late(self, cast):
        complaint = actions.complaint_take_on(complaint=made(cast), by=cast.manager)
        assert whose_turn(complaint) == [cast.manager]
        with time_machine.travel(timezone.now() + timedelta(days=30)):
            assert set(whose_turn(complaint)) == {cast.manager, cast.lead}

    def test_the_rule_counts_late_from_the_day_it_is_asked_of(self, cast):
        """A run made up for a day on which the worker slept."""
        complaint = actions.complaint_take_on(complaint=made(cast), by=cast.manager)
        later = timezone.now() + timedelta(days=30)
        late = {due.recipient_id for due in complaint_waiting(later) if due.step == "late"}
        assert late == {cast.manager.pk, cast.lead.pk}
        assert {due.recipient_id for due in complaint_waiting(timezone.now())} <= {cast.manager.pk}
        assert whose_turn(complaint) == [cast.manager]

    def test_ten_ask_as_many_questions_as_one(self, cast):
        actor = cast.actor(cast.lead)
        counts = []
        for number in (1, 9):
            for complaint in [made(cast) for _ in range(number)]:
                actions.complaint_take_on(complaint=complaint, by=cast.lead)
            with CaptureQueriesContext(connection) as asked:
                assert complaint_waiting(timezone.now() + timedelta(days=30)) and complaints_for(actor)
            counts.append(len(asked))
        assert counts[0] == counts[1] <= 12

    def test_one_who_left_does_not_keep_it(self, cast):
        complaint = actions.complaint_take_on(complaint=made(cast), by=cast.manager)
        give(cast, cast.trainer, Role.MANAGER)
        membership_end(membership=role_of(cast, cast.manager), by=cast.manager)
        assert set(whose_turn(complaint)) == {cast.lead, cast.trainer}

    def test_whoever_complained_hears_of_each_step_in_the_same_few_words(self, cast):
        answered(cast)
        assert told("complaint_step") == {cast.mentee}
        from mentoring.notices.queries import words_by_rule

        assert {words_by_rule()[rule] for rule in ("complaint_step", "complaint_waiting")} == {
            "You have something to read."
        }


class TestTheSecondLook:
    def test_p8_somebody_who_had_no_part_in_the_answer_looks_again(self, cast):
        complaint = answered(cast)
        assert fresh_eyes(complaint) == [cast.lead]
        complaint = actions.complaint_take_further(complaint=complaint, words="He never said sorry", by=cast.mentee)
        with pytest.raises(Refused, match="Somebody else"):
            actions.complaint_take_on(complaint=complaint, by=cast.manager)
        actions.complaint_take_on(complaint=complaint, by=cast.lead)
        again = actions.complaint_answer(complaint=complaint, words="You are right.", by=cast.lead)
        assert actions.complaint_settle(complaint=again, by=cast.mentee).state == "settled"

    def test_a_co_ordinators_answer_goes_to_the_lead_or_the_manager(self, cast):
        complaint = answered(cast, is_independent=False, by=cast.coordinator)
        complaint = actions.complaint_take_further(complaint=complaint, by=cast.mentee)
        assert set(whose_turn(complaint)) == {cast.manager, cast.lead}

    def test_where_nobody_new_is_left_it_says_where_else_to_go(self, cast):
        complaint = answered(cast, about_users=[cast.manager], by=cast.lead)
        with pytest.raises(Refused, match="council"):
            actions.complaint_take_further(complaint=complaint, by=cast.mentee)

    @pytest.mark.parametrize("act", [actions.complaint_settle, actions.complaint_take_further])
    def test_only_whoever_complained_says_how_the_answer_is(self, cast, act):
        with pytest.raises(Refused):
            act(complaint=answered(cast), by=cast.lead)

    def test_no_step_is_skipped(self, cast):
        with pytest.raises(Refused):
            actions.complaint_answer(complaint=made(cast), words="Fine", by=cast.lead)

    @pytest.mark.parametrize("related", ["entries", "state_changes"])
    @pytest.mark.parametrize("act", ["update", "delete"])
    def test_the_database_refuses_to_change_what_was_done(self, cast, related, act):
        rows = getattr(answered(cast), related).all()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(created_at=timezone.now()) if act == "update" else rows._raw_delete(rows.db)


class TestHandedOn:
    def test_p8_the_lead_gets_it_as_a_concern_in_one_step_less_those_it_is_about(self, cast):
        complaint = made(cast, about_users=[cast.coordinator])
        concern = actions.complaint_hand_on(complaint=complaint, by=cast.manager)
        assert concern.raised_by == cast.mentee and concern.happened == "Nobody came"
        assert ConcernSubject.objects.get(concern=concern).user == cast.coordinator
        assert told("concern_raised") == {cast.lead}
        with pytest.raises(Refused):
            actions.complaint_hand_on(complaint=complaint, by=cast.lead)
        assert Concern.objects.count() == 1

    def test_p8_a_lead_who_co_ordinates_is_shut_out_of_the_concern_as_they_were_of_the_complaint(self, cast):
        give(cast, cast.coordinator, Role.LEAD)
        concern = actions.complaint_hand_on(complaint=made(cast), by=cast.manager)
        assert opens(cast, cast.lead, concern) and not opens(cast, cast.coordinator, concern)
        assert concern_readers(concern) == [cast.lead] and told("concern_raised") == {cast.lead}
        assert not ConcernSubject.objects.exists(), "it is not about them"
        with pytest.raises(Refused):
            concern_acknowledge(concern=concern, by=cast.coordinator)
        membership_end(membership=role_of(cast, cast.coordinator, Role.COORDINATOR), by=cast.manager)
        assert not opens(cast, cast.coordinator, concern), "nor once they only lead"

    def test_p8_who_is_named_afterwards_is_shut_out_of_both(self, cast):
        give(cast, cast.trainer, Role.LEAD)
        complaint = made(cast)
        concern = actions.complaint_hand_on(complaint=complaint, by=cast.manager)
        actions.complaint_subject_add(complaint=complaint, user=cast.lead, by=cast.manager)
        assert not opens(cast, cast.lead, concern) and concern_readers(concern) == [cast.trainer]

    def test_p8_where_the_only_lead_co_ordinates_the_manager_may_open_the_concern(self, cast):
        give(cast, cast.lead, Role.COORDINATOR)
        concern = actions.complaint_hand_on(complaint=made(cast), by=cast.manager)
        assert told("concern_leaderless") == {cast.manager} and not told("concern_raised")
        concern_break_glass(concern=concern, membership=role_of(cast, cast.manager), reason="Nobody else can read it")
        assert opens(cast, cast.manager, concern) and not opens(cast, cast.lead, concern)

    def test_what_co_ordinators_may_read_they_read_as_leads_too(self, cast):
        give(cast, cast.coordinator, Role.LEAD)
        shared = actions.complaint_hand_on(complaint=made(cast, is_independent=False), by=cast.lead)
        assert opens(cast, cast.coordinator, shared)

    def test_the_lead_who_handed_it_on_may_close_it(self, cast):
        """It was told by somebody else: the lead is not its reporter (security row 18)."""
        concern = actions.complaint_hand_on(complaint=made(cast), by=cast.lead)
        concern_acknowledge(concern=concern, by=cast.lead)
        concern_triage(
            concern=concern, triage="support", strategy="Talked.", not_referred_why="Nobody else is in it", by=cast.lead
        )
        assert concern_close(concern=concern, outcome="Safe", learning="Ask", by=cast.lead).state == "closed"

    def test_who_acted_stands_in_the_trail(self, cast):
        actions.complaint_hand_on(complaint=made(cast), by=cast.manager)
        assert AuditEntry.objects.get(verb="concern.raised").by_key == str(cast.manager.pk)
