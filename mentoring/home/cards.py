"""What a first page is made of: sentences that need somebody today, and small cards beside them."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class TodayRow:
    """One thing that needs the person: what, who, why now, one button.

    `due_on` orders the list and makes the badge ("Overdue 3 days", "Today", "in 4 days"); `tone` overrides the
    badge's colour ("bad", "warn", "good", "calm"); `badge` overrides its words.
    """

    due_on: date
    words: str
    url: str
    detail: str = ""
    button: str = "Open"
    tone: str = ""
    badge: str = ""


@dataclass(frozen=True)
class Card:
    """A small card: a title, and a template with its context. On a record what needs somebody stands in the `main`
    column, above the story; what is done `folds`: its heading stays, the rest opens on demand."""

    title: str
    template: str
    context: dict = field(default_factory=dict)
    column: str = "side"
    folds: bool = False
