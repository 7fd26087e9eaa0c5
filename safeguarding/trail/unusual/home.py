"""Where something in the trail is open: a line on the first page of who may ask about it."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import TodayRow
from safeguarding.trail.unusual.queries import asks_as_lead, asks_as_manager, worth_asking, worth_asking_leads

WORDS = "Something in the trail looks worth asking about."


def look_rows(actor, today) -> list[TodayRow]:
    """One a scheme and a page. Nothing of whom or what; nothing is asked of the database for anybody else."""
    at = timezone.now()
    return [
        *rows_to(actor, today, worth_asking(actor, asks_as_manager(actor), at), "look_list"),
        *rows_to(actor, today, worth_asking_leads(actor, asks_as_lead(actor), at), "look_list_lead"),
    ]


def rows_to(actor, today, rows, page: str) -> list[TodayRow]:
    schemes = actor.schemes_of({row.scheme for row in rows if not row.is_settled})
    return [
        TodayRow(
            due_on=today,
            words=WORDS,
            detail=scheme.name,
            url=reverse(f"safeguarding:{page}", args=[scheme.slug]),
            button="Read",
            tone="calm",
            badge="To ask",
        )
        for scheme in schemes
    ]
