"""An agreement in plain words, what changed from one version to the next, and what has been read (R7, L1, L5). Pure."""

import hashlib
from datetime import time

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from mentoring.web.wording import clock

#: What is agreed, in the order in which it is read, and what it is called.
HEADINGS = {
    "purpose": _("What it is for"),
    "when_where": _("When and where we meet"),
    "every_days": _("How often"),
    "length_weeks": _("For how long"),
    "channels": _("How we keep in touch"),
    "hours": _("In which hours"),
    "channels_seen_by": _("Who else can see it"),
    "money": _("Money and presents"),
    "boundaries": _("What we will and won’t do"),
    "when_worried": _("If one of us is worried"),
}


#: The columns that are agreed; each stands under one of the headings.
TERMS = (
    "purpose", "when_where", "every_days", "length_weeks", "channels", "contact_from", "contact_until",
    "channels_seen_by", "writes_here", "money", "boundaries", "when_worried",
)  # fmt: skip


def terms_of(agreement) -> dict[str, str]:
    """{heading: words}, in order; what was left empty is left out."""
    said = {name: getattr(agreement, name, "") for name in HEADINGS}
    said["every_days"] = rhythm_words(agreement.every_days)
    said["length_weeks"] = length_words(agreement.length_weeks)
    said["hours"] = hours_words(agreement.contact_from, agreement.contact_until)
    if agreement.writes_here:
        said["channels"] = f"{agreement.channels}\n{WRITES_HERE}".strip()
    return {str(HEADINGS[name]): words for name, words in said.items() if words}


WRITES_HERE = _("We can also write to each other here.")


def hours_words(first: time, last: time) -> str:
    """Between which hours of the day the two keep in touch (L5)."""
    return gettext("Between %(first)s and %(last)s.") % {"first": clock(first), "last": clock(last)}


def rhythm_words(days: int) -> str:
    """7 is "once a week"."""
    usual = {
        1: gettext("Every day"),
        7: gettext("Once a week"),
        14: gettext("Every two weeks"),
        28: gettext("Every four weeks"),
    }
    return usual.get(days) or ngettext("Every %(number)s day", "Every %(number)s days", days) % {"number": days}


def length_words(weeks: int | None) -> str:
    """How long it goes on; nothing said means open-ended."""
    if not weeks:
        return gettext("As long as it helps. We look at it again at each review.")
    if weeks == 1:
        return gettext("One week, then we look at it again.")
    return ngettext(
        "%(number)s week, then we look at it again.", "%(number)s weeks, then we look at it again.", weeks
    ) % {"number": weeks}


def changes_between(older: dict[str, str], newer: dict[str, str]) -> list[dict[str, str]]:
    """Each heading whose words differ: {"heading", "before", "after"}; "" where there was or is nothing."""
    headings = [*newer, *(heading for heading in older if heading not in newer)]
    pairs = [(heading, older.get(heading, ""), newer.get(heading, "")) for heading in headings]
    return [{"heading": h, "before": before, "after": after} for h, before, after in pairs if before != after]


def reading_mark(version: int, terms: dict[str, str]) -> str:
    """A short mark of exactly these words: who signs sends back the mark of what they have read."""
    text = "\n".join([str(version), *(f"{heading}: {words}" for heading, words in terms.items())])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
