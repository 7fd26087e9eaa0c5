"""Reads for finding people who are held twice and putting them together."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from schemes.people.merging.models import Kind, LikelyPair, MergedPerson
from schemes.people.models import Volunteer, YoungPerson
from schemes.planning.models import Scheme
from schemes.recruitment.sheet_repeats import Known

MODELS = {Kind.VOLUNTEERS: Volunteer, Kind.YOUNG_PEOPLE: YoungPerson}
UNDO_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class ShownPair:
    pair: LikelyPair
    one: object
    other: object


def schemes_to_compare() -> list[Scheme]:
    """Schemes that are not closed."""
    return list(Scheme.objects.exclude(state=Scheme.State.CLOSED))


def people_to_compare(scheme, kind: str) -> dict[str, tuple]:
    """ref → (key, what is compared) of everybody of that kind, oldest first."""
    rows = MODELS[kind].objects.filter(scheme=scheme).order_by("created_at", "id")
    found = rows.values_list("ref", "pk", "name", "born_on", "email", "phone")
    return {ref: (key, Known(name, born_on, email, phone, ref)) for ref, key, name, born_on, email, phone in found}


def open_pairs(actor, scheme, kind: str):
    """Pairs nobody has looked at yet, the surest first."""
    pairs = LikelyPair.objects.visible_to(actor).filter(scheme=scheme, kind=kind, parted_at__isnull=True)
    return pairs.order_by("rank", "created_at", "id")


def pairs_shown(actor, kind: str, pairs) -> list[ShownPair]:
    """These pairs with their two records: one query, however many."""
    keys = {key for pair in pairs for key in (pair.one_key, pair.other_key)}
    people = MODELS[kind].objects.visible_to(actor).in_bulk(keys)
    return [
        ShownPair(pair, people[pair.one_key], people[pair.other_key])
        for pair in pairs
        if pair.one_key in people and pair.other_key in people
    ]


def pair_shown(actor, scheme, pair_id) -> ShownPair | None:
    """One pair, judged or not."""
    pair = LikelyPair.objects.visible_to(actor).filter(scheme=scheme, pk=pair_id).first()
    return next(iter(pairs_shown(actor, pair.kind, [pair])), None) if pair else None


def merged_lately(actor, scheme, kind: str, now: datetime):
    """Records put together so lately that it can be taken back."""
    rows = MergedPerson.objects.visible_to(actor).filter(scheme=scheme, kind=kind, created_at__gt=now - UNDO_WITHIN)
    return rows.select_related("volunteer", "young_person", "merged_by").defer("held").order_by("-created_at")


def kept_instead(actor, scheme, key):
    """The record that an old address leads to now; None where it leads nowhere."""
    rows = MergedPerson.objects.visible_to(actor).filter(scheme=scheme, gone_key=key).defer("held")
    gone = rows.select_related("volunteer", "young_person").first()
    return gone.kept if gone else None


def merged_people(scheme, kind: str) -> list[tuple[str, str, dict]]:
    """(reference that is gone, reference it is part of, what it was known by) of everybody put together: a sheet that
    still has the old row brings in nobody new."""
    rows = MergedPerson.objects.filter(scheme=scheme, kind=kind).select_related("volunteer", "young_person")
    return [(row.gone_ref, row.kept.ref, _known_by(row.held["gone"])) for row in rows.order_by("created_at")]


def _known_by(gone: dict) -> dict:
    born_on = gone["born_on"] and date.fromisoformat(gone["born_on"])
    return {"born_on": born_on, **{name: gone[name] for name in ("name", "email", "phone")}}
