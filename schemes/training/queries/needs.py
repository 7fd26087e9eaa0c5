"""What mentors need to learn next: for whoever plans sessions (S14)."""

from dataclasses import dataclass, field

from schemes.training.models import Module, TrainingNeed

TOPICS = dict(Module.Topic.choices)


@dataclass
class Wanted:
    """One topic, how many need it, and those whose names this person may see."""

    topic: str
    number: int = 0
    needs: list[TrainingNeed] = field(default_factory=list)

    @property
    def unnamed(self) -> int:
        return self.number - len(self.needs)


def training_wanted(actor, scheme) -> list[Wanted]:
    """Topic by topic, the most wanted first. A trainer sees how many, and the names on own courses only (roles.md)."""
    found: dict[str, Wanted] = {}
    waiting = TrainingNeed.objects.open().filter(volunteer__scheme=scheme)
    for topic in waiting.values_list("topic", flat=True):
        found.setdefault(topic, Wanted(TOPICS[topic])).number += 1
    if found:
        named = TrainingNeed.objects.visible_to(actor).open().filter(volunteer__scheme=scheme)
        for need in named.exclude(volunteer__user=actor.user).select_related("volunteer", "said_by"):
            found[need.topic].needs.append(need)
    return sorted(found.values(), key=lambda wanted: (-wanted.number, wanted.topic))


def needs_of(volunteer, actor):
    """What waits for one of them, as far as this person may read it."""
    return TrainingNeed.objects.visible_to(actor).open().filter(volunteer=volunteer).select_related("said_by")
