"""Risk assessment of both sides: written by one, approved by another, before the introduction (L8, security row 18)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from safeguarding.models import RiskAssessment
from safeguarding.risk.actions import risk_assessment_approve, risk_assessment_send_back, risk_assessment_write
from safeguarding.risk.queries import risk_approved, risks_approved
from schemes.people.actions import membership_end, membership_grant
from schemes.people.models import Membership
from schemes.people.permissions import Role

PAIR = uuid4()
SIDES = {"mentor_side": "Busy", "young_person_side": "Late buses", "meeting_safely": "The library"}


def write(cast, by=None, **fields):
    found = {"pair_key": PAIR, "review_on": timezone.localdate() + timedelta(days=90), **SIDES, **fields}
    return risk_assessment_write(
        volunteer=cast.volunteer, young_person=cast.young_person, by=by or cast.coordinator, **found
    )


def approved(day=None):
    return risk_approved(PAIR, day or timezone.localdate())


def test_approved_by_a_second_person_and_in_date(cast):
    risk = write(cast)
    assert not approved()
    risk_assessment_approve(risk=risk, by=cast.lead)
    assert approved()
    assert risks_approved([PAIR, uuid4()], timezone.localdate()) == {PAIR}
    assert not approved(risk.review_on + timedelta(days=1))


def test_the_author_never_approves_also_past_the_code(cast):
    risk = write(cast, by=cast.lead)
    with pytest.raises(Refused, match="wrote this"):
        risk_assessment_approve(risk=risk, by=cast.lead)
    with pytest.raises(DatabaseError), transaction.atomic():
        RiskAssessment.objects.filter(pk=risk.pk).update(approved_by=cast.lead, approved_at=timezone.now())


def test_a_newer_one_governs(cast):
    first = write(cast)
    risk_assessment_approve(risk=first, by=cast.lead)
    second = write(cast)
    assert not approved()
    risk_assessment_send_back(risk=second, why="What about the evenings?", by=cast.lead)
    assert not approved()


def test_neither_of_the_two_writes_or_decides(cast):
    with pytest.raises(Refused, match="about you"):
        write(cast, by=cast.mentor)


def test_author_and_leads_see_it_and_its_people_never(cast):
    risk = write(cast)
    seen = RiskAssessment.objects.visible_to
    assert seen(cast.actor(cast.coordinator)).get() == seen(cast.actor(cast.lead)).get() == risk
    for role in Role:
        membership_grant(scheme=cast.scheme, user=cast.mentor, role=role, by=cast.manager)
    assert not seen(cast.actor(cast.mentor)).exists()


def test_leaving_shuts_it_to_its_author_in_the_same_transaction(cast):
    write(cast)
    membership = Membership.objects.get(user=cast.coordinator, scheme=cast.scheme, ended_at=None)
    with transaction.atomic():
        membership_end(membership=membership, by=cast.manager)
        assert not RiskAssessment.objects.visible_to(cast.actor(cast.coordinator)).exists()
    assert not RiskAssessment.guardian_rows("user").exists()


def test_on_the_page_a_lead_reads_it_in_the_trail_and_approves(cast):
    risk = write(cast)
    client, here = cast.client(cast.lead), {"scheme": cast.scheme.slug, "risk_id": risk.pk}
    assert "Late buses" in client.get(reverse("safeguarding:risk_show", kwargs=here)).content.decode()
    assert AuditEntry.objects.get(verb="riskassessment.read").by_key == str(cast.lead.pk)
    client.post(reverse("safeguarding:risk_approve", kwargs=here))
    assert approved()


def test_sending_back_needs_a_reason(cast):
    risk = write(cast)
    here = {"scheme": cast.scheme.slug, "risk_id": risk.pk}
    answer = cast.client(cast.lead).post(reverse("safeguarding:risk_send_back", kwargs=here), {"why": ""})
    assert answer.status_code == 422
    cast.client(cast.lead).post(reverse("safeguarding:risk_send_back", kwargs=here), {"why": "The evenings?"})
    assert (
        "The evenings?"
        in cast.client(cast.coordinator).get(reverse("safeguarding:risk_show", kwargs=here)).content.decode()
    )
