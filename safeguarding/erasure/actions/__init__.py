"""Writes about being forgotten. Two people stand behind it, neither of them the one whom it is about."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused
from safeguarding.erasure.actions.clearing import person_clear
from safeguarding.erasure.models import Erasure, LegalHold
from safeguarding.erasure.queries import in_the_way, kept_keys, of_person
from safeguarding.erasure.telling import waiting_tell
from safeguarding.records.actions.asked import answered_by, ask, move, note, take_back
from safeguarding.records.queries import answerers_of, person_asked_about

State = Erasure.State
ONE_OPEN = _("They have asked already, and it is being looked at.")


@transaction.atomic
def erasure_ask(
    *, scheme, user=None, volunteer=None, young_person=None, way="portal", asked_on=None, words="", by
) -> Erasure:
    """Somebody asks to be forgotten; on their own page, or staff write down that they asked, or that its time is over.
    The clock runs from the day they asked."""
    said = {"scheme": scheme, "user": user, "volunteer": volunteer, "young_person": young_person, "words": words}
    erasure = ask(Erasure, ONE_OPEN, way=way, asked_on=asked_on, **said, by=by)
    waiting_tell(erasure=erasure)
    return erasure


@transaction.atomic
def erasure_take_back(*, erasure, by) -> Erasure:
    return take_back(erasure, by)


@transaction.atomic
def erasure_read(*, erasure, by) -> None:
    """Recorded before the page is served, or the page is not served."""
    note("read", erasure, by)


@transaction.atomic
def erasure_decide(*, erasure, stays: dict, by) -> Erasure:
    """stays: key of a class → key of the reason for which it stays although no law says so of all of its kind."""
    erasure = answered_by(erasure, by)
    erasure = move(erasure, State.DECIDED, by)
    erasure.stays, erasure.decided_by = stays, by
    erasure.save(update_fields=["stays", "decided_by"])
    waiting_tell(erasure=erasure)
    return erasure


@transaction.atomic
def erasure_send_back(*, erasure, by) -> Erasure:
    erasure = move(answered_by(erasure, by), State.ASKED, by)
    erasure.decided_by = None
    erasure.save(update_fields=["decided_by"])
    return erasure


@transaction.atomic
def erasure_refuse(*, erasure, because, by) -> Erasure:
    """It is not done; they read why, and that they can go to the regulator."""
    erasure = answered_by(erasure, by)
    if not because.strip():
        raise Refused("Write down why. They read it.")
    erasure = move(erasure, State.REFUSED, by)
    erasure.refused_because = because
    erasure.save(update_fields=["refused_because"])
    return erasure


@transaction.atomic
def erasure_carry_out(*, erasure, by) -> Erasure:
    """The second person says yes, and it is done: all of it or nothing, in this transaction."""
    erasure = answered_by(erasure, by)
    if erasure.decided_by_id == by.pk:
        raise Refused("You decided what goes, so somebody else has to say yes.")
    person = person_asked_about(erasure)
    if reasons := in_the_way(person):
        raise Refused(*reasons)
    erasure.agreed_by, erasure.done_at = by, timezone.now()
    erasure.save(update_fields=["agreed_by", "done_at"])
    stays = kept_keys(erasure)
    who = identity_of(person) if stays else {}
    if not stays:
        Erasure.objects.filter(of_person(person), scheme=erasure.scheme).update(who={})
    gone = person_clear(person, stays)
    erasure = move(erasure, State.DONE, by)
    erasure.who = who
    erasure.save(update_fields=["who"])
    note("carried-out", erasure, by, rows=sum(gone.values()), stays=sorted(stays))
    return erasure


def identity_of(person) -> dict:
    """Under which what the law keeps can be found again; for a lead alone."""
    records = [*person.volunteers, *person.young_people]
    born = next((record.born_on for record in records if record.born_on), None)
    return {"name": person.name, "born_on": born and born.isoformat()}


@transaction.atomic
def legal_hold_place(*, scheme, user=None, volunteer=None, young_person=None, reason, review_on, by) -> LegalHold:
    """Nothing of them goes until it has ended."""
    if review_on <= timezone.localdate():
        raise Refused("Look again on a day that is still to come.")
    hold = LegalHold.objects.create(
        scheme=scheme, user=user, volunteer=volunteer, young_person=young_person,
        reason=reason, review_on=review_on, placed_by=by,
    )  # fmt: skip
    if by not in answerers_of(hold):
        raise Refused("You cannot do this.")
    hold_note("placed", hold, by)
    return hold


@transaction.atomic
def legal_hold_end(*, hold, because, by) -> LegalHold:
    hold = answered_by(hold, by)
    if hold.ended_at:
        raise Refused("It has ended already.")
    if not because.strip():
        raise Refused("Write down why it ends.")
    hold.ended_because, hold.ended_by, hold.ended_at = because, by, timezone.now()
    hold.save(update_fields=["ended_because", "ended_by", "ended_at"])
    hold_note("ended", hold, by)
    return hold


def hold_note(did: str, hold, by) -> None:
    """Not under the name of whom it is about: who looked at their record is theirs to read, and this is not."""
    audit_record(verb=f"legalhold.{did}", subject=hold, scheme=hold.scheme, by=by)
