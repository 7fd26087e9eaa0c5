"""What this part holds on somebody who is checked."""

from mentoring.held.kinds import Kind, Side

CONFIDENCE = (
    "A reference that was given in confidence may be kept back (Data Protection Act 2018, schedule 2, paragraph 24). "
    "Somebody looks whether it has to be."
)
DECIDING = "Those who decided wrote it for each other, so somebody reads it with you in mind first."
KINDS = (
    Kind(
        "safeguarding.VettingCheck",
        "Checks",
        volunteer=Side(
            "volunteer",
            own=(
                "kind level requested_on received_on issued_on number proofs_words referee_name referee_email decision "
                "conditions decided_on expires_on status status_on"
            ),
        ),
        at="requested_on",
        by="decided_by",
        says={"proofs_words": ("Documents seen", lambda row, side: row.proofs_words)},
    ),
    Kind(
        "safeguarding.StatusCheck",
        "When we looked a certificate up",
        volunteer=Side("check_of__volunteer", own="looked_on answer consented certificate_seen same_workforce"),
        at="looked_on",
        by="looked_by",
    ),
    Kind(
        "safeguarding.VettingNeed",
        "Which check you need",
        volunteer=Side("volunteer", own="answers level decided_on", judged="overruled_to overruled_why second_on"),
        at="decided_on",
        by="decided_by",
        why=DECIDING,
    ),
    Kind(
        "safeguarding.VettingExemption",
        "Starts under supervision",
        volunteer=Side("volunteer", own="kind asked_on agreed_on ends_on ended_on", judged="reason"),
        at="asked_on",
        by="asked_by",
        why=DECIDING,
    ),
    Kind(
        "safeguarding.Reference",
        "References",
        volunteer=Side(
            "check_of__volunteer",
            own="referee asked_at given_at",
            judged="has_worry worry_decision",
            kept="given typed",
        ),
        at="asked_at",
        by="taken_by",
        joins=("check_of",),
        says={"referee": ("From", lambda row, side: row.check_of.referee_name)},
        why=CONFIDENCE,
    ),
    Kind(
        "safeguarding.RiskDecision",
        "What a check disclosed, and what was decided",
        volunteer=Side("volunteer", judged="disclosed decided decided_on purge_on"),
        at="decided_on",
        by="author",
        guarded="pk",
        silent=True,
        why=DECIDING,
    ),
)
ELSEWHERE = {
    "safeguarding.VettingCheck.proofs": "said as the names of the documents",
    "safeguarding.ReferenceLink": "a hash of a link, of which nothing can be read",
    "safeguarding.RiskDecisionUserPermission": "who may open one record, which says so itself",
    "safeguarding.RiskDecisionGroupPermission": "who may open one record, which says so itself",
}
