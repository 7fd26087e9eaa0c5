"""Pairs that look alike: found anew, parted for good, and carried over when one of the two is gone."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import locked
from schemes.people.merging.models import Kind, LikelyPair
from schemes.people.merging.queries import people_to_compare
from schemes.recruitment.sheet_repeats import Likeness, agreeing, likely_pairs


@transaction.atomic
def pairs_refresh(*, scheme, kinds=tuple(Kind), by=None) -> int:
    """Compare everybody with everybody anew; what somebody parted stays parted. Returns how many pairs are open."""
    found = [pair for kind in kinds for pair in _pairs(scheme, kind)]
    known = {(pair.one_key, pair.other_key) for pair in found}
    old = LikelyPair.objects.filter(scheme=scheme, kind__in=kinds)
    gone = [pair.pk for pair in old.filter(parted_at=None) if (pair.one_key, pair.other_key) not in known]
    old.filter(pk__in=gone).delete()
    held = dict.fromkeys(old.values_list("one_key", "other_key"))
    LikelyPair.objects.bulk_create([pair for pair in found if (pair.one_key, pair.other_key) not in held])
    return old.filter(parted_at=None).count()


def _pairs(scheme, kind: str) -> list[LikelyPair]:
    people = people_to_compare(scheme, kind)
    return [
        LikelyPair(
            scheme=scheme,
            kind=kind,
            **_in_order(people[one.ref][0], people[other.ref][0]),
            likeness=likeness,
            rank=list(Likeness).index(likeness),
            agrees=list(agreeing(one, other)),
        )
        for likeness, one, other in likely_pairs(known for _, known in people.values())
    ]


def _in_order(one_key, other_key) -> dict:
    one_key, other_key = sorted((one_key, other_key))
    return {"one_key": one_key, "other_key": other_key}


@transaction.atomic
def pair_part(*, pair, by) -> LikelyPair:
    """These are two people; nobody is asked again."""
    pair = locked(pair)
    pair.parted_by, pair.parted_at = by, timezone.now()
    pair.save(update_fields=["parted_by", "parted_at"])
    audit_record(verb="pair.parted", subject=pair, scheme=pair.scheme, by=by)
    return pair


def pairs_follow(scheme, kind: str, gone_key, kept_key) -> None:
    """Whom somebody parted from the one that is gone, they parted from the one that is kept."""
    mine = LikelyPair.objects.filter(scheme=scheme, kind=kind)
    for pair in [*mine.filter(one_key=gone_key), *mine.filter(other_key=gone_key)]:
        third = pair.other_key if pair.one_key == gone_key else pair.one_key
        said = {"parted_by": pair.parted_by, "parted_at": pair.parted_at}
        if third != kept_key:
            rest = {"scheme": scheme, "kind": kind, "likeness": pair.likeness, "rank": pair.rank, **said}
            held, is_new = LikelyPair.objects.get_or_create(**_in_order(third, kept_key), defaults=rest)
            if pair.parted_at and not is_new:
                LikelyPair.objects.filter(pk=held.pk).update(**said)
        pair.delete()
