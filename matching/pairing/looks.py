"""Two people looked at together, before anything is proposed: each line of the gate, and how they may suit."""

from dataclasses import dataclass

from matching.pairing.criteria import Score, score_of
from matching.pairing.facts import Facts
from matching.pairing.gate import GateLine, blocked_by, gate_to_propose
from matching.pairing.proposals import suits
from matching.pairing.sides import sides
from schemes.people.models import Volunteer, YoungPerson


@dataclass(frozen=True)
class Look:
    """A pair with every line of the gate and its score; the score is told also where the gate says no."""

    volunteer: Volunteer
    young_person: YoungPerson
    lines: list[GateLine]
    score: Score

    @property
    def blocked(self) -> list[str]:
        """What is wrong and what to do about it, in sentences."""
        return blocked_by(self.lines)

    @property
    def suits(self) -> tuple[str, str]:
        return suits(self.score.value)

    @property
    def pair(self) -> dict:
        """What a proposal of the two keeps."""
        return {
            "volunteer": self.volunteer,
            "young_person": self.young_person,
            "score": round(self.score.value, 4),
            "reasons": list(self.score.reasons),
        }


def look_at(facts: Facts, volunteer, young_person) -> Look:
    """One pair out of facts gathered for many."""
    lines = gate_to_propose(facts.of(volunteer, young_person))
    return Look(volunteer, young_person, lines, score_of(*sides(facts, volunteer, young_person), facts.rules.weights))
