"""The score is plain: every part can be checked by hand, and says itself in a sentence (S12, R8, L9)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.pairing.criteria import CRITERIA, MenteeSide, MentorSide, score_of
from matching.pairing.criteria.outcodes import kilometres, middles

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


def part(mentor, mentee, key):
    """The part of the score with this key; None where the question is not asked of these two."""
    return next((one for one in score_of(mentor, mentee).parts if one.key == key), None)


@pytest.mark.parametrize(
    ("outcodes", "fits", "words"),
    [
        (("S1", "s1 "), 1, "They live close to each other."),
        (("S1", "S60"), 0.87, "They live a short journey apart."),
        (("S1", "DN1"), 0.12, "They live a long journey apart."),
        (("S1", "EH6"), 0, "They live far from each other."),
        (("BT1", "S1"), 0, "They live in different areas."),
    ],
)
def test_l9_nearness_is_said_without_a_town_or_a_number(outcodes, fits, words):
    """By the middle of the first half of the postcode; where it is not in our table, by the names of the areas."""
    mentor, mentee = replace(ANNA, outcode=outcodes[0]), replace(SAM, outcode=outcodes[1], area="Gorgie")
    found = part(mentor, mentee, "place")
    assert (found.fits, found.words) == (pytest.approx(fits, abs=0.02), words)


def test_the_table_of_first_halves_knows_every_part_of_great_britain():
    assert kilometres("S1", "S70") == pytest.approx(18, abs=1)
    assert kilometres("EH1", "G1") == pytest.approx(67, abs=2)
    assert kilometres("TR1", "ZE1") == pytest.approx(1120, abs=20)
    assert kilometres("S1", "BT1") is None
    assert len(middles()) > 2800


def test_languages_count_where_the_young_person_named_some_each_the_same():
    speaks = replace(ANNA, languages=("English", "Tigrinya"))
    assert part(speaks, SAM, "languages") is None
    both = part(speaks, replace(SAM, languages=("tigrinya", "Arabic")), "languages")
    assert (both.fits, both.words) == (0.5, "Both speak Tigrinya.")
    assert part(ANNA, replace(SAM, languages=("Arabic",)), "languages").fits is None


def test_r8_a_background_like_mine_compares_only_what_both_chose_to_name_and_names_it_to_nobody():
    asks = replace(SAM, background_wish="like-me", communities=("Deaf", "Roma"))
    same, other = replace(ANNA, communities=("roma",)), replace(ANNA, communities=("Sikh",))
    assert [part(one, asks, "background").fits for one in (same, other, ANNA)] == [1, 0, None]
    for one in (same, other, ANNA):
        assert not any(word in part(one, asks, "background").words.lower() for word in ("roma", "deaf", "sikh"))
    assert part(same, replace(asks, background_wish=""), "background") is None, "unasked, it counts for nobody"


def test_r8_somebody_from_outside_my_community():
    asks = replace(SAM, background_wish="elsewhere", communities=("Roma",))
    far = replace(ANNA, area="Perth")
    assert part(replace(far, communities=("Roma",)), asks, "background").fits == 0
    assert part(replace(far, communities=("Sikh",)), asks, "background").fits == 1
    assert part(replace(ANNA, communities=("Sikh",)), asks, "background").fits == 0, "a neighbour all the same"
    assert part(ANNA, asks, "place") is None, "whoever wants somebody from elsewhere is not asked about nearness"


def test_months_and_what_is_lived_through_count_against_what_is_wished_for():
    asks = replace(SAM, months=12, why_now=("leaving care", "starting work"))
    offers = replace(ANNA, months=6, knows_about=("Leaving care",))
    assert (part(offers, asks, "months").fits, part(offers, asks, "knows").fits) == (0.5, 0.5)
    assert "leaving" not in part(offers, asks, "knows").words.lower()
    assert part(offers, SAM, "months") is part(offers, SAM, "knows") is None


def test_p4_the_kind_is_asked_of_whoever_chose_one():
    peer = replace(ANNA, is_peer=True)
    assert part(peer, replace(SAM, kind_wish="either"), "kind") is None
    assert part(peer, replace(SAM, kind_wish="peer"), "kind").fits == 1
    assert part(peer, replace(SAM, kind_wish="traditional"), "kind").fits == 0


def test_a_question_that_weighs_nothing_is_not_asked_and_a_scheme_weighs_its_own_way():
    found = score_of(ANNA, SAM, {"interests": 0, "help": 5})
    assert [one.key for one in found.parts] == ["help", "times", "place"]
    # by hand: help 1 × 5, times 1 of 2 × 2, place 1 × 1, over 8
    assert found.value == pytest.approx((5 + 1 + 1) / 8)
    assert score_of(ANNA, SAM, dict.fromkeys(CRITERIA, 0)).value == 0


PROTECTED = {"gender": "man", "age": 70, "communities": ("Roma",), "is_peer": True, "languages": ("Roma",)}


@pytest.mark.parametrize("name", PROTECTED)
def test_no_protected_characteristic_counts_for_somebody_who_did_not_ask(name):
    assert score_of(ANNA, SAM) == score_of(replace(ANNA, **{name: PROTECTED[name]}), SAM)
