"""Courses, registers, standing, and suitability decided by two people (S11, P1, P2, P6)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from schemes.people.actions import volunteer_edit
from schemes.people.models import Volunteer
from schemes.tests.people import joining_world as way
from schemes.training import queries
from schemes.training.actions import (
    attendance_book,
    attendance_mark,
    module_edit,
    suitability_review_confirm,
    suitability_review_withdraw,
    suitability_review_write,
    training_session_add,
)
from schemes.training.models import SuitabilityReview
from schemes.training.peer_readiness import answered
from schemes.training.standing import Heard, standing_of

TRAINING = "/schemes/sheffield/training/"


@pytest.fixture
def trained(cast):
    way._training(cast)
    return cast


@pytest.fixture
def reviewee(trained):
    return way.to_suitability(trained, trained.uncleared_volunteer)


def write(world, volunteer, outcome="ready", by=None, **more):
    return suitability_review_write(
        volunteer=volunteer, outcome=outcome, reasons="Seen in role play.", by=by or world.coordinator, **more
    )


# --- the minimum of training --------------------------------------------------------------------------------------
def test_hours_count_and_required_topics_must_be_heard():
    attended = [Heard("boundaries", Decimal(4)), Heard("trauma", Decimal(9))]
    standing = standing_of(attended, {"boundaries", "safeguarding"}, Decimal(12))
    assert standing.hours == 13
    assert standing.missing == ("confidentiality", "safeguarding")
    assert not standing.is_met


def test_boundaries_and_confidentiality_are_needed_whatever_the_course_says():
    """P2: training must cover boundaries and confidentiality limits before matching."""
    assert standing_of([Heard("role", Decimal(20))], set(), Decimal(12)).missing == ("boundaries", "confidentiality")


def test_only_what_was_attended_counts(trained):
    volunteer = trained.volunteer
    attendance_book(session=trained.training_sessions[0], volunteers=[volunteer], by=trained.coordinator)
    assert queries.training_standing(volunteer).hours == 0
    place = volunteer.attendances.get()
    attendance_mark(session=place.session, outcomes={place.pk: "missed"}, by=trained.trainer)
    assert queries.training_standing(volunteer).hours == 0
    attendance_mark(session=place.session, outcomes={place.pk: "attended"}, by=trained.trainer)
    assert queries.training_standing(volunteer).hours == 4


# --- the register -------------------------------------------------------------------------------------------------
def test_a_register_opens_on_the_day(trained):
    module = trained.training_sessions[0].module
    tomorrow = training_session_add(
        module=module, starts_at=timezone.now() + timedelta(days=1), place="Hall", by=trained.coordinator
    )
    attendance_book(session=tomorrow, volunteers=[trained.volunteer], by=trained.coordinator)
    place = tomorrow.attendances.get()
    with pytest.raises(Refused):
        attendance_mark(session=tomorrow, outcomes={place.pk: "attended"}, by=trained.trainer)


def test_somebody_from_another_scheme_gets_no_place(trained):
    stranger = way.volunteer_add(scheme=trained.other_scheme, name="Far Away", by=trained.outsider)
    with pytest.raises(Refused):
        attendance_book(session=trained.training_session, volunteers=[stranger], by=trained.coordinator)


def test_a_trainer_keeps_the_register_of_their_own_session_on_a_phone(trained):
    session = trained.training_session
    attendance_book(session=session, volunteers=[trained.volunteer], by=trained.coordinator)
    place = session.attendances.get()
    client = trained.client(trained.trainer)
    assert "Zofia Nowak" in client.get(f"{TRAINING}sessions/{session.pk}/").content.decode()
    response = client.post(f"{TRAINING}sessions/{session.pk}/register/", {str(place.pk): "attended"})
    assert response.status_code == 302
    place.refresh_from_db()
    assert place.outcome == "attended"


def test_a_trainer_sees_names_on_their_own_sessions_only(trained):
    module = trained.training_session.module
    other = training_session_add(module=module, starts_at=timezone.now(), place="Hall", by=trained.coordinator)
    client = trained.client(trained.trainer)
    assert client.get(f"{TRAINING}sessions/{other.pk}/").status_code == 404
    way.to_training(trained, trained.uncleared_volunteer)
    assert "Una Reid" not in client.get(TRAINING).content.decode()


def test_a_session_is_planned_with_a_time_as_people_write_it(trained):
    module = trained.training_session.module
    sent = {"module": module.pk, "day": "3 December", "time": "6.30 pm", "place": "Hall", "trainer": trained.trainer.pk}
    response = trained.client(trained.coordinator).post(TRAINING + "sessions/add/", sent)
    assert response.status_code == 302
    session = module.sessions.exclude(pk=trained.training_session.pk).get()
    assert timezone.localtime(session.starts_at).strftime("%d %m %H:%M") == "03 12 18:30"
    assert session.trainer == trained.trainer


# --- suitability --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("outcome", "state"),
    [("ready", "approved"), ("group-only", "group-only"), ("not-yet", "training"), ("no", "declined")],
)
def test_two_people_decide_and_the_volunteer_moves_on(trained, reviewee, outcome, state):
    review = write(trained, reviewee, outcome)
    reviewee.refresh_from_db()
    assert reviewee.state == "suitability"
    suitability_review_confirm(review=review, by=trained.lead)
    reviewee.refresh_from_db()
    assert reviewee.state == state


def test_nobody_confirms_their_own_review(trained, reviewee):
    review = write(trained, reviewee)
    with pytest.raises(Refused):
        suitability_review_confirm(review=review, by=trained.coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        SuitabilityReview.objects.filter(pk=review.pk).update(second_by=trained.coordinator)


def test_nobody_reviews_themselves(trained, reviewee):
    with pytest.raises(Refused):
        write(trained, reviewee, by=reviewee.user)


def test_a_review_is_confirmed_once(trained, reviewee):
    review = write(trained, reviewee)
    suitability_review_confirm(review=review, by=trained.lead)
    with pytest.raises(Refused):
        suitability_review_confirm(review=review, by=trained.supervisor)


def test_ready_needs_the_minimum_of_training_and_says_what_is_missing(trained):
    volunteer = way.to_training(trained, trained.uncleared_volunteer)
    way.attend(trained, trained.training_sessions[0], volunteer)
    way.volunteer_move(volunteer=volunteer, to="suitability", by=trained.coordinator)
    with pytest.raises(Refused) as refusal:
        write(trained, volunteer)
    assert refusal.value.reasons == [
        "4 of 12 hours of training attended.",
        "Still missing: Confidentiality and its limits.",
        "Still missing: Keeping people safe.",
    ]
    assert write(trained, volunteer, "not-yet").outcome == "not-yet"


def test_a_peer_mentor_is_ready_only_when_their_readiness_is_spelled_out(trained, reviewee):
    """P1: ready, willing, able; separate enough from the mentee's situation."""
    volunteer_edit(volunteer=reviewee, changes={"is_peer": True}, by=trained.coordinator)
    with pytest.raises(Refused):
        write(trained, reviewee)
    assert write(trained, reviewee, peer_answers=answered("Calm about it."))


def test_a_course_that_ended_approves_nobody(trained, reviewee):
    assert queries.training_standing(reviewee).is_met
    assert reviewee.state == "suitability"


def test_a_second_review_waits_until_the_first_is_settled(trained, reviewee):
    review = write(trained, reviewee)
    with pytest.raises(Refused):
        write(trained, reviewee, by=trained.lead)
    suitability_review_withdraw(review=review, by=trained.lead)
    assert write(trained, reviewee, by=trained.lead)


def test_the_page_lets_the_second_person_confirm_and_not_the_first(trained, reviewee):
    url = f"/schemes/sheffield/people/volunteers/{reviewee.pk}/suitability/"
    first = trained.client(trained.coordinator)
    assert first.post(url, {"outcome": "ready", "reasons": "Calm."}).status_code == 302
    assert "I agree: confirm it" not in first.get(url).content.decode()
    page = trained.client(trained.lead).get(url).content.decode()
    assert "I agree: confirm it" in page
    review = queries.open_review(reviewee)
    trained.client(trained.lead).post(f"/schemes/sheffield/suitability/{review.pk}/confirm/")
    reviewee.refresh_from_db()
    assert reviewee.state == "approved"


def test_a_trainer_reviews_those_they_taught_and_nobody_else(trained, reviewee):
    client = trained.client(trained.trainer)
    assert client.get(f"/schemes/sheffield/people/volunteers/{reviewee.pk}/suitability/").status_code == 200
    assert client.get(f"/schemes/sheffield/people/volunteers/{trained.volunteer.pk}/suitability/").status_code == 404


# --- what runs out ------------------------------------------------------------------------------------------------
def test_what_was_heard_too_long_ago_no_longer_counts():
    """A topic with a refresh of 24 months, heard on the last day of a February, runs out on that day two years on."""
    heard = [Heard("safeguarding", Decimal(4), date(2024, 2, 29)), Heard("role", Decimal(2), date(2020, 1, 1))]
    refresh = {"safeguarding": 24}
    before = standing_of(heard, {"safeguarding"}, Decimal(6), refresh, date(2026, 2, 27))
    after = standing_of(heard, {"safeguarding"}, Decimal(6), refresh, date(2026, 2, 28))
    assert (before.hours, "safeguarding" in before.missing) == (6, False)
    assert (after.hours, after.run_out) == (2, ("safeguarding",))


def test_a_topic_heard_again_counts_from_the_last_time():
    heard = [Heard("safeguarding", Decimal(4), date(2020, 1, 1)), Heard("safeguarding", Decimal(4), date(2026, 1, 1))]
    standing = standing_of(heard, {"safeguarding"}, Decimal(4), {"safeguarding": 24}, date(2026, 6, 1))
    assert standing.hours == 4
    assert "safeguarding" not in standing.missing


def test_a_module_that_is_refreshed_runs_out_on_the_record(trained, reviewee):
    module = trained.training_sessions[2].module
    module_edit(module=module, changes={"refresh_months": 24}, by=trained.coordinator)
    later = timezone.localdate() + timedelta(days=760)
    assert queries.training_standing(reviewee).is_met
    assert queries.training_standing(reviewee, later).run_out == ("safeguarding",)


def test_nobody_sees_or_takes_back_the_review_of_themselves(trained, reviewee):
    review = write(trained, reviewee)
    Volunteer.objects.filter(pk=reviewee.pk).update(user=trained.lead)
    review = SuitabilityReview.objects.get(pk=review.pk)
    with pytest.raises(Refused, match="themselves"):
        suitability_review_withdraw(review=review, by=trained.lead)
    for user, seen in ((trained.lead, False), (trained.coordinator, True)):
        actor = trained.actor(user)
        assert SuitabilityReview.objects.visible_to(actor).filter(pk=review.pk).exists() is seen
        assert queries.reviewable(actor, trained.scheme).filter(pk=reviewee.pk).exists() is seen
