"""Who went out alone and is not back when they said: above all else on the first page of those who answer an alarm."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import TodayRow
from mentoring.web.wording import when_words
from safeguarding.visits.models import WATCHERS, Visit


def visit_rows(actor, today) -> list[TodayRow]:
    """Nothing is asked of the database for anybody else, and nobody answers an alarm about themselves."""
    schemes = actor.schemes_with(*WATCHERS)
    late = Visit.objects.visible_to(actor).alarming(timezone.now()).filter(scheme__in=schemes) if schemes else ()
    return [visit_row(visit, today) for visit in late and late.exclude(who=actor.user).select_related("scheme", "who")]


def visit_row(visit, today) -> TodayRow:
    until = timezone.localtime(visit.back_by)
    return TodayRow(
        due_on=date.min,  # before whatever else is late
        words=f"{visit.who.name} is out alone and not back. Ring them.",
        detail=f"Said they would be back by {when_words(until, today)}",
        url=reverse("safeguarding:visit_list", args=[visit.scheme.slug]),
        button="Ring",
        tone="overdue",
        badge="Now",
    )
