"""Peer mentors: readiness by reflection (P1, L11), and the group as a place of its own (P6)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from schemes.people.actions import volunteer_edit
from schemes.tests.people import joining_world as way
from schemes.training.actions import (
    group_session_add,
    group_session_mark,
    suitability_review_confirm,
    suitability_review_write,
)
from schemes.training.models import GroupPlace, SuitabilityReview
from schemes.training.peer_readiness import QUESTIONS, answered, in_sum, still_open

HOME = "/schemes/sheffield/"


@pytest.fixture
def trained(cast):
    way._training(cast)
    return cast


@pytest.fixture
def peer(trained):
    """A peer mentor at the suitability review."""
    volunteer = way.to_suitability(trained, trained.uncleared_volunteer)
    changes = {"is_peer": True, "supervisor": trained.supervisor}
    return volunteer_edit(volunteer=volunteer, changes=changes, by=trained.coordinator)


def page_of(volunteer):
    return f"{HOME}people/volunteers/{volunteer.pk}/suitability/"


# --- readiness ----------------------------------------------------------------------------------------------------
def test_p1_six_questions_and_none_of_them_asks_how_long_ago():
    """L11: recruited later in life too; reflection, not recency."""
    assert list(QUESTIONS) == ["ready", "willing", "able", "separate", "relevant", "support"]
    assert not any(word in asked.words for asked in QUESTIONS.values() for word in ("year", "long ago", "since"))


@pytest.mark.parametrize("key", QUESTIONS)
@pytest.mark.parametrize("given", [{}, {"answer": "not-yet", "words": "Soon."}, {"answer": "yes", "words": " "}])
def test_p1_a_peer_mentor_is_ready_only_when_each_is_a_yes_with_its_why(trained, peer, key, given):
    answers = {**answered("Seen in the group."), key: given}
    assert list(still_open(answers)) == [key]
    with pytest.raises(Refused, match=QUESTIONS[key].short):
        suitability_review_write(
            volunteer=peer, outcome="ready", reasons="Warm.", peer_answers=answers, by=trained.coordinator
        )


def test_p1_the_answers_are_kept_sealed_and_shown_to_the_second_person(trained, peer):
    client, sent = trained.client(trained.coordinator), {"outcome": "ready", "reasons": "Warm."}
    sent |= {f"peer_{key}": "yes" for key in QUESTIONS} | {f"peer_{key}_words": f"Because {key}." for key in QUESTIONS}
    page = client.post(page_of(peer), {**sent, "peer_able": "not-yet"})
    assert page.status_code == 422
    assert "Because separate." in page.content.decode(), "nothing typed is lost"
    assert client.post(page_of(peer), sent).status_code == 302
    review = SuitabilityReview.objects.get()
    assert review.peer_answers["support"] == {"answer": "yes", "words": "Because support."}
    assert "Separate enough: yes. Because separate." in trained.client(trained.lead).get(page_of(peer)).content.decode()


def test_somebody_not_ready_to_be_matched_needs_no_yes(trained, peer):
    answers = {"able": {"answer": "not-yet", "words": "Wants to practise."}}
    review = suitability_review_write(
        volunteer=peer, outcome="group-only", reasons="Their wish.", peer_answers=answers, by=trained.coordinator
    )
    assert review.peer_ready == in_sum(answers) == "Able: not yet. Wants to practise."


def test_the_page_of_the_review_shows_what_the_records_say(trained, peer):
    page = trained.client(trained.coordinator).get(page_of(peer)).content.decode()
    assert "Came 3 times, missed 0" in page
    assert "Still needed besides this review" in page
    assert "Two people have not agreed" not in page


# --- the group ----------------------------------------------------------------------------------------------------
@pytest.fixture
def member(trained, peer):
    """Chose the group only; two people honoured it."""
    review = suitability_review_write(
        volunteer=peer, outcome="group-only", reasons="Their wish.", by=trained.coordinator
    )
    suitability_review_confirm(review=review, by=trained.lead)
    peer.refresh_from_db()
    return peer


def meeting(world, days):
    starts_at = timezone.now() + timedelta(days=days)
    return group_session_add(
        scheme=world.scheme, starts_at=starts_at, place="The den", about="Food", by=world.supervisor
    )


def test_p6_group_only_is_a_place_of_its_own_with_kind_words(trained, member):
    meeting(trained, 5)
    page = trained.client(trained.uncleared).get("/me/group/").content.decode()
    assert "You belong here" in page
    assert "The den" in page
    assert "for as long as you like" in page
    assert "Lou" in page, "whom to tell if they change their mind"


def test_p6_who_came_to_the_group_is_noted_and_noted_again(trained, member):
    session = meeting(trained, -1)
    client, url = trained.client(trained.supervisor), f"{HOME}training/group/{session.pk}/"
    assert client.post(url, {"came": [member.pk]}).status_code == 302
    assert "You have been 1 time" in trained.client(trained.uncleared).get("/me/group/").content.decode()
    client.post(url, {})
    assert not GroupPlace.objects.get().came
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupPlace.objects.create(session=session, volunteer=member, came=True)


def test_p6_who_came_is_noted_on_the_day_and_for_members_only(trained, member):
    with pytest.raises(Refused):
        group_session_mark(session=meeting(trained, 5), came={member: True}, by=trained.supervisor)
    with pytest.raises(Refused):
        group_session_mark(session=meeting(trained, -1), came={trained.volunteer: True}, by=trained.supervisor)


def test_p6_a_supervisor_notes_their_own_mentors_and_changes_nobody_elses_mark(trained, member):
    session = meeting(trained, -1)
    group_session_mark(session=session, came={member: True}, by=trained.coordinator)
    volunteer_edit(volunteer=member, changes={"supervisor": None}, by=trained.coordinator)
    client = trained.client(trained.supervisor)
    assert "Una Reid" not in client.get(f"{HOME}training/group/{session.pk}/").content.decode()
    client.post(f"{HOME}training/group/{session.pk}/", {})
    assert GroupPlace.objects.get().came
