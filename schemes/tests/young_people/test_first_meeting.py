"""S10, L3, P5: the first meeting is written down on one page, and the young person's choice is done at once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.transitions import Refused
from mentoring.web.models import Draft
from schemes.young_people.actions import first_meeting_record
from schemes.young_people.models import FirstMeeting


@pytest.fixture
def page(cast):
    return reverse("schemes:first_meeting_record", args=["sheffield", cast.young_person.pk])


@pytest.fixture
def dee(cast):
    return cast.client(cast.coordinator)


def said(**more):
    return {"held_on": "today", "who_was_there": "Jay, Ann (key worker), Dee", "choice": "go-on", **more}


def again(person):
    person.refresh_from_db()
    return person


@pytest.mark.parametrize(
    ("choice", "state"), [("go-on", "waiting"), ("think", "met"), ("not", "chose-not"), ("elsewhere", "signposted")]
)
def test_s10_what_they_chose_is_where_they_are(cast, dee, page, choice, state):
    """Given somebody who was referred, when the meeting is written down, then every step before it is on the record."""
    assert dee.post(page, said(choice=choice, where_to="The drop-in")).status_code == 302
    assert again(cast.young_person).state == state
    steps = list(cast.young_person.state_changes.order_by("created_at").values_list("to_state", flat=True))
    assert steps[:3] == ["referred", "contacted", "met"]


def test_s10_saying_yes_dates_their_wish(cast, dee, page):
    dee.post(page, said())
    assert again(cast.young_person).still_wants_mentor_on == timezone.localdate()


def test_s10_not_going_on_needs_no_reason(cast, dee, page):
    dee.post(page, said(choice="not"))
    assert cast.young_person.state_changes.latest("created_at").why == ""


def test_s10_who_thinks_about_it_can_be_met_again(cast, dee, page):
    dee.post(page, said(choice="think"))
    dee.post(page, said(choice="go-on"))
    assert again(cast.young_person).state == "waiting"
    assert cast.young_person.first_meetings.count() == 2


def test_s10_pointed_elsewhere_says_where(cast, dee, page):
    response = dee.post(page, said(choice="elsewhere"))
    assert response.status_code == 422
    assert "Say where" in response.content.decode()
    dee.post(page, said(choice="elsewhere", where_to="The drop-in on Mondays"))
    assert cast.young_person.signposts.get().where_to == "The drop-in on Mondays"


def test_l3_why_now_and_their_words_stand_on_the_record(cast, dee, page):
    dee.post(page, said(why_now_kinds=["leaving care"], why_now="My flat is ready.", wants="Somebody to cook with"))
    young_person = again(cast.young_person)
    assert (young_person.why_now_kinds, young_person.why_now) == (["leaving care"], "My flat is ready.")
    shown = dee.get(reverse("schemes:young_person_show", args=["sheffield", young_person.pk])).content.decode()
    assert "Somebody to cook with" in shown
    assert "My flat is ready." in shown


def test_s10_what_is_left_empty_takes_nothing_away(cast, dee, page):
    dee.post(page, said())
    assert again(cast.young_person).mentor_kind == "either"


def test_a_half_written_meeting_is_kept_as_typed_and_forgotten_when_sent(cast, dee, page):
    key = f"first-meeting-{cast.young_person.pk}"
    dee.post(reverse("draft_keep", args=[key]), {"wants": "Somebody to co", "why_now": "New fl"})
    assert "Somebody to co" in dee.get(page).content.decode()
    dee.post(page, said(why_now="New fl"))
    assert again(cast.young_person).why_now == "New fl", "also what the draft held already"
    assert not Draft.objects.filter(form_key=key).exists()


def test_a_mistake_loses_nothing_that_was_typed(dee, page):
    response = dee.post(page, said(held_on="in a while", needs="A lift on Tuesdays"))
    assert response.status_code == 422
    assert "A lift on Tuesdays" in response.content.decode()


def test_s10_the_first_meeting_is_over_once_they_wait(cast, dee, page):
    dee.post(page, said())
    response = dee.post(page, said())
    assert response.status_code == 422
    assert FirstMeeting.objects.count() == 1


def test_nobody_writes_down_their_own_first_meeting(cast):
    meeting = {"held_on": timezone.localdate(), "who_was_there": "me", "choice": "go-on"}
    with pytest.raises(Refused):
        first_meeting_record(young_person=cast.young_person, meeting=meeting, person={}, by=cast.mentee)


def test_what_was_said_is_sealed_in_the_database(cast, dee, page, django_assert_num_queries):
    from django.db import connection

    dee.post(page, said(wants="Somebody to cook with", why_now="My flat is ready."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT wants FROM schemes_firstmeeting UNION SELECT why_now FROM schemes_youngperson")
        stored = " ".join(row[0] for row in cursor.fetchall())
    assert "cook" not in stored
    assert "flat" not in stored
