"""Writes about messages to a list: written, sent to each alone through the outbox, tried again, asked to stop."""

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.notices.actions import letter_retry, letters_queue
from mentoring.notices.hours import not_before
from mentoring.notices.models import Letter
from mentoring.transitions import Refused, locked
from mentoring.web.actions import draft_drop
from schemes.people.mailings.models import Mailing, MailingRecipient, NoMoreMail
from schemes.people.mailings.queries import addressed, failed_of, filters_of, left_out_now, recipient_of
from schemes.people.mailings.rules import for_one
from schemes.people.merging.models import Kind


@transaction.atomic
def mailing_write(*, scheme, kind: str, filters: dict, subject: str, words: str, mailing=None, draft="", by) -> Mailing:
    """Keep what was written, or change what has not gone yet. Nothing is sent."""
    mailing = locked(mailing) if mailing else Mailing(scheme=scheme, kind=kind, filters=filters)
    _not_gone(mailing)
    mailing.subject, mailing.words, mailing.written_by = subject, words, by
    mailing.save()
    draft_drop(form_key=draft, by=by)
    return mailing


@transaction.atomic
def mailing_send(*, mailing, number: int, actor) -> Mailing:
    """Write to everybody the list has now, one letter each. `number` is what the sender was shown: if the list has
    grown or shrunk since, they look again. Goes out in the day only."""
    mailing = locked(mailing)
    _not_gone(mailing)
    found = addressed(actor, mailing.scheme, mailing.kind, filters_of(mailing))
    if not found.people:
        raise Refused("There is nobody on this list who can be written to.")
    if len(found.people) != number:
        raise Refused(f"The list has changed: it would go to {len(found.people):,} people now. Look again, then send.")
    mailing.sent_at, mailing.written_by = timezone.now(), actor.user
    rows = [_recipient(mailing, person) for person in found.people]
    letters = letters_queue(letters=[_letter(mailing, row) for row in rows])
    for row, letter in zip(rows, letters, strict=True):
        row.letter = letter
    rows += [_recipient(mailing, person, left_out=reason) for reason, person in found.out]
    MailingRecipient.objects.bulk_create(rows, batch_size=500)
    mailing.save(update_fields=["sent_at", "written_by"])
    said = {"kind": mailing.kind, "n": len(letters), "left_out": len(found.out)}
    audit_record(verb="mailing.sent", subject=mailing, scheme=mailing.scheme, details=said, by=actor.user)
    return mailing


def _recipient(mailing, person, left_out="") -> MailingRecipient:
    who = "volunteer" if mailing.kind == Kind.VOLUNTEERS else "young_person"
    return MailingRecipient(mailing=mailing, left_out=left_out, **{who: person})


def _letter(mailing, recipient) -> Letter:
    person = recipient.person
    return Letter(
        to=person.email,
        subject=for_one(mailing.subject, person.first_name),
        words=words_for(mailing, person, str(recipient.pk)),
        kind="mailing",
        not_before=not_before(mailing.sent_at, urgent=False, zone=timezone.get_default_timezone()),
    )


def letter_shown(mailing, person) -> Letter:
    """What one person would get, for the preview; it is not kept and its last link leads nowhere."""
    words = words_for(mailing, person, str(mailing.pk))
    return Letter(to=person.email, subject=for_one(mailing.subject, person.first_name), words=words)


def words_for(mailing, person, key: str) -> str:
    """The whole letter as one person gets it, with who wrote it and how to hear no more."""
    context = {
        "words": for_one(mailing.words, person.first_name),
        "writer": mailing.written_by.name,
        "answers_to": mailing.scheme.contact_email,
        "no_more": settings.SITE_URL + reverse("schemes:mail_no_more", args=[mailing.scheme.slug, key]),
    }
    letter = render_to_string("emails/mailing.txt", context)
    return "".join(letter)  # a text: what was rendered counts as HTML, and would stand in the preview as it is


def _not_gone(mailing) -> None:
    if mailing.sent_at:
        raise Refused("This has gone out already. Write a new one.")


@transaction.atomic
def mailing_retry(*, mailing, by) -> int:
    """Try those again that could not be delivered, as far as they may still be written to there. Returns how many."""
    again = [recipient for recipient in failed_of(mailing) if _may_go(recipient)]
    for recipient in again:
        letter_retry(letter=recipient.letter, by=by)
    audit_record(verb="mailing.retried", subject=mailing, scheme=mailing.scheme, details={"n": len(again)}, by=by)
    return len(again)


@transaction.atomic
def mailing_still(*, letter) -> bool:
    """May this letter go, now that it would? It waits through the night, and a record can change until then."""
    recipient = recipient_of(letter)
    return recipient is not None and _may_go(recipient)


def _may_go(recipient) -> bool:
    """Where not, why is written down: they count as left out."""
    recipient.left_out = left_out_now(recipient)
    if recipient.left_out:
        recipient.save(update_fields=["left_out"])
    return not recipient.left_out


@transaction.atomic
def mailing_drop(*, mailing, by) -> None:
    """Let go of a message that has not been sent."""
    mailing = locked(mailing)
    _not_gone(mailing)
    mailing.delete()


@transaction.atomic
def mail_no_more(*, scheme, recipient) -> None:
    """Whoever got this message asks for no more. Twice is once."""
    row, is_new = NoMoreMail.objects.get_or_create(scheme=scheme, email=recipient.person.email.lower())
    if is_new:
        audit_record(verb="mail.no_more", subject=row, scheme=scheme)
