"""What this part holds on somebody who trains to mentor."""

from mentoring.held.kinds import Kind, Side
from schemes.training.topics import Topic


def topic_words(row, side) -> list:
    return [words for key, words in Topic.choices if key in row.topics]


TOPICS_SAID = {"topics": ("Topics", topic_words)}
KINDS = (
    Kind(
        "schemes.Attendance",
        "Training sessions",
        volunteer=Side("volunteer", own="module outcome asked_at"),
        at="session__starts_at",
        joins=("session__module",),
        says={"module": ("Session", lambda row, side: str(row.session.module))},
    ),
    Kind(
        "schemes.StudyTry",
        "What you studied alone",
        volunteer=Side("volunteer", own="module on right of passed"),
        at="on",
    ),
    Kind(
        "schemes.Equivalence",
        "Earlier training that counts here",
        volunteer=Side("volunteer", own="what done_on topics hours evidence withdrawn_at"),
        at="done_on",
        by="decided_by",
        says=TOPICS_SAID,
    ),
    Kind(
        "schemes.Certificate",
        "Certificates",
        volunteer=Side("volunteer", own="course number hours topics issued_on"),
        at="issued_on",
        says=TOPICS_SAID,
    ),
    Kind(
        "schemes.GroupPlace",
        "Peer group",
        volunteer=Side("volunteer", own="about came"),
        at="session__starts_at",
        joins=("session",),
        says={"about": ("About", lambda row, side: row.session.about)},
    ),
    Kind(
        "schemes.SuitabilityReview",
        "Whether you can be matched",
        volunteer=Side("volunteer", judged="outcome reasons peer_ready peer_answers"),
        by="first_by",
        why="Two people wrote their reasons for each other, so somebody reads them with you in mind first.",
    ),
    Kind(
        "schemes.TrainingNeed",
        "What you need to learn next",
        volunteer=Side("volunteer", own="topic words said_on closed_on"),
        at="said_on",
        by="said_by",
    ),
)
