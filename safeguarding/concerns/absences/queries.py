"""Who leads safeguarding today, and when nobody does."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from mentoring.accounts.models import User
from safeguarding.concerns.absences.models import LeadAbsence
from schemes.people.models import Membership
from schemes.people.permissions import Role

AHEAD_DAYS = 14
AT_WORK = ("recruiting", "running", "closing")


def leads(scheme) -> list[User]:
    """Who holds the role, there or away. Ordered by name."""
    held = Membership.objects.filter(scheme=scheme, role=Role.LEAD, ended_at__isnull=True)
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name"))


def away(scheme, day) -> set:
    """Keys of those who are away on that day."""
    return set(LeadAbsence.objects.on(day).filter(scheme=scheme).values_list("lead_id", flat=True))


def there(users, scheme, day) -> list[User]:
    """Those of these who are not away on that day."""
    gone = away(scheme, day)
    return [user for user in users if user.pk not in gone]


def to_tell(readers, scheme, day) -> list[User]:
    """Whom a notice goes to: the readers who are there; where all are away, all of them, so that none is lost."""
    return there(readers, scheme, day) or readers


def lead_is_there(day) -> Exists:
    """For a row of a scheme: somebody leads on that day who is not away."""
    gone = LeadAbsence.objects.on(day).filter(scheme=OuterRef("scheme"), lead=OuterRef("user"))
    held = Membership.objects.filter(
        ~Exists(gone), scheme=OuterRef("pk"), role=Role.LEAD, ended_at__isnull=True, user__is_active=True
    )
    return Exists(held)


def days_without(scheme, day, ahead: int = AHEAD_DAYS) -> list:
    """The days from that one on, within a fortnight, on which nobody leads: with no lead at all every one of them."""
    held = {user.pk for user in leads(scheme)}
    rows = list(LeadAbsence.objects.coming(day).filter(scheme=scheme).values_list("lead_id", "from_on", "to_on"))
    days = [day + timedelta(days=number) for number in range(ahead)]
    return [one for one in days if not held - {lead for lead, begins, ends in rows if begins <= one <= ends}]


def absences_shown(actor, scheme) -> list[LeadAbsence]:
    """Those that count now or later."""
    rows = LeadAbsence.objects.visible_to(actor).filter(scheme=scheme).coming(timezone.localdate())
    return list(rows.select_related("lead", "deputy"))


def overlapping(scheme, begins, ends):
    return LeadAbsence.objects.filter(scheme=scheme, ended_at__isnull=True, from_on__lte=ends, to_on__gte=begins)


def absences_to_tell(day):
    """Those with somebody who takes over, now or later."""
    rows = LeadAbsence.objects.coming(day).filter(deputy__isnull=False)
    return rows.select_related("scheme")
