"""When both are free, and for how long. Pure."""

from matching.pairing.criteria.sides import Answer, MenteeSide, MentorSide
from matching.pairing.criteria.words import distinct, shared

#: Two times of the week leave a choice; more are no better.
ENOUGH_TIMES = 2


def times(mentor: MentorSide, mentee: MenteeSide) -> Answer:
    if not distinct(mentor.free_times) or not distinct(mentee.free_times):
        return Answer(None, "We don’t know yet when both are free.")
    same = shared(mentee.free_times, mentor.free_times)
    if not same:
        return Answer(0, "No time of the week when both are free.")
    return Answer(min(1.0, len(same) / ENOUGH_TIMES), f"Both are free {', '.join(same[:4])}.")


def months(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    """Counts where the young person said how long they would like."""
    if not mentee.months:
        return None
    if mentor.months is None:
        return Answer(None, f"We don’t know for how long {mentor.name} can give time.")
    if mentor.months >= mentee.months:
        return Answer(1.0, f"{mentor.name} can give as many months as {mentee.name} would like.")
    return Answer(mentor.months / mentee.months, f"{mentor.name} can give fewer months than {mentee.name} would like.")
