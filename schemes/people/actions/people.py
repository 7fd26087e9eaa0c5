"""Writes about volunteers and young people: how they are added, changed, and taken step by step on their way."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from schemes.people.models import Referral, Volunteer, YoungPerson
from schemes.people.queries import paused_from
from schemes.people.states import WHY_NEEDED


@transaction.atomic
def volunteer_add(*, scheme, by=None, **fields) -> Volunteer:
    """A volunteer enquired (or was brought over from a spreadsheet); nothing is checked yet."""
    volunteer = Volunteer.objects.create(scheme=scheme, **fields)
    volunteer.state_changes.create(to_state=volunteer.state, by=by)
    audit_record(verb="volunteer.added", subject=volunteer, scheme=scheme, about=[volunteer.user], by=by)
    return volunteer


@transaction.atomic
def volunteer_edit(*, volunteer, changes: dict, by) -> Volunteer:
    """Change what is known of a volunteer."""
    return _edit(volunteer, changes, by)


@transaction.atomic
def volunteer_move(*, volunteer, to: str, why: str = "", by) -> Volunteer:
    """Take a volunteer one lawful step on (lifecycle.md). Approval is left to the suitability review, by two people."""
    volunteer = locked(volunteer)
    if volunteer.state == "suitability" and to in {"approved", "group-only"}:
        raise Refused("Two people decide this together. Write a suitability review; it moves them on.")
    came_from = paused_from(volunteer)
    if came_from and to in {"approved", "group-only"} and to != came_from:
        raise Refused("They come back as they were before the pause.")
    return volunteer_step(volunteer=volunteer, to=to, why=why, by=by)


def volunteer_step(*, volunteer, to: str, why: str = "", by) -> Volunteer:
    """The step itself, for the decision records that lead to it (suitability review, interview, application)."""
    return _step(volunteer, to, why, by)


@transaction.atomic
def young_person_add(*, scheme, referral: dict, by=None, **fields) -> YoungPerson:
    """A young person was referred or came by themselves; `referral` holds the fields of the Referral."""
    young_person = YoungPerson.objects.create(scheme=scheme, **fields)
    young_person.state_changes.create(to_state=young_person.state, by=by)
    Referral.objects.create(scheme=scheme, young_person=young_person, **referral)
    audit_record(verb="youngperson.added", subject=young_person, scheme=scheme, about=[young_person.user], by=by)
    return young_person


@transaction.atomic
def young_person_edit(*, young_person, changes: dict, by) -> YoungPerson:
    """Change what is known of a young person."""
    return _edit(young_person, changes, by)


@transaction.atomic
def young_person_move(*, young_person, to: str, why: str = "", by) -> YoungPerson:
    """Take a young person one lawful step on (lifecycle.md). Going on the waiting list is their own yes, dated."""
    moved = _step(young_person, to, why, by)
    if to == YoungPerson.State.WAITING:
        moved = _edit(moved, {"still_wants_mentor_on": timezone.localdate()}, by)
    return moved


@transaction.atomic
def people_download_note(*, scheme, model, number: int, by) -> None:
    """A list of people left as a file: the trail says who took it and how many were on it."""
    audit_record(
        verb=f"{model._meta.model_name}.downloaded", subject=scheme, scheme=scheme, details={"n": number}, by=by
    )


def _step(person, to: str, why: str, by):
    if to in WHY_NEEDED and not why.strip():
        raise Refused("Say why in a few words; it stays with the record.")
    return state_move(
        row=person, to=to, moves=type(person).moves, changes="state_changes", why=why, about=[person.user], by=by
    )


def _edit(person, changes: dict, by):
    person = locked(person)
    for name, value in changes.items():
        setattr(person, name, value)
    person.save(update_fields=list(changes))
    audit_record(
        verb=f"{person._meta.model_name}.edited",
        subject=person,
        scheme=person.scheme,
        about=[person.user],
        details={"fields": sorted(changes)},
        by=by,
    )
    return person
