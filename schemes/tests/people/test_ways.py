"""The way of a volunteer and of a young person: lawful steps, reasons, and who decides what (lifecycle.md, S9–S11)."""

import pytest
from django.utils import timezone

from mentoring.transitions import Refused
from schemes.people.actions import volunteer_add, volunteer_move, young_person_move
from schemes.people.journeys import BUTTONS, HAPPENED, next_steps, volunteer_steps
from schemes.people.models import Volunteer, YoungPerson
from schemes.tests.people import joining_world as way


@pytest.fixture
def trained(cast):
    cast.campaign = None
    way._training(cast)
    return cast


def record(volunteer):
    return f"/schemes/sheffield/people/volunteers/{volunteer.pk}/"


def test_every_state_has_words_for_its_story_and_its_button():
    states = {*Volunteer.State.values, *YoungPerson.State.values}
    assert states == set(HAPPENED)
    assert {to for moves in (Volunteer.moves, YoungPerson.moves) for step in moves.values() for to in step} <= set(
        BUTTONS
    )


def test_each_step_is_kept_with_who_and_from_where(cast):
    volunteer_move(volunteer=cast.uncleared_volunteer, to="applied", by=cast.coordinator)
    step = cast.uncleared_volunteer.state_changes.latest("created_at")
    assert (step.from_state, step.to_state, step.by) == ("enquired", "applied", cast.coordinator)


@pytest.mark.parametrize("to", ["declined", "withdrawn"])
def test_a_final_step_needs_a_reason(cast, to):
    with pytest.raises(Refused):
        volunteer_move(volunteer=cast.uncleared_volunteer, to=to, why="  ", by=cast.coordinator)
    moved = volunteer_move(volunteer=cast.uncleared_volunteer, to=to, why="Moved away.", by=cast.coordinator)
    assert moved.state == to


@pytest.mark.parametrize("to", ["not-eligible", "signposted"])
def test_a_young_person_is_sent_elsewhere_only_with_a_reason(cast, to):
    with pytest.raises(Refused):
        young_person_move(young_person=cast.young_person, to=to, by=cast.coordinator)


def test_choosing_not_to_go_on_needs_no_reason(cast):
    assert young_person_move(young_person=cast.young_person, to="chose-not", by=cast.coordinator).state == "chose-not"


def test_going_on_the_waiting_list_is_the_young_persons_own_yes_with_its_day(cast):
    for to in ("contacted", "met", "waiting"):
        moved = young_person_move(young_person=cast.young_person, to=to, by=cast.coordinator)
    assert moved.still_wants_mentor_on == timezone.localdate()


def test_checks_begin_with_an_interview_by_two_never_by_a_step_alone(cast):
    """S9: “Go on” at the interview opens the checks; the button that would skip it is not there either."""
    volunteer = way.to_interview(cast, cast.uncleared_volunteer)
    with pytest.raises(Refused, match="interview decides"):
        volunteer_move(volunteer=volunteer, to="vetting", by=cast.coordinator)
    way.interviewed(cast, volunteer)
    volunteer.refresh_from_db()
    assert volunteer.state == "vetting"


def test_nobody_is_approved_by_a_step_alone(trained):
    """S11: approval is decided in a review by two people, never by pressing a button."""
    volunteer = way.to_suitability(trained, trained.uncleared_volunteer)
    for to in ("approved", "group-only"):
        with pytest.raises(Refused):
            volunteer_move(volunteer=volunteer, to=to, by=trained.coordinator)
    assert ("approved", BUTTONS["approved"]) not in volunteer_steps(Volunteer.moves, "suitability")["forward"]


def test_a_pause_ends_where_it_began(trained):
    """A volunteer for group support only does not come back from a pause as somebody who may be matched (P6)."""
    volunteer = way.to_suitability(trained, trained.uncleared_volunteer)
    review = way.suitability_review_write(
        volunteer=volunteer, outcome="group-only", reasons="Happiest in the group.", by=trained.coordinator
    )
    way.suitability_review_confirm(review=review, by=trained.lead)
    volunteer_move(volunteer=volunteer, to="paused", by=trained.coordinator)
    with pytest.raises(Refused):
        volunteer_move(volunteer=volunteer, to="approved", by=trained.coordinator)
    assert volunteer_move(volunteer=volunteer, to="group-only", by=trained.coordinator).state == "group-only"


def test_steps_forward_and_steps_aside_are_told_apart():
    steps = next_steps(YoungPerson.moves, "contacted")
    assert [state for state, _ in steps["forward"]] == ["met"]
    assert {state for state, _ in steps["aside"]} == {"chose-not", "not-eligible", "signposted"}


def test_the_record_tells_the_story_and_offers_the_next_step(cast):
    client = cast.client(cast.coordinator)
    page = client.get(record(cast.uncleared_volunteer)).content.decode()
    assert "Asked about volunteering" in page
    assert BUTTONS["applied"] in page
    assert client.post(record(cast.uncleared_volunteer) + "move/", {"to": "applied"}).status_code == 302
    assert "Sent an application" in client.get(record(cast.uncleared_volunteer)).content.decode()


def test_an_unlawful_step_is_refused_on_the_page_and_changes_nothing(cast):
    client = cast.client(cast.coordinator)
    for to in ("approved", "nonsense", ""):
        assert client.post(record(cast.uncleared_volunteer) + "move/", {"to": to}).status_code == 422
    cast.uncleared_volunteer.refresh_from_db()
    assert cast.uncleared_volunteer.state == "enquired"


def test_a_missing_reason_is_asked_for_beside_the_field(cast):
    response = cast.client(cast.coordinator).post(record(cast.uncleared_volunteer) + "move/", {"to": "declined"})
    assert response.status_code == 422
    assert "Say why in a few words" in response.content.decode()


def test_editing_keeps_what_a_spreadsheet_brought_in(cast):
    """Words that are no longer offered to tick stay ticked when somebody saves the page."""
    volunteer = volunteer_add(
        scheme=cast.scheme, name="Ann Reid", email="a@cast.example", interests=["boxing", "art"], by=cast.coordinator
    )
    client = cast.client(cast.coordinator)
    form = client.get(record(volunteer) + "edit/").context["form"]
    assert ("boxing", "boxing") in form.fields["interests"].choices
    sent = {"name": "Ann Reid", "email": "a@cast.example", "capacity": 1, "interests": ["boxing"], "area": "Leeds"}
    assert client.post(record(volunteer) + "edit/", sent).status_code == 302
    volunteer.refresh_from_db()
    assert (volunteer.interests, volunteer.area) == (["boxing"], "Leeds")


def test_a_wrong_date_is_said_beside_the_field_and_loses_nothing_typed(cast):
    sent = {"name": "Una Reid", "capacity": 1, "born_on_day": "31", "born_on_month": "2", "born_on_year": "1990"}
    response = cast.client(cast.coordinator).post(record(cast.uncleared_volunteer) + "edit/", sent)
    assert response.status_code == 422
    assert "not a real date" in response.content.decode()
    assert 'value="31"' in response.content.decode()


def test_a_long_form_in_parts_shows_every_field_once(cast):
    """What no part names stands in the last one, so that no field is lost when another is added."""
    client = cast.client(cast.coordinator)
    for page in (record(cast.volunteer), f"/schemes/sheffield/people/young-people/{cast.young_person.pk}/"):
        form = client.get(page + "edit/").context["form"]
        shown = [bound.name for _, fields in form.parts() for bound in fields]
        assert sorted(shown) == sorted(form.fields)
