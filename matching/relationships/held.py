"""What this part holds on a person: what the two agreed, when they met, what they wrote, and what each said alone.

What a young person says of how it is going, and what they ask for, is no part of a mentor's record: the page on which
they say it promises who reads it (R11, P8).
"""

from django.db.models import F, Q
from django.db.models.functions import Now

from matching.pairing.held import PAIR, WITH
from matching.relationships.pulses.rules import QUESTIONS
from mentoring.held.kinds import Chapter, Kind, Side

OTHERS = "The other one wrote it, or staff did, so somebody reads it line by line."
AGREED = (
    "version purpose length_weeks every_days when_where channels contact_from contact_until channels_seen_by "
    "writes_here money boundaries when_worried limits_told_on change_asked mentee_signed_at mentor_signed_at "
    "co_ordinator_signed_at"
)
MET = "planned_at place outcome kind channel minutes topics shared_note mentee_coming called_off_by"
FROM_OTHER = Q(readable_from__lte=Now())


def two(own: str, path: str = "match") -> dict:
    """Both sides read the same."""
    return {
        "volunteer": Side(f"{path}__volunteer", own=own),
        "young_person": Side(f"{path}__young_person", own=own),
    }


def answers_words(row, side) -> dict:
    return {
        str(QUESTIONS[key].short): str(QUESTIONS[key].word(value))
        for key, value in row.answers.items()
        if key in QUESTIONS
    }


def goal_words(row, side) -> str:
    return row.goal.words


GOAL = {"goal_words": ("Goal", goal_words)}
#: What a mentor says of a meeting, and what its columns are called.
MENTORS = "reason mentor_feeling mentor_note home_safe"
MEETING = {
    "mentor_feeling": "How it went for the mentor",
    "mentee_feeling": "How it went for the young person",
    "mentor_note": "The mentor’s note for the supervisor",
    "shared_note": "What you did",
    "kind": "Kind",
    "outcome": "Did it happen",
    "minutes": "Minutes",
    "mentee_coming": "The young person said they would come",
}
KINDS = (
    Kind(
        "matching.Agreement",
        "What you two agreed",
        **two(AGREED),
        by="written_by",
        labels={
            "every_days": "Days between two meetings",
            "length_weeks": "For how many weeks",
            "mentee_signed_at": "The young person signed",
            "mentor_signed_at": "The mentor signed",
            "co_ordinator_signed_at": "The co-ordinator signed",
            "purpose": "What it is for",
            "limits_told_on": "What cannot stay between you was explained",
        },
    ),
    Kind(
        "matching.Goal",
        "Goals",
        **two("words kind idea_from taken_up_at progress review_on"),
        by="chosen_by",
        labels={"idea_from": "Whose idea", "taken_up_at": "Taken up", "progress": "Where it is"},
    ),
    Kind(
        "matching.GoalStep",
        "Steps towards a goal",
        **two("goal_words words done_at", "goal__match"),
        by="added_by",
        joins=("goal",),
        says=GOAL,
        labels={"done_at": "Done"},
    ),
    Kind(
        "matching.GoalRating",
        "Where a goal stood, from 0 to 10",
        **two("goal_words value", "goal__match"),
        by="rated_by",
        joins=("goal",),
        says=GOAL,
        labels={"value": "From 0 to 10"},
    ),
    Kind(
        "matching.GoalLevels",
        "What reaching a goal would look like",
        **two("goal_words words weight", "goal__match"),
        at="written_at",
        by="written_by",
        joins=("goal",),
        says=GOAL,
        labels={"words": "From much less to much more"},
    ),
    Kind(
        "matching.GoalLevelSaid",
        "How near a goal was",
        **two("goal_words level", "goal__match"),
        by="said_by",
        joins=("goal",),
        says=GOAL,
        labels={"level": "From −2 to 2"},
    ),
    Kind(
        "matching.MentoringSession",
        "When you met",
        volunteer=Side(
            "match__volunteer",
            own=f"with {MET} {MENTORS}",
            judged="mentee_feeling",
            where=Q(with_cover__isnull=True),
        ),
        young_person=Side("match__young_person", own=f"with {MET} mentee_feeling", judged=MENTORS),
        at="planned_at",
        by="logged_by",
        joins=tuple(f"match__{name}" for name in PAIR),
        says={**WITH, "topics": ("About", lambda row, side: row.topic_words)},
        why=OTHERS,
        labels=MEETING,
    ),
    Kind(
        "matching.MentoringSession",
        "When you stood in for a mentor",
        volunteer=Side("with_cover__volunteer", own=f"with {MET} {MENTORS}", judged="mentee_feeling"),
        at="planned_at",
        by="logged_by",
        joins=tuple(f"match__{name}" for name in PAIR),
        says={**WITH, "topics": ("About", lambda row, side: row.topic_words)},
        why=OTHERS,
        labels=MEETING,
    ),
    Kind(
        "matching.MentoringSession",
        "When somebody stood in for you",
        volunteer=Side(
            "match__volunteer",
            own="outcome shared_note",
            kept=f"{MENTORS} mentee_feeling",
            where=Q(with_cover__isnull=False),
        ),
        at="planned_at",
        by="logged_by",
        why=OTHERS,
        labels=MEETING,
    ),
    Kind(
        "matching.SessionAmendment",
        "What was put right about a meeting",
        volunteer=Side("session__match__volunteer", judged="before because"),
        young_person=Side("session__match__young_person", judged="before because"),
        by="by",
        why=OTHERS,
    ),
    Kind(
        "matching.Review",
        "Looking back together",
        volunteer=Side(
            "match__volunteer",
            own="due_on held_on decision extended_until mentor_view",
            judged="notes",
            kept="mentee_view",
        ),
        young_person=Side(
            "match__young_person",
            own="due_on held_on decision extended_until mentee_view",
            judged="notes",
            kept="mentor_view",
        ),
        at="due_on",
        by="held_by",
        why=OTHERS,
        labels={
            "mentee_view": "What the young person said",
            "mentor_view": "What the mentor said",
            "decision": "What was decided",
        },
    ),
    Kind(
        "matching.Message",
        "What you wrote to each other: yours",
        user=Side("by", own="words told", judged="held_for passed_on"),
        by="by",
        why="Staff decided about it.",
        labels={"words": "Your words", "told": "What staff told you about it", "held_for": "Held for"},
    ),
    Kind(
        "matching.Message",
        "What you wrote to each other: theirs",
        volunteer=Side("match__volunteer", own="words", where=FROM_OTHER & ~Q(by=F("match__volunteer__user"))),
        young_person=Side("match__young_person", own="words", where=FROM_OTHER & ~Q(by=F("match__young_person__user"))),
        by="by",
        labels={"words": "Their words"},
    ),
    Kind(
        "matching.Message",
        "What was written to you and never arrived",
        volunteer=Side(
            "match__volunteer",
            kept="words held_for",
            where=Q(readable_from__isnull=True) & ~Q(by=F("match__volunteer__user")),
        ),
        young_person=Side(
            "match__young_person",
            kept="words held_for",
            where=Q(readable_from__isnull=True) & ~Q(by=F("match__young_person__user")),
        ),
        by="by",
        silent=True,
        why=OTHERS,
        labels={"words": "Their words"},
    ),
    Kind(
        "matching.MessageReading",
        "When staff read what you two wrote",
        volunteer=Side("match__volunteer", own="by", judged="why"),
        young_person=Side("match__young_person", own="by", judged="why"),
        by="by",
        why=OTHERS,
        labels={"by": "Who"},
    ),
    Kind(
        "matching.Pulse",
        "How you said it was going",
        young_person=Side("match__young_person", own="answers words followed_up_at"),
        at="said_on",
        says={"answers": ("You said", answers_words)},
        labels={"words": "In your words", "followed_up_at": "Somebody asked again"},
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.PulseAsking",
        "When we ask you how it is going",
        young_person=Side("match__young_person", own="not_before is_off"),
        alone=True,
        labels={"not_before": "Not before", "is_off": "You switched it off"},
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.Ask",
        "What you asked for",
        young_person=Side(
            "match__young_person", own="kind words mentor_may_know answer answered_by answered_at taken_back_at"
        ),
        labels={
            "kind": "You asked to",
            "words": "In your words",
            "mentor_may_know": "Your mentor may know",
            "answer": "What happens now",
            "answered_by": "Answered by",
            "answered_at": "Answered",
            "taken_back_at": "You took it back",
        },
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.CalendarFeed",
        "Your calendar link",
        user=Side("owner", own="with_place"),
        labels={"with_place": "It shows the place"},
        chapter=Chapter.KEPT,
    ),
)
ELSEWHERE = {
    "matching.CalendarFeed.token_hash": "a hash of a link, of which nothing can be read",
    "matching.Message.reported_at": "that somebody reported a message is told to nobody but those who look",
    "matching.Pulse.followed_up_by": "said as the day on which somebody asked again",
}
