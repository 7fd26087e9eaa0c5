"""Claims that wait, on the first page of those who decide: mentors have paid out of their own pocket."""

from datetime import timedelta

from django.urls import reverse

from matching.expenses.queries import WAITS_DAYS, claims_waiting
from mentoring.home.cards import TodayRow
from mentoring.web.wording import counted
from schemes.people.permissions import Permission


def today_rows(actor, today) -> list[TodayRow]:
    """A row for each scheme, due a week after the oldest of them was sent."""
    if not actor.schemes_for(Permission.EXPENSE_EDIT):
        return []
    return [
        TodayRow(
            due_on=waiting.since + timedelta(days=WAITS_DAYS),
            words=f"{counted(waiting.number, 'claim')} for expenses {'waits' if waiting.number == 1 else 'wait'}",
            detail=str(actor.schemes[waiting.scheme_id]),
            url=reverse("matching:expense_list", args=[actor.schemes[waiting.scheme_id].slug]),
            button="Decide",
        )
        for waiting in claims_waiting(actor)
    ]
