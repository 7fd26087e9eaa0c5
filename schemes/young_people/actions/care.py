"""When they were in care, and what the law calls them, said by a person (Children Act 1989; standards 2.3)."""

from datetime import date

from django.db import transaction

from mentoring.transitions import Refused, locked
from schemes.people.actions import young_person_edit
from schemes.young_people.actions.noting import noted
from schemes.young_people.models import CareSpell, CategoryConfirmation


@transaction.atomic
def care_spell_add(
    *, young_person, kind: str, began_on: date, ended_on: date | None = None, told_by: str = "", by
) -> CareSpell:
    """One stretch of time, as somebody who knows told it."""
    young_person = locked(young_person)
    if ended_on and ended_on < began_on:
        raise Refused("It cannot end before it began. Check the two dates.")
    spell = CareSpell.objects.create(
        young_person=young_person, kind=kind, began_on=began_on, ended_on=ended_on, told_by=told_by, written_by=by
    )
    noted("carespell.added", spell, by)
    return spell


@transaction.atomic
def care_spell_remove(*, spell, by) -> None:
    """It was written down by mistake."""
    spell = locked(spell)
    noted("carespell.removed", spell, by)
    spell.delete()


@transaction.atomic
def category_confirm(
    *, young_person, worked_out: str, confirmed: str, differs_because: str = "", by
) -> CategoryConfirmation:
    """A person says what it is; where they see it otherwise than the dates do, they say why. It then stands on the
    record, where the rules about consent read it."""
    young_person = locked(young_person)
    if confirmed != worked_out and not differs_because.strip():
        raise Refused("The dates say something else. Say why it is different.")
    kept = CategoryConfirmation.objects.create(
        young_person=young_person, worked_out=worked_out, confirmed=confirmed, differs_because=differs_because,
        confirmed_by=by,
    )  # fmt: skip
    noted("category.confirmed", kept, by)
    if young_person.care_status != confirmed:
        young_person_edit(young_person=young_person, changes={"care_status": confirmed}, by=by)
    return kept
