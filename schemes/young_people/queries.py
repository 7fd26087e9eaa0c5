"""Reads about a young person's way to a mentor."""

from datetime import date

from schemes.young_people.legal_category import Spell, WorkedOut, legal_category
from schemes.young_people.models import CategoryConfirmation, Signpost


def worked_out_of(young_person, today: date) -> WorkedOut:
    """What the dates of care that are written down make of this young person."""
    spells = [Spell(row.kind, row.began_on, row.ended_on) for row in young_person.care_spells.all()]
    return legal_category(nation=young_person.scheme.nation, born_on=young_person.born_on, spells=spells, today=today)


def confirmed_category(young_person) -> CategoryConfirmation | None:
    """The newest word of a person about it."""
    return young_person.category_confirmations.select_related("confirmed_by").first()


def follow_ups_due(scheme_ids, until: date):
    """Other support about which somebody meant to ask by now and has not."""
    return (
        Signpost.objects.filter(
            young_person__scheme_id__in=scheme_ids, follow_up_on__lte=until, followed_up_on__isnull=True
        )
        .select_related("young_person__scheme")
        .order_by("follow_up_on")
    )
