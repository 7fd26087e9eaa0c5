"""Finding people who are held twice is for those who may edit people."""

from mentoring.tests.access_kit import page
from schemes.people.actions import volunteer_add
from schemes.people.merging.actions import pairs_refresh, person_merge
from schemes.people.merging.models import LikelyPair


def kind(world):
    return {"kind": "volunteers"}


def pair(world):
    return {"kind": "volunteers", "pair_id": world.likely_pair.pk}


def merged(world):
    return {"kind": "volunteers", "merged_id": world.merged_person.pk}


ACCESS = {
    "schemes:pair_list": page("coordinator", kwargs=kind),
    "schemes:pairs_refresh": page("coordinator", kwargs=kind, method="post"),
    "schemes:pair_show": page("coordinator", kwargs=pair),
    "schemes:pair_part": page("coordinator", kwargs=pair, method="post"),
    "schemes:merge_undo": page("coordinator", kwargs=merged, method="post"),
}


def build(world) -> None:
    """Ann is on the list twice, and so was Bea until she was put together."""
    people = [
        volunteer_add(scheme=world.scheme, name=name, email=f"{name.split()[0].lower()}@twice.example", by=world.lead)
        for name in ("Ann Twice", "Ann Twice", "Bea Once", "Bea Once")
    ]
    world.merged_person = person_merge(kept=people[2], gone=people[3], choices={}, by=world.coordinator)
    pairs_refresh(scheme=world.scheme)
    world.likely_pair = LikelyPair.objects.get(one_key__in=[people[0].pk, people[1].pk])
