"""Reads about checks across volunteers."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.db.models import F, Q

from safeguarding.vetting.clearance import Clearance, clearance
from safeguarding.vetting.models import RiskDecision, VettingCheck
from schemes.people.models import Membership
from schemes.people.permissions import Permission, Role
from schemes.planning.models import Scheme

EXPIRING_DAYS = 42
PAGE = 50


def clearance_of(volunteers: Iterable, today: date) -> dict:
    """{volunteer's key: Clearance} in two queries, however many volunteers."""
    volunteers = list(volunteers)
    checks = {volunteer.pk: [] for volunteer in volunteers}
    for check in VettingCheck.objects.filter(volunteer__in=checks):
        checks[check.volunteer_id].append(check)
    schemes = {volunteer.scheme_id for volunteer in volunteers}
    needed = dict(Scheme.objects.filter(pk__in=schemes).values_list("pk", "references_needed"))
    return {
        volunteer.pk: clearance(checks[volunteer.pk], references_needed=needed[volunteer.scheme_id], today=today)
        for volunteer in volunteers
    }


def clearance_one(volunteer, today: date) -> Clearance:
    return clearance_of([volunteer], today)[volunteer.pk]


def checks_current():
    """Checks of volunteers who are still on their way or with the scheme."""
    gone = ["left", "withdrawn", "declined"]
    return VettingCheck.objects.exclude(volunteer__state__in=gone)


def checks_expiring(at, *, days: int = EXPIRING_DAYS):
    """Decided checks to be looked at again within so many days of the instant `at`, run-out ones too, less those that
    a newer good one of the same kind already replaces. With volunteer and scheme joined."""
    newer = Q(
        volunteer__checks__kind=F("kind"),
        volunteer__checks__decision__in=["clear", "conditions"],
        volunteer__checks__decided_on__gte=F("decided_on"),
        volunteer__checks__expires_on__gt=F("expires_on"),
    )
    due = checks_current().exclude(decision="").filter(expires_on__lte=at.date() + timedelta(days=days))
    replaced = due.filter(newer).values("pk")
    return due.exclude(kind="reference").exclude(pk__in=replaced).select_related("volunteer__scheme")


def checks_waiting():
    """Checks that somebody has to chase or decide: asked for and not back, or back and not decided."""
    return checks_current().filter(decision="").select_related("volunteer__scheme")


def coordinators_of(scheme):
    """Roles to choose from when a lead lets a co-ordinator read what was disclosed."""
    return Membership.objects.filter(scheme=scheme, role=Role.COORDINATOR, ended_at__isnull=True).select_related("user")


def risk_decisions_of(scheme_id):
    return RiskDecision.objects.filter(volunteer__scheme_id=scheme_id)


def risk_decisions_due(today: date):
    """What was disclosed and has to be deleted by now (DBS code of practice: six months at most)."""
    return RiskDecision.objects.filter(purge_on__lte=today)


def checks_listed(actor, at, wanted: dict, page: str) -> dict:
    """A page of the list of checks: {"page", "show", "counts"}. `wanted` holds show, kind and name of the filter."""
    mine = VettingCheck.objects.visible_to(actor).filter(
        volunteer__scheme__in=actor.schemes_for(Permission.VETTING_READ)
    )
    mine = mine.select_related("volunteer")
    if wanted.get("kind"):
        mine = mine.filter(kind=wanted["kind"])
    if wanted.get("name"):
        mine = mine.filter(volunteer__name__icontains=wanted["name"])
    lists = {
        "waiting": mine.filter(pk__in=checks_waiting().values("pk")).order_by("requested_on", "pk"),
        "expiring": mine.filter(pk__in=checks_expiring(at).values("pk")).order_by("expires_on", "pk"),
        "all": mine.order_by("volunteer__name", "kind", "pk"),
    }
    show = wanted.get("show") or "waiting"
    counts = {name: rows.count() for name, rows in lists.items()}
    return {"page": Paginator(lists[show], PAGE).get_page(page), "show": show, "counts": counts}
