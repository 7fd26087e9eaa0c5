"""What a young person asked for and nobody has answered, on the co-ordinators' first page, with its age."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localtime

from matching.relationships.asks.models import Ask
from matching.relationships.asks.queries import asks_waiting
from mentoring.home.cards import TodayRow
from mentoring.web.wording import distance
from schemes.people.permissions import Permission

#: An answer is due within so many days.
ANSWER_DAYS = 2
SHOWN = 5


def today_rows(actor, today) -> list[TodayRow]:
    if not actor.schemes_for(Permission.MATCH_EDIT):
        return []
    return [_row(ask, today) for ask in asks_waiting(Ask.objects.told_to(actor))[:SHOWN]]


def _row(ask, today) -> TodayRow:
    match, asked_on = ask.match, localtime(ask.created_at).date()
    return TodayRow(
        due_on=asked_on + timedelta(days=ANSWER_DAYS),
        words=f"{match.young_person.first_name} asked for {ask.asked_for}",
        detail=f"Asked {distance(asked_on, today)} · say what will happen",
        url=reverse("matching:ask_answer", args=[match.scheme.slug, ask.pk]),
        button="Answer",
    )
