"""The life of a concern: who sees it, what stays, who may close it (lifecycle.md, roles.md, security rows 5, 6, 18)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import reminders_run
from mentoring.notices.models import Notice
from mentoring.transitions import Refused
from safeguarding.concerns import actions
from safeguarding.concerns.deciding import actions as deciding
from safeguarding.concerns.grants.actions import concern_break_glass, concern_grant, concern_grant_end
from safeguarding.concerns.queries import (
    concern_readers,
    concerns_behind_glass,
    has_open_hold,
    holds,
)
from safeguarding.models import Concern
from schemes.people.actions import membership_end, membership_grant
from schemes.people.models import Membership
from schemes.people.permissions import Role

REASON = "Nobody answers and she is out alone"


def raised(cast, **fields):
    return actions.concern_raise(**{"scheme": cast.scheme, "happened": "Shouted", "by": cast.mentor, **fields})


def sees(user, concern, cast):
    return Concern.objects.visible_to(cast.actor(user)).filter(pk=concern.pk).exists()


def told(rule):
    return {notice.recipient for notice in Notice.objects.filter(rule=rule)}


def role_of(cast, user):
    return Membership.objects.get(scheme=cast.scheme, user=user, ended_at=None)


class TestRaised:
    def test_only_the_lead_reads_it(self, cast):
        concern = raised(cast)
        others = [user for name, user in vars(cast).items() if hasattr(user, "email") and name != "lead"]
        readers = [user for user in others if hasattr(user, "check_password") and sees(user, concern, cast)]
        assert sees(cast.lead, concern, cast)
        assert readers == []

    def test_every_lead_is_told_at_once_and_nobody_else(self, cast):
        membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
        raised(cast)
        assert told("concern_raised") == {cast.lead, cast.trainer}
        assert all(notice.urgent for notice in Notice.objects.filter(rule="concern_raised"))

    def test_a_lead_it_is_about_is_neither_told_nor_lets_in(self, cast):
        """Then the managers are told, so that it does not lie unread."""
        concern = raised(cast, about_users=[cast.lead])
        assert not sees(cast.lead, concern, cast)
        assert told("concern_raised") == set()
        assert told("concern_leaderless") == {cast.manager}

    def test_the_run_of_reminders_doubles_nothing(self, cast):
        raised(cast)
        before = Notice.objects.count()
        reminders_run()
        assert Notice.objects.count() == before

    def test_the_words_are_sealed_in_the_database(self, cast):
        raised(cast, happened="A very particular sentence")
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT happened FROM safeguarding_concern")
            assert "particular" not in cursor.fetchone()[0]


class TestCarriedOn:
    def test_from_raised_to_closed(self, cast):
        concern = raised(cast)
        actions.concern_acknowledge(concern=concern, by=cast.lead)
        deciding.concern_triage(concern=concern, triage="refer", strategy="To the council today.", by=cast.lead)
        deciding.concern_refer(
            concern=concern,
            to="children",
            to_whom="Duty team",
            reference="A1",
            referred_at=timezone.now(),
            by=cast.lead,
        )
        closed = deciding.concern_close(concern=concern, outcome="Safe now", learning="Ask earlier", by=cast.lead)
        assert [step.to_state for step in closed.state_changes.all()] == [
            "raised", "acknowledged", "triaged", "referred", "closed",
        ]  # fmt: skip
        assert closed.acknowledged_at

    def test_no_step_is_skipped(self, cast):
        with pytest.raises(Refused):
            deciding.concern_close(concern=raised(cast), outcome="Fine", learning="None", by=cast.lead)

    def test_whoever_raised_it_does_not_close_it(self, cast):
        """Security row 18: not closed by its reporter alone."""
        concern = raised(cast, by=cast.lead)
        actions.concern_acknowledge(concern=concern, by=cast.lead)
        deciding.concern_triage(
            concern=concern,
            triage="nothing-more",
            strategy="All well.",
            not_referred_why="Nobody else is in it",
            by=cast.lead,
        )
        with pytest.raises(Refused, match="Another lead"):
            deciding.concern_close(concern=concern, outcome="Fine", learning="None", by=cast.lead)
        membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
        assert deciding.concern_close(concern=concern, outcome="Fine", learning="None", by=cast.trainer)

    @pytest.mark.parametrize("related", ["entries", "state_changes"])
    @pytest.mark.parametrize("act", ["update", "delete"])
    def test_the_database_refuses_to_change_the_chronology(self, cast, related, act):
        concern = raised(cast)
        actions.concern_entry_add(concern=concern, kind="fact", words="Seen at six", by=cast.lead)
        rows = getattr(concern, related).all()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(by=cast.manager) if act == "update" else rows.delete()


class TestLetIn:
    def grant(self, cast, concern, user, **fields):
        found = {"reason": "supervises them", "ends_at": timezone.now() + timedelta(days=2), "by": cast.lead, **fields}
        return concern_grant(concern=concern, membership=role_of(cast, user), **found)

    def test_by_name_with_a_reason_and_an_end_in_its_history(self, cast):
        concern = raised(cast)
        self.grant(cast, concern, cast.coordinator)
        assert sees(cast.coordinator, concern, cast)
        assert "supervises them" in concern.entries.get().words

    def test_not_after_its_end(self, cast, monkeypatch):
        concern = raised(cast)
        self.grant(cast, concern, cast.coordinator)
        later = timezone.now() + timedelta(days=3)
        monkeypatch.setattr(timezone, "now", lambda: later)
        assert not sees(cast.coordinator, concern, cast)

    def test_not_once_it_was_ended(self, cast):
        concern = raised(cast)
        concern_grant_end(grant=self.grant(cast, concern, cast.coordinator), by=cast.lead)
        assert not sees(cast.coordinator, concern, cast)

    def test_leaving_the_role_ends_it_in_the_same_transaction(self, cast):
        """Also where the person keeps another role in the scheme."""
        concern = raised(cast)
        membership = role_of(cast, cast.coordinator)
        self.grant(cast, concern, cast.coordinator)
        membership_grant(scheme=cast.scheme, user=cast.coordinator, role=Role.MENTOR, by=cast.manager)
        with transaction.atomic():
            membership_end(membership=membership, by=cast.manager)
            assert not sees(cast.coordinator, concern, cast)
            assert not concern.concernuserpermission_set.exists()

    def test_never_the_one_it_is_about_nor_somebody_without_a_second_factor(self, cast):
        concern = raised(cast, about_users=[cast.coordinator])
        for user in (cast.coordinator, cast.mentee):
            with pytest.raises(Refused):
                self.grant(cast, concern, user)

    def test_a_grant_falls_silent_when_its_holder_turns_out_to_be_the_subject(self, cast):
        concern = raised(cast)
        self.grant(cast, concern, cast.coordinator)
        actions.concern_subject_add(concern=concern, user=cast.coordinator, by=cast.lead)
        assert not sees(cast.coordinator, concern, cast)


class TestBreakGlass:
    def break_it(self, cast, concern, **fields):
        return concern_break_glass(
            **{"concern": concern, "membership": role_of(cast, cast.manager), "reason": REASON, **fields}
        )

    def test_a_manager_reads_for_half_an_hour_and_every_lead_hears_at_once(self, cast, monkeypatch):
        concern = raised(cast)
        self.break_it(cast, concern)
        assert sees(cast.manager, concern, cast)
        assert told("glass_broken") == {cast.lead}
        assert concern.entries.get().kind == "break-glass"
        assert AuditEntry.objects.filter(verb="concern.glass_broken", by_key=str(cast.manager.pk)).exists()
        later = timezone.now() + timedelta(minutes=31)
        monkeypatch.setattr(timezone, "now", lambda: later)
        assert not sees(cast.manager, concern, cast)

    def test_it_needs_a_reason_and_the_role(self, cast):
        concern = raised(cast)
        for fields in ({"reason": "Just looking"}, {"membership": role_of(cast, cast.coordinator)}):
            with pytest.raises(Refused):
                self.break_it(cast, concern, **fields)

    def test_a_manager_never_opens_what_is_about_them_nor_learns_of_it(self, cast):
        concern = raised(cast, about_users=[cast.manager])
        assert concerns_behind_glass(cast.scheme, cast.manager) == []
        with pytest.raises(Refused):
            self.break_it(cast, concern)

    def test_what_a_lead_took_on_is_not_behind_the_glass(self, cast):
        concern = raised(cast)
        assert concerns_behind_glass(cast.scheme, cast.manager) == [concern]
        actions.concern_acknowledge(concern=concern, by=cast.lead)
        assert concerns_behind_glass(cast.scheme, cast.manager) == []
        membership_end(membership=role_of(cast, cast.lead), by=cast.manager)
        assert concern_readers(concern) == []
        assert [one.pk for one in concerns_behind_glass(cast.scheme, cast.manager)] == [concern.pk]


class TestHold:
    def test_matching_learns_that_there_is_one_and_when_it_is_gone(self, cast):
        hold = actions.hold_place(volunteer=cast.volunteer, concern=raised(cast), by=cast.lead)
        assert has_open_hold(cast.volunteer)
        assert [row["volunteer"] for row in holds(cast.scheme)] == [cast.volunteer.pk]
        actions.hold_lift(hold=hold, by=cast.lead)
        assert not has_open_hold(cast.volunteer)

    def test_nobody_decides_about_themselves(self, cast):
        cast.volunteer.user = cast.lead
        cast.volunteer.save()
        with pytest.raises(Refused):
            actions.hold_place(volunteer=cast.volunteer, by=cast.lead)
