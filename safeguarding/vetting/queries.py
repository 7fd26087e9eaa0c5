"""Reads about checks across volunteers."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils.timezone import localdate

from mentoring.web.counts import counts_of
from safeguarding.vetting.clearance import Clearance, clearance
from safeguarding.vetting.exempting.models import VettingExemption
from safeguarding.vetting.exempting.queries import waits_of
from safeguarding.vetting.models import RiskDecision, VettingCheck
from safeguarding.vetting.needing.models import VettingNeed
from safeguarding.vetting.needing.queries import levels_needed, needs_outdated
from schemes.people.models import Membership
from schemes.people.permissions import Permission, Role
from schemes.people.standing.queries import groups_of
from schemes.planning.models import Scheme
from schemes.recruitment.history.gaps import asked_since
from schemes.recruitment.models import OverseasStay

#: A check is renewed from 60 days before its day on: a new one can take that long.
EXPIRING_DAYS = 60
WAIT_ENDS_SOON = 7
#: From when on a check stands where it stands.
SINCE = {"requested": "requested_on", "received": "received_on"}
PAGE = 50
LONG_ABROAD = timedelta(days=90)


class CheckRow(NamedTuple):
    """What clearance reads of a check (`safeguarding.vetting.clearance.Check`)."""

    kind: str
    level: str
    requested_on: date
    received_on: date | None
    decision: str
    status: str
    decided_on: date | None
    expires_on: date | None


def clearance_of(volunteers: Iterable, today: date, schemes: dict | None = None) -> dict:
    """{volunteer's key: Clearance} in five queries, however many volunteers; in four with their `schemes` by key."""
    volunteers = list(volunteers)
    checks = {volunteer.pk: [] for volunteer in volunteers}
    for key, *row in VettingCheck.objects.filter(volunteer__in=checks).values_list("volunteer", *CheckRow._fields):
        checks[key].append(CheckRow(*row))
    schemes = schemes or Scheme.objects.in_bulk({volunteer.scheme_id for volunteer in volunteers})
    levels, waits = levels_needed(volunteers, today, schemes), waits_of(volunteers, today)
    abroad = abroad_of(volunteers, today)
    return {
        volunteer.pk: clearance(
            checks[volunteer.pk],
            references_needed=schemes[volunteer.scheme_id].references_needed,
            level=levels.get(volunteer.pk),
            is_settled=levels.get(volunteer.pk, "") is not None,
            today=today,
            abroad=volunteer.pk in abroad,
            waits=waits.get(volunteer.pk, {}),
        )
        for volunteer in volunteers
    }


def abroad_of(volunteers, today: date) -> set:
    """Keys of those who lived abroad within the last five years for three months or more (S9; the length is ours)."""
    lately = OverseasStay.objects.filter(volunteer__in=[one.pk for one in volunteers]).filter(
        Q(to_on__isnull=True) | Q(to_on__gte=asked_since(today))
    )
    return {stay.volunteer_id for stay in lately if (stay.to_on or today) - stay.from_on >= LONG_ABROAD}


def clearance_one(volunteer, today: date) -> Clearance:
    return clearance_of([volunteer], today)[volunteer.pk]


def checks_current():
    """Checks of volunteers who are still on their way or with the scheme."""
    gone = ["left", "withdrawn", "declined"]
    return VettingCheck.objects.exclude(volunteer__state__in=gone)


def checks_expiring(at, *, days: int = EXPIRING_DAYS):
    """Decided checks to be looked at again within so many days of the instant `at`, run-out ones too, less those that
    a newer good one of the same kind already replaces. With volunteer and scheme joined."""
    newer = VettingCheck.objects.filter(
        volunteer=OuterRef("volunteer"),
        kind=OuterRef("kind"),
        decision__in=["clear", "conditions"],
        decided_on__gte=OuterRef("decided_on"),
        expires_on__gt=OuterRef("expires_on"),
    )
    due = checks_current().exclude(decision="").filter(expires_on__lte=localdate(at) + timedelta(days=days))
    return due.exclude(kind="reference").exclude(Exists(newer)).select_related("volunteer__scheme")


def checks_waiting():
    """Checks that somebody has to chase or decide: asked for and not back, or back and not decided."""
    return checks_current().filter(decision="").select_related("volunteer__scheme")


def checks_too_long(schemes: Iterable[Scheme], today: date):
    """Those that have been asked for, or lain undecided, for as long as their scheme allows. Each carries
    `limit_days`."""
    groups = [
        (Q(received_on__isnull=stage == "requested", volunteer__scheme_id__in=keys), SINCE[stage], days)
        for stage, days, keys in groups_of("check", schemes)
    ]
    late = Q(pk__in=[])
    for where, since, days in groups:
        late |= where & Q(**{f"{since}__lte": today - timedelta(days=days)})
    limits = [When(where, then=Value(days)) for where, _, days in groups]
    limit_days = Case(*limits, default=Value(0), output_field=IntegerField())
    return checks_waiting().annotate(limit_days=limit_days).filter(late)


def coordinators_of(scheme):
    """Roles to choose from when a lead lets a co-ordinator read what was disclosed."""
    return Membership.objects.filter(scheme=scheme, role=Role.COORDINATOR, ended_at__isnull=True).select_related("user")


def risk_decisions_of(scheme_id):
    return RiskDecision.objects.filter(volunteer__scheme_id=scheme_id)


def checks_listed(actor, at, wanted: dict, page: str) -> dict:
    """A page of the list of checks: {"page", "show", "counts"}. `wanted` holds show, kind and name of the filter."""
    mine = VettingCheck.objects.visible_to(actor).filter(
        volunteer__scheme__in=actor.schemes_for(Permission.VETTING_READ)
    )
    mine = mine.select_related("volunteer__scheme")
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
    outdated = VettingNeed.objects.visible_to(actor).filter(pk__in=needs_outdated(localdate(at)).values("pk"))
    lists["rules"] = outdated.select_related("volunteer").order_by("volunteer__name", "pk")
    counts = _counts_of_checks(actor, wanted, lists)
    return {"page": Counted(lists[show], PAGE, counts[show]).get_page(page), "show": show, "counts": counts}


class Counted(Paginator):
    """Pages of a list whose length is known: it is not counted a second time."""

    def __init__(self, rows, per_page: int, count: int):
        super().__init__(rows, per_page)
        self.count = count


def _counts_of_checks(actor, wanted: dict, lists: dict) -> dict[str, int]:
    """How many in each list; of a long one at most half a minute old where somebody sees it whole."""

    def count() -> dict[str, int]:
        return {name: rows.count() for name, rows in lists.items()}

    if wanted.get("name") or not actor.reads_all_inside(Permission.VETTING_READ):
        return count()
    return dict(counts_of(("checks", actor.inside, wanted.get("kind", "")), count))


def conditions_of(volunteer, today: date) -> list[str]:
    """Under which conditions their checks hold today, in the words written for whoever matches. One query."""
    return conditions_by_mentor([volunteer], today)[volunteer.pk]


def conditions_by_mentor(volunteers, today: date) -> dict:
    """{volunteer's key: the same for each of them}; still one query."""
    held = VettingCheck.objects.filter(volunteer__in=volunteers, decision=VettingCheck.Decision.CONDITIONS)
    in_date = held.filter(Q(expires_on=None) | Q(expires_on__gte=today)).order_by("-decided_on", "-requested_on")
    found = defaultdict(list)
    for check in in_date:
        found[check.volunteer_id].append(check.conditions)
    return found


def waits_ending(today: date):
    """Starts under supervision, agreed by two people, that end within a week: they end by themselves (S9)."""
    near = VettingExemption.objects.filter(agreed_by__isnull=False, ended_on__isnull=True)
    near = near.filter(ends_on__gte=today, ends_on__lte=today + timedelta(days=WAIT_ENDS_SOON))
    gone = ["left", "withdrawn", "declined"]
    return near.exclude(volunteer__state__in=gone).select_related("volunteer__scheme").order_by("ends_on")
