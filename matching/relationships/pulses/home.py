"""A young person who said that it is not going well, on the first page of those they told (R11)."""

from datetime import timedelta

from django.urls import reverse

from matching.relationships.pulses.models import Pulse
from matching.relationships.pulses.queries import low_pulses
from mentoring.home.cards import TodayRow
from schemes.people.permissions import Permission

#: Somebody gets in touch within so many days.
ANSWER_DAYS = 3
SHOWN = 5


def today_rows(actor, today) -> list[TodayRow]:
    if not actor.schemes_for(Permission.MATCH_EDIT):
        return []
    return [_row(pulse) for pulse in low_pulses(Pulse.objects.told_to(actor), today)[:SHOWN]]


def _row(pulse) -> TodayRow:
    match = pulse.match
    return TodayRow(
        due_on=pulse.said_on + timedelta(days=ANSWER_DAYS),
        words=f"{match.young_person.first_name} says it could be better with {match.volunteer.first_name}",
        detail="Get in touch, and ask what would help",
        url=reverse("matching:match_show", args=[match.scheme.slug, match.pk]) + "#pulses",
        button="Read it",
    )
