from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.utils import timezone

from matching.cover import actions
from matching.cover.models import Pause
from matching.models import Match
from matching.relationships import actions as sessions
from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.kept import kept

#: A Tuesday at noon, long before and after which clocks do not change.
START = datetime(2027, 2, 2, 12, tzinfo=ZoneInfo("Europe/London"))


@kept
def pair(cast):
    """Zofia and Jay, together since 2 February; Kofi, who is free to stand in. Told by days from then: `cast.on(3)`."""
    with time_machine.travel(START, tick=False):
        cast.volunteer = mentor_ready(cast, cast.volunteer)
        cast.kofi = mentor_ready(cast, cast.peer_volunteer)
        cast.kofi.supervisions.create(
            scheme=cast.scheme, supervisor=cast.supervisor, planned_at=timezone.now() + timedelta(days=14)
        )
        cast.young_person = mentee_ready(cast, cast.young_person)
        cast.match = together(cast, cast.volunteer, cast.young_person)
    cast.on = lambda day, hour=12: time_machine.travel(START.replace(hour=hour) + timedelta(days=day), tick=False)
    cast.day = lambda number: START.date() + timedelta(days=number)


def planned(pair, first=10, last=20, **more) -> Pause:
    """Zofia is away from one day to another; planned two days after the beginning unless it is later."""
    said = {"whose": "mentor", "why": "Quiet reasons.", "contact_by": pair.coordinator, "contact_every_days": 14}
    until = {"until_on": pair.day(last)} if last is not None else {"until_on": None, "look_again_on": pair.day(30)}
    return actions.pause_plan(
        match=pair.match, from_on=pair.day(first), **until, **{**said, **more}, by=pair.coordinator
    )


def covered(pair, **days):
    """The same, with Kofi agreed to by Jay, and by Kofi."""
    cover = actions.cover_ask(pause=planned(pair, **days), volunteer=pair.kofi, by=pair.coordinator)
    cover = actions.cover_mentee_answer(cover=cover, answer="yes", by=pair.mentee)
    return actions.cover_mentor_answer(cover=cover, answer="yes", by=pair.peer)


def state(pair) -> str:
    return Match.objects.get(pk=pair.match.pk).state


def words(pair, user, url="/me/") -> str:
    return pair.client(user).get(url).content.decode()


def held(pair, cover=None, **said):
    said = {"outcome": "held", "planned_at": timezone.now() - timedelta(hours=1), "minutes": 60} | said
    if cover:
        return actions.cover_session_log(cover=cover, channel="in-person", **said, by=pair.peer)
    return sessions.session_log(match=pair.match, channel="in-person", **said, by=pair.mentor)
