"""S16: funnel conversion and waiting time at each stage, for volunteers and young people alike."""

from datetime import date

from evaluation.turnover.funnel import funnel

STAGES = ("enquired", "applied", "training", "approved")
TODAY = date(2026, 6, 30)


def day(month, of_month):
    return date(2026, month, of_month)


def test_s16_counts_conversion_and_median_wait_by_stage():
    rows = [
        ("ann", "enquired", day(1, 1)),
        ("ann", "applied", day(1, 11)),
        ("ann", "training", day(2, 10)),
        ("ann", "approved", day(3, 12)),
        ("bob", "enquired", day(1, 1)),
        ("bob", "applied", day(1, 31)),
        ("cat", "enquired", day(6, 1)),
        ("dan", "enquired", day(2, 1)),
        ("dan", "withdrawn", day(2, 5)),
    ]

    enquired, applied, training, approved = funnel(rows, stages=STAGES, today=TODAY)

    assert (enquired.reached, applied.reached, training.reached, approved.reached) == (4, 2, 1, 1)
    assert (enquired.of_before, applied.of_before, approved.of_before) == (None, 0.5, 1.0)
    assert (enquired.waited, enquired.moved) == (20, 2)
    assert (enquired.here, enquired.here_longest) == (1, 29), "dan withdrew, so he is not waiting"
    assert (applied.here, applied.here_longest) == (1, 150)
    assert (approved.waited, approved.moved) == (None, 0)


def test_s16_somebody_who_skips_a_stage_has_reached_it():
    rows = [("eve", "enquired", day(1, 1)), ("eve", "approved", day(1, 9))]

    assert [stage.reached for stage in funnel(rows, stages=STAGES, today=TODAY)] == [1, 1, 1, 1]
    assert [stage.waited for stage in funnel(rows, stages=STAGES, today=TODAY)] == [8, None, None, None]


def test_s16_going_back_a_stage_does_not_undo_or_double_what_was_reached():
    rows = [
        ("fay", "enquired", day(1, 1)),
        ("fay", "applied", day(1, 5)),
        ("fay", "training", day(2, 1)),
        ("fay", "applied", day(3, 1)),
    ]

    _, applied, training, _ = funnel(rows, stages=STAGES, today=TODAY)

    assert (applied.reached, training.reached) == (1, 1)
    assert applied.waited == 27


def test_s16_what_has_not_happened_yet_is_not_counted():
    rows = [("gil", "enquired", day(6, 1)), ("gil", "applied", day(7, 1))]

    assert [stage.reached for stage in funnel(rows, stages=STAGES, today=TODAY)] == [1, 0, 0, 0]


def test_s16_an_empty_scheme_has_an_empty_funnel_not_an_error():
    assert [stage.reached for stage in funnel([], stages=STAGES, today=TODAY)] == [0, 0, 0, 0]
