"""What of this part needs somebody today: whose record is asked for is said on the page, not in the list."""

from django.urls import reverse

from mentoring.home.cards import TodayRow
from mentoring.web.wording import short_day
from safeguarding.erasure.queries import due_on as erasure_due_on
from safeguarding.erasure.queries import turns_of as erasure_turns_of
from safeguarding.records.queries import correction_due_on, due_on, turns_of


def record_rows(actor, today) -> list[TodayRow]:
    """Of those who answer for the scheme; nothing is asked of the database for anybody else."""
    requests, corrections = turns_of(actor)
    return [
        *(request_row(request, today) for request in requests),
        *(correction_row(correction, today) for correction in corrections),
        *(erasure_row(erasure, today) for erasure in erasure_turns_of(actor)),
    ]


def request_row(request, today) -> TodayRow:
    day = due_on(request, today)
    second = request.state == "checked"
    return TodayRow(
        due_on=min(day, today),
        words="What somebody asked for waits for your yes." if second else "Somebody asked for what is held on them.",
        detail=f"They get it by {short_day(day, today)}",
        url=reverse("safeguarding:access_show", args=[request.scheme.slug, request.pk]),
        button="Look" if second else "Read",
        tone="overdue" if day < today else "today",
        badge="Overdue" if day < today else f"By {short_day(day, today)}",
    )


def correction_row(correction, today) -> TodayRow:
    day = correction_due_on(correction)
    return TodayRow(
        due_on=min(day, today),
        words="Somebody says that something about them is wrong.",
        detail=f"They hear by {short_day(day, today)}",
        url=reverse("safeguarding:correction_show", args=[correction.scheme.slug, correction.pk]),
        button="Read",
        tone="overdue" if day < today else "today",
        badge="Overdue" if day < today else f"By {short_day(day, today)}",
    )


def erasure_row(erasure, today) -> TodayRow:
    day, second = erasure_due_on(erasure), erasure.state == "decided"
    return TodayRow(
        due_on=min(day, today),
        words="What somebody wants to go waits for your yes." if second else "Somebody asks for their records to go.",
        detail=f"They hear by {short_day(day, today)}",
        url=reverse("safeguarding:erasure_show", args=[erasure.scheme.slug, erasure.pk]),
        button="Look" if second else "Read",
        tone="overdue" if day < today else "today",
        badge="Overdue" if day < today else f"By {short_day(day, today)}",
    )
