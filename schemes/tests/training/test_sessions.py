"""Places, the waiting list, the register on a phone, and calendars (S11)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from icalendar import Calendar

from mentoring.transitions import Refused
from schemes import reminders
from schemes.people.models import Volunteer
from schemes.tests.people import joining_world as way
from schemes.training import queries
from schemes.training.actions import (
    attendance_book,
    attendance_cancel,
    attendance_mark,
    attendance_walk_in,
    course_add,
    module_add,
    training_session_add,
    training_session_edit,
)
from schemes.training.models import Attendance

TRAINING = "/schemes/sheffield/training/"


@pytest.fixture
def trained(cast):
    way._training(cast)
    return cast


@pytest.fixture
def small(trained):
    """A session in nine days with room for one."""
    return planned(trained, places=1)


def planned(world, days=9, **more):
    module = world.course.modules.first()
    starts_at = timezone.now() + timedelta(days=days)
    known = {"module": module, "place": "Hall", "trainer": world.trainer, **more}
    return training_session_add(starts_at=starts_at, by=world.coordinator, **known)


def book(world, session, *volunteers):
    return attendance_book(session=session, volunteers=volunteers, by=world.coordinator)


def outcome_of(session, volunteer):
    return session.attendances.get(volunteer=volunteer).outcome


# --- places and the waiting list ----------------------------------------------------------------------------------
def test_when_a_session_is_full_people_wait_in_the_order_they_came(trained, small):
    booked = book(trained, small, trained.volunteer, trained.peer_volunteer, trained.uncleared_volunteer)
    assert booked == (1, 2)
    assert [place.volunteer for place in queries.waiting_list(trained.actor(trained.coordinator), small)] == [
        trained.peer_volunteer,
        trained.uncleared_volunteer,
    ]


def test_whoever_can_not_come_gives_the_place_to_the_first_who_waits_and_they_are_told(trained, small):
    book(trained, small, trained.volunteer, trained.peer_volunteer)
    attendance_cancel(place=small.attendances.get(volunteer=trained.volunteer), by=trained.mentor)
    assert outcome_of(small, trained.peer_volunteer) == "booked"
    told = [due.recipient_id for due in reminders.place_came_free(timezone.now())]
    assert told == [trained.peer_volunteer.user_id]


def test_volunteers_take_a_place_themselves_in_the_same_queue(trained, small):
    """S11: whoever comes after the last place waits, like those whom staff named."""
    page, taken = "/me/training/", f"/me/training/book/{small.pk}/"
    assert "Take a place" not in trained.client(trained.mentor).get(page).content.decode()
    Volunteer.objects.filter(scheme=trained.scheme).update(state="training")
    assert "Take a place" in trained.client(trained.mentor).get(page).content.decode()
    assert trained.client(trained.mentor).post(taken).status_code == 302
    assert "Join the waiting list" in trained.client(trained.peer).get(page).content.decode()
    assert trained.client(trained.peer).post(taken).status_code == 302
    assert (outcome_of(small, trained.volunteer), outcome_of(small, trained.peer_volunteer)) == ("booked", "waiting")
    assert trained.client(trained.mentor).post(taken).status_code == 404


def test_nobody_takes_a_place_that_is_not_theirs_to_take(trained):
    """Another programme's, one that has begun, one in a scheme they left."""
    Volunteer.objects.filter(scheme=trained.scheme).update(state="approved")
    begun, ahead = planned(trained, days=-1), planned(trained)
    peers = course_add(scheme=trained.scheme, title="Ten", made_for="peer", by=trained.coordinator)
    module = module_add(course=peers, topic="boundaries", hours=1, by=trained.coordinator)
    for session in (begun, planned(trained, module=module)):
        assert trained.client(trained.mentor).post(f"/me/training/book/{session.pk}/").status_code == 404
    assert trained.client(trained.mentor).post(f"/me/training/book/{ahead.pk}/").status_code == 302
    Volunteer.objects.filter(pk=trained.peer_volunteer.pk).update(state="left")
    assert trained.client(trained.peer).post(f"/me/training/book/{ahead.pk}/").status_code == 404


def test_more_places_go_to_whoever_waits(trained, small):
    book(trained, small, trained.volunteer, trained.peer_volunteer, trained.uncleared_volunteer)
    training_session_edit(session=small, changes={"places": 2}, by=trained.coordinator)
    assert outcome_of(small, trained.peer_volunteer) == "booked"
    assert outcome_of(small, trained.uncleared_volunteer) == "waiting"


def test_two_people_never_hold_the_same_seat_whatever_wrote_it(trained, small):
    book(trained, small, trained.volunteer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(session=small, volunteer=trained.peer_volunteer, seat=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(session=small, volunteer=trained.peer_volunteer, seat=2, outcome="waiting")


def test_whoever_said_no_can_be_given_a_place_again(trained, small):
    book(trained, small, trained.volunteer)
    attendance_cancel(place=small.attendances.get(), by=trained.mentor)
    assert book(trained, small, trained.volunteer) == (1, 0)
    assert small.attendances.get().seat == 1


# --- the register -------------------------------------------------------------------------------------------------
def test_a_trainer_who_volunteers_cannot_mark_their_own_attendance(trained):
    session = planned(trained, days=0)
    own = way.volunteer_add(scheme=trained.scheme, name="Tess Byrne", user=trained.trainer, by=trained.coordinator)
    book(trained, session, own)
    place = session.attendances.get()
    with pytest.raises(Refused):
        attendance_mark(session=session, outcomes={place.pk: "attended"}, by=trained.trainer)
    with pytest.raises(Refused):
        attendance_walk_in(session=session, volunteer=own, by=trained.trainer)
    trained.client(trained.trainer).post(f"{TRAINING}sessions/{session.pk}/register/", {str(place.pk): "attended"})
    assert outcome_of(session, own) == "booked"
    attendance_mark(session=session, outcomes={place.pk: "attended"}, by=trained.coordinator)
    assert outcome_of(session, own) == "attended"


def test_somebody_who_came_without_a_place_is_added_beyond_the_limit(trained):
    session = planned(trained, days=0, places=1)
    volunteer = way.to_training(trained, trained.uncleared_volunteer)
    book(trained, session, trained.volunteer, volunteer)
    client, url = trained.client(trained.trainer), f"{TRAINING}sessions/{session.pk}/"
    assert "Came without a place" in client.get(url).content.decode()
    assert client.post(url + "walk-in/", {"volunteer": volunteer.pk}).status_code == 302
    assert outcome_of(session, volunteer) == "attended"
    assert queries.training_standing(volunteer).hours == 4


def test_a_trainer_adds_only_whom_they_may_know_of(trained):
    session, other = planned(trained, days=0), way.to_training(trained, trained.uncleared_volunteer)
    answer = trained.client(trained.trainer).post(f"{TRAINING}sessions/{session.pk}/walk-in/", {"volunteer": other.pk})
    assert answer.status_code == 422
    assert not session.attendances.exists()


def test_several_modules_in_one_session_all_count(trained):
    first, second, _ = trained.course.modules.all()
    session = planned(trained, days=0, also=[second])
    volunteer = way.to_training(trained, trained.uncleared_volunteer)
    way.attend(trained, session, volunteer)
    standing = queries.training_standing(volunteer)
    assert standing.hours == first.hours + second.hours
    assert standing.missing == ("safeguarding",)


def test_two_trainers_both_keep_the_register(trained):
    session = planned(trained, days=0, trainer=trained.coordinator, second_trainer=trained.trainer)
    book(trained, session, trained.volunteer)
    place = session.attendances.get()
    client = trained.client(trained.trainer)
    sent = {str(place.pk): "missed"}
    assert client.post(f"{TRAINING}sessions/{session.pk}/register/", sent).status_code == 302
    assert outcome_of(session, trained.volunteer) == "missed"


# --- a volunteer's own page ---------------------------------------------------------------------------------------
def test_a_volunteer_sees_their_places_and_says_that_they_can_not_come(trained, small):
    book(trained, small, trained.volunteer)
    place = small.attendances.get()
    client = trained.client(trained.mentor)
    assert "I can’t come" in client.get("/me/training/").content.decode()
    client.post(f"/me/training/{place.pk}/cancel/")
    assert outcome_of(small, trained.volunteer) == "cancelled"
    assert "Nothing planned for you" in client.get("/me/training/").content.decode()


def test_nobody_gives_up_the_place_of_another(trained, small):
    book(trained, small, trained.volunteer)
    place = small.attendances.get()
    assert trained.client(trained.peer).post(f"/me/training/{place.pk}/cancel/").status_code == 404
    assert outcome_of(small, trained.volunteer) == "booked"


def test_a_place_is_not_given_back_once_the_session_has_begun(trained):
    session = planned(trained, days=-1)
    book(trained, session, trained.volunteer)
    with pytest.raises(Refused):
        attendance_cancel(place=session.attendances.get(), by=trained.mentor)


def test_the_calendar_file_says_when_where_and_how_long_and_names_nobody(trained):
    starts_at = datetime(2027, 7, 5, 17, 30, tzinfo=UTC)
    module = trained.course.modules.first()
    session = training_session_add(module=module, starts_at=starts_at, place="Hall, East St", by=trained.coordinator)
    book(trained, session, trained.volunteer)
    for client, url in (
        (trained.client(trained.coordinator), f"{TRAINING}sessions/{session.pk}/training.ics"),
        (trained.client(trained.mentor), f"/me/training/{session.attendances.get().pk}/training.ics"),
    ):
        answer = client.get(url)
        [event] = Calendar.from_ical(answer.content).walk("VEVENT")
        assert answer["Content-Type"].startswith("text/calendar")
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (starts_at, starts_at + timedelta(hours=4))
        assert (str(event["summary"]), str(event["location"])) == ("Training: Boundaries", "Hall, East St")
        assert "Zofia" not in answer.content.decode()
