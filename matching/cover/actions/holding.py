"""A pause under a lock, and meetings that do not take place."""

from matching.cover.models import Pause
from matching.pairing.actions.holding import match_held, not_one_of_two
from matching.relationships.models import MentoringSession
from mentoring.transitions import Refused, locked

Outcome = MentoringSession.Outcome


def open_pause(pause, by) -> Pause:
    pause = locked_pause(pause)
    not_one_of_two(pause.match.volunteer, pause.match.young_person, by)
    return pause


def locked_pause(pause) -> Pause:
    """Under a lock with both people, in the order of `holding`; it is open, or nothing is done."""
    match = match_held(pause.match)
    pause = locked(pause)
    pause.match = match
    if not pause.is_open:
        raise Refused("This pause is over already. Nothing was changed.")
    return pause


def called_off(sessions) -> None:
    for session in sessions:
        session.outcome, session.called_off_by, session.reason = Outcome.CALLED_OFF, "scheme", "not-said"
        session.save(update_fields=["outcome", "called_off_by", "reason"])
