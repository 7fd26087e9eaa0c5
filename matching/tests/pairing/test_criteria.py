"""The score is plain: every part can be checked by hand, and says itself in a sentence (S12, R8, L9)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.pairing.criteria import MenteeSide, MentorSide, score_of

ANNA = MentorSide("Anna", ("Football", "Cooking"), ("Money", "College"), ("Mon eve", "Sat am"), "Leith", "woman", 36)
SAM = MenteeSide("Sam", ("cooking", "Music"), ("money",), ("Sat am",), "Leith")


def test_two_who_share_much_score_high_and_it_says_why():
    found = score_of(ANNA, SAM)
    assert found.reasons == (
        "Both like cooking.",
        "Anna can help with money.",
        "Both are free Sat am.",
        "Both are in the same area.",
    )
    # by hand: interests 1 of 2 × 3, help 1 × 3, times 1 of 2 × 2, place 1 × 1, over 9
    assert found.value == pytest.approx((1.5 + 3 + 1 + 1) / 9, abs=1e-4)
    assert found.doubts == ()


def test_what_nobody_told_us_is_left_out_of_the_sum_and_said_aloud():
    found = score_of(replace(ANNA, free_times=()), SAM)
    assert found.value == pytest.approx((1.5 + 3 + 1) / 7, abs=1e-4)
    assert "We don’t know yet when both are free." in found.doubts


def test_l9_somebody_not_from_round_here():
    """In a village the neighbour is the last person one wants: where the young person asks, nearness counts against."""
    asks = replace(SAM, background_wish="elsewhere")
    near, far = score_of(ANNA, asks), score_of(replace(ANNA, area="Perth"), asks)
    assert far.value > near.value
    assert "Anna is not from round here, as Sam asked." in far.reasons
    assert "Sam asked for somebody who is not from round here." in near.doubts


@pytest.mark.parametrize("wish", ["", "no preference", "Don’t mind"])
def test_gender_counts_only_where_the_young_person_asked(wish):
    asks = replace(SAM, gender_wish=wish)
    assert score_of(ANNA, asks) == score_of(replace(ANNA, gender="man"), asks)


def test_r8_a_wish_for_a_woman_or_an_age_counts():
    asks = replace(SAM, gender_wish="Female", mentor_age_wish="middle")
    fits, does_not = score_of(ANNA, asks), score_of(replace(ANNA, gender="man", age=64), asks)
    assert fits.value > does_not.value
    assert does_not.doubts == ("Sam asked for: Female. Anna is not.", "Anna is not the age Sam asked for.")


def test_age_counts_only_where_the_young_person_asked():
    assert score_of(ANNA, SAM) == score_of(replace(ANNA, age=70), SAM)


words = st.lists(st.text(max_size=6), max_size=4).map(tuple)
mentors = st.builds(MentorSide, st.just("Anna"), words, words, words, st.text(max_size=5), st.text(max_size=5))
mentees = st.builds(MenteeSide, st.just("Sam"), words, words, words, st.text(max_size=5), st.text(max_size=5))


@given(mentors, mentees)
def test_a_score_is_between_nought_and_one_and_every_part_speaks(mentor, mentee):
    found = score_of(mentor, mentee)
    assert 0 <= found.value <= 1
    assert len(found.reasons) + len(found.doubts) == len(found.parts)
    assert all(part.words.endswith(".") for part in found.parts)
