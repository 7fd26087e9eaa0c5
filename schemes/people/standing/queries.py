"""Who stands at a stage for too long: asked by the reminders, the first page, the list and the counts alike."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Case, IntegerField, Max, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime

from schemes.people.models import Volunteer, YoungPerson
from schemes.people.standing.limits import LIMITS, MANAGER_AFTER_DAYS, days_of, limit_groups, stages_of
from schemes.planning.models import Scheme

MODELS = {"volunteer": Volunteer, "young-person": YoungPerson}


def limits_of(scheme) -> dict[tuple[str, str], int]:
    """{(way, stage): days} as they hold in this scheme."""
    return {(way, stage): days_of(scheme.stage_days, way, stage) for way, stage in LIMITS}


def open_schemes() -> list[Scheme]:
    """Schemes that are not closed, with the days they set themselves."""
    return list(Scheme.objects.exclude(state=Scheme.State.CLOSED).only("pk", "stage_days"))


def groups_of(way: str, schemes: Iterable[Scheme]) -> list[tuple[str, int, set]]:
    return limit_groups(way, [(scheme.pk, scheme.stage_days) for scheme in schemes])


def too_long(way: str, schemes: Iterable[Scheme], today: date, *, stages=None, beyond: int = 0):
    """People who have stood at their stage (one of `stages`) for as long as their scheme allows, and `beyond` days
    more. Each carries `since`, the moment they came there, and `limit_days`.
    """
    schemes = list(schemes)
    groups = [(Q(state=stage, scheme_id__in=keys), days) for stage, days, keys in groups_of(way, schemes)]
    late = Q(pk__in=[])
    for where, days in groups:
        late |= where & Q(since__date__lte=today - timedelta(days=days + beyond))
    limits = [When(where, then=Value(days)) for where, days in groups]
    return (
        MODELS[way]
        .objects.filter(state__in=stages or stages_of(way), scheme_id__in=[scheme.pk for scheme in schemes])
        .annotate(
            since=Coalesce(Max("state_changes__created_at"), "created_at"),
            limit_days=Case(*limits, default=Value(0), output_field=IntegerField()),
        )
        .filter(late)
        .select_related("scheme")
        .order_by("since", "pk")
    )


def due_on(person) -> date:
    """The day on which their time at this stage was up."""
    return localtime(person.since).date() + timedelta(days=person.limit_days)


def too_long_seen(way: str, actor, scheme, today: date):
    """The same people, as far as this person may see them."""
    seen = MODELS[way].objects.visible_to(actor).values("pk")
    return too_long(way, [scheme], today).filter(pk__in=seen)


def too_long_counts(scheme, today: date) -> Counter:
    """{(way, stage): how many stand there too long}: what a manager sees of it."""
    found = Counter()
    for way in MODELS:
        states = too_long(way, [scheme], today).select_related(None).values_list("state", flat=True)
        found.update((way, state) for state in states)
    return found


def long_overdue(schemes: Iterable[Scheme], today: date) -> Counter:
    """{scheme's key: how many have stood too long for another two weeks}: when their manager is told."""
    found = Counter()
    for way in MODELS:
        rows = too_long(way, schemes, today, beyond=MANAGER_AFTER_DAYS).select_related(None)
        found.update(rows.values_list("scheme_id", flat=True))
    return found
