"""Checks and risk decisions: recorded, dated, expiring; nothing of a certificate kept (S9, L10, security row 28)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from safeguarding.concerns.actions import hold_place
from safeguarding.models import RiskDecision, VettingCheck
from safeguarding.panels import volunteer_panels
from safeguarding.tests.world import clear
from safeguarding.vetting.actions import (
    check_decide,
    check_receive,
    check_request,
    risk_decision_record,
    risk_decisions_purge,
)
from safeguarding.vetting.queries import checks_expiring, clearance_of, clearance_one
from schemes.people.actions import membership_end, volunteer_add
from schemes.people.models import Membership

TODAY = timezone.localdate


def url(name, cast, volunteer, **kwargs):
    return reverse(f"safeguarding:{name}", kwargs={"scheme": cast.scheme.slug, "volunteer_id": volunteer.pk, **kwargs})


@pytest.fixture
def check(cast):
    return check_request(
        volunteer=cast.volunteer, kind="criminal-record", requested_on=TODAY() - timedelta(days=9), by=cast.coordinator
    )


class TestCheck:
    def test_requested_received_decided(self, cast, check):
        check = check_receive(check=check, received_on=TODAY(), number="001", by=cast.coordinator)
        check = check_decide(check=check, decision="clear", decided_on=TODAY(), by=cast.coordinator)
        assert (check.decision, check.decided_by, check.number) == ("clear", cast.coordinator, "001")
        assert list(AuditEntry.objects.filter(verb__startswith="check.").values_list("verb", flat=True)) == [
            "check.requested", "check.received", "check.decided",
        ]  # fmt: skip

    def test_nothing_is_decided_before_it_came_back(self, cast, check):
        with pytest.raises(Refused, match="not come back"):
            check_decide(check=check, decision="clear", decided_on=TODAY(), by=cast.coordinator)

    def test_a_decision_is_made_once(self, cast, check):
        check_receive(check=check, received_on=TODAY(), by=cast.coordinator)
        decided = {"check": check, "decision": "clear", "decided_on": TODAY(), "by": cast.coordinator}
        check_decide(**decided)
        with pytest.raises(Refused, match="already"):
            check_decide(**{**decided, "decision": "not-clear"})

    def test_conditions_are_written_down(self, cast, check):
        check_receive(check=check, received_on=TODAY(), by=cast.coordinator)
        with pytest.raises(Refused, match="conditions"):
            check_decide(check=check, decision="conditions", decided_on=TODAY(), by=cast.coordinator)

    def test_nobody_handles_their_own_checks(self, cast):
        with pytest.raises(Refused, match="own record"):
            check_request(volunteer=cast.volunteer, kind="identity", requested_on=TODAY(), by=cast.mentor)

    def test_there_is_no_place_for_what_a_certificate_says(self):
        """DBS code of practice; Police Act 1997 s.124."""
        names = {field.name for field in VettingCheck._meta.get_fields()}
        assert not {
            name for name in names if any(w in name for w in ("content", "offence", "scan", "file", "document"))
        }

    def test_a_check_that_runs_out_is_found_before_and_after_but_not_once_renewed(self, cast):
        clear(cast.volunteer, by=cast.coordinator, today=TODAY(), expires_on=TODAY() + timedelta(days=30))
        due = {check.kind for check in checks_expiring(timezone.now())}
        assert due == {"identity", "criminal-record", "self-declaration"}
        assert {check.kind for check in checks_expiring(timezone.now() + timedelta(days=90))} == due
        later = TODAY() + timedelta(days=800)
        clear(cast.volunteer, by=cast.coordinator, today=TODAY(), expires_on=later)
        assert not checks_expiring(timezone.now()).exists()

    def test_clearance_of_many_takes_five_queries(self, cast):
        people = [volunteer_add(scheme=cast.scheme, name=f"V {n}", by=cast.coordinator) for n in range(12)]
        for person in people[:6]:
            clear(person, by=cast.coordinator, today=TODAY())
        with CaptureQueriesContext(connection) as queries:
            found = clearance_of(people, TODAY())
        assert len(queries) == 5
        assert [found[person.pk].is_clear for person in people] == [True] * 6 + [False] * 6


class TestWhoSees:
    def test_a_supervisor_sees_cleared_or_not_and_nothing_else(self, cast, check):
        cast.volunteer.supervisor = cast.supervisor
        cast.volunteer.save()
        (card,) = volunteer_panels(cast.volunteer, cast.actor(cast.supervisor))
        assert not card.context["show_detail"]
        assert not VettingCheck.objects.visible_to(cast.actor(cast.supervisor)).exists()

    def test_a_mentor_sees_their_own(self, cast, check):
        assert VettingCheck.objects.visible_to(cast.actor(cast.mentor)).get() == check
        assert not VettingCheck.objects.visible_to(cast.actor(cast.peer)).exists()


class TestRiskDecision:
    def record(self, cast, **fields):
        words = {"disclosed": "A caution", "decided": "No risk today"}
        return risk_decision_record(volunteer=cast.volunteer, **words, **fields, by=cast.lead)

    def test_the_lead_reads_it_and_the_reading_is_kept(self, cast):
        decision = self.record(cast)
        where = url("risk_decision_show", cast, cast.volunteer, decision_id=decision.pk)
        assert "A caution" in cast.client(cast.lead).get(where).content.decode()
        assert AuditEntry.objects.get(verb="riskdecision.read").by_key == str(cast.lead.pk)
        assert cast.client(cast.coordinator).get(where).status_code == 404

    def test_six_months_at_most_also_past_the_code(self, cast):
        decision = self.record(cast)
        assert decision.purge_on - TODAY() <= timedelta(days=184)
        with pytest.raises(Refused, match="six months"):
            self.record(cast, purge_on=TODAY() + timedelta(days=200))
        with pytest.raises(DatabaseError), transaction.atomic():
            RiskDecision.objects.filter(pk=decision.pk).update(purge_on=TODAY() + timedelta(days=200))

    def test_on_its_day_it_is_gone_and_only_that_stays_in_the_trail(self, cast):
        decision = self.record(cast)
        assert risk_decisions_purge(today=decision.purge_on - timedelta(days=1)) == 0
        assert risk_decisions_purge(today=decision.purge_on) == 1
        assert risk_decisions_purge(today=decision.purge_on) == 0
        assert not RiskDecision.objects.exists()
        assert AuditEntry.objects.filter(verb="riskdecision.purged").count() == 1

    def test_a_coordinator_reads_it_once_let_in_by_name_and_no_longer_than_the_role(self, cast):
        decision = self.record(cast)
        role = Membership.objects.get(user=cast.coordinator, scheme=cast.scheme, ended_at=None)
        share = url("risk_decision_share", cast, cast.volunteer, decision_id=decision.pk)
        cast.client(cast.lead).post(share, {"membership": str(role.pk)})
        assert RiskDecision.objects.visible_to(cast.actor(cast.coordinator)).get() == decision
        membership_end(membership=role, by=cast.manager)
        assert not RiskDecision.objects.visible_to(cast.actor(cast.coordinator)).exists()
        assert not RiskDecision.guardian_rows("user").exists()


class TestPages:
    def test_from_asking_to_deciding(self, cast):
        client, volunteer = cast.client(cast.coordinator), cast.volunteer
        client.post(url("check_request", cast, volunteer), {"kind": "identity", "requested_on": "yesterday"})
        check = VettingCheck.objects.get()
        client.post(url("check_receive", cast, volunteer, check_id=check.pk), {"received_on": "today"})
        data = {"decision": "clear", "decided_on": "today"}
        answer = client.post(url("check_decide", cast, volunteer, check_id=check.pk), data, follow=True)
        assert "Decided." in answer.content.decode()
        assert VettingCheck.objects.get().decision == "clear"

    def test_a_reference_needs_a_name(self, cast):
        data = {"kind": "reference", "requested_on": "today"}
        answer = cast.client(cast.coordinator).post(url("check_request", cast, cast.volunteer), data)
        assert answer.status_code == 422
        assert "who gives the reference" in answer.content.decode()

    @pytest.mark.parametrize("query", ["?show=nonsense&kind=x&page=abc", "?name=%00", "?show=expiring&page=-1"])
    def test_a_list_asked_for_oddly_still_answers(self, cast, check, query):
        where = reverse("safeguarding:check_list", kwargs={"scheme": cast.scheme.slug})
        assert cast.client(cast.coordinator).get(where + query).status_code == 200

    def test_the_list_takes_as_many_queries_for_many_as_for_few(self, cast):
        where = reverse("safeguarding:check_list", kwargs={"scheme": cast.scheme.slug})
        client = cast.client(cast.coordinator)
        counts = []
        for number in (2, 30):
            for place in range(number):
                person = volunteer_add(scheme=cast.scheme, name=f"V {number} {place}", by=cast.coordinator)
                check_request(volunteer=person, kind="identity", requested_on=TODAY(), by=cast.coordinator)
            with CaptureQueriesContext(connection) as queries:
                client.get(where)
            counts.append(len(queries))
        assert counts[0] == counts[1]


def test_a_cleared_volunteer_is_clear(cast):
    clear(cast.volunteer, by=cast.coordinator, today=TODAY())
    assert clearance_one(cast.volunteer, TODAY()).is_clear


def test_a_co_ordinator_who_volunteers_does_not_learn_of_a_hold_on_themselves(cast):
    own = volunteer_add(scheme=cast.scheme, user=cast.coordinator, name="Dee Parker", by=cast.manager)
    hold_place(volunteer=own, by=cast.lead)
    hold_place(volunteer=cast.volunteer, by=cast.lead)
    actor = cast.actor(cast.coordinator)
    assert not volunteer_panels(own, actor)[0].context["on_hold"]
    assert volunteer_panels(cast.volunteer, actor)[0].context["on_hold"]
