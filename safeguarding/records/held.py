"""What this part holds on a person: what they asked of their record, and what came of it."""

from mentoring.held.kinds import Kind, Side

KINDS = (
    Kind(
        "safeguarding.AccessRequest",
        "When you asked for everything",
        user=Side("user", own="asked_on way words state longer_because given_at open_until"),
        volunteer=Side("volunteer", own="asked_on way words state given_at"),
        young_person=Side("young_person", own="asked_on way words state given_at"),
        at="asked_on",
        by="logged_by",
        labels={"asked_on": "Day", "way": "How", "words": "In your words", "longer_because": "Why it took longer"},
        says={"state": ("Where it is", lambda row, side: row.get_state_display())},
    ),
    Kind(
        "safeguarding.AccessPause",
        "What we asked you about it",
        user=Side("request__user", own="what words began_on ended_on"),
        at="began_on",
        by="by",
        labels={"what": "About", "words": "We asked", "began_on": "From", "ended_on": "You answered"},
    ),
    Kind(
        "safeguarding.Correction",
        "What you said is wrong",
        user=Side("user", own="about words outcome answer answered_at"),
        volunteer=Side("volunteer", own="about words outcome answer answered_at"),
        young_person=Side("young_person", own="about words outcome answer answered_at"),
        at="asked_on",
        by="answered_by",
        labels={"about": "About", "words": "In your words", "outcome": "What came of it", "answer": "We said"},
    ),
)
ELSEWHERE = {"safeguarding.AccessDecision": "what became of each line that was read; it names lines"}
