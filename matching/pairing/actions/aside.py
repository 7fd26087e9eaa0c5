"""Pairs set aside for now: looked at, not wanted, with the reason; not proposed again until that is taken back."""

from django.db import transaction

from matching.pairing.actions.holding import not_one_of_two
from matching.pairing.models import Match, SetAside
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def set_aside_add(*, scheme, volunteer, young_person, reason: str, until=None, by) -> SetAside:
    """Do not propose these two until `until` (None: until it is taken back). A pair on its way is taken back instead,
    and one whose time has run out may be set aside again. Locks both, in the order in which a proposal does."""
    volunteer, young_person = locked(volunteer), locked(young_person)
    not_one_of_two(volunteer, young_person, by)
    if Match.objects.taking_a_place().filter(volunteer=volunteer, young_person=young_person).exists():
        raise Refused(f"{volunteer.first_name} and {young_person.first_name} are matched or proposed to each other.")
    aside, _ = SetAside.objects.update_or_create(
        volunteer=volunteer,
        young_person=young_person,
        defaults={"scheme": scheme, "reason": reason, "until": until, "by": by},
    )
    _note("setaside.added", aside, by)
    return aside


@transaction.atomic
def set_aside_undo(*, aside, by) -> None:
    """Take it back: the two may be proposed to each other again."""
    _note("setaside.undone", aside, by)
    SetAside.objects.filter(pk=aside.pk).delete()


def _note(verb: str, aside, by) -> None:
    about = [aside.volunteer.user, aside.young_person.user]
    audit_record(verb=verb, subject=aside, scheme=aside.scheme, about=about, by=by)
