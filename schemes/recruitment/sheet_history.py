"""What a sheet claims of somebody's checks and training, as rows to be confirmed (S9, S11; L10). Pure.

A list is hearsay: nothing read here clears or approves anybody. A row is made only where the sheet says that something
has happened ("applied for" and "booked" have not); the sheet's own words are kept beside the person in any case.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from schemes.recruitment.sheet_dates import in_words, read_date
from schemes.recruitment.sheet_values import is_formula, is_not_known, tidy

CRIMINAL_RECORD, REFERENCE, TRAINING = "criminal-record", "reference", "training"
LEVELS = ((r"\benh.*barred", "enhanced with barred list"), (r"\benh", "enhanced"), (r"\bstandard", "standard"),
          (r"\bbasic", "basic"), (r"\bpvg", "pvg"))  # fmt: skip
NOT_YET = re.compile(
    r"appl|pend|wait|sent|due|need|book|progress|not |^no\b|^n/?a\b|none|fail|miss|absent|cancel", re.I
)
DONE = re.compile(r"pass|attend|complet|done|yes|train|finish|^y$", re.I)
NUMBER_LETTERS, COURSE_LETTERS, MOST_HOURS = 40, 200, Decimal(999)
FAR = dt.date(2100, 1, 1)  # an expiry may lie ahead


@dataclass(frozen=True)
class PastRow:
    """One thing the sheet says has happened. `on` is None where it does not say when."""

    kind: str
    on: dt.date | None = None
    level: str = ""
    number: str = ""
    expires_on: dt.date | None = None
    course: str = ""
    hours: Decimal | None = None

    @property
    def words(self) -> str:
        """As the preview says it."""
        when = f" of {in_words(self.on)}" if self.on else ""
        if self.kind == CRIMINAL_RECORD:
            ends = f", runs out {in_words(self.expires_on)}" if self.expires_on else ""
            level = f"{self.level[0].upper()}{self.level[1:]} check" if self.level else "Check"
            return f"{level}{when}{ends}"
        if self.kind == REFERENCE:
            return f"Reference{when}"
        hours = f", {self.hours.normalize():f} hours" if self.hours else ""
        return f"Training “{self.course}”{when}{hours}" if self.course else f"Training{when}{hours}"


def read_history(texts: Mapping[str, str], *, today: dt.date) -> tuple[PastRow, ...]:
    """What one line claims; `texts` field → cell. What cannot be read is left to the sheet's own words."""
    said = {name: tidy(text) for name, text in texts.items() if not is_not_known(text) and not is_formula(text)}
    rows = (_check(said, today), _reference(said, 1, today), _reference(said, 2, today), _training(said, today))
    return tuple(row for row in rows if row)


def _day(text: str, today: dt.date) -> dt.date | None:
    return read_date(text, today=today).day if text else None


def _check(said: Mapping[str, str], today: dt.date) -> PastRow | None:
    level, on = said.get("dbs_type", ""), _day(said.get("dbs_on", ""), today)
    if not on or NOT_YET.search(level):
        return None
    return PastRow(
        CRIMINAL_RECORD,
        on=on,
        level=next((words for pattern, words in LEVELS if re.search(pattern, level, re.I)), ""),
        number=said.get("dbs_number", "")[:NUMBER_LETTERS],
        expires_on=_day(said.get("dbs_expires", ""), FAR),
    )


def _reference(said: Mapping[str, str], which: int, today: dt.date) -> PastRow | None:
    on = _day(said.get(f"reference_{which}", ""), today)
    return PastRow(REFERENCE, on=on) if on else None


def _training(said: Mapping[str, str], today: dt.date) -> PastRow | None:
    course, on, hours = said.get("training", ""), _day(said.get("training_on", ""), today), _hours(said)
    if NOT_YET.search(course) or not (on or hours or DONE.search(course)):
        return None
    return PastRow(TRAINING, on=on, course=course[:COURSE_LETTERS], hours=hours)


def _hours(said: Mapping[str, str]) -> Decimal | None:
    found = re.match(r"(\d{1,3}(?:\.\d)?)\s*(h|hr|hrs|hours)?$", said.get("training_hours", ""), re.I)
    return min(Decimal(found[1]), MOST_HOURS) if found else None
