"""Random people with random facts, without a database: the same words and answers the records would give."""

import json
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from random import Random
from types import SimpleNamespace

from matching.pairing.engine.rows import MenteeRow, MentorRow, WishRow
from matching.pairing.facts import Facts
from matching.pairing.models import PairingRules
from mentoring.fields import seal
from schemes.people.choices import FREE_TIMES, INTERESTS, STRENGTHS, WHY_NOW
from schemes.people.permissions import Role

TODAY = date(2026, 11, 22)
AREAS = ("Leith", "gorgie ", "Sheffield", "")
OUTCODES = ("S1", "S70", "DN1", "EH6", "BT1", "s 1", "")
LANGUAGES = ("English", "Tigrinya", "polish", "Polish", " ")
COMMUNITIES = ("Traveller", "Deaf", "traveller", "Muslim")
NAMES = ("Anna", "Ben", "Cy", "Dot")


def facts_made(seed: int, mentors: int = 6, mentees: int = 6) -> Facts:
    """About half of all lines are met, so that each line sometimes decides alone."""
    dice = Random(seed)
    accounts = [None, None, *range(1, 5)]
    volunteers = [_mentor(dice, key, accounts) for key in range(mentors)]
    young_people = [_mentee(dice, 1000 + key, accounts) for key in range(mentees)]
    scheme = SimpleNamespace(mentor_age_from=dice.choice((18, 30)), mentee_age_from=16, mentee_age_to=25)
    scheme.age_gap_least = dice.choice((0, 3, 9))
    facts = Facts(scheme, volunteers, young_people, TODAY)
    _answers_of_people(facts, dice)
    _answers_of_pairs(facts, dice)
    facts.rules = PairingRules(farthest_km=dice.choice((None, 10, 40)), aim=dice.choice(("most", "best")))
    facts.rules.weights = {key: dice.randint(0, 5) for key in dice.sample(("interests", "place", "gender", "age"), 2)}
    facts.roles_filled = {Role.COORDINATOR, Role.LEAD} if dice.random() < 0.9 else {Role.LEAD}
    facts.supervisors = set()
    return facts


def some(dice: Random, words, most: int = 4) -> str:
    """As the database keeps a list."""
    return json.dumps(dice.choices(words, k=dice.randint(0, most)))


@cache
def sealed(kept: str) -> str:
    return seal(kept)


def _born(dice: Random, youngest: int, oldest: int) -> date | None:
    if dice.random() < 0.05:
        return None
    return TODAY - timedelta(days=int(dice.randint(youngest, oldest) * 365.25) + dice.choice((-1, 0, 1, 100)))


def _mentor(dice: Random, key: int, accounts: list) -> MentorRow:
    return MentorRow(
        pk=key, scheme_id=1, ref=f"V-{key}", user_id=dice.choice(accounts), supervisor_id=None,
        state=dice.choice(("approved",) * 5 + ("paused", "vetting")), name=dice.choice(NAMES),
        born_on=_born(dice, 17, 70), area=dice.choice(AREAS), outcode=dice.choice(OUTCODES),
        gender=dice.choice(("woman", "Male", "non-binary", "")), is_peer=dice.random() < 0.4,
        interests_kept=some(dice, INTERESTS[:6]), strengths_kept=some(dice, STRENGTHS[:5]),
        free_times_kept=some(dice, FREE_TIMES[:5]), languages_kept=some(dice, LANGUAGES, 2),
        capacity=dice.randint(0, 3), role_statement_signed_on=None,
    )  # fmt: skip


def _mentee(dice: Random, key: int, accounts: list) -> MenteeRow:
    return MenteeRow(
        pk=key, ref=f"Y-{key}", user_id=dice.choice(accounts), state=dice.choice(("waiting",) * 6 + ("paused",)),
        name=dice.choice(NAMES), born_on=_born(dice, 15, 26), area=dice.choice(AREAS), outcode=dice.choice(OUTCODES),
        care_status="", mentor_kind=dice.choice(("either", "either", "peer", "traditional", "")),
        mentor_gender_wish=dice.choice(("", "no preference", "Female", "man", "any")),
        background_wish=dice.choice(("", "like-me", "elsewhere")),
        not_from_kept=sealed(some(dice, ("leith", "Sheffield"), 1)), interests_kept=some(dice, INTERESTS[:6]),
        wants_help_with_kept=some(dice, STRENGTHS[:5]), free_times_kept=some(dice, FREE_TIMES[:5]),
        languages_kept=some(dice, LANGUAGES, 3), why_now_kinds_kept=some(dice, WHY_NOW, 2),
        still_wants_mentor_on=dice.choice((TODAY, TODAY, TODAY - timedelta(days=200), None)), waiting_since=None,
    )  # fmt: skip


def _answers_of_people(facts: Facts, dice: Random) -> None:
    """What other rooms say about each person."""

    def seldom(words):
        return (words,) if dice.random() < 0.12 else ()

    mentors, mentees = facts.mentor_keys, facts.mentee_keys
    clear = {key: seldom("The identity check has not been asked for.") for key in mentors}
    facts.clearances = {key: SimpleNamespace(missing=list(clear[key]), waived=()) for key in mentors}
    facts.training_missing = {key: seldom("Not trained.") for key in mentors}
    facts.suitability = {key: dice.choice(("ready",) * 8 + ("", "no")) for key in mentors}
    facts.places = Counter({key: dice.choice((0, 0, 1)) for key in mentors})
    facts.held = {key for key in mentors if dice.random() < 0.08}
    facts.consents = {key: list(seldom("No consent.")) for key in mentees}
    facts.mentors_of = defaultdict(set, {key: {1} for key in mentees if dice.random() < 0.05})
    facts.bad_endings = {key: (TODAY, dice.random() < 0.5) for key in mentees if dice.random() < 0.05}
    facts.settled = {key for key in mentees if dice.random() < 0.1}
    facts.profiles = {key: _wishes(dice) for key in (*mentors, *mentees) if dice.random() < 0.7}


def _wishes(dice: Random) -> WishRow:
    return WishRow(
        not_from_kept=some(dice, ("Leith", "gorgie"), 1),
        mentor_age_wish=dice.choice(("", "young", "middle", "older")),
        communities_kept=sealed(some(dice, COMMUNITIES, 2)),
        months=dice.choice((None, 0, 6, 12, 24)),
        knows_about_kept=some(dice, WHY_NOW, 2),
    )


def _answers_of_pairs(facts: Facts, dice: Random) -> None:
    def pairs(share):
        every = ((mentor, mentee) for mentor in facts.mentor_keys for mentee in facts.mentee_keys)
        return {pair for pair in every if dice.random() < share}

    facts.conflicts = {pair: ["They know each other."] for pair in pairs(0.05)}
    facts.age_exceptions, facts.set_aside = pairs(0.1), pairs(0.05)
    facts.live_pairs, facts.said_no = pairs(0.05), pairs(0.05)
