"""What this part holds on a person: that they asked to be forgotten, and what stops it."""

from mentoring.held.kinds import Kind, Side

ASKED = "asked_on way words state refused_because done_at"
HELD = "reason review_on ended_at ended_because"
KINDS = (
    Kind(
        "safeguarding.Erasure",
        "When you asked to be forgotten",
        user=Side("user", own=ASKED),
        volunteer=Side("volunteer", own=ASKED),
        young_person=Side("young_person", own=ASKED),
        at="asked_on",
        by="logged_by",
        labels={"asked_on": "Day", "way": "How", "words": "In your words", "refused_because": "Why not"},
        says={"state": ("Where it is", lambda row, side: row.get_state_display())},
    ),
    Kind(
        "safeguarding.LegalHold",
        "Why nothing of you may go for now",
        user=Side("user", kept=HELD),
        volunteer=Side("volunteer", kept=HELD),
        young_person=Side("young_person", kept=HELD),
        by="placed_by",
        silent=True,
        why="It may be about an inquiry that must not be disturbed.",
    ),
)
ELSEWHERE = {"safeguarding.Erasure.who": "the name under which what the law keeps is found again once all else is gone"}
