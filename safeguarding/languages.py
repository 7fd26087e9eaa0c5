"""This room's pages that are there in other languages than English, by the names of their addresses: whoever is
worried, or was not treated fairly, can say so in their own."""

SPEAKS = {
    "cy": (
        "safeguarding:complaint_draft_throw",
        "safeguarding:complaint_make",
        "safeguarding:complaint_mine",
        "safeguarding:complaint_own",
        "safeguarding:complaint_settle",
        "safeguarding:complaint_take_further",
        "safeguarding:concern_draft_throw",
        "safeguarding:concern_mine",
        "safeguarding:concern_raise_mine",
        "safeguarding:concern_received",
    )
}
