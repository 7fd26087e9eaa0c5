"""Proposals for the young people who wait: the gate says who may, the score says who may suit."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from matching.pairing.criteria import Score, score_of
from matching.pairing.facts import Facts, sides
from matching.pairing.gate import GateLine, blocked_by, gate_to_propose
from matching.pairing.models import Match
from matching.pairing.queries import mentors_offering, open_matches_of, people_waiting
from matching.pairing.solve import best_pairs
from schemes.people.models import Volunteer, YoungPerson

#: From which score on two may suit well, or at all.
WELL, SOMEWHAT = 0.5, 0.25
#: So many proposals are shown for one young person.
BEST = 3

#: Why a line stops some mentors, said once for all of them.
WHY_NOBODY = {
    "approved": "not approved yet, or on a break",
    "checks": "a check missing or run out",
    "training": "training not finished",
    "suitability": "no suitability review that says ready",
    "capacity": "no place left",
    "ages": "ages do not fit the scheme’s rules",
    "conflicts": "know each other, or one side asked not to",
    "set-aside": "set aside for now",
    "kind": "not the kind of mentor they chose",
    "hold": "cannot be introduced for now",
}


@dataclass(frozen=True)
class Proposal:
    """A pair that may be proposed."""

    volunteer: Volunteer
    score: Score

    @property
    def suits(self) -> tuple[str, str]:
        """Tone and words of how well they may suit: a word, because a number would promise more than it knows."""
        if self.score.value >= WELL:
            return "good", "May suit well"
        return ("waiting", "May suit") if self.score.value >= SOMEWHAT else ("plain", "Little shared")


@dataclass
class Waiting:
    """A young person who waits: the best proposals first, and who was blocked by what."""

    young_person: YoungPerson
    proposals: list[Proposal] = field(default_factory=list)
    blocked: list[tuple[Volunteer, list[GateLine]]] = field(default_factory=list)
    open_matches: list[Match] = field(default_factory=list)

    @property
    def said_yes(self) -> bool:
        """They and a mentor said yes to each other: nobody more is proposed to them."""
        return any(match.state in (Match.State.ACCEPTED, Match.State.RISK_APPROVED) for match in self.open_matches)

    @property
    def best(self) -> list[Proposal]:
        return [] if self.said_yes else self.proposals[:BEST]

    def waited_by(self, day: date) -> bool:
        """Did they wait already on that day?"""
        return bool(self.young_person.waiting_since) and self.young_person.waiting_since.date() <= day

    @property
    def own_reasons(self) -> list[GateLine]:
        """Lines that block every mentor alike: they are about the young person or the scheme."""
        shared = {"wish", "consent", "last-ending", "scheme"}
        lines = self.blocked[0][1] if self.blocked else []
        return [line for line in lines if line.key in shared]

    @property
    def why_nobody(self) -> list[tuple[int, str]]:
        """(how many mentors, why), the commonest first."""
        counts = Counter(line.key for _, lines in self.blocked for line in lines if line.key in WHY_NOBODY)
        return [(number, WHY_NOBODY[key]) for key, number in counts.most_common()]


def proposals_for(scheme, today: date, young_people=None) -> list[Waiting]:
    """Everybody who waits, longest first (or the given young people), against every mentor. Some twenty queries."""
    young_people = list(people_waiting(scheme) if young_people is None else young_people)
    mentors = list(mentors_offering(scheme))
    facts, on_the_way = Facts(scheme, mentors, young_people, today), open_matches_of(young_people)
    rows = [_waiting(facts, mentors, person) for person in young_people]
    for row in rows:
        row.open_matches = on_the_way[row.young_person.pk]
    return rows


def _waiting(facts: Facts, mentors, young_person) -> Waiting:
    found = Waiting(young_person)
    for volunteer in mentors:
        wrong = [line for line in gate_to_propose(facts.of(volunteer, young_person)) if not line.ok]
        if wrong:
            found.blocked.append((volunteer, wrong))
        else:
            found.proposals.append(Proposal(volunteer, score_of(*sides(facts, volunteer, young_person))))
    found.proposals.sort(key=lambda proposal: -proposal.score.value)
    return found


def scheme_proposals(scheme, today: date) -> dict:
    """The engine on a whole scheme, as interfaces.md has it: nobody twice, most young people first, then the best
    total. Keys are the people's references."""
    waiting = [row for row in proposals_for(scheme, today) if not row.said_yes]
    mentors = {p.volunteer.ref: p.volunteer for row in waiting for p in row.proposals}
    taken = Facts(scheme, mentors.values(), [], today).places
    places = {ref: mentor.capacity - taken[mentor.pk] for ref, mentor in mentors.items()}
    scores = {(p.volunteer.ref, row.young_person.ref): p.score.value for row in waiting for p in row.proposals}
    pairs = best_pairs(places, [row.young_person.ref for row in waiting], scores).pairs
    chosen = {mentee: mentor for mentor, mentee, _ in pairs}
    return {
        "proposals": [
            _proposal(row, chosen[row.young_person.ref]) for row in waiting if row.young_person.ref in chosen
        ],
        "unmatched": [_unmatched(row) for row in waiting if row.young_person.ref not in chosen],
    }


def _proposal(row: Waiting, mentor_ref: str) -> dict:
    (found,) = [proposal for proposal in row.proposals if proposal.volunteer.ref == mentor_ref]
    return {
        "mentor": mentor_ref,
        "mentee": row.young_person.ref,
        "score": found.score.value,
        "reasons": list(found.score.reasons),
    }


def _unmatched(row: Waiting) -> dict:
    elsewhere = [
        {"mentor": p.volunteer.ref, "reasons": ["Every place goes to another young person in this plan."]}
        for p in row.proposals
    ]
    blocked = [{"mentor": volunteer.ref, "reasons": blocked_by(lines)} for volunteer, lines in row.blocked]
    return {"mentee": row.young_person.ref, "blocked_by": elsewhere + blocked}


def score_for(scheme, *, volunteer, young_person, today: date) -> dict:
    """Score and reasons to keep with one pair, found by the score or by hand."""
    found = score_of(*sides(Facts(scheme, [volunteer], [young_person], today), volunteer, young_person))
    return {"score": found.value, "reasons": list(found.reasons)}
