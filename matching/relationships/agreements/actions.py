"""What the two agreed: written by mentor or co-ordinator, signed by all three, changed any time (R7, L1, L5)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from matching.relationships.actions.noting import noted
from matching.relationships.agreements.queries import SIGNATURES, is_fresh, mark_of, newest_agreement
from matching.relationships.agreements.rules import TERMS
from matching.relationships.models import Agreement
from matching.relationships.sides import AGREEING, person_of, side_of
from mentoring.transitions import Refused, locked

#: What a new version takes over from the one before.
KEPT = (*TERMS, "limits_told_on")


@transaction.atomic
def agreement_draft(*, match, terms: dict, by) -> Agreement:
    """Write it, or change it. What somebody has signed stays as it was: the change is a new version, signed again."""
    agreement = _fresh(match)
    for name in KEPT:
        if name in terms:
            setattr(agreement, name, terms[name])
    agreement.written_by = by
    agreement.save()
    noted(agreement, "agreement.written", by, version=agreement.version)
    return agreement


@transaction.atomic
def agreement_ask_change(*, match, words: str, by) -> Agreement:
    """One side asks for a change, in their own words: a new version opens with the old terms, to be written anew."""
    match = locked(match)
    if newest_agreement(match) is None:
        raise Refused("There is no agreement yet. It is written first.")
    agreement = _fresh(match)
    asked = [agreement.change_asked, f"{by.first_name}: {words}"]
    agreement.change_asked, agreement.written_by = "\n".join(filter(None, asked)), by
    agreement.save()
    noted(agreement, "agreement.change-asked", by, version=agreement.version)
    return agreement


@transaction.atomic
def agreement_sign(*, agreement, side: str, read: str, by) -> Agreement:
    """One of the three signs: "mentee", "mentor" or "co-ordinator". `read` is the mark of the words that were read.

    Each of the two signs for themselves alone. For one without an account a co-ordinator notes that they signed on
    paper, and the trail says so. Once the third has signed, its purpose is that of the match (L1).
    """
    agreement = locked(agreement)
    match = agreement.match
    _may_be_signed(agreement, match, read)
    on_paper = _signs_on_paper(match, side, by)
    field = SIGNATURES[side]
    if getattr(agreement, field):
        return agreement
    setattr(agreement, field, timezone.now())
    agreement.save(update_fields=[field])
    noted(agreement, "agreement.signed", by, version=agreement.version, side=side, on_paper=on_paper)
    if agreement.is_signed and agreement.purpose:
        match.purpose = agreement.purpose
        match.save(update_fields=["purpose"])
    return agreement


def _fresh(match) -> Agreement:
    """The version that may be written on: the newest while nobody has signed it, else the next one."""
    match = locked(match)
    if match.state not in AGREEING:
        raise Refused("An agreement is written once both have said yes, and until the match has ended.")
    newest = newest_agreement(match)
    if newest is None:
        return Agreement(match=match)
    if is_fresh(newest):
        return newest
    return Agreement(match=match, version=newest.version + 1, **{name: getattr(newest, name) for name in KEPT})


def _may_be_signed(agreement, match, read: str) -> None:
    if match.state not in AGREEING:
        raise Refused("This match has ended. There is nothing to sign.")
    if newest_agreement(match).pk != agreement.pk or read != mark_of(agreement):
        raise Refused(gettext("The words have changed since you opened this page. Please read them once more."))
    if agreement.limits_told_on is None:
        raise Refused("First, talk about what can’t be kept private, and write down the day.")


def _signs_on_paper(match, side: str, by) -> bool:
    """False where the right person signs; True where a co-ordinator notes a signature on paper; else refused."""
    own = side_of(match, by)
    if side == "co-ordinator":
        if own:
            raise Refused("You are one of the two. Another co-ordinator signs for the scheme.")
        return False
    if own == side:
        return False
    if own or person_of(match, side).user_id:
        raise Refused(f"{person_of(match, side).first_name} signs this themselves.")
    return True
