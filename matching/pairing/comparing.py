"""Reads the page on which a young person and up to three mentors stand side by side."""

from collections import defaultdict
from dataclasses import dataclass

from matching.pairing.facts import Facts
from matching.pairing.fixes import gate_tasks
from matching.pairing.looks import Look, look_at
from matching.pairing.models import Match, Technique
from matching.pairing.told import ToldLine, told_lines
from safeguarding.vetting.queries import conditions_by_mentor

#: So many mentors fit beside a young person on a screen.
BESIDE = 3


@dataclass(frozen=True)
class Beside:
    """A mentor beside the young person. `wrong`: lines of the gate that do not hold, each with the page that puts it
    right; `before`: matches the two had or have, newest first; `techniques`: what was used to bring them together;
    `conditions`: under which the mentor is cleared, as written for matching."""

    look: Look
    wrong: list[dict]
    places_left: int
    before: list[Match]
    techniques: list[Technique]
    conditions: list[str]

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


def beside(facts: Facts, young_person, volunteers, reader) -> tuple[list[Beside], list[ToldLine]]:
    """Each mentor with the gate and the score, and what everybody told us. `facts`: about them and perhaps others too;
    `reader`: who looks; nobody reads the conditions of their own clearance."""
    pairs, today = {"young_person": young_person, "volunteer__in": volunteers}, facts.today
    before = by_mentor(Match.objects.filter(**pairs).order_by("-created_at"))
    techniques = by_mentor(Technique.objects.filter(**pairs))
    conditions = conditions_by_mentor(volunteers, today)
    told = told_lines(
        young_person,
        facts.profiles.get(young_person.pk),
        [(volunteer, facts.profiles.get(volunteer.pk)) for volunteer in volunteers],
        today,
    )
    found = [
        _beside(
            facts,
            young_person,
            volunteer,
            before=before[volunteer.pk],
            techniques=techniques[volunteer.pk],
            conditions=[] if volunteer.user_id == reader.pk else conditions[volunteer.pk],
        )
        for volunteer in volunteers
    ]
    return found, told


def _beside(facts, young_person, volunteer, **known) -> Beside:
    look = look_at(facts, volunteer, young_person)
    wrong = [line for line in look.lines if not line.ok]
    would_be = Match(scheme=facts.scheme, volunteer=volunteer, young_person=young_person)
    return Beside(
        look=look,
        wrong=gate_tasks(would_be, wrong, may_edit=True, may_approve=False),
        places_left=max(volunteer.capacity - facts.places[volunteer.pk], 0),
        **known,
    )


def by_mentor(rows) -> dict:
    """{mentor's key: rows that name them}."""
    found = defaultdict(list)
    for row in rows:
        found[row.volunteer_id].append(row)
    return found
