"""Writes about expenses: claimed and answered by the mentor, decided by a co-ordinator, paid in one go."""

import base64
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.expenses.models import ExpenseClaim, ExpenseClaimVersion, ExpenseRules, PayRun, Receipt
from matching.expenses.queries import receipts_not_sent, rules_of, spent_on_session, version_of
from matching.expenses.rules import MILEAGE, mileage_amount, wanting
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move

State = ExpenseClaim.State
#: Receipts of one claim.
MOST_RECEIPTS = 8
#: What a mentor says of a claim.
SAID = ("kind", "spent_on", "session", "miles", "amount", "what_for", "no_receipt_why")


@transaction.atomic
def receipts_keep(*, volunteer, uploads, claim=None, by) -> None:
    """Photos as soon as they come, whether or not the claim can go: nothing has to be taken twice."""
    volunteer = _own(volunteer, by)
    have = claim.receipts if claim else receipts_not_sent(volunteer)
    if have.count() + len(uploads) > MOST_RECEIPTS:
        raise Refused(f"A claim can have {MOST_RECEIPTS} receipts. Take one away first, or make a second claim.")
    for upload in uploads:
        content = base64.b64encode(upload.data).decode()
        Receipt.objects.create(volunteer=volunteer, claim=claim, kind=upload.kind, content=content)


@transaction.atomic
def receipt_drop(*, receipt, by) -> None:
    """Away with the wrong photo, before anybody else has seen it."""
    receipt = locked(receipt)
    _own(receipt.volunteer, by)
    if receipt.claim_id:
        raise Refused("This receipt belongs to a claim that was sent. Take the claim back instead.")
    receipt.delete()


@transaction.atomic
def expense_claim(*, volunteer, by, **said) -> ExpenseClaim:
    """Claim what was spent, with the receipts that are there. Pressing twice claims once."""
    volunteer = _own(volunteer, by)
    values = _whole(volunteer, said)
    receipts = receipts_not_sent(volunteer)
    _stand(volunteer, values, sent_on=timezone.localdate(), has_receipt=receipts.exists())
    _not_twice(volunteer, values)
    claim = ExpenseClaim.objects.create(
        scheme_id=volunteer.scheme_id, volunteer=volunteer, sent_at=timezone.now(), **values
    )
    receipts.update(claim=claim)
    _noted(claim, "claimed", by)
    return claim


@transaction.atomic
def expense_answer(*, claim, answer: str = "", by, **said) -> ExpenseClaim:
    """The mentor answers a question about a claim, and puts right what was wrong; what it said before is kept."""
    volunteer = _own(claim.volunteer, by)
    claim = locked(claim)
    values, before = _whole(volunteer, said), version_of(claim)
    sent_on, has_receipt = timezone.localdate(claim.sent_at), claim.receipts.exists()
    _stand(volunteer, values, sent_on=sent_on, has_receipt=has_receipt, claim=claim)
    claim = _step(claim, State.WAITING, answer, by)
    for name, value in values.items():
        setattr(claim, name, value)
    if version_of(claim) != before:
        ExpenseClaimVersion.objects.create(claim=claim, before=before)
        claim.save(update_fields=list(values))
    return claim


@transaction.atomic
def expense_withdraw(*, claim, by) -> ExpenseClaim:
    """The mentor takes it back, as long as nobody has decided."""
    _own(claim.volunteer, by)
    return _step(claim, State.WITHDRAWN, "", by)


@transaction.atomic
def expense_decide(*, claim, to: str, words: str = "", budget_line=None, by) -> ExpenseClaim:
    """Approve, ask back with a sentence, or turn down with a reason; never one's own (four eyes)."""
    claim = locked(claim)
    _not_own(claim, by)
    if to not in (State.APPROVED, State.ASKED, State.REFUSED):
        raise Refused("Choose what happens with it.")
    if to != State.APPROVED and not words.strip():
        raise Refused("Write a sentence, so that they know what to do.")
    if budget_line and budget_line.scheme_id != claim.scheme_id:
        raise Refused("This budget line is of another scheme.")
    claim = _step(claim, to, words, by)
    claim.budget_line = budget_line if to == State.APPROVED else None
    claim.save(update_fields=["budget_line"])
    return claim


@transaction.atomic
def expense_reopen(*, claim, by) -> ExpenseClaim:
    """Decided in haste: it waits again, as long as it is not paid."""
    claim = locked(claim)
    _not_own(claim, by)
    if claim.state not in (State.APPROVED, State.REFUSED):
        raise Refused("This claim has not been decided, or is paid already.")
    return _step(claim, State.WAITING, "", by)


@transaction.atomic
def expenses_pay(*, scheme, claims, reference: str, paid_on, by) -> PayRun:
    """Approved claims are paid together, under one reference; all or none, where something changed meanwhile."""
    if not claims:
        raise Refused("Choose what was paid.")
    try:
        with transaction.atomic():
            run = PayRun.objects.create(scheme=scheme, reference=reference, paid_on=paid_on, made_by=by)
    except IntegrityError as twice:
        raise Refused("There is a payment with this reference already. Nothing was changed.") from twice
    for claim in sorted(claims, key=lambda claim: claim.pk):
        claim = locked(claim)
        _not_own(claim, by)
        if claim.scheme_id != scheme.pk or claim.state != State.APPROVED:
            raise Refused("One of these is not approved any more. Look at the list again. Nothing was changed.")
        claim.pay_run = run
        claim.save(update_fields=["pay_run"])
        _step(claim, State.PAID, "", by)
    audit_record(verb="payrun.made", subject=run, scheme=scheme, details={"n": len(claims)}, by=by)
    return run


@transaction.atomic
def expense_rules_edit(*, scheme, changes: dict, by) -> ExpenseRules:
    """What the scheme pays from now on; claims that were sent keep the rate they were sent with."""
    rules, _ = ExpenseRules.objects.update_or_create(scheme=scheme, defaults=changes)
    details = {"fields": sorted(changes)}
    audit_record(verb="expenserules.edited", subject=rules, scheme=scheme, details=details, by=by)
    return rules


def _own(volunteer, by):
    """Their record, held still: what a session has cost is counted under it."""
    volunteer = locked(volunteer)
    if volunteer.user_id is None or volunteer.user_id != by.pk:
        raise Refused("Only the mentor themselves can do this.")
    return volunteer


def _not_own(claim, by) -> None:
    """Whoever claims does not decide, nor the young person of the session."""
    own = {claim.volunteer.user_id}
    if claim.session:
        own.add(claim.session.match.young_person.user_id)
    if by.pk in own:
        raise Refused("This is about you. Somebody else of the scheme has to do it.")


def _whole(volunteer, said: dict) -> dict:
    """Every column of what was said: miles become pounds by the scheme's rate, and nothing is left of the other way."""
    if unknown := set(said) - set(SAID):
        raise TypeError(f"a claim has no {unknown}")
    values = {"session": None, "miles": None, "amount": None, "no_receipt_why": "", **said, "mile_rate": None}
    if values["kind"] == MILEAGE:
        rate = rules_of(volunteer.scheme).mile_rate
        values |= {"mile_rate": rate, "amount": mileage_amount(values["miles"] or Decimal(0), rate)}
        values["no_receipt_why"] = ""
    else:
        values["miles"] = None
    return values | {"amount": values["amount"] or Decimal(0)}


def _stand(volunteer, values: dict, *, sent_on, has_receipt: bool, claim=None) -> None:
    session = values["session"]
    if session and session.match.volunteer_id != volunteer.pk:
        raise Refused("This session is not one of yours.")
    so_far = spent_on_session(session, beside=claim)
    rules = rules_of(volunteer.scheme)
    claimed = {**values, "is_of_session": session is not None}
    missing = wanting(claimed, rules, sent_on=sent_on, so_far=so_far, has_receipt=has_receipt)
    if missing:
        raise Refused(*missing.values())


def _not_twice(volunteer, values: dict) -> None:
    same = {name: values[name] for name in ("kind", "spent_on", "session", "amount")}
    rows = ExpenseClaim.objects.filter(volunteer=volunteer, **same).exclude(state__in=[State.WITHDRAWN, State.REFUSED])
    if any(row.what_for == values["what_for"] for row in rows):
        raise Refused("You have claimed this already. Nothing was sent.")


def _step(claim, to: str, words: str, by) -> ExpenseClaim:
    return state_move(
        row=claim, to=to, moves=ExpenseClaim.moves, changes="changes", why=words, about=[claim.volunteer.user], by=by
    )


def _noted(claim, did: str, by) -> None:
    """The first line of its story. A claim begins as one that waits, so there is no step to move by."""
    claim.changes.create(from_state="", to_state=State.WAITING, by=by)
    audit_record(
        verb=f"expenseclaim.{did}", subject=claim, scheme=claim.scheme_id, about=[claim.volunteer.user_id], by=by
    )
