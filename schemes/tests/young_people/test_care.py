"""S10, L10: the dates suggest what the law calls somebody; a person confirms it, with name and day."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from schemes.young_people.actions import care_spell_add, category_confirm

TODAY = "2026-02-01 12:00"  # Jay is 17


@pytest.fixture
def spell(cast):
    return care_spell_add(
        young_person=cast.young_person, kind="looked-after", began_on=date(2016, 5, 1), by=cast.coordinator
    )


@pytest.fixture
def dee(cast):
    return cast.client(cast.coordinator)


def at(name, cast):
    return reverse(f"schemes:{name}", args=["sheffield", cast.young_person.pk])


@time_machine.travel(TODAY)
def test_s10_the_dates_suggest_and_nobody_has_confirmed(cast, spell, dee):
    shown = dee.get(at("care_show", cast)).content.decode()
    assert "Eligible" in shown
    assert "Nobody has confirmed it yet" in shown
    cast.young_person.refresh_from_db()
    assert cast.young_person.care_status == "", "a computer decides nothing"


@time_machine.travel(TODAY)
def test_s10_a_person_confirms_with_name_and_day(cast, spell, dee):
    assert dee.post(at("category_confirm", cast), {"confirmed": "eligible"}).status_code == 302
    cast.young_person.refresh_from_db()
    assert cast.young_person.care_status == "eligible"
    assert cast.young_person.category_confirmations.get().confirmed_by == cast.coordinator
    assert cast.coordinator.name in dee.get(at("care_show", cast)).content.decode()


@time_machine.travel(TODAY)
def test_s10_who_sees_it_otherwise_says_why(cast, spell, dee):
    response = dee.post(at("category_confirm", cast), {"confirmed": "relevant"})
    assert response.status_code == 422
    assert "Say why" in response.content.decode()
    sent = {"confirmed": "relevant", "differs_because": "The council’s letter says so."}
    assert dee.post(at("category_confirm", cast), sent).status_code == 302


def test_s10_unknown_may_be_confirmed_too(cast, dee):
    """No dates at all: "not known yet" is an answer."""
    assert dee.post(at("category_confirm", cast), {"confirmed": ""}).status_code == 302


def test_s10_a_birthday_later_the_page_asks_to_look_again(cast, spell, dee):
    with time_machine.travel(TODAY):
        category_confirm(
            young_person=cast.young_person, worked_out="eligible", confirmed="eligible", by=cast.coordinator
        )
    with time_machine.travel("2026-04-01 12:00"):  # 18 since 14 March
        shown = cast.client(cast.coordinator).get(at("care_show", cast)).content.decode()
    assert "Former relevant" in shown
    assert "The dates say something else today" in shown


def test_a_stretch_that_ends_before_it_began_is_not_taken(cast, dee):
    sent = {"kind": "looked-after", "began_on_day": "2", "began_on_month": "5", "began_on_year": "2016"}
    sent |= {"ended_on_day": "1", "ended_on_month": "5", "ended_on_year": "2016"}
    response = dee.post(at("care_spell_add", cast), sent)
    assert response.status_code == 422
    assert "cannot end before it began" in response.content.decode()


def test_a_stretch_written_by_mistake_is_taken_away_and_the_trail_knows(cast, spell, dee):
    from mentoring.audit.models import AuditEntry

    dee.post(reverse("schemes:care_spell_remove", args=["sheffield", spell.pk]))
    assert not cast.young_person.care_spells.exists()
    assert AuditEntry.objects.filter(verb="carespell.removed").exists()
