"""Writes about a concern: raised by anyone, carried on by leads. Entries are added; nothing is changed or removed."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from safeguarding.actions import guarded_open
from safeguarding.concerns.bank_holidays import ENGLAND_AND_WALES
from safeguarding.concerns.clock import acknowledge_by
from safeguarding.concerns.models import Concern, ConcernEntry, ConcernReferral, ConcernSubject, Hold
from safeguarding.concerns.queries import subject_users
from safeguarding.concerns.telling.actions import raised_tell
from schemes.people.actions import leads_group
from schemes.people.models import Volunteer

KEEPS_HOLIDAYS = {"england", "wales"}


@transaction.atomic
def concern_raise(
    *,
    scheme,
    happened,
    immediate_danger=False,
    about_words="",
    own_words="",
    opinion="",
    done_so_far="",
    happened_on=None,
    about_users=(),
    arose_at="",
    by,
) -> Concern:
    """Something worrying was said aloud. The leads are told at once, less those it is about."""
    days_off = ENGLAND_AND_WALES if scheme.nation in KEEPS_HOLIDAYS else ()
    concern = Concern.objects.create(
        scheme=scheme,
        raised_by=by,
        immediate_danger=immediate_danger,
        happened=happened,
        about_words=about_words,
        own_words=own_words,
        opinion=opinion,
        done_so_far=done_so_far,
        happened_on=happened_on,
        arose_at=arose_at,
        acknowledge_by=acknowledge_by(timezone.localtime(), danger=immediate_danger, days_off=days_off),
    )
    concern.state_changes.create(to_state=concern.state, by=by)
    for user in about_users:
        ConcernSubject.objects.create(concern=concern, user=user)
    guarded_open(record=concern, to=leads_group(scheme))
    audit_record(verb="concern.raised", subject=concern, scheme=scheme, by=by)
    raised_tell(concern=concern)
    return concern


@transaction.atomic
def concern_read(*, concern, how="read", by) -> None:
    """Somebody opens a concern: recorded before the page is served, or the page is not served."""
    audit_record(verb=f"concern.{how}", subject=concern, scheme=concern.scheme, by=by)


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
def concern_triage(*, concern, triage, words, by) -> Concern:
    """What is needed: nothing more, support, or others who have to know."""
    concern = move(concern, Concern.State.TRIAGED, by)
    concern.triage = triage
    concern.save(update_fields=["triage"])
    entry(concern, ConcernEntry.Kind.ACTION, f"{concern.get_triage_display()}. {words}", by)
    return concern


@transaction.atomic
def concern_refer(*, concern, to, to_whom, reference="", referred_at, by) -> ConcernReferral:
    """Handed on to children's social care, adult safeguarding, the police, the LADO; more than once if need be."""
    if referred_at > timezone.now():
        raise Refused("That time has not come yet. Check when it was referred.")
    concern = locked(concern)
    if concern.state != Concern.State.REFERRED:
        concern = move(concern, Concern.State.REFERRED, by)
    referral = ConcernReferral.objects.create(
        concern=concern, to=to, to_whom=to_whom, reference=reference, referred_at=referred_at, by=by
    )
    under = f", reference {reference}" if reference else ""
    entry(concern, ConcernEntry.Kind.REFERRAL, f"{referral.get_to_display()}: {to_whom}{under}", by)
    return referral


@transaction.atomic
def concern_close(*, concern, outcome, learning, by) -> Concern:
    """Closed with what came of it and what was learned; not by the one who raised it (security row 18)."""
    if concern.raised_by_id == by.pk:
        raise Refused("You raised this concern. Another lead has to close it.")
    if not outcome.strip() or not learning.strip():
        raise Refused("Write down what came of it and what was learned.")
    concern = move(concern, Concern.State.CLOSED, by)
    concern.outcome, concern.learning = outcome, learning
    concern.save(update_fields=["outcome", "learning"])
    return concern


@transaction.atomic
def concern_subject_add(*, concern, by, user=None, volunteer=None, young_person=None) -> ConcernSubject:
    """Name somebody a concern is about: from this moment they cannot see it, whatever their role."""
    found, is_new = ConcernSubject.objects.get_or_create(
        concern=concern, user=user, volunteer=volunteer, young_person=young_person
    )
    if is_new:
        entry(concern, ConcernEntry.Kind.FACT, f"This concern is about {found}.", by)
    return found


@transaction.atomic
def hold_place(*, volunteer, concern=None, by) -> Hold:
    """From now on this mentor is introduced to nobody, until the hold is lifted."""
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("This is about you. Another lead has to decide.")
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
    """One lawful step of a concern, by somebody it is not about."""
    if by.pk in subject_users(concern):
        raise Refused("You cannot do this.")
    return state_move(row=concern, to=to, moves=Concern.moves, changes="state_changes", by=by)


def entry(concern, kind, words, by) -> ConcernEntry:
    added = ConcernEntry.objects.create(concern=concern, kind=kind, words=words, by=by)
    audit_record(verb="concern.entry_added", subject=concern, scheme=concern.scheme, details={"kind": kind}, by=by)
    return added
