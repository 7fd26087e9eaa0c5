"""Reading group supervision: what there is, and where one is due (S14, P6)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, Q
from django.utils.timezone import localdate

from matching.pairing.states import TOGETHER
from matching.supervision.groups.models import SupervisionGroup
from matching.supervision.models import Supervision
from matching.supervision.rhythm import LEAST, Rhythm, comes_in_time, next_due
from matching.supervision.rhythms.models import SupervisionRhythm
from schemes.people.models import Volunteer
from schemes.planning.models import Scheme
from schemes.training.queries.groups import IN_THE_GROUP


def groups_of(actor, scheme):
    """All that this person may see there, with how many were invited and how many came."""
    places = Count("supervisions"), Count("supervisions", filter=Q(supervisions__outcome="held"))
    rows = SupervisionGroup.objects.visible_to(actor).filter(scheme=scheme).select_related("led_by")
    return rows.annotate(invited=places[0], came=places[1])


def places_of(group) -> list[Supervision]:
    """Everybody's place in the group, by name."""
    return list(group.supervisions.select_related("volunteer", "supervisor").order_by("volunteer__name", "pk"))


def may_be_invited(actor, scheme):
    """Who is trained, with or without a match (P6), as far as this person may see names; not themselves."""
    found = Volunteer.objects.visible_to(actor).filter(scheme=scheme, state__in=IN_THE_GROUP)
    return found.exclude(user=actor.user).order_by("name", "pk")


def last_group_of(actor, scheme, at: datetime) -> date:
    """The day from which a series of groups goes on: the last one held or planned, else today."""
    last = SupervisionGroup.objects.visible_to(actor).filter(scheme=scheme).exclude(outcome="called-off").first()
    return localdate(last.planned_at) if last else localdate(at)


@dataclass(frozen=True)
class GroupGap:
    """One kind of mentor of a scheme for whom no group is planned in time."""

    scheme: Scheme
    is_peer: bool
    due_on: date
    planned_on: date | None = None

    @property
    def who(self) -> str:
        return "peer mentors" if self.is_peer else "mentors"


def group_gaps(at: datetime, schemes=None) -> list[GroupGap]:
    """Where several mentors of one kind have a young person, and their group does not meet in time; of all schemes, or
    of these."""
    found = Volunteer.objects.all() if schemes is None else Volunteer.objects.filter(scheme__in=schemes)
    today, alike = localdate(at), ("scheme", "is_peer")
    together = found.filter(matches__state__in=TOGETHER).order_by().values(*alike)
    kinds = together.annotate(number=Count("pk", distinct=True), since=Min("matches__introduced_on"))
    kinds = [kind for kind in kinds if kind["number"] >= LEAST and kind["since"]]
    if not kinds:
        return []
    keys = {kind["scheme"] for kind in kinds}
    held, rhythms, by_key = _groups(keys, at), _rhythms(keys, today), Scheme.objects.in_bulk(keys)
    gaps = []
    for kind in kinds:
        key, is_peer = kind["scheme"], kind["is_peer"]
        every = rhythms.get(key, Rhythm()).for_group(is_peer=is_peer)
        last, planned = held.get((key, is_peer), (None, None))
        due_on = next_due(localdate(last) if last else kind["since"], every)
        planned_on = localdate(planned) if planned else None
        if every and not comes_in_time(planned_on, due_on, today):
            gaps.append(GroupGap(by_key[key], is_peer, due_on, planned_on))
    return sorted(gaps, key=lambda gap: gap.due_on)


def _groups(keys, at) -> dict:
    """(scheme, peers?) → when such mentors met in a group last, and when they will next."""
    rows = Supervision.objects.filter(scheme__in=keys, kind=Supervision.Kind.GROUP).order_by()
    rows = rows.values("scheme", "volunteer__is_peer").annotate(
        last=Max("planned_at", filter=Q(outcome="held")),
        next=Min("planned_at", filter=Q(outcome="planned", planned_at__gte=at)),
    )
    return {(row["scheme"], row["volunteer__is_peer"]): (row["last"], row["next"]) for row in rows}


def _rhythms(keys, today) -> dict[object, Rhythm]:
    found: dict = {}
    for row in SupervisionRhythm.objects.newest_on(today).filter(scheme__in=keys):
        found.setdefault(row.scheme_id, row.rhythm)
    return found
