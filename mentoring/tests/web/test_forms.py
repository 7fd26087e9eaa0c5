"""Dates, telephone numbers and scales as people give them: a clear message beside the field, nothing typed lost."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.forms import MultipleChoiceField
from django.utils.datastructures import MultiValueDict

from mentoring.web.forms import DatePartsField, KitForm, SayDateField, ScaleField, UkPhoneField

NOW = time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Europe/London")), tick=False)


class Meeting(KitForm):
    met_on = SayDateField(label="When?", past=True)
    born_on = DatePartsField(label="Born?", required=False)
    phone = UkPhoneField(required=False)
    sure = ScaleField(required=False)
    days = MultipleChoiceField(choices=[("mon", "Monday"), ("tue", "Tuesday")], required=False)


@NOW
def test_a_day_may_be_written_in_words():
    form = Meeting({"met_on": "yesterday"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["met_on"] == date(2026, 11, 21)


def test_a_tick_that_is_sent_twice_counts_once():
    form = Meeting(MultiValueDict({"met_on": ["yesterday"], "days": ["tue", "mon", "tue"]}))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["days"] == ["tue", "mon"]


@NOW
def test_what_was_typed_wrongly_is_shown_again_as_typed():
    form = Meeting({"met_on": "31/2/2026"})
    assert form.errors["met_on"] == ["February 2026 has no day 31."]
    assert 'value="31/2/2026"' in str(form["met_on"])


@NOW
def test_a_meeting_that_took_place_cannot_lie_ahead():
    assert "not come yet" in Meeting({"met_on": "tomorrow"}).errors["met_on"][0]


@NOW
def test_a_day_still_to_come_cannot_lie_behind():
    with pytest.raises(ValidationError, match="has passed"):
        SayDateField(future=True).clean("yesterday")


def test_a_saved_day_is_written_out_in_the_box():
    form = Meeting(initial={"met_on": date(2026, 11, 3)})
    assert 'value="3 November 2026"' in str(form["met_on"])


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("27", "", ""), "The date needs a month and a year."),
        (("31", "2", "2007"), "That is not a real date."),
        (("27", "March", "2007"), "Use numbers"),
        (("27", "3", "07"), "all four figures"),
    ],
)
def test_a_birthday_in_three_parts_says_which_part_is_wrong(parts, message):
    day, month, year = parts
    form = Meeting({"met_on": "today", "born_on_day": day, "born_on_month": month, "born_on_year": year})
    assert message in form.errors["born_on"][0]


def test_a_birthday_in_three_parts_is_read_and_may_be_left_out():
    whole = Meeting({"met_on": "today", "born_on_day": "27", "born_on_month": "3", "born_on_year": "2007"})
    assert whole.is_valid()
    assert whole.cleaned_data["born_on"] == date(2007, 3, 27)
    assert Meeting({"met_on": "today"}).is_valid()


def test_a_required_birthday_left_out_is_asked_for():
    with pytest.raises(ValidationError):
        DatePartsField().clean(["", "", ""])


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("07700 900123", "07700 900123"),
        ("+44 (0)7700 900-123", "07700 900123"),
        ("0044 7700 900123", "07700 900123"),
        ("01144960000", "0114 496 0000"),
        ("(020) 79460000", "020 7946 0000"),
        ("01632960001", "01632 960001"),
        ("+49 30 1234567", "+49301234567"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_kept_in_one_form(written, kept):
    assert UkPhoneField(required=False).clean(written) == kept


@pytest.mark.parametrize("written", ["12", "07700 90012x", "call me", "0" * 20])
def test_what_is_no_telephone_number_is_refused(written):
    with pytest.raises(ValidationError, match="like 07700 900123"):
        UkPhoneField().clean(written)


def test_a_place_on_the_line_is_a_number_from_nought_to_ten():
    assert ScaleField().clean("0") == 0
    assert ScaleField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        ScaleField().clean("11")


def test_what_is_left_out_is_asked_for_in_a_sentence():
    assert Meeting({}).errors["met_on"] == ["Please fill this in."]
