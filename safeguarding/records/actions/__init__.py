"""Writes about what somebody asks of their record. Two people stand behind whatever is given."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.transitions import Refused
from safeguarding.records.actions.asked import NOBODY, answered_by, ask, move, note, take_back
from safeguarding.records.clock import months_after
from safeguarding.records.models import AccessDecision, AccessPause, AccessRequest, Correction
from safeguarding.records.queries import answerers_of, pause_of, to_read
from safeguarding.records.telling import step_tell, waiting_tell
from schemes.people.permissions import Permission

State, Outcome = AccessRequest.State, AccessDecision.Outcome
#: Days for which what is given can be taken from their own page.
OPEN_FOR = timedelta(days=30)
ONE_OPEN = _("They have asked already, and it is being put together.")


@transaction.atomic
def access_ask(
    *, scheme, user=None, volunteer=None, young_person=None, way="portal", asked_on=None, words="", by
) -> AccessRequest:
    """Somebody asks for everything held on them; on their own page, or staff write down that they asked. Its clock runs
    from the day they asked."""
    said = {"scheme": scheme, "user": user, "volunteer": volunteer, "young_person": young_person, "words": words}
    request = ask(AccessRequest, ONE_OPEN, way=way, asked_on=asked_on, **said, by=by)
    waiting_tell(request=request)
    return request


@transaction.atomic
def access_take_back(*, request, by) -> AccessRequest:
    return take_back(request, by)


@transaction.atomic
def access_read(*, request, by) -> None:
    """Somebody opens what is held: recorded before the page is served, or the page is not served."""
    note("read", request, by)


@transaction.atomic
def access_pause(*, request, what, words, by) -> AccessPause:
    """The clock stands still until the person answers; they read what is asked of them."""
    request = answered_by(request, by)
    if request.state != State.ASKED or pause_of(request):
        raise Refused("The clock does not run just now.")
    if not words.strip():
        raise Refused("Write down what you ask them.")
    pause = AccessPause.objects.create(request=request, what=what, words=words, began_on=timezone.localdate(), by=by)
    note("paused", request, by)
    step_tell(row=request, step="paused")
    return pause


@transaction.atomic
def access_resume(*, request, by) -> AccessRequest:
    """They answered: the clock goes on."""
    request = answered_by(request, by)
    pause = pause_of(request)
    if pause is None:
        raise Refused("The clock runs already.")
    pause.ended_on = timezone.localdate()
    pause.save(update_fields=["ended_on"])
    note("resumed", request, by)
    return request


@transaction.atomic
def access_longer(*, request, because, by) -> AccessRequest:
    """Two months more, for one that is complex: said within the first month, with the reason to the person."""
    request = answered_by(request, by)
    if request.state != State.ASKED or request.longer_said_on:
        raise Refused("It has more time already." if request.longer_said_on else "It is put together already.")
    if timezone.localdate() > months_after(request.asked_on, 1):
        raise Refused("More time has to be said within the first month, and that is over.")
    if not because.strip():
        raise Refused("Write down why it takes longer. They read it.")
    request.longer_because, request.longer_said_on = because, timezone.localdate()
    request.save(update_fields=["longer_because", "longer_said_on"])
    note("longer", request, by)
    step_tell(row=request, step="longer")
    return request


@transaction.atomic
def access_decide(*, request, decisions: list[dict], by) -> AccessRequest:
    """What becomes of some of the lines: {"line", "mark", "outcome", "reason", "left_out"} each."""
    request = answered_by(request, by, Permission.RECORD_READ)
    if request.state != State.ASKED:
        raise Refused("It is put together already. Take it back to change a line.")
    for said in decisions:
        reason = said["reason"] if said["outcome"] == Outcome.KEEP else ""
        if said["outcome"] == Outcome.KEEP and not reason:
            raise Refused("Say why a line is kept back.")
        if said["outcome"] == Outcome.PART and not said["left_out"].strip():
            raise Refused("Say which words are left out.")
        kept = {"mark": said["mark"], "outcome": said["outcome"], "reason": reason, "by": by}
        kept["left_out"] = said["left_out"] if said["outcome"] == Outcome.PART else ""
        AccessDecision.objects.update_or_create(request=request, line=said["line"], defaults=kept)
    note("decided", request, by, lines=len(decisions))
    return request


@transaction.atomic
def access_check(*, request, by) -> AccessRequest:
    """Every line is decided: a second person looks."""
    request = answered_by(request, by, Permission.RECORD_READ)
    if waiting := sum(sheaf.waiting for sheaf in to_read(request, by)):
        raise Refused(f"{waiting} lines are still to be read." if waiting > 1 else "One line is still to be read.")
    if pause_of(request):
        raise Refused("You still wait for an answer from them.")
    request = move(request, State.CHECKED, by)
    request.checked_by = by
    request.save(update_fields=["checked_by"])
    waiting_tell(request=request)
    return request


@transaction.atomic
def access_send_back(*, request, by) -> AccessRequest:
    """Something has to be looked at again."""
    request = move(answered_by(request, by), State.ASKED, by)
    request.checked_by = None
    request.save(update_fields=["checked_by"])
    return request


@transaction.atomic
def access_give(*, request, by) -> AccessRequest:
    """The second person says yes: from now on they can take it from their own page."""
    request = answered_by(request, by)
    if request.checked_by_id == by.pk:
        raise Refused("You read the lines, so somebody else has to say yes.")
    request = move(request, State.GIVEN, by)
    now = timezone.now()
    request.given_by, request.given_at, request.open_until = by, now, now + OPEN_FOR
    request.save(update_fields=["given_by", "given_at", "open_until"])
    step_tell(row=request, step="given")
    return request


@transaction.atomic
def access_taken(*, request, kind, by) -> None:
    """What was given leaves the system: by the person, or by staff for somebody without an account."""
    note("exported", request, by, **{"as": kind})


@transaction.atomic
def correction_ask(*, scheme, about, words, by) -> Correction:
    """Somebody says that something is wrong."""
    asked = Correction.objects.create(scheme=scheme, user=by, about=about, words=words, asked_on=timezone.localdate())
    if not answerers_of(asked):
        raise Refused(NOBODY)
    note("asked", asked, by)
    return asked


@transaction.atomic
def correction_answer(*, correction, outcome, answer, by) -> Correction:
    """Put right, or left as it is with their words beside it; the person reads why."""
    correction = answered_by(correction, by)
    if correction.outcome:
        raise Refused("It has been answered already.")
    if not answer.strip():
        raise Refused("Write down what you tell them.")
    correction.outcome, correction.answer = outcome, answer
    correction.answered_by, correction.answered_at = by, timezone.now()
    correction.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    note("answered", correction, by)
    step_tell(row=correction, step="answered")
    return correction
