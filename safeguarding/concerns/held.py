"""What this part holds on a person: what they told, which is theirs, and what was told about them, which only those who
lead safeguarding weigh. Nobody learns from a copy of their data whether anything was told about them."""

from mentoring.held.kinds import Kind, Side

HARM = (
    "What was told to keep somebody safe is kept back where giving it would put somebody at risk, get in the way of "
    "an inquiry or give away who told it (Data Protection Act 2018, schedule 2, paragraphs 2 and 16, and schedule 3)."
)


def of_concern(column: str, label: str):
    return column, (label, lambda row, side: getattr(row.concern, column))


KINDS = (
    Kind(
        "safeguarding.Concern",
        "What you told us because you were worried",
        user=Side(
            "raised_by",
            own="happened happened_on own_words about_words opinion body_marks done_so_far immediate_danger",
            kept="state triage route strategy not_referred_why officer_by officer_settled_at no_officer_why outcome "
            "learning arose_at",
        ),
        guarded="pk",
        silent=True,
        why=HARM,
        labels={
            "happened": "What you saw or heard",
            "immediate_danger": "Somebody was in danger right then",
            "happened_on": "When",
            "own_words": "The young person’s own words",
        },
    ),
    Kind(
        "safeguarding.ConcernSubject",
        "What was told about you",
        user=Side("user", kept="happened own_words about_words opinion done_so_far outcome learning"),
        volunteer=Side("volunteer", kept="happened own_words about_words opinion done_so_far outcome learning"),
        young_person=Side("young_person", kept="happened own_words about_words opinion done_so_far outcome learning"),
        by="concern__raised_by",
        joins=("concern",),
        says=dict(
            [
                of_concern("happened", "What was seen or heard"),
                of_concern("own_words", "Somebody’s own words"),
                of_concern("about_words", "Whom it is about"),
                of_concern("opinion", "What they thought of it"),
                of_concern("done_so_far", "What they had done"),
                of_concern("outcome", "Outcome"),
                of_concern("learning", "What was learned"),
            ]
        ),
        guarded="concern",
        silent=True,
        why=HARM,
    ),
    Kind(
        "safeguarding.ConcernEntry",
        "What was written down about it",
        user=Side("concern__subjects__user", kept="kind words"),
        volunteer=Side("concern__subjects__volunteer", kept="kind words"),
        young_person=Side("concern__subjects__young_person", kept="kind words"),
        by="by",
        guarded="concern",
        silent=True,
        why=HARM,
    ),
    Kind(
        "safeguarding.ConcernReferral",
        "Whom it was handed on to",
        user=Side("concern__subjects__user", kept="to to_whom reference referred_at heard_at"),
        volunteer=Side("concern__subjects__volunteer", kept="to to_whom reference referred_at heard_at"),
        young_person=Side("concern__subjects__young_person", kept="to to_whom reference referred_at heard_at"),
        at="referred_at",
        by="by",
        guarded="concern",
        silent=True,
        why=HARM,
    ),
    Kind(
        "safeguarding.Hold",
        "Introductions held back",
        volunteer=Side("volunteer", kept="begun stops_sessions lifted_at"),
        by="placed_by",
        guarded="pk",
        silent=True,
        says={"begun": ("Held from", lambda row, side: row.created_at)},
        why=HARM,
    ),
)
ABSENCES = (
    Kind(
        "safeguarding.LeadAbsence",
        "Days on which you were away and somebody took over",
        user=Side("lead", own="from_on to_on"),
        at="from_on",
    ),
)
ELSEWHERE = {
    "safeguarding.ConcernLink": "what belongs together stands with the two, each of which is weighed by itself",
    "safeguarding.ConcernStateChange": "how far it is stands with the concern",
    "safeguarding.ConcernGrant": "who was let in to one concern, and why, stands in its own history",
    "safeguarding.ConcernUserPermission": "who may open one record, which says so itself",
    "safeguarding.ConcernGroupPermission": "who may open one record, which says so itself",
    "safeguarding.Hold.concern": "the concern is weighed by itself",
}
