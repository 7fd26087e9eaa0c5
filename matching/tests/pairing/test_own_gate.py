"""What guards a hold and a risk assessment elsewhere guards them on the pages of matching too (L8, roles.md)."""

from django.urls import reverse

from matching.pairing.meetings.actions import meeting_record
from matching.tests.pairing.test_own_pair import mentors_too, words
from matching.tests.readying import accepted, introduced, may_be_introduced, proposed
from mentoring.audit.models import AuditEntry

HELD = "cannot be introduced"


def test_nobody_learns_of_a_hold_on_themselves_from_their_own_match(pair):
    match = accepted(pair, proposed(pair, pair.volunteer, pair.young_person))
    pair.volunteer.holds.create(scheme=pair.scheme, placed_by=pair.lead)
    assert HELD in words(pair, "match_show", match.pk)
    mentors_too(pair, pair.coordinator)
    assert HELD not in words(pair, "match_show", match.pk)


def test_nor_by_comparing_themselves_with_a_young_person(pair):
    pair.volunteer.holds.create(scheme=pair.scheme, placed_by=pair.lead)
    beside = reverse("matching:match_compare", args=[pair.scheme.slug, pair.young_person.pk])
    check = reverse("matching:match_propose_many", args=[pair.scheme.slug])
    asked = [
        (beside, {"volunteer": pair.volunteer.pk}),
        (check, {"pair": f"{pair.young_person.pk}:{pair.volunteer.pk}"}),
    ]
    for address, query in asked:
        assert HELD in pair.client(pair.coordinator).get(address, query).content.decode()
    mentors_too(pair, pair.coordinator)
    for address, query in asked:
        assert HELD not in pair.client(pair.coordinator).get(address, query).content.decode()


def test_nor_by_asking_what_would_give_somebody_a_mentor(pair):
    pair.volunteer.holds.create(scheme=pair.scheme, placed_by=pair.lead)
    asked = "the safeguarding lead asked about Zofia"
    assert asked in words(pair, "why_nobody_show", pair.young_person.pk)
    mentors_too(pair, pair.coordinator)
    assert asked not in words(pair, "why_nobody_show", pair.young_person.pk)


def test_nor_reads_why_their_own_meeting_was_not_held(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    meeting_record(match=match, outcome="not-held", why_not="Jay felt afraid", by=pair.coordinator)
    assert "Jay felt afraid" in words(pair, "match_show", match.pk)
    mentors_too(pair, pair.coordinator)
    assert "Jay felt afraid" not in words(pair, "match_show", match.pk)


def test_l8_a_form_that_begins_with_an_assessment_is_a_reading_of_it(pair):
    match = may_be_introduced(pair, accepted(pair, proposed(pair, pair.volunteer, pair.young_person)))
    read = AuditEntry.objects.filter(verb="riskassessment.read")
    assert not read.exists()
    assert "Shy at first." in words(pair, "match_risk_write", match.pk)
    assert read.get().by_key == str(pair.coordinator.pk)
