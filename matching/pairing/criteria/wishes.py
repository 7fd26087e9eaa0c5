"""What a young person asked for in a mentor. Each counts only where they asked for it (R8, P4). Pure.

Gender, age and background are protected characteristics: unasked, they neither help nor harm anybody. How many years
there must be between the two is a rule of the scheme (the gate), not a matter of scores.
"""

from matching.pairing.criteria.places import ELSEWHERE, LIKE_ME, round_here
from matching.pairing.criteria.sides import Answer, MenteeSide, MentorSide
from matching.pairing.criteria.words import distinct, plain, shared

#: Answers to "would you like your mentor to be…" that ask for nothing.
NO_WISH = frozenset({"no preference", "don’t mind", "don't mind", "either", "any", "anyone", "i don’t mind", "no"})
#: Words people use for the same wish.
GENDER_WORDS = {
    "woman": "woman", "women": "woman", "female": "woman", "a woman": "woman", "f": "woman",
    "man": "man", "men": "man", "male": "man", "a man": "man", "m": "man",
}  # fmt: skip
#: What a young person may ask for, and the ages it means.
AGE_WISHES = {"young": (0, 30), "middle": (30, 50), "older": (50, 200)}
#: So many years past the wished age are still half as good.
NEARLY_YEARS = 5


def gender_word(words: str) -> str:
    """One word for what people write in many ways."""
    return GENDER_WORDS.get(plain(words), plain(words))


def gender_asked(wish: str) -> str:
    """The gender that is asked for; "" where none is."""
    return "" if plain(wish) in NO_WISH else gender_word(wish)


def gender(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    wish, words = gender_asked(mentee.gender_wish), f"{mentee.name} asked for: {mentee.gender_wish}."
    if not wish:
        return None
    if not plain(mentor.gender):
        return Answer(None, f"{words} We don’t know this of {mentor.name}.")
    return Answer(1.0, words) if gender_word(mentor.gender) == wish else Answer(0, f"{words} {mentor.name} is not.")


def age(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    wished = AGE_WISHES.get(mentee.mentor_age_wish)
    if wished is None:
        return None
    if mentor.age is None:
        return Answer(None, f"{mentee.name} asked for an age; we don’t know how old {mentor.name} is.")
    youngest, oldest = wished[0], wished[1] - 1
    past = max(youngest - mentor.age, mentor.age - oldest, 0)
    if past == 0:
        return Answer(1.0, f"{mentor.name} is about the age {mentee.name} asked for.")
    if past <= NEARLY_YEARS:
        return Answer(0.5, f"{mentor.name} is nearly the age {mentee.name} asked for.")
    return Answer(0, f"{mentor.name} is not the age {mentee.name} asked for.")


def kind(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    """P4. The gate lets nobody past who is not of the kind that was chosen; here it is said."""
    if mentee.kind_wish not in ("peer", "traditional"):
        return None
    name = "a peer mentor" if mentee.kind_wish == "peer" else "a traditional mentor"
    if mentor.is_peer == (mentee.kind_wish == "peer"):
        return Answer(1.0, f"{mentor.name} is {name}, as {mentee.name} chose.")
    return Answer(0, f"{mentee.name} chose {name}; {mentor.name} is not.")


def background(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    """R8, both ways. Compares only communities that both chose to name, and names none of them."""
    if mentee.background_wish == LIKE_ME:
        return _like_me(mentor, mentee)
    return _from_elsewhere(mentor, mentee) if mentee.background_wish == ELSEWHERE else None


def _both_named(mentor: MentorSide, mentee: MenteeSide) -> bool:
    return bool(distinct(mentor.communities) and distinct(mentee.communities))


def _like_me(mentor: MentorSide, mentee: MenteeSide) -> Answer:
    if not _both_named(mentor, mentee):
        return Answer(None, f"{mentee.name} asked for a background like theirs; one of them has not named any.")
    if shared(mentee.communities, mentor.communities):
        return Answer(1.0, f"Both named a community in common, as {mentee.name} asked.")
    return Answer(0, f"{mentee.name} asked for a background like theirs; they named none in common.")


def _from_elsewhere(mentor: MentorSide, mentee: MenteeSide) -> Answer:
    """L9: in a village the neighbour is the last person one wants."""
    named, near = _both_named(mentor, mentee), round_here(mentor, mentee)
    if named and shared(mentee.communities, mentor.communities):
        return Answer(0, f"{mentee.name} asked for somebody from outside their community.")
    if near:
        return Answer(0, f"{mentee.name} asked for somebody who is not from round here.")
    if near is False:
        return Answer(1.0, f"{mentor.name} is not from round here, as {mentee.name} asked.")
    if named:
        return Answer(1.0, f"{mentor.name} is from outside {mentee.name}’s community, as they asked.")
    return Answer(None, f"{mentee.name} asked for somebody from elsewhere; we don’t know where both live.")
