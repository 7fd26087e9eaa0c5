"""Who is to be asked how they are, on the first page of co-ordinators (S15)."""

from django.urls import reverse

from matching.endings.afterwards.queries import follow_ups_due
from matching.endings.pages import is_own
from matching.relationships.home import end_of
from mentoring.home.cards import TodayRow

SHOWN = 5


def today_rows(actor, scheme_ids, today) -> list[TodayRow]:
    """The same rows as the reminder."""
    due = [row for row in follow_ups_due(end_of(today), scheme_ids) if not is_own(row.ending.match, actor.user)]
    return [_row(row, row.ending.match) for row in due[:SHOWN]]


def _row(follow_up, match) -> TodayRow:
    return TodayRow(
        due_on=follow_up.due_on,
        words=f"Ask {match.young_person.first_name} how they are, three months on",
        detail=f"{match.scheme} · their time with {match.volunteer.first_name} is over",
        url=reverse("matching:follow_up_record", args=[match.scheme.slug, match.pk]),
        button="Write it down",
    )
