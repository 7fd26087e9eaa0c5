"""Staff who mentor too neither read nor decide what others say about their own pair (roles.md, S12, L8)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import AgeException, Match, SetAside
from matching.pairing import actions
from matching.pairing.meetings.actions import meeting_ask, meeting_record, meeting_talked_about
from matching.pairing.meetings.home import today_rows
from matching.tests.pairing.pairing_world import first_meeting_planned, shared
from matching.tests.readying import accepted, introduced, may_be_introduced, proposed
from mentoring.transitions import Refused
from schemes.people.models import Volunteer

ABOUT_YOU = "This is about you"


def mentors_too(pair, staff):
    """From now on it is this member of staff who is the mentor."""
    Volunteer.objects.filter(pk=pair.volunteer.pk).update(user=staff)
    pair.volunteer.refresh_from_db()
    return pair.volunteer


def words(pair, name, *args) -> str:
    return (
        pair.client(pair.coordinator).get(reverse(f"matching:{name}", args=[pair.scheme.slug, *args])).content.decode()
    )


def test_s12_a_co_ordinator_who_mentors_reads_not_why_a_young_person_said_no_to_them(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    actions.match_mentee_answer(match=match, answer="no", because="He is my uncle’s friend", by=pair.mentee)
    assert "uncle" in words(pair, "match_show", match.pk), "of others it is theirs to read"
    mentors_too(pair, pair.coordinator)
    page = words(pair, "match_show", match.pk)
    assert "uncle" not in page
    assert "Jay said" not in page
    assert pair.mentee.name not in page.split("What happened")[1].split("The two")[0], "nor who took which step"


def test_s12_nor_why_another_took_the_proposal_back(pair):
    match = proposed(pair, pair.volunteer, pair.young_person)
    actions.match_decline(match=match, because="Talks too much about himself", by=pair.coordinator)
    assert "Talks too much" in words(pair, "match_show", match.pk)
    mentors_too(pair, pair.coordinator)
    assert "Talks too much" not in words(pair, "match_show", match.pk)


def test_s12_nor_that_or_why_they_were_set_aside(pair):
    two = {"volunteer": pair.volunteer, "young_person": pair.young_person}
    aside = actions.set_aside_add(scheme=pair.scheme, **two, reason="Too loud for Jay", by=pair.coordinator)
    assert "Too loud" in words(pair, "set_aside_list")
    mentors_too(pair, pair.coordinator)
    assert "Too loud" not in words(pair, "set_aside_list")
    undo = reverse("matching:set_aside_undo", args=[pair.scheme.slug, aside.pk])
    assert pair.client(pair.coordinator).post(undo).status_code == 404
    assert SetAside.objects.exists()


def test_nobody_picks_the_young_person_they_would_mentor(pair):
    mentors_too(pair, pair.coordinator)
    with pytest.raises(Refused, match=ABOUT_YOU):
        proposed(pair, pair.volunteer, pair.young_person)
    assert not Match.objects.exists()


def test_nobody_introduces_themselves_or_writes_down_their_own_first_meeting(pair):
    """S12: somebody of the scheme who is neither of the two is there."""
    match = may_be_introduced(pair, accepted(pair, proposed(pair, pair.volunteer, pair.young_person)))
    mentors_too(pair, pair.coordinator)
    with pytest.raises(Refused, match=ABOUT_YOU):
        actions.match_introduce(match=match, by=pair.coordinator)
    mentors_too(pair, pair.mentor)
    actions.match_introduce(match=match, by=pair.coordinator)
    mentors_too(pair, pair.coordinator)
    with pytest.raises(Refused, match=ABOUT_YOU):
        meeting_record(match=match, outcome="held", met_at=timezone.now(), by=pair.coordinator)
    assert Match.objects.get().state == "introduced"


def test_p3_nobody_agrees_to_an_exception_for_themselves(pair):
    two = {"volunteer": pair.volunteer, "young_person": pair.young_person}
    exception = actions.age_exception_ask(scheme=pair.scheme, **two, reason="Near in age", by=pair.coordinator)
    mentors_too(pair, pair.lead)
    with pytest.raises(Refused, match=ABOUT_YOU):
        actions.age_exception_agree(exception=exception, by=pair.lead)
    assert AgeException.objects.get().agreed_by is None


def test_l8_a_first_meeting_cannot_have_been_before_they_were_introduced(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    with pytest.raises(Refused, match="were introduced on"):
        meeting_record(match=match, outcome="held", met_at=timezone.now() - timedelta(days=40), by=pair.coordinator)


def test_s12_nobody_plans_their_own_meeting_or_says_what_was_talked_about(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    meeting = match.meetings.create(kind="first", outcome="held", staff=pair.coordinator, planned_at=timezone.now())
    mentors_too(pair, pair.coordinator)
    for do in (
        lambda: first_meeting_planned(pair, Match.objects.get(), staff=pair.manager),
        lambda: meeting_talked_about(meeting=meeting, talked_about=["agreement"], by=pair.coordinator),
    ):
        with pytest.raises(Refused, match=ABOUT_YOU):
            do()


def test_s12_a_co_ordinator_who_would_mentor_them_learns_not_that_they_ask_to_meet_first(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    meeting_ask(match=match, by=pair.mentee)

    def told():
        rows = [row.words for row in today_rows([pair.scheme.pk], pair.coordinator)]
        return rows, "asked for it" in words(pair, "match_show", match.pk)

    assert told() == (["Jay would like to meet Zofia before choosing"], True)
    mentors_too(pair, pair.coordinator)
    assert told() == ([], False)


def test_s12_nor_are_they_asked_to_plan_the_first_meeting_of_their_own(pair):
    introduced(pair, pair.volunteer, pair.young_person)
    assert len(today_rows([pair.scheme.pk], pair.coordinator)) == 1
    mentors_too(pair, pair.coordinator)
    assert today_rows([pair.scheme.pk], pair.coordinator) == []
