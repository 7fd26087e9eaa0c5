"""An agreement in plain words, what changed from one version to the next, and what has been read (R7, L1, L5). Pure."""

import hashlib

#: What is agreed, in the order in which it is read, and what it is called.
TERMS = {
    "purpose": "What it is for",
    "when_where": "When and where we meet",
    "every_days": "How often",
    "length_weeks": "For how long",
    "channels": "How we keep in touch",
    "boundaries": "What we will and won’t do",
    "when_worried": "If one of us is worried",
}


def terms_of(agreement) -> dict[str, str]:
    """{heading: words}, in order; what was left empty is left out."""
    said = {name: getattr(agreement, name) for name in TERMS}
    said["every_days"] = rhythm_words(agreement.every_days)
    said["length_weeks"] = length_words(agreement.length_weeks)
    return {TERMS[name]: words for name, words in said.items() if words}


def rhythm_words(days: int) -> str:
    """7 is "once a week"."""
    usual = {1: "Every day", 7: "Once a week", 14: "Every two weeks", 28: "Every four weeks"}
    return usual.get(days, f"Every {days} days")


def length_words(weeks: int | None) -> str:
    """How long it goes on; nothing said means open-ended."""
    if not weeks:
        return "As long as it helps. We look at it again at each review."
    return f"{weeks} weeks, then we look at it again." if weeks > 1 else "One week, then we look at it again."


def changes_between(older: dict[str, str], newer: dict[str, str]) -> list[dict[str, str]]:
    """Each heading whose words differ: {"heading", "before", "after"}; "" where there was or is nothing."""
    headings = [*newer, *(heading for heading in older if heading not in newer)]
    pairs = [(heading, older.get(heading, ""), newer.get(heading, "")) for heading in headings]
    return [{"heading": h, "before": before, "after": after} for h, before, after in pairs if before != after]


def reading_mark(version: int, terms: dict[str, str]) -> str:
    """A short mark of exactly these words: who signs sends back the mark of what they have read."""
    text = "\n".join([str(version), *(f"{heading}: {words}" for heading, words in terms.items())])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
