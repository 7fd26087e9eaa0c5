"""How long this room keeps what it holds on a person (see `mentoring.conventions`)."""

from mentoring.held.keeping import Keep

COURT = "If something goes wrong between us, a court can hear it for six years (Limitation Act 1980)."
KEEPS = (
    Keep(
        "safety",
        "What keeps the two of you safe: consent, risks, safe ways to reach you, being out alone",
        "safeguarding.Consent safeguarding.SafeContact safeguarding.RiskAssessment safeguarding.Visit "
        "safeguarding.LeadAbsence",
        months=72,
        why=COURT,
    ),
    Keep(
        "checks",
        "Checks: which, when and what was decided; never a certificate",
        "safeguarding.VettingCheck safeguarding.StatusCheck safeguarding.VettingNeed safeguarding.VettingExemption "
        "safeguarding.Reference",
        whom="mentors others",
        months=72,
        why="We have to be able to show that whoever mentored was checked.",
        law="We have to be able to show that whoever mentored was checked (UK GDPR, article 17(3)(b) and (e); "
        "Limitation Act 1980).",
    ),
    Keep(
        "disclosed",
        "What a check disclosed, and what was decided about it",
        "safeguarding.RiskDecision",
        whom="mentors",
        months=6,
        why="Six months after the decision at the latest (DBS code of practice).",
        silent=True,
    ),
    Keep(
        "concerns",
        "Worries about somebody’s safety, and what was done",
        "safeguarding.Concern safeguarding.ConcernSubject safeguarding.ConcernEntry safeguarding.ConcernReferral "
        "safeguarding.Hold",
        whom="young-people mentors others",
        months=420,
        why="What happened to a young person may be asked about much later, by them, a court or an inquiry.",
        law="It may have to be looked into much later, by a court or an inquiry too (UK GDPR, article 17(3)(b) and "
        "(e)).",
        silent=True,
    ),
    Keep(
        "complaints",
        "Complaints, and what came of them",
        "safeguarding.Complaint safeguarding.ComplaintEntry safeguarding.ComplaintSubject",
        whom="young-people mentors others",
        months=72,
        why=COURT,
        law="It can come before a court for six years (UK GDPR, article 17(3)(e); Limitation Act 1980).",
        silent=True,
    ),
    Keep(
        "rights",
        "What you asked of your record",
        "safeguarding.AccessRequest safeguarding.AccessPause safeguarding.Correction safeguarding.Erasure "
        "safeguarding.LegalHold",
        whom="young-people mentors others",
        months=36,
        why="You, or the regulator, may ask how we answered.",
    ),
    Keep(
        "looks",
        "What you were asked about what you had opened, and what came of it",
        "safeguarding.LookAnswer",
        whom="others",
        months=72,
        why=COURT,
        law="It can come before a court for six years (UK GDPR, article 17(3)(e); Limitation Act 1980).",
        silent=True,
    ),
)
