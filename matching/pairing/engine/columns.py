"""Reads the people of a scheme into columns: a few queries of plain values, and the gate asked once for each person.
What they told us is kept packed, so that it is neither parsed nor unsealed again (docs/decisions/0019).

What stands here is all the engine knows; whoever is not clear, has no consent or no place left is told apart by the
gate's own rules (`matching.pairing.gate`) on the same facts as everywhere else.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

import numpy as np

from matching.pairing.actions.traits import traits_keep
from matching.pairing.engine.exclusions import MENTEE_LINES, MENTOR_LINES, SCHEME_LINES
from matching.pairing.engine.known import Known, Words
from matching.pairing.engine.packing import PURPOSE
from matching.pairing.engine.people import Mentees, Mentors, Problem, Rules, ages_on, day_number, pairs_array
from matching.pairing.engine.rows import MenteeRow, MentorRow, read
from matching.pairing.facts import Facts
from matching.pairing.gate import GateLine, gate_to_propose, line_of, stops
from matching.pairing.packed import volunteer_packed, young_person_packed
from matching.pairing.queries import mentors_offering, rows_waiting
from matching.pairing.sides import mentee_side, mentor_side
from mentoring.fields import unseal_bytes

#: Not a line of the gate, and no bar to a pair made by hand: nobody is proposed of themselves who was told no.
SAID_NO = GateLine("said-no", False, "One of them said no to this before.", "Ask both first. By hand it is possible.")


@dataclass(frozen=True)
class Loaded:
    """A `Problem` with the people it is about, in the same order, and the facts that give the gate's words."""

    problem: Problem
    mentors: Sequence
    mentees: Sequence
    facts: Facts

    def lines(self, mentor: int, mentee: int) -> list[GateLine]:
        """What stands between these two, in the gate's own words; empty where nothing does."""
        one, other = self.mentors[mentor], self.mentees[mentee]
        found = [line for line in gate_to_propose(self.facts.of(one, other)) if not line.ok]
        return [*found, SAID_NO] if (one.pk, other.pk) in self.facts.said_no else found

    def own_lines(self, mentee: int) -> list[GateLine]:
        """What stands in the way of every mentor alike: it is about the young person or the scheme."""
        known = SimpleNamespace(
            mentor="", **self.facts.standing_of_mentee(self.mentees[mentee]), **self.facts.of_scheme
        )
        return [line_of(key, known) for key in (*MENTEE_LINES, *SCHEME_LINES) if stops(key, known)]


def load(scheme, today: date, young_people=None) -> Loaded:
    """Everybody who waits, in the fair order (or these young people), and every mentor on offer. Records of young
    people may carry `traits` as the rows do; those that do not are packed here and not kept."""
    mentors = read(mentors_offering(scheme), MentorRow)
    mentees = read(rows_waiting(scheme), MenteeRow) if young_people is None else list(young_people)
    facts = Facts(scheme, mentors, mentees, today)
    kept = traits_of([one for one in (*mentors, *mentees) if hasattr(one, "traits")])
    return Loaded(problem_of(facts, kept), mentors, mentees, facts)


def traits_of(people: Sequence) -> dict:
    """{key: packed}; what is missing is made and kept, unless the person is being changed at this moment."""
    opened = unseal_bytes([one.traits for one in people], PURPOSE)
    found = dict(zip([one.pk for one in people], opened, strict=True))
    missing = [key for key, packed in found.items() if packed is None]
    return found | traits_keep(keys=missing) if missing else found


def problem_of(facts: Facts, traits: Mapping | None = None) -> Problem:
    """The facts about these people, as columns. `traits`: what is kept of them, packed; others are packed here."""
    traits = traits or {}
    volunteers, young_people = facts.volunteers, facts.young_people
    at_mentor = {one.pk: place for place, one in enumerate(volunteers)}
    at_mentee = {one.pk: place for place, one in enumerate(young_people)}

    def places(pairs):
        here = ((at_mentor.get(mentor), at_mentee.get(mentee)) for mentor, mentee in pairs)
        return pairs_array(pair for pair in here if None not in pair)

    mentors, mentees = _mentors(facts, traits), _mentees(facts, traits)
    apart = [places(facts.conflicts), _one_account(volunteers, young_people), told_apart(mentors.known, mentees.known)]
    return Problem(
        mentors=mentors,
        mentees=mentees,
        rules=rules_of(facts),
        today=day_number(facts.today),
        against={
            "conflicts": np.unique(np.concatenate(apart), axis=0),
            "set-aside": places(facts.set_aside),
            "proposed": places(facts.live_pairs),
            "said-no": places(facts.said_no),
        },
        excepted=places(facts.age_exceptions),
    )


def rules_of(facts: Facts) -> Rules:
    scheme, own = facts.scheme, facts.rules
    return Rules(
        mentor_age_from=scheme.mentor_age_from,
        mentee_age_from=scheme.mentee_age_from,
        mentee_age_to=scheme.mentee_age_to,
        age_gap_least=scheme.age_gap_least,
        farthest_km=own.farthest_km,
        weights=own.weights,
        aim=own.aim,
    )


def _mentors(facts: Facts, traits: Mapping) -> Mentors:
    people, wishes = facts.volunteers, lambda one: facts.profiles.get(one.pk)
    standing = [SimpleNamespace(**facts.standing_of_mentor(one), **facts.of_scheme) for one in people]
    known = Known([traits.get(one.pk) or volunteer_packed(one, wishes(one)) for one in people])
    return Mentors(
        keys=[one.pk for one in people],
        refs=[one.ref for one in people],
        sides=Sides(people, lambda one: mentor_side(one, wishes(one), facts.today)),
        known=known,
        ages=ages_on(known.column("born"), day_number(facts.today)),
        places=np.array([one.capacity - facts.places[one.pk] for one in people], dtype=np.int64),
        blocked=_blocked((*MENTOR_LINES, *SCHEME_LINES), standing),
    )


def _mentees(facts: Facts, traits: Mapping) -> Mentees:
    people, wishes = facts.young_people, lambda one: facts.profiles.get(one.pk)
    standing = [SimpleNamespace(**facts.standing_of_mentee(one), **facts.of_scheme) for one in people]
    return Mentees(
        keys=[one.pk for one in people],
        refs=[one.ref for one in people],
        sides=Sides(people, lambda one: mentee_side(one, wishes(one))),
        known=Known([traits.get(one.pk) or young_person_packed(one, wishes(one)) for one in people]),
        turn=np.arange(len(people)),
        settled=np.array([one.pk in facts.settled for one in people], dtype=bool),
        blocked=_blocked(MENTEE_LINES, standing),
    )


class Sides(Sequence):
    """What the sentences are made of, for those who are shown: each is read when somebody asks."""

    def __init__(self, people: Sequence, side_of: Callable):
        self._people, self._side_of = people, side_of

    def __len__(self) -> int:
        return len(self._people)

    def __getitem__(self, place: int):
        return self._side_of(self._people[place])


def _blocked(keys: Sequence[str], known: Sequence[SimpleNamespace]) -> dict[str, np.ndarray]:
    """Each of these lines asked once for each person. They are given their own facts alone: a line that looked at the
    other side would fail here."""
    return {key: np.array([stops(key, one) for one in known], dtype=bool) for key in keys}


def told_apart(mentors: Known, mentees: Known) -> np.ndarray:
    """Pairs in which one comes from a place that the other named (L9)."""
    mentee_said = _from_there(mentees.words("not_from"), mentors.column("area"))
    mentor_said = _from_there(mentors.words("not_from"), mentees.column("area"))
    return np.concatenate([mentee_said[:, ::-1], mentor_said])


def _from_there(named: Words, areas: np.ndarray) -> np.ndarray:
    """(who named a place, who is from there)."""
    order = np.argsort(areas, kind="stable")
    first, last = (np.searchsorted(areas, named.numbers, side, sorter=order) for side in ("left", "right"))
    many = last - first
    who = np.repeat(named.owner, many)
    within = np.arange(len(who)) - np.repeat(np.cumsum(many) - many, many)
    return np.column_stack([who, order[np.repeat(first, many) + within]])


def _one_account(mentors: Sequence, mentees: Sequence) -> np.ndarray:
    """P4: pairs that are one person."""
    owns: dict = defaultdict(list)
    for place, one in enumerate(mentors):
        owns[one.user_id].append(place)
    owns.pop(None, None)
    return pairs_array((m, y) for y, one in enumerate(mentees) for m in owns.get(one.user_id, ()))
