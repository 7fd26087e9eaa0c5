"""Reads for writing to a list: who would get it, who would not and why, and what came of it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from mentoring.notices.models import Letter
from schemes.people.mailings.models import Mailing, MailingRecipient, NoMoreMail
from schemes.people.mailings.rules import REASONS, Addressee, left_out, shared_addresses
from schemes.people.merging.queries import MODELS
from schemes.people.models import YoungPerson
from schemes.people.queries import roster_rows
from schemes.people.rosters import Filters

NEEDED = ("name", "ref", "email", "state", "user")
CONTACT = ("contact_how", "contact_seen_by", "contact_notes")


@dataclass(frozen=True)
class Addressed:
    """Everybody a filter finds: those who are written to, and (reason, person) of those who are not."""

    people: list
    out: list[tuple[str, object]]

    @property
    def reasons(self) -> list[tuple[str, list]]:
        """Reason in words → the people, most first."""
        by_reason = {}
        for reason, person in self.out:
            by_reason.setdefault(REASONS[reason], []).append(person)
        return sorted(by_reason.items(), key=lambda pair: -len(pair[1]))


def addressed(actor, scheme, kind: str, filters: Filters) -> Addressed:
    """Whom a message to this part of the list would reach, newest first."""
    model = MODELS[kind]
    needed = NEEDED + (CONTACT if model is YoungPerson else ())  # no sealed text but the three that decide
    people = list(roster_rows(model, actor, scheme, filters).only(*needed).order_by("-created_at", "id"))
    asked_not_to = {email.lower() for email in NoMoreMail.objects.filter(scheme=scheme).values_list("email", flat=True)}
    shared = shared_addresses(model.objects.filter(scheme=scheme).values_list("email", flat=True))
    said = [(left_out(_addressee(person), asked_not_to=asked_not_to, shared=shared), person) for person in people]
    return Addressed([person for reason, person in said if not reason], [pair for pair in said if pair[0]])


def _addressee(person) -> Addressee:
    if not isinstance(person, YoungPerson):
        return Addressee(person.email, person.state)
    return Addressee(
        person.email,
        person.state,
        is_young=True,
        signs_in=person.user_id is not None,
        contact_how=person.contact_how,
        seen_by=person.contact_seen_by,
        note=person.contact_notes,
    )


def left_out_now(recipient: MailingRecipient) -> str:
    """The reason why this letter may not go to them any more: their record is asked again, and must still have the
    address on the letter. "" where nothing speaks against it."""
    person, scheme = recipient.person, recipient.mailing.scheme
    email = person.email.lower()
    if email and email != recipient.letter.to.lower():
        return "new-address"
    asked_not_to = NoMoreMail.objects.filter(scheme=scheme, email=email).values_list("email", flat=True)
    same = type(person).objects.filter(scheme=scheme, email__iexact=email).values_list("email", flat=True)[:2]
    return left_out(_addressee(person), asked_not_to=set(asked_not_to), shared=shared_addresses(same))


def recipient_of(letter: Letter) -> MailingRecipient | None:
    """Whom a letter of a mailing was written to; None where their record is gone."""
    rows = MailingRecipient.objects.select_related("letter", "mailing__scheme", "volunteer", "young_person")
    return rows.filter(letter=letter).first()


def filters_of(mailing: Mailing) -> Filters:
    return Filters.read(mailing.filters, MODELS[mailing.kind].State.values)


def mailings(actor, scheme, kind: str):
    """What was written to this list, newest first, with how many it went to."""
    rows = Mailing.objects.visible_to(actor).filter(scheme=scheme, kind=kind).select_related("written_by")
    return rows.defer("words").annotate(number=Count("recipients__letter")).order_by("-created_at")


def progress_of(mailing: Mailing) -> dict:
    """How far it has gone: by state of its letters, in words; letters long gone count as sent."""
    rows = MailingRecipient.objects.filter(mailing=mailing)
    counts = Counter(dict(rows.filter(left_out="").order_by().values_list("letter__progress").annotate(n=Count("pk"))))
    done = counts[Letter.State.SENT] + counts[None]
    failed = counts[Letter.State.UNDELIVERABLE]
    total = counts.total()
    return {"total": total, "sent": done, "failed": failed, "waiting": total - done - failed}


def failed_of(mailing: Mailing) -> list[MailingRecipient]:
    """Those whom it could not be delivered to, with what the mail server said."""
    rows = MailingRecipient.objects.filter(mailing=mailing, letter__progress=Letter.State.UNDELIVERABLE)
    return list(
        rows.select_related("letter", "mailing__scheme", "volunteer", "young_person").order_by("created_at")[:200]
    )


def left_out_of(mailing: Mailing) -> list[tuple[str, int]]:
    """Reason in words → how many nobody wrote to, of a mailing that has gone."""
    rows = MailingRecipient.objects.filter(mailing=mailing).exclude(left_out="").order_by()
    return [(REASONS[reason], n) for reason, n in rows.values_list("left_out").annotate(n=Count("pk")).order_by("-n")]


def recipient_of_link(scheme, key) -> MailingRecipient | None:
    """Whom the link at the end of a message belongs to."""
    rows = MailingRecipient.objects.filter(mailing__scheme=scheme, left_out="")
    return rows.select_related("volunteer", "young_person").filter(pk=key).first()
