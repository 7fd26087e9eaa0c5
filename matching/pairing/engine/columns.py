"""Reads the people of a scheme into columns: a few queries of plain values, and the gate asked once for each person.

What stands here is all the engine knows; whoever is not clear, has no consent or no place left is told apart by the
gate's own rules (`matching.pairing.gate`) on the same facts as everywhere else.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

import numpy as np

from matching.pairing.criteria.words import plain
from matching.pairing.engine.exclusions import MENTEE_LINES, MENTOR_LINES, SCHEME_LINES
from matching.pairing.engine.people import Mentees, Mentors, Problem, Rules, day_number, pairs_array
from matching.pairing.engine.rows import MenteeRow, MentorRow
from matching.pairing.facts import Facts
from matching.pairing.gate import GateLine, gate_to_propose, line_of, stops
from matching.pairing.queries import mentors_offering, people_waiting
from matching.pairing.sides import mentee_side, mentor_side

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
        known = SimpleNamespace(mentor="", **self.facts.of_mentee(self.mentees[mentee]), **self.facts.of_scheme)
        return [line_of(key, known) for key in (*MENTEE_LINES, *SCHEME_LINES) if stops(key, known)]


def load(scheme, today: date, young_people=None) -> Loaded:
    """Everybody who waits, in the fair order (or these young people), and every mentor on offer."""
    mentors = [MentorRow(*row) for row in mentors_offering(scheme).values_list(*MentorRow._fields)]
    if young_people is None:
        waiting = people_waiting(scheme).values_list(*MenteeRow._fields)
        mentees = [MenteeRow(*row) for row in waiting]
    else:
        mentees = list(young_people)
    facts = Facts(scheme, mentors, mentees, today)
    return Loaded(problem_of(facts), mentors, mentees, facts)


def problem_of(facts: Facts) -> Problem:
    """The facts about these people, as columns."""
    mentors, mentees = facts.volunteers, facts.young_people
    at_mentor = {one.pk: place for place, one in enumerate(mentors)}
    at_mentee = {one.pk: place for place, one in enumerate(mentees)}

    def places(pairs):
        here = ((at_mentor.get(mentor), at_mentee.get(mentee)) for mentor, mentee in pairs)
        return pairs_array(pair for pair in here if None not in pair)

    return Problem(
        mentors=_mentors(facts, mentors),
        mentees=_mentees(facts, mentees),
        rules=rules_of(facts),
        today=day_number(facts.today),
        against={
            "conflicts": np.unique(np.concatenate([places(facts.conflicts), told_apart(facts)]), axis=0),
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


def _mentors(facts: Facts, people: Sequence) -> Mentors:
    known = [SimpleNamespace(**facts.of_mentor(one), **facts.of_scheme) for one in people]
    return Mentors(
        keys=[one.pk for one in people],
        refs=[one.ref for one in people],
        sides=[mentor_side(one, facts.profiles.get(one.pk), facts.today) for one in people],
        born=np.array([day_number(one.born_on) for one in people], dtype=np.int64),
        places=np.array([one.capacity - facts.places[one.pk] for one in people], dtype=np.int64),
        blocked=_blocked((*MENTOR_LINES, *SCHEME_LINES), known),
    )


def _mentees(facts: Facts, people: Sequence) -> Mentees:
    known = [SimpleNamespace(**facts.of_mentee(one), **facts.of_scheme) for one in people]
    return Mentees(
        keys=[one.pk for one in people],
        refs=[one.ref for one in people],
        sides=[mentee_side(one, facts.profiles.get(one.pk)) for one in people],
        born=np.array([day_number(one.born_on) for one in people], dtype=np.int64),
        turn=np.arange(len(people)),
        settled=np.array([one.pk in facts.settled for one in people], dtype=bool),
        blocked=_blocked(MENTEE_LINES, known),
    )


def _blocked(keys: Sequence[str], known: Sequence[SimpleNamespace]) -> dict[str, np.ndarray]:
    """Each of these lines asked once for each person. They are given their own facts alone: a line that looked at the
    other side would fail here."""
    return {key: np.array([stops(key, one) for one in known], dtype=bool) for key in keys}


def told_apart(facts: Facts) -> np.ndarray:
    """Pairs stopped by being one person (P4), or by a place that one of the two named (L9)."""
    mentors, mentees = facts.volunteers, facts.young_people
    found = {*_one_account(mentors, mentees)}
    from_there = _by_area(mentors)
    found |= {(m, y) for y, one in enumerate(mentees) for m in _from(from_there, one.not_from)}
    from_there, profiles = _by_area(mentees), facts.profiles
    wishes = ((m, profiles[one.pk].not_from) for m, one in enumerate(mentors) if one.pk in profiles)
    return pairs_array(found | {(m, y) for m, places in wishes for y in _from(from_there, places)})


def _one_account(mentors: Sequence, mentees: Sequence):
    owns: dict = defaultdict(list)
    for place, one in enumerate(mentors):
        owns[one.user_id].append(place)
    owns.pop(None, None)
    return ((m, y) for y, one in enumerate(mentees) for m in owns.get(one.user_id, ()))


def _by_area(people: Sequence) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(people):
        if one.area:
            found[plain(one.area)].append(place)
    return found


def _from(by_area: dict[str, list[int]], places: Sequence[str]):
    return (who for place in places for who in by_area.get(plain(place), ()))
