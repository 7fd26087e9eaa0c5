"""A concern as it stands on paper: what was told, who it is about, what was done, with some words left out."""

from safeguarding.concerns.chronology import chronology_of, facts_of
from safeguarding.concerns.printing.redacting import without
from safeguarding.concerns.queries import concern_parts

DECIDED = (
    ("strategy", "Who does what, and by when"),
    ("not_referred_why", "Why nobody outside was told"),
    ("no_officer_why", "Why the designated officer was not told"),
)


def names_in(concern) -> list[str]:
    """Everybody whom the paper names by itself, to choose from. Ordered by name."""
    parts = concern_parts(concern)
    names = {concern.raised_by.name, *(str(subject) for subject in parts["subjects"])}
    names |= {line["who"] for line in chronology_of(concern)} | {referral.by.name for referral in parts["referrals"]}
    return sorted(names)


def paper_of(concern, words: list[str]) -> dict:
    """{"raised_by", "facts", "subjects", "story", "referrals", "decision", "outcome", "learning"}, the words left out
    of each."""

    def said(text):
        return without(text, words) if isinstance(text, str) else text

    parts = concern_parts(concern)
    referrals = [
        (one.called, one.referred_at, said(one.to_whom), said(one.reference), said(one.by.name))
        for one in parts["referrals"]
    ]
    return {
        "raised_by": said(concern.raised_by.name),
        "facts": [(label, said(value)) for label, value in facts_of(concern)],
        "subjects": [said(str(subject)) for subject in parts["subjects"]],
        "story": [{name: said(value) for name, value in line.items()} for line in chronology_of(concern)],
        "referrals": referrals,
        "decision": [(label, said(getattr(concern, name))) for name, label in DECIDED if getattr(concern, name)],
        "outcome": said(concern.outcome),
        "learning": said(concern.learning),
    }
