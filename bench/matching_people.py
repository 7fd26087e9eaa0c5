"""Made-up people for the engine, and the same work done pair by pair: plain Python that anybody can check. Pure.

The reference tells the rules a second time, with sets and one pair after the other; it makes no sentences and stops at
the first rule that is broken, so that it is as quick as such code can be.
"""

from datetime import date, timedelta
from random import Random
from types import SimpleNamespace

import numpy as np
from scipy.optimize import linear_sum_assignment

from matching.pairing.criteria import MenteeSide, MentorSide, weighed
from matching.pairing.criteria.outcodes import kilometres
from matching.pairing.criteria.places import nearness
from matching.pairing.criteria.wishes import AGE_WISHES, gender_asked, gender_word
from matching.pairing.engine.known import Known
from matching.pairing.engine.packing import mentee_packed, mentor_packed
from matching.pairing.engine.people import Mentees, Mentors, Problem, Rules, day_number, pairs_array
from matching.pairing.gate import age_on, years_between
from schemes.people.choices import FREE_TIMES, INTERESTS, STRENGTHS, WHY_NOW

TODAY = date(2026, 11, 22)
OUTCODES = tuple(f"{area}{number}" for area in ("S", "DN", "LS") for number in range(1, 15))
LANGUAGES = ("English", "Tigrinya", "Polish", "Urdu", "Welsh", "Arabic")
COMMUNITIES = ("Traveller", "Deaf", "Caribbean", "Kurdish", "Muslim")
RULES = Rules(farthest_km=25)
GRAIN = 10_000


def people_made(number: int, seed: int) -> SimpleNamespace:
    """So many mentors with one place and so many young people: sides, days of birth, pairs told apart."""
    dice = Random(seed)
    mentors, mentees = range(number), range(number)
    return SimpleNamespace(
        mentors=[_mentor(dice) for _ in mentors],
        mentees=[_mentee(dice) for _ in mentees],
        mentor_born=[TODAY - timedelta(days=dice.randint(18 * 366, 70 * 365)) for _ in mentors],
        mentee_born=[TODAY - timedelta(days=dice.randint(16 * 366, 25 * 365)) for _ in mentees],
        apart={(dice.randrange(number), dice.randrange(number)) for _ in mentors},
    )


def _some(dice: Random, words, least: int, most: int) -> tuple:
    return tuple(dice.sample(words, dice.randint(least, most)))


def _mentor(dice: Random) -> MentorSide:
    return MentorSide(
        "A", _some(dice, INTERESTS, 1, 6), _some(dice, STRENGTHS, 1, 5), _some(dice, FREE_TIMES, 2, 8), "Sheffield",
        dice.choice(("woman", "man", "")), dice.randint(18, 69), dice.choice(OUTCODES), _some(dice, LANGUAGES, 1, 3),
        _some(dice, COMMUNITIES, 0, 2), dice.random() < 0.3, dice.choice((6, 12, 24, None)), _some(dice, WHY_NOW, 0, 3),
    )  # fmt: skip


def _mentee(dice: Random) -> MenteeSide:
    return MenteeSide(
        "B", _some(dice, INTERESTS, 1, 6), _some(dice, STRENGTHS, 1, 4), _some(dice, FREE_TIMES, 1, 6), "Sheffield",
        dice.choice(("", "woman", "man")), dice.choice(("", "", "like-me", "elsewhere")),
        dice.choice(("", "", "young", "middle", "older")), dice.choice(OUTCODES), _some(dice, LANGUAGES, 0, 2),
        _some(dice, COMMUNITIES, 0, 2), dice.choice(("either", "peer", "traditional")), dice.choice((None, 6, 12)),
        _some(dice, WHY_NOW, 0, 2),
    )  # fmt: skip


def problem_made(people: SimpleNamespace) -> Problem:
    """The same people as the engine takes them, packed first."""
    number, none = len(people.mentors), np.zeros(len(people.mentors), dtype=bool)
    offered = _known(mentor_packed, people.mentors, people.mentor_born)
    wanted = _known(mentee_packed, people.mentees, people.mentee_born)
    names, ages = [""] * number, np.array([side.age for side in people.mentors])
    ones = np.ones(number, dtype=np.int64)
    mentors = Mentors(names, names, people.mentors, offered, ages, ones, {"capacity": none})
    mentees = Mentees(names, names, people.mentees, wanted, np.arange(number), none, {"wish": none})
    return Problem(
        mentors, mentees, RULES, day_number(TODAY), {"conflicts": pairs_array(people.apart)}, pairs_array(())
    )


def _known(packed, sides, born) -> Known:
    both = zip(sides, born, strict=True)
    return Known([packed(side, born=day_number(day), not_from=()) for side, day in both])


def pair_by_pair(people: SimpleNamespace) -> np.ndarray:
    """Scores in ten-thousandths, mentees × mentors; -1 where the two may not be paired."""
    mentors, mentees = _prepared(people.mentors), _prepared(people.mentees)
    table = np.full((len(mentees), len(mentors)), -1, dtype=np.int64)
    for row, mentee in enumerate(mentees):
        for column, mentor in enumerate(mentors):
            if _may(people, mentor, mentee, column, row):
                table[row, column] = round(_score(mentor, mentee) * GRAIN)
    return table


def _prepared(sides) -> list[SimpleNamespace]:
    """Words as sets, once for each person."""
    return [
        SimpleNamespace(**{
            name: frozenset(value) if isinstance(value, tuple) else value for name, value in vars(side).items()
        })
        for side in sides
    ]  # fmt: skip


def _may(people, mentor, mentee, column: int, row: int) -> bool:
    born, other = people.mentor_born[column], people.mentee_born[row]
    apart = kilometres(mentor.outcode, mentee.outcode)
    return (
        (mentee.kind_wish == "either" or mentor.is_peer == (mentee.kind_wish == "peer"))
        and (apart is None or apart <= RULES.farthest_km)
        and years_between(born, other) >= RULES.age_gap_least
        and age_on(born, TODAY) >= RULES.mentor_age_from
        and RULES.mentee_age_from <= age_on(other, TODAY) <= RULES.mentee_age_to
        and (column, row) not in people.apart
    )


WEIGHTS = weighed()


def _score(mentor, mentee) -> float:
    total = weight = 0.0
    for key, fits in _answers(mentor, mentee):
        if fits is not None:
            total, weight = total + WEIGHTS[key] * fits, weight + WEIGHTS[key]
    return total / weight if weight else 0.0


def _answers(mentor, mentee):
    yield "interests", _share(mentor.interests, mentee.interests, min(3, len(mentee.interests)))
    yield "help", _share(mentor.strengths, mentee.wants_help_with, min(3, len(mentee.wants_help_with)))
    yield "times", _share(mentor.free_times, mentee.free_times, 2)
    yield "languages", _share(mentor.languages, mentee.languages, len(mentee.languages))
    yield "knows", _share(mentor.knows_about, mentee.why_now, min(2, len(mentee.why_now)))
    apart = kilometres(mentor.outcode, mentee.outcode)
    if mentee.background_wish != "elsewhere":
        yield "place", mentor.area == mentee.area if apart is None else nearness(apart)
    if mentor.gender and gender_asked(mentee.gender_wish):
        yield "gender", gender_word(mentor.gender) == gender_asked(mentee.gender_wish)
    if mentee.mentor_age_wish:
        youngest, oldest = AGE_WISHES[mentee.mentor_age_wish]
        past = max(youngest - mentor.age, mentor.age - oldest + 1, 0)
        yield "age", 1 if past == 0 else 0.5 if past <= 5 else 0
    if mentee.kind_wish != "either":
        yield "kind", mentor.is_peer == (mentee.kind_wish == "peer")
    if mentee.months and mentor.months is not None:
        yield "months", min(1, mentor.months / mentee.months)
    yield "background", _background(mentor, mentee, apart)


def _share(offered: frozenset, wanted: frozenset, enough: int) -> float | None:
    return min(1, len(offered & wanted) / enough) if offered and wanted else None


def _background(mentor, mentee, apart) -> float | None:
    named = bool(mentor.communities and mentee.communities)
    same = bool(mentor.communities & mentee.communities)
    if mentee.background_wish == "like-me":
        return float(same) if named else None
    if mentee.background_wish == "elsewhere":
        near = mentor.area == mentee.area or (apart is not None and apart <= 5)
        return float(not same and not near)
    return None


def best_of(table: np.ndarray) -> tuple[int, int]:
    """(how many matched, their total) of the best plan, with SciPy on the whole table."""
    bonus = 1 + GRAIN * min(table.shape)
    gains = np.where(table >= 0, table + bonus, 0)
    rows, columns = linear_sum_assignment(gains, maximize=True)
    made = table[rows, columns]
    return int((made >= 0).sum()), int(made[made >= 0].sum())


def greedy(table: np.ndarray) -> np.ndarray:
    """The best pair first, then the next best of those who are left; scores of the pairs made."""
    rows, columns = np.nonzero(table >= 0)
    order = np.argsort(-table[rows, columns], kind="stable")
    return _taken(table, zip(rows[order].tolist(), columns[order].tolist(), strict=True))


def first_come(table: np.ndarray) -> np.ndarray:
    """Down the waiting list: everybody gets the best who is left for them."""
    order = np.argsort(-table, axis=1, kind="stable")
    pairs = ((row, column) for row in range(len(table)) for column in order[row].tolist() if table[row, column] >= 0)
    return _taken(table, pairs)


def _taken(table: np.ndarray, pairs) -> np.ndarray:
    rows, columns, made = set(), set(), []
    for row, column in pairs:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            made.append(table[row, column])
    return np.array(made)
