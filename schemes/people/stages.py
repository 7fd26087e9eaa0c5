"""What a referrer is told of somebody they referred: the stage in plain words, and nothing else (roles.md). Pure.

Whoever is not with the scheme any more, for whatever reason, reads the same; so does whoever waits, has a mentor, or
had one. The reasons, and the mentor, are the young person's to tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """`place` on the way from 1 to 4 (0: not on it), a few words for the pill, a sentence, the pill's tone."""

    place: int
    words: str
    sentence: str
    tone: str = "waiting"


HAVE_IT = Stage(1, "We have it", "We have your referral. We get in touch with them within a week.")
IN_TOUCH = Stage(2, "In touch", "We are in touch with them. Next, we meet, and they say what they would like.")
HAVE_MET = Stage(3, "We have met", "We have met. Whether they go on is theirs to decide, in their own time.")
TAKING_PART = Stage(4, "Taking part", "They chose to take part. Ask them how it goes: it is theirs to tell.", "good")
NOT_NOW = Stage(0, "Not with us now", "They are not with us at the moment. They can come back to us any time.", "plain")

STAGES: Mapping[str, Stage] = {
    "referred": HAVE_IT,
    "contacted": IN_TOUCH,
    "met": HAVE_MET,
    "waiting": TAKING_PART,
    "paused": TAKING_PART,
    "moved-on": NOT_NOW,
    "chose-not": NOT_NOW,
    "not-eligible": NOT_NOW,
    "signposted": NOT_NOW,
}
WAY = (HAVE_IT, IN_TOUCH, HAVE_MET, TAKING_PART)


def stage_row(referral, name: str, state: str) -> dict:
    """All that a referrer's page gets of a referral: there is nothing else for a template to show by mistake."""
    return {
        "key": referral.pk,
        "name": name,
        "scheme": str(referral.scheme),
        "received_on": referral.received_on,
        "stage": STAGES[state],
        "own_words": referral.referrer_words,
        "their_words": referral.young_person_words,
    }


def heaps_of(rows: list[dict]) -> list[tuple[str, list[dict]]]:
    """Rows in the order in which a referrer looks for them: who is on the way, who takes part, who is not with us."""
    heaps = (("On their way", (1, 2, 3)), ("Taking part", (4,)), ("Not with us now", (0,)))
    found = [(title, [row for row in rows if row["stage"].place in places]) for title, places in heaps]
    return [(title, those) for title, those in found if those]
