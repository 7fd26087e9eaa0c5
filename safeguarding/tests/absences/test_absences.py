"""A lead who is away has somebody who takes over; a scheme without one says so (issue: deputy, A16)."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from safeguarding import reminders
from safeguarding.concerns import actions
from safeguarding.concerns.absences.actions import absence_end, absence_plan
from safeguarding.concerns.absences.models import LeadAbsence
from safeguarding.concerns.absences.queries import days_without
from safeguarding.concerns.queries import concern_readers, concerns_behind_glass, readers_there, readers_to_tell
from safeguarding.home import manager_rows
from schemes.people.actions import membership_end, membership_grant
from schemes.people.models import Membership
from schemes.people.permissions import Role
from schemes.planning.models import Scheme

MONDAY = datetime(2026, 11, 16, 10, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def two(cast):
    """A Monday on which Sam and Tess lead; `day(n)` is n days later."""
    with time_machine.travel(MONDAY, tick=False) as clock:
        membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
        Scheme.objects.filter(pk=cast.scheme.pk).update(state="running")
        cast.clock, cast.day = clock, lambda number: MONDAY.date() + timedelta(days=number)
        yield cast


def goes(cast, first=0, last=4, *, lead=None, deputy="trainer", by=None):
    lead = lead or cast.lead
    return absence_plan(
        scheme=cast.scheme,
        lead=lead,
        deputy=deputy and getattr(cast, deputy),
        from_on=cast.day(first),
        to_on=cast.day(last),
        by=by or lead,
    )


def raised(cast, **fields):
    return actions.concern_raise(**{"scheme": cast.scheme, "happened": "Shouted", "by": cast.mentor, **fields})


def told(rule):
    return {due.recipient_id for due in getattr(reminders, rule)(timezone.now())}


class TestTakenOver:
    def test_what_is_raised_meanwhile_is_told_to_the_deputy_and_not_to_who_is_away(self, two):
        goes(two)
        concern = raised(two)
        assert told("concern_raised") == {two.trainer.pk}
        assert two.lead in concern_readers(concern)  # away is not shut out

    def test_its_clocks_too_and_from_the_day_after_both(self, two):
        goes(two, last=1)
        raised(two)
        two.clock.move_to(MONDAY + timedelta(hours=8))
        assert told("concern_raised") == {two.trainer.pk}
        two.clock.move_to(MONDAY + timedelta(days=2))
        assert told("concern_raised") == {two.trainer.pk, two.lead.pk}

    def test_the_deputy_hears_that_they_take_over(self, two):
        absence = goes(two, first=3)
        assert told("deputy_named") == {two.trainer.pk}
        absence_end(absence=absence, by=two.lead)
        assert told("deputy_named") == set()

    def test_a_deputy_it_is_about_is_not_told_and_a_manager_has_to_come(self, two):
        """Nobody who is there can read it: it never lies unread because somebody is on holiday."""
        goes(two)
        concern = raised(two, about_users=[two.trainer])
        assert readers_there(concern, two.day(0)) == []
        assert told("concern_leaderless") == {two.manager.pk}
        assert told("concern_raised") == {two.lead.pk}  # away, and told all the same: nothing is lost
        assert concerns_behind_glass(two.scheme, two.manager) == [concern]

    def test_a_deputy_who_gives_the_role_up_takes_over_no_more(self, two):
        goes(two)
        concern = raised(two)
        role = Membership.objects.get(scheme=two.scheme, user=two.trainer, role=Role.LEAD, ended_at=None)
        membership_end(membership=role, by=two.manager)
        assert readers_to_tell(concern, two.day(0)) == [two.lead]
        assert days_without(two.scheme, two.day(0)) == [two.day(number) for number in range(5)]

    def test_back_early_counts_at_once_and_stands_in_the_trail(self, two):
        absence = goes(two)
        concern = raised(two)
        absence_end(absence=absence, by=two.lead)
        assert set(readers_there(concern, two.day(0))) == {two.lead, two.trainer}
        verbs = AuditEntry.objects.filter(verb__startswith="leadabsence").values_list("verb", flat=True)
        assert set(verbs) == {"leadabsence.planned", "leadabsence.ended"}


class TestNobodyThere:
    def test_a_manager_is_warned_on_the_first_page_and_whoever_does_not_manage_is_not(self, two):
        assert manager_rows(two.actor(two.manager), two.day(0)) == []
        goes(two)
        role = Membership.objects.get(scheme=two.scheme, user=two.trainer, role=Role.LEAD, ended_at=None)
        membership_end(membership=role, by=two.manager)
        [row] = manager_rows(two.actor(two.manager), two.day(0))
        assert "No safeguarding lead is there today" in row.words
        assert manager_rows(two.actor(two.coordinator), two.day(0)) == []
        assert manager_rows(two.actor(two.manager), two.day(5)) == []

    def test_a_scheme_that_only_plans_needs_nobody_yet(self, cast):
        role = Membership.objects.get(scheme=cast.scheme, user=cast.lead, role=Role.LEAD, ended_at=None)
        membership_end(membership=role, by=cast.manager)
        assert manager_rows(cast.actor(cast.manager), timezone.localdate()) == []

    def test_somebody_ill_is_written_down_by_a_manager_before_there_is_a_deputy(self, two):
        with pytest.raises(Refused, match="who takes over for you"):
            goes(two, deputy=None)
        assert goes(two, deputy=None, by=two.manager).deputy is None
        assert days_without(two.scheme, two.day(0)) == []  # Tess is there


class TestRefused:
    def refused(self, cast, words, **fields):
        with pytest.raises(Refused, match=words):
            goes(cast, **fields)

    def test_a_deputy_who_does_not_lead_is_oneself_or_is_away_too(self, two):
        self.refused(two, "another safeguarding lead", deputy="coordinator")
        self.refused(two, "another safeguarding lead", deputy="lead")
        goes(two, 2, 3, lead=two.trainer, deputy="lead")
        self.refused(two, "takes over for Tess", first=0, last=2)

    def test_whoever_takes_over_does_not_go_away_in_these_days(self, two):
        goes(two)
        self.refused(two, "takes over for Sam Okoye", lead=two.trainer, deputy="lead", first=4, last=9)
        assert goes(two, 5, 9, lead=two.trainer, deputy="lead")

    def test_days_that_are_none(self, two):
        self.refused(two, "before the first", first=4, last=3)
        self.refused(two, "have passed", first=-5, last=-1)
        self.refused(two, "more than a year", first=0, last=400)
        goes(two)
        self.refused(two, "written down already", first=4, last=9)

    def test_for_somebody_who_does_not_lead_or_by_somebody_who_may_not(self, two):
        self.refused(two, "does not lead", lead=two.coordinator)
        self.refused(two, "or a manager", by=two.coordinator)
        self.refused(two, "or a manager", by=two.trainer)
        absence = goes(two)
        with pytest.raises(Refused, match="or a manager"):
            absence_end(absence=absence, by=two.trainer)

    def test_the_only_lead_is_sent_to_the_manager(self, cast):
        day = timezone.localdate()
        with pytest.raises(Refused, match="Ask the manager"):
            absence_plan(scheme=cast.scheme, lead=cast.lead, from_on=day, to_on=day, by=cast.lead)

    def test_the_database_refuses_ones_own_deputy_and_days_out_of_order(self, two):
        absence = goes(two)
        for wrong in ({"deputy": two.lead}, {"to_on": two.day(-1)}):
            with pytest.raises(IntegrityError), transaction.atomic():
                LeadAbsence.objects.filter(pk=absence.pk).update(**wrong)


class TestPage:
    def where(self, cast):
        return reverse("safeguarding:lead_absences", kwargs={"scheme": cast.scheme.slug})

    def test_a_lead_writes_down_their_own_days_and_who_takes_over(self, two):
        data = {"from_on": "20 November 2026", "to_on": "23 November 2026", "deputy": str(two.trainer.pk)}
        page = two.client(two.lead).post(self.where(two), data, follow=True).content.decode()
        assert "Tess Byrne takes over, and is told now" in page
        assert LeadAbsence.objects.get().lead == two.lead

    def test_a_lead_names_no_other_lead_as_away(self, two):
        data = {"lead": str(two.trainer.pk), "from_on": "today", "to_on": "today", "deputy": str(two.trainer.pk)}
        two.client(two.lead).post(self.where(two), data)
        assert LeadAbsence.objects.get().lead == two.lead

    def test_what_was_typed_stays_where_it_is_refused(self, two):
        page = two.client(two.lead).post(self.where(two), {"from_on": "20 Nov 2026", "to_on": "19 Nov 2026"})
        assert page.status_code == 422 and "before the first" in page.content.decode()

    def test_it_says_which_days_nobody_leads(self, two):
        goes(two, 2, 3, deputy=None, by=two.manager)
        role = Membership.objects.get(scheme=two.scheme, user=two.trainer, role=Role.LEAD, ended_at=None)
        membership_end(membership=role, by=two.manager)
        page = two.client(two.manager).get(self.where(two)).content.decode()
        assert "on 2 days, from Wednesday 18 November" in page
