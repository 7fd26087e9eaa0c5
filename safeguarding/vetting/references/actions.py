"""Writes about references: asked by link or phone, kept as typed, sent once; a worry is decided on (S9)."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.notices.actions import letter_drop
from mentoring.transitions import Refused, locked
from safeguarding.vetting.actions import check_receive, not_oneself, not_own_referee, note
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.references.models import Reference, ReferenceLink, ReferenceQuestion
from safeguarding.vetting.references.queries import questions_of, references_to_remind
from safeguarding.vetting.references.questions import in_words, worrying
from schemes.people.mail import link_mail
from schemes.people.tokens import new_token, token_hash

OPEN_DAYS = 42
MAIL = "reference"


@transaction.atomic
def reference_ask(*, check, by) -> tuple[Reference, str]:
    """Send the referee their private link; asked again, what was typed stays and older links stop working."""
    check = locked(check)
    not_oneself(check.volunteer, by)
    _still_waited_for(check)
    if not check.referee_email:
        raise Refused("There is no e-mail address of the referee. Ask by phone, or ask for the check again with one.")
    not_own_referee(check.volunteer, check.referee_email, check)
    now = timezone.now()
    reference, _ = Reference.objects.get_or_create(check_of=check, defaults={"asked_at": now, "expires_at": now})
    reference.asked_at, reference.reminded, reference.withdrawn_at = now, 0, None
    reference.expires_at = now + timedelta(days=OPEN_DAYS)
    reference.save(update_fields=["asked_at", "reminded", "withdrawn_at", "expires_at"])
    reference.links.all().delete()
    note("reference.asked", check, by)
    return reference, _link_send(reference)


def _link_send(reference) -> str:
    """A letter with a link of its own; the token is not kept."""
    token = new_token()
    ReferenceLink.objects.create(reference=reference, token_hash=token_hash(token))
    check = reference.check_of
    link_mail(
        to=check.referee_email,
        subject="A reference you were asked for",
        template=MAIL,
        about=reference,
        referee=check.referee_name,
        applicant=check.volunteer.name,
        scheme=check.volunteer.scheme,
        until=reference.expires_at,
        reminder=reference.reminded > 0,
        url=settings.SITE_URL + reverse("safeguarding:reference_give", args=[token]),
    )
    return token


def _still_waited_for(check) -> None:
    if check.kind != VettingCheck.Kind.REFERENCE:
        raise Refused("This check is no reference.")
    if check.received_on or check.decision:
        raise Refused("This reference has come back already.")


@transaction.atomic
def reference_withdraw(*, reference, by) -> Reference:
    """Take the link back: it opens nothing from now on, and what was typed behind it goes."""
    reference = locked(reference)
    not_oneself(reference.volunteer, by)
    if reference.given_at:
        raise Refused("This reference has come back already.")
    reference.withdrawn_at, reference.typed = timezone.now(), {}
    reference.save(update_fields=["withdrawn_at", "typed"])
    reference.links.all().delete()
    letter_drop(about=[reference], kind=MAIL)
    note("reference.withdrawn", reference.check_of, by)
    return reference


@transaction.atomic
def reference_save(*, reference, typed: dict, by=None) -> None:
    """Keep what the referee typed, right or wrong, so that nothing is lost."""
    reference = locked(reference)
    _open(reference)
    reference.typed = typed
    reference.save(update_fields=["typed"])


@transaction.atomic
def reference_send(*, reference, answers: dict[str, str], by=None) -> Reference:
    """The referee is done: once, and the link is dead."""
    reference = locked(reference)
    _open(reference)
    return _given(reference, answers, None)


@transaction.atomic
def reference_take(*, check, answers: dict[str, str], by) -> Reference:
    """Somebody of the staff rang the referee and typed in what they said; the record names who."""
    check, now = locked(check), timezone.now()
    not_oneself(check.volunteer, by)
    _still_waited_for(check)
    reference, _ = Reference.objects.get_or_create(check_of=check, defaults={"asked_at": now, "expires_at": now})
    return _given(reference, answers, by)


def _open(reference) -> None:
    if not reference.is_open(timezone.now()):
        raise Refused("This reference has been sent already, or the link has run out.")


def _given(reference, answers: dict[str, str], by) -> Reference:
    """Keep the answers beside the questions they were given to; the check has come back."""
    questions = questions_of(reference.volunteer.scheme)
    reference.given = [list(pair) for pair in in_words(questions, answers)]
    reference.has_worry = worrying(questions, answers)
    reference.given_at, reference.taken_by, reference.typed = timezone.now(), by, {}
    reference.save(update_fields=["given", "has_worry", "given_at", "taken_by", "typed"])
    reference.links.all().delete()
    letter_drop(about=[reference], kind=MAIL)
    check_receive(check=reference.check_of, received_on=timezone.localdate(), by=by)
    return reference


@transaction.atomic
def reference_read(*, reference, by) -> None:
    """Who opens what a referee said stands in the trail before the page is served."""
    note("reference.read", reference.check_of, by)


@transaction.atomic
def reference_worry_decide(*, reference, worry_decision, by) -> Reference:
    """What somebody makes of a worry, and why; without it the reference cannot be clear."""
    reference = locked(reference)
    not_oneself(reference.volunteer, by)
    if not reference.needs_decision:
        raise Refused("There is nothing to decide here.")
    if not worry_decision.strip():
        raise Refused("Say what you make of it, and why.")
    reference.worry_decision, reference.worry_decided_by = worry_decision, by
    reference.worry_decided_at = timezone.now()
    reference.save(update_fields=["worry_decision", "worry_decided_by", "worry_decided_at"])
    note("reference.decided", reference.check_of, by)
    return reference


def references_remind(*, at) -> int:
    """Write again to whoever has not answered for a week. Each on its own: one that fails holds up none."""
    due = references_to_remind(at)
    for reference in due:
        with transaction.atomic():
            reference = locked(reference)
            reference.reminded += 1
            reference.save(update_fields=["reminded"])
            _link_send(reference)
    return len(due)


@transaction.atomic
def reference_questions_edit(*, scheme, questions: list[dict], by) -> None:
    """The scheme's own questions, in this order, in place of those before; each with key, words, kind, is_required.

    A key that was there stays, so that drafts keep their answers; what was given keeps the words it was asked with.
    """
    if not any(question["words"].strip() for question in questions):
        raise Refused("Ask at least one question.")
    ReferenceQuestion.objects.filter(scheme=scheme).delete()
    ReferenceQuestion.objects.bulk_create(
        ReferenceQuestion(scheme=scheme, place=place, **{**question, "key": question["key"] or f"own{uuid4().hex}"})
        for place, question in enumerate(questions)
    )
    details = {"n": len(questions)}
    audit_record(verb="referencequestions.edited", subject=scheme, scheme=scheme, details=details, by=by)
