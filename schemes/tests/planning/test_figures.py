"""S1: the Department for Education's figures, with what it hides kept hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemes.planning import figures, interest

SHEFFIELD, RUTLAND, LONDON_CITY = "E08000019", "E06000017", "E09000001"
CUMBRIA, CUMBERLAND, FURNESS = "E10000006", "E06000063", "E06000064"
CODES = [council.code for council in figures.figures().authorities]


def test_s1_every_council_has_every_year_and_age_group():
    data = figures.figures()
    assert data.years == (2021, 2022, 2023, 2024, 2025)
    assert len(data.authorities) == 155
    assert len(data.cells) == 155 * 5 * 2


def test_s1_figure_is_the_one_published():
    """Line 118 and 119 of the file: Sheffield 2025, 149 aged 17-18 and 328 aged 19-21."""
    assert figures.figure(SHEFFIELD, 2025, "17-18").number == 149
    assert figures.figure(SHEFFIELD, 2025, "19-21").number == 328


def test_s1_hidden_cell_is_kept_hidden_and_never_nought():
    cell = figures.figure(LONDON_CITY, 2025, "17-18")
    assert (cell.number, cell.mark, cell.words) == (None, "c", "hidden")


def test_s1_sum_with_a_hidden_cell_says_at_least():
    both = figures.total([SHEFFIELD, LONDON_CITY], 2025)
    assert both.hidden == ("City of London",)
    assert both.words.startswith("at least ")
    assert figures.total([SHEFFIELD], 2025).words == f"{figures.total([SHEFFIELD], 2025).number:,}"


def test_s1_same_council_chosen_twice_counts_once():
    assert figures.total([SHEFFIELD, SHEFFIELD], 2025) == figures.total([SHEFFIELD], 2025)


def test_s1_replaced_councils_are_apart_from_those_of_today():
    assert not {"Cumbria", "Northamptonshire"} & {council.name for council in figures.authorities()}
    assert len(figures.authorities()) == 153
    assert "1 April 2023" in figures.authority(CUMBERLAND).note


def test_s1_year_before_a_council_began_is_not_nought():
    years = {year.year: year for year in figures.trend([CUMBERLAND])}
    assert not years[2023].comparable
    assert years[2023].both.absent == ("Cumberland",)
    assert years[2024].comparable


def test_s1_trend_compares_only_whole_years():
    assert "in 2024" in figures.trend_words([CUMBERLAND])
    assert "from" in figures.trend_words([SHEFFIELD])
    assert "in 2021" in figures.trend_words([SHEFFIELD])
    assert "not enough" in figures.trend_words([CUMBRIA, CUMBERLAND])


def test_s1_area_before_and_after_reorganisation_adds_up_year_by_year():
    numbers = [year.both.number for year in figures.trend([CUMBRIA, CUMBERLAND, FURNESS])]
    assert all(number > 100 for number in numbers)


def test_s1_cell_that_is_neither_number_nor_mark_is_refused():
    with pytest.raises(ValueError, match="low"):
        figures.read_cell("low")


def test_s1_expected_interest_is_the_total_divided_by_four_with_its_working():
    estimate = interest.expected_interest([SHEFFIELD])
    assert estimate.eligible == 477
    assert estimate.words == "about 119 young people"
    assert [line.number for line in estimate.working] == ["149", "328", "477", "119.25", "0", "119"]
    assert interest.PROXY in estimate.caveats


def test_s1_expected_interest_allows_for_other_provision_and_another_factor():
    plain = interest.expected_interest([SHEFFIELD])
    assert interest.expected_interest([SHEFFIELD], already_served=30).expected == plain.expected - 30
    assert interest.expected_interest([SHEFFIELD], already_served=10_000).expected == 0
    assert interest.expected_interest([SHEFFIELD], factor=2).expected > plain.expected


def test_s1_expected_interest_with_a_hidden_figure_says_at_least_and_whose():
    estimate = interest.expected_interest([LONDON_CITY, SHEFFIELD])
    assert estimate.words.startswith("at least")
    assert any("City of London" in said for said in estimate.caveats)


@pytest.mark.parametrize("wrong", [{"factor": 0}, {"factor": -4}, {"already_served": -1}])
def test_s1_numbers_without_sense_are_refused(wrong):
    with pytest.raises(ValueError, match="factor"):
        interest.expected_interest([SHEFFIELD], **wrong)


@given(st.lists(st.sampled_from(CODES), max_size=8), st.integers(0, 500), st.floats(0.5, 20))
def test_s1_estimate_never_falls_below_nought_nor_counts_what_is_hidden(codes, served, factor):
    estimate = interest.expected_interest(codes, already_served=served, factor=factor)
    shown = sum(figures.figure(c, 2025, g).number or 0 for c in set(codes) for g in figures.AGE_GROUPS)
    assert estimate.eligible == shown
    assert 0 <= estimate.expected <= max(0, shown / factor + 0.5)
    assert estimate.at_least == any(figures.figure(c, 2025, g).mark == "c" for c in codes for g in figures.AGE_GROUPS)
