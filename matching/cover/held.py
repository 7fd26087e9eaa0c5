"""What is held on a person about pauses and standing in (see `mentoring.held.kinds`)."""

from django.db.models import Q

from mentoring.held.kinds import Chapter, Kind, Side

DAYS = "whose from_on until_on look_again_on contact_by"
WORDS = "why over_because"
OF_THE_OTHER = "It is about the other one’s life, and was told to staff alone."
STAFF = "Staff wrote it for themselves, so somebody reads it with you in mind first."
CHOICE = "Each of you answered for themselves, and need not say why."
LABELS = {
    "whose": "Who it was for",
    "from_on": "First day",
    "until_on": "Last day",
    "look_again_on": "Looked at again on",
    "contact_by": "Who kept in touch",
    "why": "What was behind it",
    "over_because": "Why it ended early",
}
AWAY, BREAK = Q(whose="mentor"), Q(whose="mentee")
KINDS = (
    Kind(
        "matching.Pause",
        "A pause that was for you",
        volunteer=Side("match__volunteer", own=DAYS, judged=WORDS, where=AWAY),
        young_person=Side("match__young_person", own=DAYS, judged=WORDS, where=BREAK),
        at="from_on",
        by="planned_by",
        why=STAFF,
        labels=LABELS,
    ),
    Kind(
        "matching.Pause",
        "A pause that was for the other one",
        volunteer=Side("match__volunteer", own=DAYS, kept=WORDS, where=BREAK),
        young_person=Side("match__young_person", own=DAYS, kept=WORDS, where=AWAY),
        at="from_on",
        by="planned_by",
        why=OF_THE_OTHER,
        labels=LABELS,
    ),
    Kind(
        "matching.Cover",
        "When somebody could stand in",
        volunteer=Side("volunteer", own="mentor_answer", kept="mentee_answer goals_shown stopped_because"),
        young_person=Side(
            "pause__match__young_person", own="mentee_answer goals_shown", kept="mentor_answer stopped_because"
        ),
        by="asked_by",
        why=CHOICE,
        labels={
            "mentor_answer": "What the mentor said",
            "mentee_answer": "What the young person said",
            "goals_shown": "The goals could be read",
            "stopped_because": "Why not any more",
        },
    ),
    Kind(
        "matching.MentorNews",
        "What you told us of yourself",
        volunteer=Side("volunteer", own="kind from_on until_on means words answer"),
        labels={"kind": "About", "from_on": "From", "until_on": "Until", "means": "What it may mean"},
        chapter=Chapter.SAID,
    ),
)
