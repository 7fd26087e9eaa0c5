"""Reads the page on which a young person and up to three mentors stand side by side."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from matching.pairing.facts import Facts
from matching.pairing.fixes import gate_tasks
from matching.pairing.looks import Look, look_at
from matching.pairing.models import Match
from matching.pairing.told import ToldLine, told_lines

#: So many mentors fit beside a young person on a screen.
BESIDE = 3


@dataclass(frozen=True)
class Beside:
    """A mentor beside the young person. `wrong`: lines of the gate that do not hold, each with the page that puts it
    right; `before`: matches the two had or have, newest first."""

    look: Look
    wrong: list[dict]
    places_left: int
    before: list[Match]

    @property
    def volunteer(self):
        return self.look.volunteer

    @property
    def in_order(self) -> list[str]:
        return [line.words for line in self.look.lines if line.ok]

    @property
    def past(self) -> list[Match]:
        return [match for match in self.before if match is not self.live]

    @property
    def live(self) -> Match | None:
        """The match the two have at this moment."""
        return next((match for match in self.before if match.state not in ("ended", "declined")), None)


def beside(scheme, young_person, volunteers, today: date) -> tuple[list[Beside], list[ToldLine]]:
    """Each mentor with the gate and the score, and what everybody told us. As many queries for one as for three."""
    facts, before = Facts(scheme, volunteers, [young_person], today), _before(young_person, volunteers)
    told = told_lines(
        young_person,
        facts.profiles.get(young_person.pk),
        [(volunteer, facts.profiles.get(volunteer.pk)) for volunteer in volunteers],
        today,
    )
    return [_beside(facts, young_person, volunteer, before[volunteer.pk]) for volunteer in volunteers], told


def _beside(facts, young_person, volunteer, before) -> Beside:
    look = look_at(facts, volunteer, young_person)
    wrong = [line for line in look.lines if not line.ok]
    would_be = Match(scheme=facts.scheme, volunteer=volunteer, young_person=young_person)
    return Beside(
        look=look,
        wrong=gate_tasks(would_be, wrong, may_edit=True, may_approve=False),
        places_left=max(volunteer.capacity - facts.places[volunteer.pk], 0),
        before=before,
    )


def _before(young_person, volunteers) -> dict:
    """{mentor's key: matches of the two}."""
    found = defaultdict(list)
    for match in Match.objects.filter(young_person=young_person, volunteer__in=volunteers).order_by("-created_at"):
        found[match.volunteer_id].append(match)
    return found
