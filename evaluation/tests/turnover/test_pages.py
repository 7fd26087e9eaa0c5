"""The dashboard: a period kept in the address, the same figures as a spreadsheet, nothing for the curious (S16)."""

import csv
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from evaluation.turnover.periods import Period, period_named, why_not


def show(cast, person="manager", **asked):
    url = reverse("evaluation:evaluation_show", args=[cast.scheme.slug])
    return cast.client(getattr(cast, person)).get(url, asked)


def test_s16_page_and_spreadsheet_give_the_same_figures(cast):
    asked = {"period": "this-year"}
    page = show(cast, **asked).content.decode()
    url = reverse("evaluation:evaluation_download", args=[cast.scheme.slug])
    sheet = cast.client(cast.manager).get(url, asked).getvalue().decode("utf-8-sig")

    rows = list(csv.reader(sheet.splitlines()))
    assert rows[0][0] == "Part"
    assert len(rows) > 20
    for _, label, figure in rows[1:]:
        assert label.split(": ")[-1] in page
        assert figure.split(", ")[0] in page
    assert f"{url}?period=this-year" in page


def test_counts_of_concerns_stand_on_the_page_of_a_manager_and_not_of_a_co_ordinator(cast):
    assert "Concerns raised" in show(cast, "manager").content.decode()
    assert "Concerns raised" in show(cast, "lead").content.decode()
    assert "Concerns raised" not in show(cast, "coordinator").content.decode()


def test_s16_no_name_stands_among_the_figures(cast):
    page = show(cast, "lead").content.decode()

    assert cast.volunteer.name not in page
    assert f">{cast.young_person.name}<" not in page


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "own"},
        {"period": "own", "from_on": "yesterday", "to_on": "today"},
        {"period": "own", "from_on": "soon", "to_on": "32/13/2026"},
        {"period": "none of these"},
        {"period": "own", "from_on": "1/1/2026", "to_on": "1/1/2099"},
    ],
)
def test_a_period_that_makes_no_sense_is_named_and_the_last_year_shown(cast, asked):
    answer = show(cast, **asked)

    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode()
    assert answer.context["period"] == period_named(
        "12-months", began_on=timezone.localdate(), today=timezone.localdate()
    )


def test_s16_other_dates_are_kept_in_the_address_and_used(cast):
    today = timezone.localdate()
    first = today - timedelta(days=100)

    answer = show(cast, period="own", from_on=str(first), to_on=str(today))

    assert answer.context["period"] == Period(first, today)
    assert answer.context["form"].is_valid()


def test_the_year_of_councils_runs_from_april_to_march():

    march, began = date(2026, 3, 31), date(2020, 5, 5)
    assert period_named("this-year", began_on=began, today=march) == Period(date(2025, 4, 1), march)
    assert period_named("last-year", began_on=began, today=march) == Period(date(2024, 4, 1), date(2025, 3, 31))
    assert period_named("since-start", began_on=began, today=march).from_on == began


def test_no_period_is_so_short_that_one_person_shows_in_it():

    today = date(2026, 4, 2)
    assert period_named("this-year", began_on=today, today=today).days == 28
    assert period_named("since-start", began_on=today, today=today).days == 28
    assert "at least 28 days" in why_not(today - timedelta(days=26), today, today=today)
    assert why_not(today - timedelta(days=27), today, today=today) == ""
