"""Writes about volunteers and young people: how they are added, changed, and taken step by step on their way."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.audit.actions import audit_record
from mentoring.conventions import modules
from mentoring.transitions import Refused, locked, state_move
from mentoring.web.marks import Mark, reference_made
from schemes.people.approval import approval_missing
from schemes.people.downloads.reasons import WHY
from schemes.people.models import Referral, Volunteer, YoungPerson
from schemes.people.queries import paused_from
from schemes.people.reached import Reached, reached_by
from schemes.people.states import WHY_NEEDED

#: Set by a step, by joining a scheme, or once and for all.
NOT_EDITED = {"state", "reached", "ref", "scheme", "scheme_id"}
#: What says where somebody lives, however roughly.
PLACE = ("area", "outcode")


@transaction.atomic
def volunteer_add(*, scheme, by=None, **fields) -> Volunteer:
    """A volunteer enquired (or was brought over from a spreadsheet); nothing is checked yet."""
    _no_short_way(fields)
    volunteer = Volunteer.objects.create(scheme=scheme, **fields)
    volunteer.state_changes.create(to_state=volunteer.state, by=by)
    audit_record(verb="volunteer.added", subject=volunteer, scheme=scheme, about=[volunteer.user], by=by)
    return volunteer


@transaction.atomic
def volunteer_edit(*, volunteer, changes: dict, by) -> Volunteer:
    """Change what is known of a volunteer. (Behind an applicant's private link `by` is None.)"""
    not_oneself(volunteer, by)
    return _edit(volunteer, changes, by)


@transaction.atomic
def volunteer_move(*, volunteer, to: str, why: str = "", by) -> Volunteer:
    """Take a volunteer one lawful step on (lifecycle.md). What two people decide together is left to their record of
    it: the interview opens the checks, the suitability review approves (S9, S11)."""
    volunteer = locked(volunteer)
    not_oneself(volunteer, by)
    if volunteer.state == "suitability" and to in {"approved", "group-only"}:
        raise Refused("Two people decide this together. Write a suitability review; it moves them on.")
    if volunteer.state == "interviewing" and to == "vetting":
        raise Refused("The interview decides this. Write it down; “Go on” opens the checks.")
    came_from = paused_from(volunteer)
    if came_from and to in {"approved", "group-only"} and to != came_from:
        raise Refused("They come back as they were before the pause.")
    return volunteer_step(volunteer=volunteer, to=to, why=why, by=by)


def not_oneself(volunteer, by) -> None:
    """Staff who volunteer here too do not write on their own record."""
    if by and volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("This is your own record. Somebody else has to do this.")


def volunteer_step(*, volunteer, to: str, why: str = "", by) -> Volunteer:
    """The step itself, for the decision records that lead to it (suitability review, interview, application).

    Nobody arrives among the approved, also back from a pause, while any room still misses something (S9, S11).
    """
    with transaction.atomic():
        volunteer = locked(volunteer)
        is_lawful = to in volunteer.moves[volunteer.state]
        if is_lawful and (missing := approval_missing(volunteer, timezone.localdate(), to)):
            raise Refused(*missing)
        return volunteer_reached(volunteer=_step(volunteer, to, why, by), stage=reached_by([to]))


def volunteer_reached(*, volunteer, stage: Reached) -> Volunteer:
    """Keep the furthest stage that somebody ever reached; nobody falls back by withdrawing."""
    if stage > volunteer.reached:
        volunteer.reached = stage
        volunteer.save(update_fields=["reached"])
    return volunteer


@transaction.atomic
def young_person_add(*, scheme, referral: dict, by=None, **fields) -> YoungPerson:
    """A young person was referred or came by themselves; `referral` holds the fields of the Referral."""
    _no_short_way(fields)
    young_person = YoungPerson.objects.create(scheme=scheme, **fields)
    young_person.state_changes.create(to_state=young_person.state, by=by)
    Referral.objects.create(scheme=scheme, young_person=young_person, named=young_person.name, **referral)
    audit_record(verb="youngperson.added", subject=young_person, scheme=scheme, about=[young_person.user], by=by)
    return young_person


@transaction.atomic
def young_person_edit(*, young_person, changes: dict, by) -> YoungPerson:
    """Change what is known of a young person."""
    if any(changes.get(name) for name in PLACE) and where_is_secret(young_person):
        raise Refused(
            _("Where {name} lives is kept secret, so it is not written here.").format(name=young_person.first_name)
        )
    return _edit(young_person, changes, by)


@transaction.atomic
def young_person_move(*, young_person, to: str, why: str = "", by) -> YoungPerson:
    """Take a young person one lawful step on (lifecycle.md). Going on the waiting list is their own yes, dated."""
    moved = _step(young_person, to, why, by)
    if to == YoungPerson.State.WAITING:
        moved = _edit(moved, {"still_wants_mentor_on": timezone.localdate()}, by)
    return moved


@transaction.atomic
def list_download_note(*, scheme, noun: str, number: int, why: str, file_kind: str, by) -> Mark:
    """A list of people leaves as a file: the trail says who took it, what for, and how many were on it. What stands on
    the file."""
    mark = Mark(by.name, timezone.now(), reference_made(), dict(WHY)[why])
    said = {"n": number, "why": why, "as": file_kind, "ref": mark.reference}
    audit_record(verb=f"{noun}.downloaded", subject=scheme, scheme=scheme, details=said, by=by)
    return mark


def where_is_secret(young_person) -> bool:
    """As a room above says (`hiding.py`)."""
    return any(room.where_is_secret(young_person) for room in modules("hiding"))


def _step(person, to: str, why: str, by):
    if to in WHY_NEEDED and not why.strip():
        raise Refused("Say why in a few words; it stays with the record.")
    return state_move(
        row=person, to=to, moves=type(person).moves, changes="state_changes", why=why, about=[person.user], by=by
    )


def _no_short_way(fields) -> None:
    """Where somebody stands and where they belong is no detail to fill in: it is a step, or a new record."""
    if NOT_EDITED & set(fields):
        raise Refused("Where somebody stands is changed step by step, not by filling it in.")


def _edit(person, changes: dict, by):
    _no_short_way(changes)
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
