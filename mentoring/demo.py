"""The stage of the demo: made-up schemes and people, the same each time, built by the rooms' own actions.

`demo_load()` in each room's `demo.py` gets the stage, adds its share, and leaves what the rooms above need on it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from unittest import mock

from django.utils import timezone

DEMO_PEOPLE = {
    "coordinator": ("Dee Parker", "runs the scheme day to day"),
    "manager": ("Morgan Hale", "answers for the scheme, signs steps off, downloads the report"),
    "lead": ("Sam Okoye", "keeps people safe: reads every concern"),
    "supervisor": ("Lou Marsh", "supervises six mentors"),
    "trainer": ("Tess Byrne", "trains volunteers"),
    "mentor": ("Zofia Nowak", "mentors Jay"),
    "peer": ("Kofi Boateng", "was in care, mentors a young person, and has a mentor too"),
    "mentee": ("Jay Holt", "has a mentor"),
    "referrer": ("Ruth Adeyemi", "a personal adviser who refers young people"),
    "educator": ("Ed Lindqvist", "a practice educator"),
    "advisor": ("Avi Chen", "sits on the advisory group"),
    "admin": ("Ada Root", "keeps the installation running, sees no records"),
    "outsider": ("Olu Far", "co-ordinator of another scheme"),
}
PASSWORD = "seventeen steps"  # noqa: S105  the demo's open password, written on its sign-in page


@dataclass
class DemoStage:
    """What the rooms pass up to each other while the demo is built."""

    today: date
    scale: str = "small"
    users: dict = field(default_factory=dict)
    schemes: dict = field(default_factory=dict)
    volunteers: list = field(default_factory=list)
    young_people: list = field(default_factory=list)
    matches: list = field(default_factory=list)
    random: Random = field(default_factory=lambda: Random(17))  # noqa: S311  made-up data, not secrets

    def day(self, days_ago: int) -> date:
        """The date so many days before the demo's today."""
        return self.today - timedelta(days=days_ago)

    @contextmanager
    def on(self, day: date, hour: int = 10) -> Iterator[datetime]:
        """Let it be that day, so that actions date what they write as they would have then."""
        moment = timezone.make_aware(datetime.combine(day, time(hour)))
        with mock.patch("django.utils.timezone.now", return_value=moment):
            yield moment
