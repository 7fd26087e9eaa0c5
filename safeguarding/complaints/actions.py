"""Writes about a complaint: made by anyone, seen to by those it is not about. Entries are added; nothing is changed."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from safeguarding.complaints.clock import ANSWERED_IN, TAKEN_ON_IN, working_days_after
from safeguarding.complaints.models import Complaint, ComplaintEntry, ComplaintSubject
from safeguarding.complaints.queries import complaint_handlers, complaint_readers, fresh_eyes, roles_held, would_read
from safeguarding.complaints.reading import LOOK_AGAIN
from safeguarding.complaints.telling import step_tell, waiting_tell
from safeguarding.concerns.actions import concern_raise
from safeguarding.concerns.bank_holidays import days_off
from safeguarding.concerns.models import Concern
from schemes.people.permissions import Role

Kind, State = ComplaintEntry.Kind, Complaint.State
FIRST = "First give somebody else the role of manager or safeguarding lead."
NOBODY_LEFT = (
    "Nobody is left here who could read this: it is about them, or you asked us to keep it from them. "
    "You can take it to your council’s complaints team, or to an advocate. They are not part of this scheme."
)


@transaction.atomic
def complaint_make(
    *, scheme, wants, words, hoped_for="", about_words="", about_users=(), is_independent=True, by
) -> Complaint:
    """Somebody is not content, or wants their match looked at. Whoever may read it is told at once."""
    if not would_read(scheme, is_independent=is_independent, apart_from={by, *about_users}):
        raise Refused(NOBODY_LEFT)
    complaint = Complaint.objects.create(
        scheme=scheme,
        made_by=by,
        wants=wants,
        words=words,
        hoped_for=hoped_for,
        about_words=about_words,
        is_independent=is_independent,
        acknowledge_by=in_working_days(scheme, TAKEN_ON_IN),
    )
    complaint.state_changes.create(to_state=complaint.state, by=by)
    for user in about_users:
        ComplaintSubject.objects.create(complaint=complaint, user=user)
    audit_record(verb="complaint.made", subject=complaint, scheme=scheme, by=by)
    waiting_tell(complaint=complaint)
    return complaint


@transaction.atomic
def complaint_read(*, complaint, by) -> None:
    """Somebody opens it: recorded before the page is served, or the page is not served."""
    audit_record(verb="complaint.read", subject=complaint, scheme=complaint.scheme, by=by)


@transaction.atomic
def complaint_take_on(*, complaint, by) -> Complaint:
    """Somebody has read it and owes an answer. Whoever complained is told who it is."""
    complaint = handled_by(complaint, by)
    again = complaint.state == State.FURTHER
    complaint = move(complaint, State.LOOKED_AGAIN if again else State.TAKEN_ON, by)
    complaint.answer_by = in_working_days(complaint.scheme, ANSWERED_IN)
    complaint.save(update_fields=["answer_by"])
    return complaint


@transaction.atomic
def complaint_note_add(*, complaint, words, by) -> ComplaintEntry:
    """What was found out, for those who see to it. A mistake is put right by another line."""
    complaint = handled_by(complaint, by)
    if not words.strip():
        raise Refused("Write down what you want to add.")
    return entry(complaint, Kind.NOTE, words, by)


@transaction.atomic
def complaint_answer(*, complaint, words, by) -> Complaint:
    """What came of it, in plain words to the person themselves."""
    complaint = handled_by(complaint, by)
    if not words.strip():
        raise Refused("Write the answer down.")
    entry(complaint, Kind.ANSWER, words, by)
    again = complaint.state == State.LOOKED_AGAIN
    return move(complaint, State.ANSWERED_AGAIN if again else State.ANSWERED, by)


@transaction.atomic
def complaint_settle(*, complaint, by) -> Complaint:
    """Whoever complained is content with the answer."""
    own(complaint, by)
    return move(complaint, State.SETTLED, by)


@transaction.atomic
def complaint_take_further(*, complaint, words="", by) -> Complaint:
    """They are not content: a manager or a lead who had no part in it looks again."""
    own(complaint, by)
    if not fresh_eyes(complaint):
        raise Refused(NOBODY_LEFT)
    complaint = move(complaint, State.FURTHER, by)
    complaint.further_at = timezone.now()
    complaint.acknowledge_by, complaint.answer_by = in_working_days(complaint.scheme, TAKEN_ON_IN), None
    complaint.save(update_fields=["further_at", "acknowledge_by", "answer_by"])
    if words.strip():
        entry(complaint, Kind.AGAIN, words, by)
    waiting_tell(complaint=complaint)
    return complaint


@transaction.atomic
def complaint_subject_add(*, complaint, user, by) -> ComplaintSubject:
    """It turns out to be about somebody who works here: from this moment they cannot see it."""
    complaint = handled_by(complaint, by)
    may_name(complaint, user, by)
    found, is_new = ComplaintSubject.objects.get_or_create(complaint=complaint, user=user)
    if is_new:
        entry(complaint, Kind.ABOUT, f"This is about {user.name}, who can no longer read it.", by)
        if complaint.due_on:
            waiting_tell(complaint=complaint)
    return found


@transaction.atomic
def complaint_hand_on(*, complaint, by) -> Concern:
    """Somebody may not be safe: the lead gets it as a concern, in the person's own words. The complaint goes on."""
    read_by(complaint, by)
    complaint = locked(complaint)
    if complaint.concern_id:
        raise Refused("The safeguarding lead has it already.")
    concern = concern_raise(
        scheme=complaint.scheme,
        happened=complaint.words,
        about_words=complaint.about_words,
        about_users=[subject.user for subject in complaint.subjects.select_related("user")],
        arose_at=f"safeguarding.complaint:{complaint.pk}",
        complaint=complaint,
        by=by,
    )
    entry(complaint, Kind.HANDED_ON, "The safeguarding lead was told at once.", by)
    return concern


def in_working_days(scheme, number):
    return working_days_after(timezone.localdate(), number, days_off=days_off(scheme.nation))


def read_by(complaint, by) -> None:
    if by not in complaint_readers(complaint):
        raise Refused("You cannot do this.")


def handled_by(complaint, by) -> Complaint:
    """The row as it stands now, locked: the second time, others see to it than the first."""
    complaint = locked(complaint)
    read_by(complaint, by)
    if by not in complaint_handlers(complaint):
        raise Refused("You had a part in the first answer. Somebody else has to look again.")
    return complaint


def may_name(complaint, user, by) -> None:
    """Naming somebody is no way to block it (P8): somebody reads it afterwards, and somebody new can look again."""
    held, left = roles_held(complaint.scheme), set(complaint_readers(complaint)) - {user}
    if user != by and Role.COORDINATOR in held[by] and held.get(user, set()) & LOOK_AGAIN:
        raise Refused("You co-ordinate, so a manager or a safeguarding lead has to name this person.")
    if not left:
        raise Refused(f"Then nobody could read it. {FIRST}")
    again = set(fresh_eyes(complaint))
    if user in again and not again - ({user} if complaint.further_at else {user, by}):
        raise Refused(f"Then nobody new could look at it again. {FIRST}")


def own(complaint, by) -> None:
    if complaint.made_by_id != by.pk:
        raise Refused("You cannot do this.")


def move(complaint, to, by) -> Complaint:
    """One lawful step; whoever complained hears of those that others take."""
    complaint = state_move(row=complaint, to=to, moves=Complaint.moves, changes="state_changes", by=by)
    if by.pk != complaint.made_by_id:
        step_tell(step=complaint.state_changes.select_related("complaint__scheme").get(to_state=to))
    return complaint


def entry(complaint, kind, words, by) -> ComplaintEntry:
    added, scheme = ComplaintEntry.objects.create(complaint=complaint, kind=kind, words=words, by=by), complaint.scheme
    audit_record(verb="complaint.entry_added", subject=complaint, scheme=scheme, details={"kind": kind}, by=by)
    return added
