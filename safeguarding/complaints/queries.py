"""Reads about complaints. Lists and reminders ask the same: who reads it, who may see to it, whose turn it is."""

from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from mentoring.accounts.models import User
from safeguarding.complaints.handlers import Handlers, roles_by_scheme
from safeguarding.complaints.models import Complaint, ComplaintEntry, ComplaintStateChange
from safeguarding.complaints.reading import reads
from safeguarding.complaints.states import LOOKED_INTO, UNREAD
from safeguarding.concerns.queries import parse_datetime_or_none
from schemes.people.permissions import Role

PAGE = 50
TOLD_FOR = timedelta(days=14)
#: Steps that whoever complained hears of.
HEARD_OF = ("taken-on", "answered", "looked-again", "answered-again")
#: Lines that they read themselves.
THEIRS = (ComplaintEntry.Kind.ANSWER, ComplaintEntry.Kind.AGAIN)


def roles_held(scheme) -> dict[User, set[Role]]:
    """Who holds which of the roles that see to complaints, today."""
    return roles_by_scheme([scheme.pk])[scheme.pk]


def handlers_of(complaint) -> Handlers:
    return Handlers([complaint], timezone.localdate())


def complaint_readers(complaint) -> list[User]:
    return handlers_of(complaint).readers(complaint)


def complaint_handlers(complaint) -> list[User]:
    return handlers_of(complaint).of(complaint)


def fresh_eyes(complaint) -> list[User]:
    return handlers_of(complaint).fresh_eyes(complaint)


def would_read(scheme, *, is_independent: bool, apart_from=()) -> list[User]:
    """Who would read one from its first day: shown, and asked, before it is sent."""
    gone = set(apart_from)
    return [
        user
        for user, held in roles_held(scheme).items()
        if user not in gone and reads(held, is_independent=is_independent, reaches_managers=is_independent)
    ]


def whose_turn(complaint) -> list[User]:
    return handlers_of(complaint).whose_turn(complaint)


def complaints_waiting():
    """What the reminders and everybody's first page begin with."""
    return Complaint.objects.waiting().select_related("scheme").order_by("created_at")


def complaints_for(actor) -> list[Complaint]:
    """Those that wait for this person."""
    mine = list(complaints_waiting().visible_to(actor))
    handlers = Handlers(mine, timezone.localdate())
    return [complaint for complaint in mine if actor.user in handlers.whose_turn(complaint)]


def steps_to_tell(at):
    """Steps of the last fortnight that whoever complained hears of and that still say how it stands."""
    lately = ComplaintStateChange.objects.filter(created_at__gte=at - TOLD_FOR, to_state__in=HEARD_OF)
    return lately.filter(to_state=F("complaint__state")).select_related("complaint__scheme")


def complaints_made_by(user):
    """Somebody's own, newest first."""
    return Complaint.objects.filter(made_by=user).select_related("scheme")


def complaints_listed(actor, show: str, before: str) -> dict:
    """A page of the list, newest first, and how to go on; `show` is "open", "answered" or "all"."""
    mine = Complaint.objects.visible_to(actor)
    waiting = Q(state__in=(*UNREAD, *LOOKED_INTO))
    choices = {"open": mine.filter(waiting), "answered": mine.exclude(waiting), "all": mine}
    show = show if show in choices else "open"
    since = parse_datetime_or_none(before)
    rows = choices[show].filter(created_at__lt=since) if since else choices[show]
    rows = list(rows[: PAGE + 1])
    older = rows[PAGE - 1].created_at.isoformat() if len(rows) > PAGE else ""
    counts = {name: found.count() for name, found in choices.items()}
    return {"complaints": rows[:PAGE], "show": show, "counts": counts, "older": older}


def story_of(complaint) -> list[dict]:
    """{"when", "what", "more", "who", "tone"}, oldest first: every step and every line."""
    lines = [
        {"when": line.created_at, "what": line.get_kind_display(), "more": line.words, "who": line.by.name}
        for line in complaint.entries.select_related("by")
    ]
    states = dict(Complaint.State.choices)
    steps = [
        {"when": step.created_at, "what": states[step.to_state], "who": step.by.name, "tone": "good"}
        for step in complaint.state_changes.select_related("by")
    ]
    return sorted([*steps, *lines], key=lambda line: line["when"])


def told_of(complaint) -> list:
    """What whoever complained reads of it: the answers, and their own words when they asked again."""
    return list(complaint.entries.filter(kind__in=THEIRS).select_related("by"))
