"""A concern in time order, for the page and for paper: every line, every step, who and when."""

from mentoring.web.wording import listed
from safeguarding.concerns.body_map import words_of

ASKED = (
    ("about_words", "Who it is about"),
    ("happened", "What happened"),
    ("happened_on", "When"),
    ("own_words", "The young person’s own words"),
    ("opinion", "Opinion of whoever raised it"),
    ("done_so_far", "Done so far"),
)


def facts_of(concern) -> list[tuple]:
    """(label, value) of what was told, as it was told; parts that were left empty are left out."""
    told = [(label, getattr(concern, name)) for name, label in ASKED if getattr(concern, name)]
    seen = [("Seen on the body", listed(words_of(concern.body_marks)))] if concern.body_marks else []
    return told + seen


def chronology_of(concern) -> list[dict]:
    """{"when", "what", "more", "who", "tone"}, oldest first."""
    lines = [
        {"when": entry.created_at, "what": entry.get_kind_display(), "more": entry.words, "who": entry.by.name}
        for entry in concern.entries.select_related("by")
    ]
    states = dict(type(concern).State.choices)
    steps = [
        {"when": step.created_at, "what": states[step.to_state], "who": step.by.name, "tone": "good"}
        for step in concern.state_changes.select_related("by")
    ]
    return sorted([*steps, *lines], key=lambda line: line["when"])
