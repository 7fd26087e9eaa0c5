"""What this part holds on a mentor: what they spent and got back. What it was for may speak of a young person, in the
mentor's own words; a young person is not led to from it."""

from mentoring.held.kinds import Kind, Side

CLAIM = "kind spent_on amount miles mile_rate what_for no_receipt_why state sent_at pay_run"
KINDS = (
    Kind(
        "matching.ExpenseClaim",
        "What you spent and got back",
        volunteer=Side("volunteer", own=CLAIM),
        at="spent_on",
        says={"state": ("Where it is", lambda row, side: row.get_state_display())},
        labels={
            "kind": "What kind",
            "spent_on": "Day",
            "amount": "Pounds",
            "what_for": "What it was for",
            "miles": "Miles",
            "mile_rate": "Pounds a mile",
            "pay_run": "Paid under",
            "sent_at": "Sent",
        },
    ),
    Kind(
        "matching.ExpenseClaimChange",
        "What was said about what you spent",
        volunteer=Side("claim__volunteer", own="to_state why"),
        by="by",
        says={"to_state": ("Step", lambda row, side: dict(row.claim.State.choices).get(row.to_state, row.to_state))},
        joins=("claim",),
    ),
    Kind(
        "matching.ExpenseClaimVersion",
        "What you first said about what you spent",
        volunteer=Side("claim__volunteer", own="before"),
    ),
    Kind(
        "matching.Receipt",
        "Receipts",
        volunteer=Side("volunteer", own="kind"),
        labels={"kind": "A file of the kind"},
    ),
)
ELSEWHERE = {"matching.Receipt.content": "the file itself, which its mentor opens on their own page"}
