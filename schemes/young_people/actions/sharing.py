"""The young person decides what a mentor reads of them (R8); staff write it down only with them."""

from django.db import transaction
from django.utils import timezone

from mentoring.transitions import Refused
from schemes.people.actions import young_person_edit
from schemes.people.models import YoungPerson
from schemes.people.sharing import clean_shares


@transaction.atomic
def sharing_decide(*, young_person, shares: dict, with_them: bool = False, by) -> YoungPerson:
    """Keep what they decided, and the day. Nobody decides it without them."""
    if young_person.user_id != by.pk and not with_them:
        raise Refused(f"Only {young_person.first_name} decides this. Ask them, and say that they told you.")
    changes = {"shares": clean_shares(shares), "shares_said_on": timezone.localdate()}
    return young_person_edit(young_person=young_person, changes=changes, by=by)
