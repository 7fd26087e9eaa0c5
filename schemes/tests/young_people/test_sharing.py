"""R8, L9: a young person decides field by field what a mentor reads, before they are a pair, after, or never."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from mentoring.audit.models import AuditEntry
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.sharing import AFTER, BEFORE, FIELDS, NOBODY, clean_shares, shown_to_mentor, values_of
from schemes.young_people.actions import sharing_decide

TODAY = date(2026, 11, 1)


@pytest.fixture
def jay():
    return SimpleNamespace(
        about_me="I cook.", interests=["music"], wants_help_with=["budgeting"], why_now="", why_now_kinds=["a move"],
        free_times=["Mon eve"], born_on=date(2008, 3, 14), gender="", area="Leith", phone="07700 900456", shares={},
    )  # fmt: skip


@pytest.fixture
def mine(cast):
    return reverse("schemes:sharing_edit_mine", args=[cast.young_person.pk])


def all_of(level: str, **other) -> dict:
    return {key: level if level in field.levels else NOBODY for key, field in FIELDS.items()} | other


def test_r8_until_they_decide_there_is_nothing_but_the_first_name(jay):
    assert shown_to_mentor(jay, TODAY, moment=BEFORE) == []
    assert shown_to_mentor(jay, TODAY, moment=AFTER) == []


@pytest.mark.parametrize("key", [key for key in FIELDS if key != "gender"])
@pytest.mark.parametrize(("level", "before", "after"), [(NOBODY, 0, 0), (AFTER, 0, 1), (BEFORE, 1, 1)])
def test_r8_each_field_opens_when_they_say(jay, key, level, before, after):
    jay.shares = {key: level}
    if level not in FIELDS[key].levels:
        before = after = 0
    assert len(shown_to_mentor(jay, TODAY, moment=BEFORE)) == before
    assert len(shown_to_mentor(jay, TODAY, moment=AFTER)) == after


def test_a_phone_number_never_goes_to_somebody_they_have_not_met(jay):
    jay.shares = {"phone": BEFORE}
    assert shown_to_mentor(jay, TODAY, moment=AFTER) == []


def test_what_is_not_filled_in_is_not_there(jay):
    jay.shares = {"gender": BEFORE}
    assert shown_to_mentor(jay, TODAY, moment=BEFORE) == []


def test_every_field_has_words_and_none_that_a_mentor_must_never_read(jay):
    assert set(values_of(jay, TODAY)) == set(FIELDS)
    assert not {"name", "email", "care_status", "not_from", "contact_notes", "sheet_notes"} & set(FIELDS)


@pytest.mark.parametrize("junk", [{"x": "before"}, {"about": "everybody"}, {"about": ""}, {"about": NOBODY}, {}])
def test_junk_opens_nothing(junk):
    assert clean_shares(junk) == {}


def test_r8_they_decide_on_their_own_page(cast, mine):
    jay = cast.client(cast.mentee)
    assert jay.post(mine, all_of(NOBODY, interests=BEFORE, age=AFTER)).status_code == 302
    cast.young_person.refresh_from_db()
    assert cast.young_person.shares == {"interests": "before", "age": "after"}
    assert cast.young_person.shares_said_on is not None
    assert AuditEntry.objects.filter(verb="youngperson.edited", by_key=str(cast.mentee.pk)).exists()


def test_r8_looking_first_shows_it_and_saves_nothing(cast, mine):
    page = cast.client(cast.mentee).post(mine, all_of(NOBODY, interests=BEFORE, look="1"))
    assert page.status_code == 200
    assert page.context["before"] == [("Likes", "cooking")]
    assert "Not saved yet" in page.content.decode()
    cast.young_person.refresh_from_db()
    assert cast.young_person.shares == {}


def test_r8_the_preview_is_what_the_mentors_page_is_made_of(cast, mine):
    """The same function, the same row: nothing is added on the way."""
    sharing_decide(young_person=cast.young_person, shares={"interests": BEFORE}, by=cast.mentee)
    cast.young_person.refresh_from_db()
    page = cast.client(cast.mentee).get(mine)
    assert page.context["before"] == shown_to_mentor(cast.young_person, TODAY, moment=BEFORE)


def test_r8_staff_write_it_down_only_with_them(cast):
    url = reverse("schemes:sharing_edit", args=["sheffield", cast.young_person.pk])
    dee = cast.client(cast.coordinator)
    alone = dee.post(url, all_of(BEFORE))
    assert alone.status_code == 422
    assert "Only they decide this" in alone.content.decode()
    with pytest.raises(Refused):
        sharing_decide(young_person=cast.young_person, shares={"about": BEFORE}, by=cast.coordinator)
    assert dee.post(url, all_of(NOBODY, about=AFTER, with_them="on")).status_code == 302
    cast.young_person.refresh_from_db()
    assert cast.young_person.shares == {"about": "after"}


def test_r8_the_page_is_in_plain_words(cast, mine):
    assert reading_age_of_page(cast.client(cast.mentee).get(mine).content.decode()) <= 9


def test_who_is_no_young_person_has_no_such_page(cast, mine):
    for person in (cast.mentor, cast.coordinator, cast.outsider):
        assert cast.client(person).get(mine).status_code == 404
