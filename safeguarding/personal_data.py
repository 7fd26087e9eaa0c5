"""What this room holds on a person (see `mentoring.conventions`)."""

from mentoring.held.kinds import Chapter, Eyes, Fact, Kind, Line, Person, Section, Side, Whose, in_chapter
from safeguarding.complaints import held as complaints
from safeguarding.concerns import held as concerns
from safeguarding.erasure import held as erasure
from safeguarding.records import held as records
from safeguarding.trail.queries import who_looked
from safeguarding.vetting import held as vetting

BOTH = "It was written about both of you, so somebody takes out what is the other’s."
CONSENTS = (
    Kind(
        "safeguarding.Consent",
        "What was agreed to",
        young_person=Side(
            "young_person", own="kind asked_on given_on given_by how withdrawn_on", judged="not_needed_because"
        ),
        at="asked_on",
        by="recorded_by",
        why="Why somebody’s yes was not needed may tell of them.",
        labels={"kind": "Whose yes", "how": "How"},
    ),
)
RISKS = (
    Kind(
        "safeguarding.RiskAssessment",
        "What might go wrong, and what is done about it",
        volunteer=Side(
            "volunteer", judged="mentor_side meeting_safely review_on sent_back_why", kept="young_person_side points"
        ),
        young_person=Side(
            "young_person", judged="young_person_side meeting_safely review_on sent_back_why", kept="mentor_side points"
        ),
        by="author",
        guarded="pk",
        why=BOTH,
    ),
)
REACHING = (
    Kind(
        "safeguarding.SafeContact",
        "Which ways to you are safe",
        young_person=Side("young_person", judged="unsafe_ways instead address_is_secret", kept="address why"),
        by="by",
        silent=True,
        why="Whoever looks over a shoulder at a record must not learn what is kept from them.",
    ),
)
OUT_ALONE = (
    Kind(
        "safeguarding.Visit",
        "Times you were out alone",
        user=Side("who", own="kind where with_whom phone back_by back_at", judged="settled_at settled_words"),
        why="What somebody found out may tell of the young person too.",
    ),
)
ASKED_ABOUT = (
    Kind(
        "safeguarding.LookAnswer",
        "What you were asked about what you had opened",
        user=Side("who", judged="rule day number outcome note", kept="is_shut"),
        guarded="pk",
        by="by",
        silent=True,
        why="It may tell of whose record it was, or get in the way of an inquiry.",
    ),
)
KINDS = (
    *in_chapter(Chapter.YOU, (*CONSENTS, *REACHING)),
    *in_chapter(Chapter.TOGETHER, (*RISKS, *OUT_ALONE)),
    *in_chapter(Chapter.JOINING, vetting.KINDS),
    *in_chapter(Chapter.KEPT, (*records.KINDS, *erasure.KINDS)),
    *in_chapter(Chapter.SAID, (*concerns.KINDS, *complaints.KINDS)),
    *in_chapter(Chapter.KEPT, (*concerns.ABSENCES, *ASKED_ABOUT)),
)
ELSEWHERE = {
    **vetting.ELSEWHERE,
    **concerns.ELSEWHERE,
    **complaints.ELSEWHERE,
    **records.ELSEWHERE,
    **erasure.ELSEWHERE,
    "safeguarding.RiskAssessmentUserPermission": "who may open one record, which says so itself",
    "safeguarding.RiskAssessmentGroupPermission": "who may open one record, which says so itself",
}


def sections(person: Person, eyes: Eyes) -> list[Section]:
    """Who looked at the record and who changed it, as the person's own page says."""
    return [looked(person)] if person.user else []


def looked(person: Person) -> Section:
    lines = [
        Line("mentoring.auditentry", line["at"], line["who"], (Fact("What", line["what"], line["what"], Whose.OWN),))
        for line in reversed(who_looked(person.user, person.scheme))
    ]
    return Section(
        "Who looked at your record, and who changed it", tuple(lines), Chapter.KEPT, model="mentoring.AuditEntry"
    )
