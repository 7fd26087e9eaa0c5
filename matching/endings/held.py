"""What this part holds on a person: how a match came to its end, as each side sees it."""

from matching.endings.checklist import talked_about_words
from mentoring.held.kinds import Kind, Side

EACH = (
    "Each side says why without the other reading it. What staff wrote is about both, so somebody takes out the rest."
)
BOTH = "planned last_contact_on way meeting_on talked_about letter contact_after contact_channel contact_until"
STAFF = "reason reason_words learned contact_known"


def letter_words(row, side) -> str:
    """The letter, to whoever it was for, once it has gone."""
    theirs = row.letter_to == ("mentor" if side == "volunteer" else "mentee")
    return row.letter if theirs and row.letter_sent_on else ""


def other_letter(row, side) -> str:
    """The letter to the other one, or one that has not gone yet."""
    return "" if letter_words(row, side) else row.letter


KINDS = (
    Kind(
        "matching.EndingPlan",
        "How you planned to end",
        volunteer=Side("match__volunteer", own="ends_on last_weeks goals who_tells"),
        young_person=Side("match__young_person", own="ends_on last_weeks goals who_tells"),
        at="ends_on",
        by="written_by",
    ),
    Kind(
        "matching.Ending",
        "How it ended",
        volunteer=Side(
            "match__volunteer",
            own=f"{BOTH} mentor_reason mentor_reason_words mentor_reflection",
            judged=STAFF,
            kept="mentee_reason mentee_reason_words mentee_reflection what_next other_letter",
        ),
        young_person=Side(
            "match__young_person",
            own=f"{BOTH} mentee_reason mentee_reason_words mentee_reflection",
            judged=f"{STAFF} what_next",
            kept="mentor_reason mentor_reason_words mentor_reflection other_letter",
        ),
        by="recorded_by",
        says={
            "talked_about": ("Talked about", lambda row, side: talked_about_words(row.talked_about)[0]),
            "letter": ("The letter to you", letter_words),
            "other_letter": ("A letter that did not go to you", other_letter),
        },
        why=EACH,
        labels={
            "mentee_reason": "The young person’s reason",
            "mentor_reason": "The mentor’s reason",
            "mentee_reason_words": "The young person’s words on it",
            "mentor_reason_words": "The mentor’s words on it",
            "mentee_reflection": "What it was like for the young person",
            "mentor_reflection": "What it was like for the mentor",
            "contact_known": "What staff know of contact afterwards",
            "contact_after": "In touch afterwards",
            "contact_channel": "How you stay in touch",
            "contact_until": "Until",
        },
    ),
    Kind(
        "matching.EndingTakenBack",
        "An ending that was taken back",
        volunteer=Side("match__volunteer", own="ended_on planned", judged="note", kept="told"),
        young_person=Side("match__young_person", own="ended_on planned", judged="note", kept="told"),
        by="reopened_by",
        why=EACH,
    ),
    Kind(
        "matching.GoalAtEnd",
        "What became of your goals",
        volunteer=Side("ending__match__volunteer", own="goal_words outcome", judged="carried_on_with"),
        young_person=Side("ending__match__young_person", own="goal_words outcome carried_on_with"),
        joins=("goal",),
        says={"goal_words": ("Goal", lambda row, side: row.goal.words)},
        why=EACH,
    ),
    Kind(
        "matching.FollowUp",
        "When we asked you afterwards",
        young_person=Side("ending__match__young_person", own="due_on outcome spoken_on", judged="words"),
        at="due_on",
        by="recorded_by",
        why=EACH,
    ),
    Kind(
        "matching.MentorReference",
        "The reference we wrote for you",
        volunteer=Side("volunteer", own="words written_on"),
        at="written_on",
        by="written_by",
    ),
)
