"""How people want to hear."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.functional import Promise

from mentoring.accounts.models import User
from mentoring.notices.hearing.models import Hearing
from mentoring.notices.rules import Rule, all_rules


def hearing_of(user) -> Hearing:
    """What they chose; as it is for everybody where they have chosen nothing."""
    return getattr(user, "hearing", None) or Hearing(user=user)


def hearings_of(keys: Iterable[UUID]) -> dict[UUID, Hearing]:
    """Of those among them who can still sign in."""
    people = User.objects.filter(pk__in=set(keys), is_active=True).select_related("hearing")
    return {person.pk: hearing_of(person) for person in people}


def stoppable(is_staff: bool) -> list[Rule]:
    """What may be left out; what only staff are told (it is not given to gettext) is shown to them alone."""
    return [rule for rule in all_rules() if rule.optional and (is_staff or isinstance(rule.words, Promise))]
