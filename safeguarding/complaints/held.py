"""What this part holds on a person: their complaints with the answers, and what others said of them."""

from django.db.models import Q

from mentoring.held.kinds import Kind, Side
from safeguarding.complaints.queries import THEIRS

SEEN_TO = "Those who saw to it wrote it for each other. It may tell of whoever it was about."
KINDS = (
    Kind(
        "safeguarding.Complaint",
        "What you said was not fair",
        user=Side("made_by", own="wants words hoped_for about_words is_independent state further_at"),
        guarded="pk",
        silent=True,
        labels={
            "words": "In your words",
            "further_at": "You asked to look again",
            "state": "Where it is",
            "hoped_for": "What would put it right",
        },
    ),
    Kind(
        "safeguarding.ComplaintEntry",
        "What you were answered",
        user=Side("complaint__made_by", own="kind words", where=Q(kind__in=THEIRS)),
        by="by",
        guarded="complaint",
        silent=True,
        labels={"words": "Words", "kind": "What it is"},
    ),
    Kind(
        "safeguarding.ComplaintEntry",
        "What was noted about what you said",
        user=Side("complaint__made_by", judged="kind words", where=~Q(kind__in=THEIRS)),
        by="by",
        guarded="complaint",
        silent=True,
        why=SEEN_TO,
    ),
    Kind(
        "safeguarding.ComplaintSubject",
        "What somebody said of you that was not fair",
        user=Side("user", kept="words"),
        joins=("complaint",),
        says={"words": ("Their words", lambda row, side: row.complaint.words)},
        guarded="complaint",
        silent=True,
        why="Whoever complains is told that nobody it is about ever sees it.",
    ),
)
ELSEWHERE = {
    "safeguarding.ComplaintStateChange": "how far it is stands with the complaint",
    "safeguarding.Complaint.concern": "the concern is weighed by itself",
}
