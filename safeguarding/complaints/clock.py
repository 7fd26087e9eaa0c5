"""How long a complaint may wait: three working days until somebody says that they have it, ten until the answer.

Ten is what children's services are held to (Representations Procedure (England) Regulations 2006). Pure.
"""

from collections.abc import Collection
from datetime import date, timedelta

TAKEN_ON_IN = 3
ANSWERED_IN = 10


def working_days_after(day: date, number: int, *, days_off: Collection[date] = ()) -> date:
    """The day on which so many working days (Monday to Friday, less `days_off`) have gone by; `day` is not counted."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and day not in days_off
    return day
