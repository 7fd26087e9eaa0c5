"""Words offered to tick; a record may hold others (a spreadsheet's own words are kept)."""

INTERESTS = (
    *("art", "animals", "books", "cars", "coding", "cooking", "dance", "fashion", "films", "football", "gaming"),
    *("gardening", "gym", "music", "photography", "running", "swimming", "travel", "walking"),
)
STRENGTHS = (
    *("budgeting", "college or training", "cooking", "driving theory", "finding work", "forms and letters"),
    *("keeping healthy", "living on your own", "managing stress", "meeting people", "moving home"),
    "standing up for myself",
)
WANTS = STRENGTHS
FREE_TIMES = tuple(
    f"{day} {part}" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun") for part in ("am", "pm", "eve")
)
#: L3: why a mentor just now.
WHY_NOW = (
    *("leaving care", "coming into care", "a new school or college", "a move to a new home"),
    *("a review, hearing or court coming up", "starting work", "becoming a parent", "feeling on my own"),
)
