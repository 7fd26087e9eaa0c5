"""What a list is taken for."""

WHY = (
    ("funders", "A report to funders"),
    ("meeting", "A meeting or a panel"),
    ("letters", "Letters or labels"),
    ("inspection", "An inspection or audit"),
    ("move", "Another system needs it"),
    ("other", "Something else"),
)
