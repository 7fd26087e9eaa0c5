"""Planned and delivered dose of matches: four queries, however many they are (R5)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, Sum
from django.utils.timezone import localdate

from matching.cover.queries import paused_days_of
from matching.pairing.models import Match, MatchStateChange
from matching.pairing.states import MET
from matching.relationships.doses.rules import Dose, sessions_foreseen, silences_of
from matching.relationships.models import Agreement, MentoringSession
from matching.relationships.queries import USUAL_DAYS

SIGNED = ("mentee_signed_at", "mentor_signed_at", "co_ordinator_signed_at")
WITH_OTHERS = (MentoringSession.Kind.GROUP, MentoringSession.Kind.WORKSHOP)


def doses_of(matches: Iterable[Match], today: date, since: date = date.min) -> dict:
    """match key → Dose, from the introduction (not before `since`) to today or to the end, today counted; those who
    were not introduced have none. Days of a pause foresee nothing, and what somebody held who stood in is no dose of
    these two."""
    matches = [match for match in matches if match.introduced_on]
    keys = [match.pk for match in matches]
    rhythms, quiet = _rhythms(keys), _quiet(keys, today)
    met = _met(keys) if since == date.min else _met(keys, planned_at__date__range=(since, today))
    return {
        match.pk: _dose(match, since, today, rhythms[match.pk], quiet[match.pk], met.get(match.pk, {}))
        for match in matches
    }


def dose_column(rows: list[dict], today: date) -> None:
    """Puts on each row of the list of matches how often they met, of how often they meant to."""
    doses = doses_of(Match.objects.filter(pk__in=[row["key"] for row in rows]).only("introduced_on", "ended_on"), today)
    words = {str(key): dose for key, dose in doses.items()}
    for row in rows:
        row["dose"] = words.get(row["key"])


def _dose(match, since, today, rhythms, silences, met) -> Dose:
    end = min(today, match.ended_on or today)
    return Dose(sessions_foreseen(max(match.introduced_on, since), end, rhythms, silences, USUAL_DAYS), **met)


def _rhythms(keys) -> dict[object, list]:
    """(day of the last signature, every how many days), version by version, of agreements that all three signed."""
    found = defaultdict(list)
    signed = Agreement.objects.filter(match__in=keys, **{f"{name}__isnull": False for name in SIGNED})
    for key, every, *at in signed.order_by("version").values_list("match", "every_days", *SIGNED):
        found[key].append((localdate(max(at)), every))
    return found


def _quiet(keys, today: date) -> dict[object, list]:
    """(first day, first day after) of pauses and endings, in which nobody expects them to meet."""
    changes, paused = _changes(keys), paused_days_of(keys)
    return {key: [*silences_of(changes[key], today), *paused.get(key, [])] for key in keys}


def _changes(keys) -> dict[object, list]:
    found = defaultdict(list)
    rows = MatchStateChange.objects.filter(match__in=keys).order_by("created_at")
    for key, at, state in rows.values_list("match", "created_at", "to_state"):
        found[key].append((localdate(at), state))
    return found


def _met(keys, **when) -> dict[object, dict[str, int]]:
    held = MentoringSession.objects.of_the_two().filter(match__in=keys, outcome__in=MET, **when)
    rows = held.order_by().values("match")
    others = Count("kind", filter=Q(kind__in=WITH_OTHERS))  # nothing but what stands in the index
    counted = rows.annotate(number=Count("*"), others=others, sum=Sum("minutes"))
    return {
        row["match"]: {"met": row["number"], "with_others": row["others"], "minutes": row["sum"] or 0}
        for row in counted
    }
