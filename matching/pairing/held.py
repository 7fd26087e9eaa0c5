"""What this part holds on a person: whom they were thought of with, and whom they are with."""

from django.db.models import Q

from matching.pairing.meetings.checklist import talked_about_words
from matching.pairing.models import Match
from mentoring.held.kinds import Chapter, Kind, Side

WEIGHED = "It tells of the other one too, or of how the scheme chose, so somebody reads it line by line."
STATES = dict(Match.State.choices)
MET, NOT_MET = Q(introduced_on__isnull=False), Q(introduced_on__isnull=True)


def with_whom(row, side) -> str:
    """The first name of the other one, from a match or from what hangs on one."""
    match = row if isinstance(row, Match) else row.match
    return match.young_person.first_name if side == "volunteer" else match.volunteer.first_name


def talked_about(row, side) -> list[str]:
    return talked_about_words(row.talked_about)[0]


WITH = {"with": ("With", with_whom)}
PAIR = ("volunteer", "young_person")
KINDS = (
    Kind(
        "matching.Profile",
        "What you look for, and what you show",
        volunteer=Side("volunteer", own="shows not_from mentor_age_wish communities months knows_about previewed_at"),
        young_person=Side("young_person", own="shows not_from mentor_age_wish communities months knows_about"),
        labels={"previewed_at": "You agreed to it", "shows": "What somebody may read of you"},
        chapter=Chapter.YOU,
    ),
    Kind(
        "matching.Match",
        "Your match",
        volunteer=Side(
            "volunteer",
            own="with state introduced_on ended_on mentor_answer mentor_no_because",
            judged="purpose reasons score",
            kept="mentee_no_because",
            where=MET,
        ),
        young_person=Side(
            "young_person",
            own="with state introduced_on ended_on purpose mentee_answer mentee_no_because",
            judged="reasons score",
            kept="mentor_no_because",
            where=MET,
        ),
        by="co_ordinator",
        joins=PAIR,
        says={**WITH, "state": ("Where it is", lambda row, side: STATES[row.state])},
        why=WEIGHED,
        labels={
            "mentor_answer": "The mentor’s answer",
            "mentee_answer": "The young person’s answer",
            "mentor_no_because": "Why the mentor said no",
            "mentee_no_because": "Why the young person said no",
            "purpose": "What it is for",
            "introduced_on": "Introduced",
            "ended_on": "Ended",
            "reasons": "Why you two were thought of",
        },
    ),
    Kind(
        "matching.Match",
        "Who else was thought of for you",
        volunteer=Side(
            "volunteer",
            own="mentor_answer mentor_no_because",
            judged="with state reasons score",
            kept="purpose mentee_no_because",
            where=NOT_MET,
        ),
        young_person=Side(
            "young_person",
            own="mentee_answer mentee_no_because",
            judged="with state reasons score purpose",
            kept="mentor_no_because",
            where=NOT_MET,
        ),
        joins=PAIR,
        says={**WITH, "state": ("Where it is", lambda row, side: STATES[row.state])},
        silent=True,
        why=WEIGHED,
        labels={
            "mentor_answer": "The mentor’s answer",
            "mentee_answer": "The young person’s answer",
            "mentor_no_because": "Why the mentor said no",
            "mentee_no_because": "Why the young person said no",
            "purpose": "What it is for",
            "reasons": "Why you two were thought of",
        },
    ),
    Kind(
        "matching.MatchStateChange",
        "Steps of your match",
        volunteer=Side(
            "match__volunteer", own="with to_state", judged="why", where=Q(match__introduced_on__isnull=False)
        ),
        young_person=Side(
            "match__young_person", own="with to_state", judged="why", where=Q(match__introduced_on__isnull=False)
        ),
        by="by",
        joins=("match__volunteer", "match__young_person"),
        says={**WITH, "to_state": ("Step", lambda row, side: STATES.get(row.to_state, row.to_state))},
        why=WEIGHED,
    ),
    Kind(
        "matching.Meeting",
        "Meetings with the co-ordinator there",
        volunteer=Side(
            "match__volunteer",
            own="kind outcome planned_at place_kind place staff also_there talked_about",
            judged="why_not",
            where=Q(planned_at__isnull=False),
        ),
        young_person=Side(
            "match__young_person",
            own="kind outcome planned_at place_kind place staff also_there talked_about",
            judged="why_not",
            where=Q(planned_at__isnull=False),
        ),
        at="planned_at",
        by="recorded_by",
        says={"talked_about": ("Talked about", talked_about)},
        why=WEIGHED,
    ),
    Kind(
        "matching.Technique",
        "What was done to find a match",
        volunteer=Side("volunteer", judged="kind used_on note"),
        young_person=Side("young_person", judged="kind used_on note"),
        at="used_on",
        silent=True,
        why=WEIGHED,
    ),
    Kind(
        "matching.Conflict",
        "Why two are not matched",
        user=Side("declared_by", own="kind said_at", judged="goes_on because"),
        volunteer=Side("volunteer", kept="kind goes_on because said_at"),
        young_person=Side("young_person", kept="kind goes_on because said_at"),
        at="said_at",
        by="declared_by",
        silent=True,
        why=WEIGHED,
    ),
    Kind(
        "matching.AgeException",
        "Why two of another age may be matched",
        volunteer=Side("volunteer", judged="reason"),
        young_person=Side("young_person", judged="reason"),
        by="asked_by",
        silent=True,
        why=WEIGHED,
    ),
    Kind(
        "matching.SetAside",
        "Pairs set aside for now",
        volunteer=Side("volunteer", judged="reason until"),
        young_person=Side("young_person", judged="reason until"),
        by="by",
        silent=True,
        why=WEIGHED,
    ),
)
ELSEWHERE = {"matching.Traits": "a packed copy of what stands on the record itself, thrown away when that changes"}
