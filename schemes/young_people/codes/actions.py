"""Giving a code out, and trying one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.transitions import Refused, locked
from schemes.young_people.actions.noting import noted
from schemes.young_people.codes.hashing import code_hash, is_code, new_code
from schemes.young_people.codes.models import StepUpCode

LASTS = timedelta(minutes=15)
MOST_WRONG = 5
MOST_AN_HOUR = 6


@transaction.atomic
def code_give(*, young_person, how: str, by) -> str:
    """A new code, told here and never again; the one before it is over. `how` says how they know who it is for."""
    young_person = locked(young_person)
    now = timezone.now()
    if young_person.user_id is None:
        raise Refused("They can’t sign in yet. Invite them first.")
    if young_person.user_id == by.pk:
        raise Refused("Somebody else gives you a code.")
    if young_person.step_up_codes.filter(created_at__gt=now - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise Refused("They had many codes within the hour. Find out first what goes wrong.")
    young_person.step_up_codes.live().update(over_at=now)
    given = StepUpCode(young_person=young_person, given_by=by, how=how, ends_at=now + LASTS)
    code = new_code()
    given.code_hash = code_hash(given.pk, code)
    given.save()
    noted("stepupcode.handed_out", given, by, how=how)
    return code


@transaction.atomic
def code_try(*, typed: str, by) -> bool:
    """Is that the code they were given? A wrong one counts against each that is live, and the fifth ends it."""
    now = timezone.now()
    live = StepUpCode.objects.select_for_update().live().filter(young_person__user=by, ends_at__gt=now)
    given = list(live.select_related("young_person__scheme", "young_person__user"))
    right = next((code for code in given if is_code(code.pk, typed, code.code_hash)), None)
    if right:
        return _used(right, now, by)
    for code in given:
        code.wrong += 1
        code.over_at = now if code.wrong >= MOST_WRONG else None
        code.save(update_fields=["wrong", "over_at"])
        noted("stepupcode.mistyped", code, by, wrong=code.wrong)
    return False


def _used(code, now, by) -> bool:
    """Once: where two come at the same moment, the second finds it used."""
    if not StepUpCode.objects.live().filter(pk=code.pk).update(used_at=now):
        return False
    noted("stepupcode.used", code, by)
    return True
