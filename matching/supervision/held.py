"""What supervision holds on a mentor: what both agreed is theirs, what supervision keeps for itself is judged."""

from django.db.models import Q

from mentoring.held.kinds import Kind, Side

STAFF = "Staff wrote it for themselves, so somebody reads it with you in mind first."
PLAN = "helps too_much who_to_call after_hard ring_within review_on agreed_at"
KINDS = (
    Kind(
        "matching.Supervision",
        "Supervision",
        volunteer=Side(
            "volunteer",
            own="kind planned_at place mentor_coming outcome missed_by reason shared_note mentor_comment",
            judged="because private_note",
        ),
        at="planned_at",
        by="supervisor",
        why=STAFF,
        labels={
            "mentor_coming": "You said you would come",
            "shared_note": "What you agreed",
            "mentor_comment": "What you added",
            "private_note": "The supervisor’s own notes",
        },
    ),
    Kind(
        "matching.SupervisionGroup",
        "Supervision in a group",
        volunteer=Side("supervisions__volunteer", own="planned_at place outcome topics", judged="because"),
        at="planned_at",
        by="led_by",
        why=STAFF,
        labels={"topics": "What it was about"},
    ),
    Kind(
        "matching.SupervisionAction",
        "What was agreed in supervision",
        volunteer=Side("supervision__volunteer", own="words due_on outcome closed_on because"),
        at="due_on",
        labels={"words": "What", "due_on": "By when", "closed_on": "Done or let go"},
    ),
    Kind(
        "matching.SupervisionPoint",
        "What you wanted to talk about",
        volunteer=Side("volunteer", own="words", where=Q(is_mentors=True)),
        labels={"words": "What about"},
    ),
    Kind(
        "matching.SupervisionPoint",
        "What staff wanted to talk about with you",
        volunteer=Side("volunteer", judged="words", where=Q(is_mentors=False)),
        by="by",
        silent=True,
        why=STAFF,
        labels={"words": "What about"},
    ),
    Kind(
        "matching.SupervisionAmendment",
        "Notes of supervision as they were before",
        volunteer=Side("supervision__volunteer", judged="before because"),
        by="by",
        silent=True,
        why=STAFF,
    ),
    Kind(
        "matching.SupportPlan",
        "Your support plan",
        volunteer=Side("volunteer", own=PLAN),
        by="written_by",
    ),
)
