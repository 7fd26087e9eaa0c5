"""Who is out alone, and who should be back by now. The page, the reminders and the first page ask the same."""

from datetime import timedelta

from safeguarding.visits.models import GRACE, WATCHERS, Visit
from schemes.people.models import Membership, Volunteer
from schemes.people.permissions import STAFF, Role
from schemes.planning.models import Scheme

LATELY = timedelta(days=7)
GOES_OUT = (*STAFF, Role.MENTOR)


def own_out(user) -> list[Visit]:
    return list(Visit.objects.out().filter(who=user).select_related("scheme"))


def schemes_to_visit_in(actor) -> list[Scheme]:
    """Where this person is a mentor or works."""
    return actor.schemes_of(actor.schemes_with(*GOES_OUT))


def phone_of(user) -> str:
    """The number on their own record, to begin with."""
    return Volunteer.objects.filter(user=user).exclude(phone="").values_list("phone", flat=True).first() or ""


def visits_shown(actor, scheme, at) -> dict:
    """Out now, those who should be back first; and the last seven days."""
    rows = Visit.objects.visible_to(actor).filter(scheme=scheme).select_related("who", "settled_by")
    return {"out": list(rows.out()), "lately": list(rows.filter(back_by__gte=at - LATELY).exclude(pk__in=rows.out()))}


def visits_due(at):
    """Those whose time is up, also those who are a few minutes late."""
    return Visit.objects.out().filter(back_by__lte=at).select_related("scheme", "who")


def watchers(scheme_id) -> list:
    """Keys of those who answer an alarm."""
    rows = Membership.objects.filter(scheme=scheme_id, role__in=WATCHERS, ended_at__isnull=True, user__is_active=True)
    return list(rows.values_list("user", flat=True).distinct())


def is_alarming(visit, at) -> bool:
    return visit.is_out and visit.back_by < at - GRACE
