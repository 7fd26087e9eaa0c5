"""What is due, less what was put off; told again, as something new, once the day has come. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mentoring.notices.rules import Due

#: Longer than this nobody puts off what is due: then it is to be done, or its date is to be changed.
LONGEST_DAYS = 14
#: A step's column holds 30 letters; what is put off more often than this is told no more often.
MOST_TIMES = 99

#: (object, person) → the days until which they put it off, in the order in which they did.
PutOff = dict[tuple, list[date]]


def told_by(dues: Iterable[Due], put_off: PutOff, today: date) -> Iterator[Due]:
    """Those not put off past `today`. One that was carries the number of times in its step ("late+2"), so that the
    ledger knows it for another telling."""
    for due in dues:
        days = put_off.get((due.object_key, due.recipient_id))
        if not days:
            yield due
        elif days[-1] <= today:
            yield replace(due, step=f"{due.step[:27]}+{min(len(days), MOST_TIMES)}")
