"""S16: how long matches last, with the open ones counted for what they are."""

from datetime import date

import pytest

from evaluation.turnover.survival import durations, survival

# Weeks in remission on 6-mercaptopurine, 21 patients, False is still in remission (Freireich et al., Blood 21
# (1963) 699-716; the curve is printed in Cox & Oakes 1984 and in Kleinbaum & Klein, chapter 2).
FREIREICH_6MP = [
    *[(6, True)] * 3,
    *[(week, True) for week in (7, 10, 13, 16, 22, 23)],
    *[(week, False) for week in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)],
]
FREIREICH_PLACEBO = [(week, True) for week in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)]


def test_s16_the_first_example_of_kaplan_and_meier():
    """Kaplan & Meier 1958, section 2: deaths at 0.8, 3.1, 5.4, 9.2, losses at 1.0, 2.7, 7.0, 12.1."""
    died = [(8, True), (31, True), (54, True), (92, True)]
    lost = [(10, False), (27, False), (70, False), (121, False)]

    curve = survival(died + lost)

    assert [step.at_risk for step in curve.steps] == [8, 5, 4, 2]
    assert [round(step.share, 4) for step in curve.steps] == [0.875, 0.7, 0.525, 0.2625]
    assert curve.median == 92


def test_s16_the_published_curve_of_the_6mp_trial():
    curve = survival(FREIREICH_6MP)

    assert [(step.day, step.at_risk, step.ended) for step in curve.steps] == [
        (6, 21, 3),
        (7, 17, 1),
        (10, 15, 1),
        (13, 12, 1),
        (16, 11, 1),
        (22, 7, 1),
        (23, 6, 1),
    ]
    assert [round(step.share, 4) for step in curve.steps] == [
        0.8571,
        0.8067,
        0.7529,
        0.6902,
        0.6275,
        0.5378,
        0.4482,
    ]
    assert (curve.median, curve.total, curve.ended, curve.open) == (23, 21, 9, 12)


def test_s16_the_band_of_the_6mp_trial_is_the_one_statistics_packages_print():
    """R: survfit(Surv(time, status) ~ 1, conf.type = "log-log") on the same 21 patients."""
    first, *_, last = survival(FREIREICH_6MP).steps

    assert (round(first.low, 3), round(first.high, 3)) == (0.620, 0.952)
    assert (round(last.low, 3), round(last.high, 3)) == (0.188, 0.680)


def test_s16_with_nobody_censored_the_curve_is_the_plain_share_and_ends_at_nothing():
    curve = survival(FREIREICH_PLACEBO)

    assert curve.median == 8
    assert curve.steps[0].share == pytest.approx(19 / 21)
    assert (curve.steps[-1].share, curve.steps[-1].low, curve.steps[-1].high) == (0.0, 0.0, 0.0)


def test_s16_a_median_that_was_not_reached_is_said_not_guessed():
    curve = survival([(100, True), (200, False), (300, False), (300, False)])

    assert curve.median is None
    assert curve.median_said == "not reached"
    assert curve.share_at(300) == pytest.approx(0.75)
    assert curve.share_at(301) is None


def test_s16_ties_between_an_ending_and_a_censored_match_count_the_censored_one_as_at_risk():
    (step,) = survival([(30, True), (30, False)]).steps

    assert (step.at_risk, step.share) == (2, 0.5)


def test_s16_no_matches_no_curve():
    curve = survival([])

    assert (curve.steps, curve.total, curve.median, curve.median_said) == ((), 0, None, "not reached")


def test_s16_open_matches_are_cut_off_today_and_later_endings_are_not_yet_known():
    today = date(2026, 3, 1)
    spells = [
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 1, 1), None),
        (date(2026, 2, 1), date(2026, 4, 1)),
        (date(2026, 3, 2), None),
    ]

    assert durations(spells, today=today) == [(30, True), (59, False), (28, False)]


def test_s16_a_match_that_ended_before_it_began_is_refused():
    with pytest.raises(ValueError, match="before it began"):
        durations([(date(2026, 2, 1), date(2026, 1, 1))], today=date(2026, 3, 1))
    with pytest.raises(ValueError, match="negative"):
        survival([(-1, True)])
