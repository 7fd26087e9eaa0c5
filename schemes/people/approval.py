"""What a volunteer still lacks before they may be approved: the question put to every room (`readiness.py` of the
conventions, S9, S11)."""

from datetime import date

from mentoring.conventions import modules
from schemes.people.models import Volunteer

#: Arriving here somebody meets young people; whatever way they come, they pass by this question.
APPROVED = (Volunteer.State.APPROVED, Volunteer.State.GROUP_ONLY)

#: States in which a record shows what is still missing.
ASKED_IN = (Volunteer.State.VETTING, Volunteer.State.TRAINING, Volunteer.State.SUITABILITY, Volunteer.State.PAUSED)


def approval_missing(volunteer, today: date, to: str) -> list[str]:
    """A sentence for each thing that stands between this volunteer and `to`, lowest room first; [] where none does.

    `to` is a state of APPROVED; towards any other state nothing is asked.
    """
    if to not in APPROVED:
        return []
    return [words for room in modules("readiness") for words in room.approval_missing(volunteer, today, to)]
