"""Meetings with the co-ordinator there are not forgotten by anybody, nor what became of them (S12)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.pairing.meetings.queries import meetings_coming, meetings_not_recorded, meetings_off
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders


@rule(_("A meeting with us is coming up."))
def meeting_soon(at: datetime):
    """24 hours before, to the two and to whoever is there with them."""
    for meeting in meetings_coming(at):
        yield from _everybody_there(meeting)


@rule(_("A meeting with us is off."))
def meeting_off(at: datetime):
    """At once, to everybody who was to be there, but not to whoever called it off; the same words whatever it was."""
    for meeting in meetings_off(at):
        yield from (due for due in _everybody_there(meeting) if due.recipient_id != meeting.recorded_by_id)


def _everybody_there(meeting):
    match, staff_page = meeting.match, _page("match_show", meeting.match)
    told = [(match.volunteer.user_id, "/"), (match.young_person.user_id, "/"), (meeting.staff_id, staff_page)]
    for person, path in told:
        if person:
            yield Due(key_of(meeting), localdate(meeting.planned_at), person, path, scheme_key=str(match.scheme_id))


@rule("Write down whether two people met.")
def meeting_not_recorded(at: datetime):
    """The day after, to whoever was to be there; to every co-ordinator after three days, the manager after a week."""
    holders = Holders()
    return [due for meeting in meetings_not_recorded(at) for due in _dues(meeting, at, holders)]


def _dues(meeting, at, holders) -> list[Due]:
    scheme_id, due_on = meeting.match.scheme_id, localdate(meeting.planned_at)
    path = _page("meeting_record", meeting.match)
    rungs = [
        Rung(1, "", (meeting.staff_id,), path),
        Rung(3, "co-ordinators", tuple(holders.of(scheme_id, "coordinator")), path),
        Rung(7, "manager", tuple(holders.of(scheme_id, "manager")), "/"),
    ]
    return [
        Due(key_of(meeting), due_on, person, rung.path, step=rung.step, scheme_key=str(scheme_id))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
    ]


def _page(name, match) -> str:
    return reverse(f"matching:{name}", args=[match.scheme.slug, match.pk])
