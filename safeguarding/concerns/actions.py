"""Writes about a concern: raised by anyone, carried on by leads. Entries are added; nothing is changed or removed."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from safeguarding.actions import guarded_open
from safeguarding.concerns.bank_holidays import days_off
from safeguarding.concerns.clock import acknowledge_by, working_day_after
from safeguarding.concerns.models import Concern, ConcernEntry, ConcernSubject, Hold
from safeguarding.concerns.queries import shut_out
from safeguarding.concerns.telling.actions import raised_tell
from schemes.people.actions import leads_group
from schemes.people.models import Volunteer


@transaction.atomic
def concern_raise(
    *,
    scheme,
    happened,
    immediate_danger=False,
    about_words="",
    own_words="",
    opinion="",
    body_marks=(),
    done_so_far="",
    happened_on=None,
    about_users=(),
    arose_at="",
    complaint=None,
    by,
) -> Concern:
    """Something worrying was said aloud. The leads are told at once, less those it is about.

    `complaint` is the one it is handed on from: whoever made it told this, and those shut out of it stay shut out.
    """
    now, off = timezone.localtime(), days_off(scheme.nation)
    concern = Concern.objects.create(
        scheme=scheme,
        raised_by=complaint.made_by if complaint else by,
        immediate_danger=immediate_danger,
        happened=happened,
        about_words=about_words,
        own_words=own_words,
        opinion=opinion,
        body_marks=list(body_marks),
        done_so_far=done_so_far,
        happened_on=happened_on,
        arose_at=arose_at,
        acknowledge_by=acknowledge_by(now, danger=immediate_danger, days_off=off),
        decide_by=working_day_after(now, days_off=off),
    )
    concern.state_changes.create(to_state=concern.state, by=by)
    for user in about_users:
        ConcernSubject.objects.create(concern=concern, user=user)
    if about_users:
        officer_clock_start(concern)
        for volunteer in Volunteer.objects.filter(scheme=scheme, user__in=about_users):
            hold_open(volunteer=volunteer, concern=concern, by=by)
    if complaint:
        complaint.concern = concern
        complaint.save(update_fields=["concern"])
    guarded_open(record=concern, to=leads_group(scheme))
    audit_record(verb="concern.raised", subject=concern, scheme=scheme, by=by)
    raised_tell(concern=concern)
    return concern


@transaction.atomic
def concern_read(*, concern, by) -> None:
    """Somebody opens a concern: recorded before the page is served, or the page is not served."""
    audit_record(verb="concern.read", subject=concern, scheme=concern.scheme, by=by)


@transaction.atomic
def concern_print(*, concern, prepared_for, purpose, by, reference: str) -> ConcernEntry:
    """It leaves the house on paper: for whom and why stands in its history before the paper is made, and the reference
    that is in the foot of each page."""
    audit_record(verb="concern.printed", subject=concern, scheme=concern.scheme, details={"ref": reference}, by=by)
    words = f"Printed for {prepared_for}. Why: {purpose} (reference {reference})"
    return entry(concern, ConcernEntry.Kind.ACTION, words, by)


@transaction.atomic
def concern_acknowledge(*, concern, by) -> Concern:
    """A lead has read it and takes it on."""
    concern = move(concern, Concern.State.ACKNOWLEDGED, by)
    concern.acknowledged_at = timezone.now()
    concern.save(update_fields=["acknowledged_at"])
    return concern


@transaction.atomic
def concern_entry_add(*, concern, kind, words, by) -> ConcernEntry:
    """One more line of the chronology; a mistake is put right by another line."""
    if not words.strip():
        raise Refused("Write down what you want to add.")
    return entry(concern, kind, words, by)


@transaction.atomic
def concern_subject_add(*, concern, by, user=None, volunteer=None, young_person=None) -> ConcernSubject:
    """Name somebody a concern is about: from this moment they cannot see it, whatever their role."""
    found, is_new = ConcernSubject.objects.get_or_create(
        concern=concern, user=user, volunteer=volunteer, young_person=young_person
    )
    if is_new:
        entry(concern, ConcernEntry.Kind.FACT, f"This concern is about {found}.", by)
        if user or volunteer:
            officer_clock_start(concern)
            named = Q(user=user) if user else Q(pk=volunteer.pk)
            for one in Volunteer.objects.filter(named, scheme=concern.scheme):
                hold_open(volunteer=one, concern=concern, by=by)
    return found


def officer_clock_start(concern) -> None:
    """It is about a mentor or a member of staff: the designated officer hears within one working day, counted from
    when that was known. Somebody else who is named after they were told sets the clock going again."""
    if concern.officer_by is None or concern.officer_settled_at:
        off = days_off(concern.scheme.nation)
        concern.officer_by = working_day_after(timezone.localtime(), days_off=off)
        concern.officer_settled_at, concern.no_officer_why = None, ""
        concern.save(update_fields=["officer_by", "officer_settled_at", "no_officer_why"])


@transaction.atomic
def hold_place(*, volunteer, concern=None, by) -> Hold:
    """From now on this mentor is introduced to nobody, until the hold is lifted."""
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("This is about you. Another lead has to decide.")
    return hold_open(volunteer=volunteer, concern=concern, by=by)


def hold_open(*, volunteer, concern, by) -> Hold:
    """Placed by itself where an open concern names a mentor; a lead lifts it by decision."""
    Volunteer.objects.select_for_update().get(pk=volunteer.pk)
    standing = Hold.objects.open().filter(volunteer=volunteer, concern=concern).first()
    if standing:
        return standing
    hold = Hold.objects.create(scheme=volunteer.scheme, volunteer=volunteer, concern=concern, placed_by=by)
    audit_record(verb="hold.placed", subject=hold, scheme=hold.scheme, by=by)
    if concern:
        entry(concern, ConcernEntry.Kind.HOLD, f"{volunteer} is introduced to nobody for now.", by)
    return hold


@transaction.atomic
def hold_sessions(*, hold, stops: bool, why, by) -> Hold:
    """By decision, with its reasons: this mentor meets nobody for now, or may again."""
    hold = locked(hold)
    if hold.volunteer.user_id and hold.volunteer.user_id == by.pk:
        raise Refused("This is about you. Another lead has to decide.")
    if hold.lifted_at:
        raise Refused("This hold was lifted already.")
    if not why.strip():
        raise Refused("Write down why.")
    if hold.stops_sessions != stops:
        hold.stops_sessions = stops
        hold.save(update_fields=["stops_sessions"])
        audit_record(
            verb="hold.sessions_stopped" if stops else "hold.sessions_freed", subject=hold, scheme=hold.scheme, by=by
        )
        if hold.concern:
            words = "meets nobody for now" if stops else "may meet again those they are matched with"
            entry(hold.concern, ConcernEntry.Kind.HOLD, f"{hold.volunteer} {words}. Why: {why}", by)
    return hold


@transaction.atomic
def hold_lift(*, hold, by) -> Hold:
    """Free again."""
    hold = locked(hold)
    if hold.volunteer.user_id and hold.volunteer.user_id == by.pk:
        raise Refused("This is about you. Another lead has to decide.")
    if hold.lifted_at:
        raise Refused("This hold was lifted already.")
    hold.lifted_at, hold.lifted_by = timezone.now(), by
    hold.save(update_fields=["lifted_at", "lifted_by"])
    audit_record(verb="hold.lifted", subject=hold, scheme=hold.scheme, by=by)
    if hold.concern:
        entry(hold.concern, ConcernEntry.Kind.HOLD, f"{hold.volunteer} may be introduced again.", by)
    return hold


def move(concern, to, by) -> Concern:
    """One lawful step of a concern, by somebody who is not shut out of it."""
    if by.pk in shut_out(concern):
        raise Refused("You cannot do this.")
    return state_move(row=concern, to=to, moves=Concern.moves, changes="state_changes", by=by)


def entry(concern, kind, words, by) -> ConcernEntry:
    added = ConcernEntry.objects.create(concern=concern, kind=kind, words=words, by=by)
    audit_record(verb="concern.entry_added", subject=concern, scheme=concern.scheme, details={"kind": kind}, by=by)
    return added
