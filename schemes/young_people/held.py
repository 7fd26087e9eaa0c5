"""What this part holds on a young person."""

from mentoring.held.kinds import Chapter, Kind, Side

STAFF = "Staff wrote it for themselves, so somebody reads it with you in mind first."
KINDS = (
    Kind(
        "schemes.FirstMeeting",
        "When we first met you",
        young_person=Side("young_person", own="held_on who_was_there choice wants", judged="needs"),
        at="held_on",
        by="written_by",
        why=STAFF,
        labels={"held_on": "Day", "choice": "What you chose"},
    ),
    Kind(
        "schemes.CareSpell",
        "Your time in care",
        young_person=Side("young_person", own="kind began_on ended_on told_by"),
        at="began_on",
        by="written_by",
        labels={"kind": "What it was", "told_by": "Who told us"},
    ),
    Kind(
        "schemes.CategoryConfirmation",
        "What you are in law",
        young_person=Side("young_person", own="worked_out confirmed", judged="differs_because"),
        by="confirmed_by",
        why=STAFF,
        labels={"worked_out": "By the dates", "confirmed": "As somebody confirmed it"},
    ),
    Kind(
        "schemes.Contact",
        "When we were in touch",
        young_person=Side("young_person", own="kind made_on how reached still_wants", judged="line"),
        at="made_on",
        by="made_by",
        why=STAFF,
        labels={
            "kind": "What for",
            "made_on": "Day",
            "reached": "We reached you",
            "still_wants": "You still want a mentor",
        },
        chapter=Chapter.JOINING,
    ),
    Kind(
        "schemes.Signpost",
        "Where we pointed you to",
        young_person=Side("young_person", own="where_to told_on why follow_up_on followed_up_on how_it_went"),
        at="told_on",
        by="told_by",
        labels={
            "where_to": "Where",
            "told_on": "Day",
            "why": "Why there",
            "follow_up_on": "We ask how it went on",
            "followed_up_on": "We asked on",
            "how_it_went": "How it went",
        },
        chapter=Chapter.JOINING,
    ),
    Kind(
        "schemes.StepUpCode",
        "Codes a co-ordinator gave you",
        young_person=Side("young_person", own="how used_at"),
        by="given_by",
        labels={"how": "How they knew that it was you", "used_at": "Used"},
    ),
    Kind(
        "schemes.DiaryEntry",
        "What you wrote only for you",
        user=Side("owner", own="words changed_at"),
        alone=True,
        labels={"words": "Your words", "changed_at": "Last changed"},
        chapter=Chapter.SAID,
    ),
)
