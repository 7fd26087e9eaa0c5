"""What both like, what one can help the other with, languages, and having been through the same. Pure."""

from matching.pairing.criteria.sides import Answer, MenteeSide, MentorSide
from matching.pairing.criteria.words import distinct, listed, overlap, shared

#: So many shared words are as good as all of them.
ENOUGH_SHARED, ENOUGH_KNOWN = 3, 2
#: So many are named in a sentence.
NAMED = 4


def interests(mentor: MentorSide, mentee: MenteeSide) -> Answer:
    wanted = distinct(mentee.interests)
    if not distinct(mentor.interests) or not wanted:
        return Answer(None, "One of them has not told us what they like.")
    same = shared(mentee.interests, mentor.interests)
    words = f"Both like {listed(same[:NAMED])}." if same else "Nothing yet that both like."
    return Answer(overlap(len(same), len(wanted), ENOUGH_SHARED), words)


def help_wanted(mentor: MentorSide, mentee: MenteeSide) -> Answer:
    wanted = distinct(mentee.wants_help_with)
    if not distinct(mentor.strengths) or not wanted:
        return Answer(None, f"We don’t know yet what {mentor.name} could help {mentee.name} with.")
    same = shared(mentee.wants_help_with, mentor.strengths)
    if not same:
        return Answer(0, f"{mentor.name} has not named what {mentee.name} would like help with.")
    words = f"{mentor.name} can help with {listed(same[:NAMED])}."
    return Answer(overlap(len(same), len(wanted), ENOUGH_SHARED), words)


def languages(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    """Counts where the young person named languages they like to speak; each of them counts the same."""
    wanted = distinct(mentee.languages)
    if not wanted:
        return None
    if not distinct(mentor.languages):
        return Answer(None, f"We don’t know which languages {mentor.name} speaks.")
    same = shared(mentee.languages, mentor.languages)
    if not same:
        return Answer(0, f"{mentor.name} speaks none of the languages that {mentee.name} named.")
    names = [word[:1].upper() + word[1:] for word in same[:NAMED]]
    return Answer(overlap(len(same), len(wanted), len(wanted)), f"Both speak {' and '.join(names)}.")


def knows(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    """L3: the sentence does not say what it is that brings the young person here."""
    wanted = distinct(mentee.why_now)
    if not wanted:
        return None
    if not distinct(mentor.knows_about):
        return Answer(None, f"{mentor.name} has not told us what they have lived or worked with.")
    same = shared(mentee.why_now, mentor.knows_about)
    if not same:
        return Answer(0, f"{mentor.name} has not named what {mentee.name} is going through now.")
    words = f"{mentor.name} has lived or worked with what {mentee.name} is going through now."
    return Answer(overlap(len(same), len(wanted), ENOUGH_KNOWN), words)
