"""What both interviewers score, on the same words (S9: scored criteria by two interviewers). Pure."""

CRITERIA = {
    "motivation": "Motivation: why they want to do this, and whose needs it serves",
    "beliefs": "Harmful beliefs: none about young people in care, and open to think again",
    "boundaries": "Boundaries: keeps to the role, knows when to tell somebody",
    "span": "Commitment: a realistic span of time, through hard weeks too",
}
SCORES = [(number, words) for number, words in enumerate(("Very weak", "Weak", "Fair", "Good", "Very good"), 1)]


def total(scores: dict[str, int]) -> int:
    """Points out of 20."""
    return sum(scores.get(key, 0) for key in CRITERIA)
