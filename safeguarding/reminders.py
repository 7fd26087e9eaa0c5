"""Rules of this room. What is told at once is found by the same rule that tells it again where it was missed."""

from mentoring.notices.rules import rule
from safeguarding.concerns.queries import concerns_open, concerns_raised, glass_broken_lately
from safeguarding.concerns.telling.dues import glass_broken_dues, leaderless_dues, raised_dues


@rule("Somebody wrote to you about something that needs you.", urgent=True)
def concern_raised(at):
    """Until a lead takes it on."""
    return [due for concern in concerns_raised() for due in raised_dues(concern)]


@rule("Something needs a manager, because nobody else can read it.", urgent=True)
def concern_leaderless(at):
    """For as long as it is open and no lead can read it."""
    return [due for concern in concerns_open() for due in leaderless_dues(concern)]


@rule("A manager opened something that only you and your colleagues read.", urgent=True)
def glass_broken(at):
    """For a week: by then everybody has been told or nobody can be."""
    return [due for grant in glass_broken_lately(at) for due in glass_broken_dues(grant)]
