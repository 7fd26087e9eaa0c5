"""A trainer's own first page: registers to keep, what they teach next, and what has to be heard again (S11, S14).

It asks nothing of the database for anybody else: a co-ordinator's first page asks enough.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import Card, TodayRow
from mentoring.web.wording import clock, counted, listed
from schemes.people.permissions import Role
from schemes.training.models import Attendance, TrainingSession
from schemes.training.models.sessions import taught_by
from schemes.training.queries import heard_long_ago, reviewable, runs_out_soon

#: So many sessions and topics stand there; the page behind has all of them.
SHOWN = 5
#: A register that nobody kept is asked for so long; after that the co-ordinator sees to it.
ASKED_DAYS = 60


def today_rows(actor, today) -> list[TodayRow]:
    """Registers still to keep, and what they teach today."""
    rows = []
    if not actor.schemes_with(Role.TRAINER):
        return rows
    for session in _taught(actor).filter(starts_at__date__lte=today, to_note__gt=0)[:SHOWN]:
        at = timezone.localtime(session.starts_at)
        words = listed([str(module) for module in session.modules])
        begins = at.date() == today and session.starts_at > timezone.now()
        rows.append(
            TodayRow(
                due_on=at.date(),
                words=f"You teach {words} today, {clock(at)}" if begins else f"Note who came to {words}",
                detail=f"{session.place} · {counted(session.to_note, 'person', 'people')}",
                url=_page(session) if begins else _page(session) + "#register",
                button="Open" if begins else "Open the register",
            )
        )
    return rows


def cards(actor, today) -> list[Card]:
    """What they teach next, and whose training runs out, as far as they may see names."""
    if not actor.schemes_with(Role.TRAINER):
        return []
    ahead = _taught(actor).filter(starts_at__date__gt=today)
    context = {"sessions": [Ahead(session, _page(session)) for session in ahead[:SHOWN]]}
    return [
        Card("You teach next", "schemes/training/teaching_card.html", context, column="main"),
        *_needs(actor, today),
    ]


@dataclass(frozen=True)
class Ahead:
    session: TrainingSession
    url: str


def _needs(actor, today) -> list[Card]:
    found = []
    for scheme in actor.schemes_of(actor.schemes_with(Role.TRAINER)):
        people = reviewable(actor.within(scheme), scheme)
        rows = runs_out_soon(scheme, heard_long_ago(scheme, people, today), today)
        if rows:
            context = {"rows": rows[:SHOWN], "more": max(len(rows) - SHOWN, 0), "scheme": scheme}
            found.append(Card("To be heard again", "schemes/training/needs_card.html", context))
    return found


def _taught(actor):
    """Sessions this person teaches as a trainer, lately and ahead, with who has a place, who waits, whose coming is not
    noted; the first one first."""
    scheme_ids = actor.schemes_with(Role.TRAINER)
    since = timezone.now() - timedelta(days=ASKED_DAYS)
    found = TrainingSession.objects.filter(taught_by(actor.user), scheme_id__in=scheme_ids, starts_at__gte=since)
    numbers = {
        "to_note": Count("attendances", filter=Q(attendances__outcome=Attendance.State.BOOKED)),
        "waiting": Count("attendances", filter=Q(attendances__outcome=Attendance.State.WAITING)),
    }
    rows = found.annotate(**numbers).select_related("module", "scheme").prefetch_related("also")
    return rows.order_by("starts_at")


def _page(session) -> str:
    return reverse("schemes:training_session_show", args=[session.scheme.slug, session.pk])
