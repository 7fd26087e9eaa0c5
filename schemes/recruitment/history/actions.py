"""Writes of a volunteer's history (S9)."""

from datetime import date

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions import not_oneself
from schemes.recruitment.models import HistoryGapExplained, HistorySpell, OverseasStay


@transaction.atomic
def history_keep(*, volunteer, spells: list[dict], stays: list[dict], by) -> None:
    """The whole history as it stands now, in place of the one before. Gaps that were explained stay explained.

    `spells` have kind, words, from_on, to_on; `stays` have country, from_on, to_on.
    """
    volunteer = locked(volunteer)
    not_oneself(volunteer, by)
    volunteer.history_spells.all().delete()
    volunteer.overseas_stays.all().delete()
    HistorySpell.objects.bulk_create(HistorySpell(volunteer=volunteer, **spell) for spell in spells)
    OverseasStay.objects.bulk_create(OverseasStay(volunteer=volunteer, **stay) for stay in stays)
    audit_record(
        verb="volunteer.history_kept",
        subject=volunteer,
        scheme=volunteer.scheme,
        about=[volunteer.user],
        details={"lines": len(spells), "abroad": len(stays)},
        by=by,
    )


@transaction.atomic
def history_gap_explain(*, volunteer, from_on: date, to_on: date, words: str, by) -> HistoryGapExplained:
    """Somebody asked about a gap; the answer stays with the record."""
    if not words.strip():
        raise Refused("Write what they said about this time.")
    if to_on < from_on:
        raise Refused("This gap ends before it begins.")
    if by.pk == volunteer.user_id:
        raise Refused("Somebody else has to ask you about your own history.")
    explained = HistoryGapExplained.objects.create(
        volunteer=volunteer, from_on=from_on, to_on=to_on, words=words, by=by
    )
    audit_record(
        verb="volunteer.gap_explained", subject=explained, scheme=volunteer.scheme, about=[volunteer.user], by=by
    )
    return explained
