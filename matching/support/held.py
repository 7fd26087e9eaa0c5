"""What staff hold on a person from beside a match: talks with each side, notes, what was handed over."""

from django.db.models import Q

from mentoring.held.kinds import Chapter, Kind, Side

STAFF = "Staff wrote it for themselves, so somebody reads it with you in mind first."
TOLD_ALONE = "It was told to staff without the other one reading it."
KINDS = (
    Kind(
        "matching.Debrief",
        "What you said after a meeting",
        volunteer=Side(
            "session__match__volunteer",
            own="feeling words talk_over wants_talk",
            where=Q(session__with_cover__isnull=True),
        ),
        at="session__planned_at",
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.Debrief",
        "What you said after a meeting when you stood in",
        volunteer=Side("session__with_cover__volunteer", own="feeling words talk_over wants_talk"),
        at="session__planned_at",
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.Debrief",
        "What whoever stood in for you said after a meeting",
        volunteer=Side(
            "session__match__volunteer", kept="feeling words talk_over", where=Q(session__with_cover__isnull=False)
        ),
        at="session__planned_at",
        silent=True,
        why=TOLD_ALONE,
    ),
    Kind(
        "matching.Debrief",
        "What your mentor said after a meeting",
        young_person=Side("session__match__young_person", kept="feeling words talk_over"),
        at="session__planned_at",
        silent=True,
        why=TOLD_ALONE,
    ),
    Kind(
        "matching.CheckIn",
        "When we asked you how it is",
        volunteer=Side("match__volunteer", own="spoken_on how spoken_by", judged="words to_do", where=Q(side="mentor")),
        young_person=Side(
            "match__young_person", own="spoken_on how spoken_by", judged="words to_do", where=Q(side="mentee")
        ),
        at="spoken_on",
        by="spoken_by",
        why=STAFF,
        labels={"spoken_on": "Day", "how": "How", "spoken_by": "Who asked"},
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.CheckIn",
        "When we asked you how it is to stand in",
        volunteer=Side("cover__volunteer", own="spoken_on how spoken_by", judged="words to_do"),
        at="spoken_on",
        by="spoken_by",
        why=STAFF,
        labels={"spoken_on": "Day", "how": "How", "spoken_by": "Who asked"},
        chapter=Chapter.SAID,
    ),
    Kind(
        "matching.CheckIn",
        "What the other one said when we asked",
        volunteer=Side("match__volunteer", kept="spoken_on words to_do", where=~Q(side="mentor")),
        young_person=Side("match__young_person", kept="spoken_on words to_do", where=~Q(side="mentee")),
        at="spoken_on",
        by="spoken_by",
        silent=True,
        why=TOLD_ALONE,
    ),
    Kind(
        "matching.SignNote",
        "What staff noted when a match needed somebody",
        volunteer=Side("match__volunteer", judged="words tone keys"),
        young_person=Side("match__young_person", judged="words tone keys"),
        at="noted_on",
        by="by",
        silent=True,
        why=STAFF,
    ),
    Kind(
        "matching.Handover",
        "What one of us told the next",
        volunteer=Side("volunteer", judged="kind note"),
        by="handed_by",
        silent=True,
        why=STAFF,
    ),
    Kind(
        "matching.Handover",
        "What one of us told the next about your match",
        volunteer=Side("match__volunteer", judged="kind note"),
        young_person=Side("match__young_person", judged="kind note"),
        by="handed_by",
        silent=True,
        why=STAFF,
    ),
)
ELSEWHERE = {"matching.CheckIn.to_do_by": "whose errand it is, which they find on their own page"}
