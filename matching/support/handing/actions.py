"""Handing over: all that one person holds goes to named people in one transaction, a note with each thing (P8)."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from matching.cover.queries import open_pauses
from matching.pairing.actions.holding import not_one_of_two, scheme_held
from matching.pairing.states import TOGETHER
from matching.supervision.following.models import SupervisionAction
from matching.supervision.groups.models import SupervisionGroup
from matching.support.handing.things import (
    Kind,
    Thing,
    may_take,
    meetings_of,
    promises_of,
    supervisions_of,
    takers_of,
    things_of,
)
from matching.support.models import Handover
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions import volunteer_edit
from schemes.planning.actions import plan_item_save


@dataclass(frozen=True)
class Part:
    """Who takes one thing, and what they should know."""

    taken_by: object
    note: str = ""


@transaction.atomic
def handover_make(*, scheme, held_by, parts: dict[str, Part], by) -> list[Handover]:
    """Hand over everything; `parts` by the key of each thing. What has come on since the page was read is named, and
    nothing is handed over until somebody has said who takes that too."""
    scheme_held(scheme)
    things, takers = things_of(held_by, scheme), takers_of(scheme, held_by)
    if not things:
        raise Refused(f"{held_by.name} holds nothing here any more. Nothing was changed.")
    wrong = [problem for thing in things if (problem := _problem(thing, parts.get(thing.key), takers))]
    if wrong:
        raise Refused(*wrong)
    return [_handed(thing, scheme, held_by, parts[thing.key], by) for thing in things]


@transaction.atomic
def match_hand_over(*, match, taken_by, note: str = "", by) -> Handover:
    """One match goes to another co-ordinator, or to its first."""
    scheme_held(match.scheme)
    match = locked(match)
    held_by = match.co_ordinator
    thing = Thing(Kind.MATCH, match, not_to=frozenset({match.volunteer.user_id, match.young_person.user_id}))
    if match.state not in TOGETHER:
        raise Refused("This match is looked after by nobody at this moment: it has not begun, or has ended.")
    if problem := _problem(thing, Part(taken_by), takers_of(match.scheme, held_by)):
        raise Refused(problem)
    return _handed(thing, match.scheme, held_by, Part(taken_by, note), by)


@transaction.atomic
def handovers_read(*, handovers, by) -> int:
    """Whoever took things over has read the notes; how many."""
    return handovers.filter(taken_by=by, read_at__isnull=True).update(read_at=timezone.now())


def _problem(thing: Thing, part: Part | None, takers) -> str:
    """Why this thing cannot go where it was to go; "" where it can."""
    if part is None:
        return "Something has come on since you opened this page. Look through it once more."
    if not may_take(thing, part.taken_by, takers.get(part.taken_by, ())):
        return f"{part.taken_by.name} cannot take this over. Choose somebody else."
    return ""


def _handed(thing: Thing, scheme, held_by, part: Part, by) -> Handover:
    if thing.match:
        not_one_of_two(thing.match.volunteer, thing.match.young_person, by)
    GIVES[thing.kind](thing.row, held_by, part.taken_by, by)
    handover = Handover.objects.create(
        scheme=scheme, kind=thing.kind, match=thing.match, volunteer=thing.mentor,
        held_by=held_by, taken_by=part.taken_by, handed_by=by, note=part.note,
    )  # fmt: skip
    audit_record(verb=f"handover.{thing.kind}", subject=handover, scheme=scheme, about=[held_by, part.taken_by], by=by)
    return handover


def _give_match(match, held_by, taken_by, _by) -> None:
    """With what was promised in its check-ins, a meeting at which somebody of the staff is to be, and keeping in touch
    through a pause."""
    match.co_ordinator = taken_by
    match.save(update_fields=["co_ordinator"])
    if held_by:
        promises_of(held_by, match.scheme).filter(match=match).update(to_do_by=taken_by)
        meetings_of(held_by, match.scheme).filter(match=match).update(staff=taken_by)
        open_pauses().filter(match=match, contact_by=held_by).update(contact_by=taken_by)


def _give_mentor(mentor, held_by, taken_by, by) -> None:
    if mentor.supervisor_id == held_by.pk:
        volunteer_edit(volunteer=mentor, changes={"supervisor": taken_by}, by=by)
    planned = supervisions_of(held_by, mentor.scheme).filter(volunteer=mentor)
    SupervisionGroup.objects.filter(supervisions__in=planned, led_by=held_by).update(led_by=taken_by)
    planned.update(supervisor=taken_by)
    SupervisionAction.objects.open().filter(owner=held_by, supervision__volunteer=mentor).update(owner=taken_by)


def _give_promise(check_in, _held_by, taken_by, _by) -> None:
    check_in.to_do_by = taken_by
    check_in.save(update_fields=["to_do_by"])


def _give_meeting(meeting, _held_by, taken_by, _by) -> None:
    meeting.staff = taken_by
    meeting.save(update_fields=["staff"])


def _give_pause(pause, _held_by, taken_by, _by) -> None:
    pause.contact_by = taken_by
    pause.save(update_fields=["contact_by"])


def _give_agreed(action, _held_by, taken_by, _by) -> None:
    action.owner = taken_by
    action.save(update_fields=["owner"])


def _give_plan(action, _held_by, taken_by, by) -> None:
    action.owner = taken_by
    plan_item_save(item=action, by=by)


GIVES = {
    Kind.MATCH: _give_match,
    Kind.MENTOR: _give_mentor,
    Kind.PROMISE: _give_promise,
    Kind.MEETING: _give_meeting,
    Kind.PAUSE: _give_pause,
    Kind.AGREED: _give_agreed,
    Kind.PLAN: _give_plan,
}
