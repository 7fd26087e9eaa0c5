"""Who reaches expenses: mentors their own, co-ordinators those of others, managers what they come to."""

from mentoring.tests.access_kit import page, portal


def claim(world):
    return {"claim_id": world.claim.pk}


def receipt(world):
    return {"receipt_id": world.claim.receipts.get().pk}


ACCESS = {
    "matching:my_expenses": portal("mentor uncleared peer"),
    "matching:expense_claim": portal("mentor", kwargs=lambda world: {"volunteer_id": world.volunteer.pk}),
    "matching:expense_mine": portal("mentor", kwargs=claim),
    "matching:expense_answer": portal("mentor", kwargs=lambda world: {"claim_id": world.claim_asked.pk}),
    "matching:expense_withdraw": portal("mentor", kwargs=claim, method="post"),
    "matching:receipt_mine": portal("mentor", kwargs=receipt),
    "matching:receipt_drop": portal(
        "mentor", kwargs=lambda world: {"receipt_id": world.receipt_unsent.pk}, method="post"
    ),
    "matching:expense_list": page("coordinator"),
    "matching:expenses_pay": page("coordinator"),
    "matching:expense_totals": page("coordinator manager"),
    "matching:expense_rules_edit": page("coordinator"),
    "matching:expense_download": page("coordinator"),
    "matching:receipt_show": page("coordinator", kwargs=receipt),
    "matching:expense_show": page("coordinator", kwargs=claim),
    "matching:expense_reopen": page("coordinator", kwargs=claim, method="post"),
}
