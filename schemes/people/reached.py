"""How far somebody who asked to volunteer ever came: asked, applied, interviewed, approved (S9, S16). Pure.

One definition for the yield of campaigns, the plan's evidence and whoever else counts. A stage counts for everybody
who *ever* reached it: somebody who withdrew later still counts as having applied.
"""

from collections.abc import Iterable

from django.db import models


class Reached(models.IntegerChoices):
    """Ordered: whoever reached a stage reached those before it."""

    ASKED = 0, "Asked"
    APPLIED = 1, "Applied"
    INTERVIEWED = 2, "Interviewed"
    APPROVED = 3, "Approved"


#: States whose being reached once shows the stage; `withdrawn` and `declined` show nothing.
SHOWS = {
    "applied": Reached.APPLIED,
    "interviewing": Reached.APPLIED,
    "vetting": Reached.INTERVIEWED,
    "training": Reached.INTERVIEWED,
    "suitability": Reached.INTERVIEWED,
    "approved": Reached.APPROVED,
    "group-only": Reached.APPROVED,
    "paused": Reached.APPROVED,
    "left": Reached.APPROVED,
}


def reached_by(states: Iterable[str], *, interview_held: bool = False) -> Reached:
    """The furthest stage that all the states somebody was ever in show, and an interview that was held to its end."""
    shown = [SHOWS.get(state, Reached.ASKED) for state in states]
    return max([Reached.INTERVIEWED if interview_held else Reached.ASKED, *shown])
