"""Which of two rows stays when two records of one person are put together (see `schemes.people.merging`).

A live match is not named here: two of them cannot be made one, so that is refused until one has ended.
"""


def the_kept_one(kept, gone):
    return kept, {}


def one_profile(kept, gone):
    """Whom somebody must not meet counts from both sides (R8); the rest is as on the record that is kept."""
    places = [*kept.not_from, *(place for place in gone.not_from if place not in kept.not_from)]
    return kept, {"not_from": places}


def the_longer_one(kept, gone):
    """A pair set aside on both records stays so for the longer time; no day means until somebody takes it back."""
    until = max(kept.until, gone.until) if kept.until and gone.until else None
    return kept, {"until": until}


def the_one_that_was_held(kept, gone):
    """Of two places in one group supervision the one where they came."""
    return (gone if gone.outcome == "held" and kept.outcome != "held" else kept), {}


SETTLES = {
    "matching.Profile": one_profile,
    "matching.AgeException": the_kept_one,
    "matching.SetAside": the_longer_one,
    "matching.MentorNews": the_kept_one,
    "matching.MentorReference": the_kept_one,
    "matching.Supervision": the_one_that_was_held,
}
