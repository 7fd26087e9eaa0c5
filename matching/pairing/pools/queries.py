"""The pool: free places of mentors beside young people who wait, by each thing that was asked for (R6).

Gender, age and community are counted only of young people who asked for one; a community is drawn only where five or
more asked, because its name alone can be a person. Religion is asked of nobody; whoever feels part of one may say so.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from matching.pairing.criteria.wishes import AGE_WISHES, gender_asked, gender_word
from matching.pairing.gate import age_on
from matching.pairing.models import Match, Profile
from matching.pairing.pools.counting import PoolRow, kind_rows, pool_rows, tag_rows
from matching.pairing.queries import people_waiting
from matching.pairing.wishes.forms import HOW_LONG
from mentoring.web.small_numbers import LIMIT
from schemes.people.choices import FREE_TIMES
from schemes.people.models import Volunteer

MENTEE_FIELDS = (
    "pk", "mentor_kind", "area", "mentor_gender_wish", "background_wish", "interests", "wants_help_with", "free_times",
    "languages",
)  # fmt: skip
MENTOR_FIELDS = (
    "pk", "is_peer", "care_experienced", "area", "gender", "born_on", "interests", "strengths", "free_times",
    "languages", "capacity",
)  # fmt: skip
CARE = {True: "yes", False: "no", None: "not told"}
GENDERS = {"woman": "A woman", "man": "A man"}
AGES = dict(Profile.AgeWish.choices)
TERMS = {str(months): words for months, words in HOW_LONG.items() if months}


@dataclass(frozen=True)
class Pool:
    """One thing to compare by. `nobody` begins the sentence about what is missing and `poster` the words of a campaign
    for it ("" where a campaign must not ask for it); `note` stands under the picture."""

    key: str
    title: str
    noun: str
    rows: list[PoolRow]
    nobody: str = ""
    poster: str = ""
    note: str = ""

    @property
    def missing(self) -> list[str]:
        """What somebody waits for and nobody free offers."""
        return [row.words for row in self.rows if row.nobody] if self.poster else []

    @property
    def short(self) -> list[str]:
        """What many more wait for than there are places, as far as it may be said."""
        return [row.words for row in self.rows if row.short and not row.nobody] if self.poster else []


def pools_of(scheme, today: date) -> list[Pool]:
    """Every comparison by something that somebody waits for, in the order of the page. Four queries, however many
    people there are."""
    waiting = list(people_waiting(scheme).values(*MENTEE_FIELDS))
    places = list(_places(scheme))
    wishes = _wishes(scheme)
    return [pool for pool in _pools(waiting, places, wishes, today) if any(row.waiting != "0" for row in pool.rows)]


def _places(scheme) -> Iterator[dict]:
    """An approved mentor once for each place that is free."""
    taken = Counter(Match.objects.taking_a_place().filter(scheme=scheme).values_list("volunteer", flat=True))
    for mentor in Volunteer.objects.filter(scheme=scheme, state="approved").values(*MENTOR_FIELDS):
        yield from [mentor] * (mentor["capacity"] - taken[mentor["pk"]])


def _wishes(scheme) -> dict:
    rows = Profile.objects.filter(Q(volunteer__scheme=scheme) | Q(young_person__scheme=scheme))
    return {row.volunteer_id or row.young_person_id: row for row in rows}


def _pools(waiting, places, wishes, today) -> list[Pool]:
    def each(name, people):
        return [person[name] for person in people]

    def tags(mine, theirs):
        return tag_rows(each(mine, waiting), each(theirs, places))

    return [
        Pool("kind", "Kind of mentor", "Kind", _kinds(waiting, places), "Nobody free is", "Could you be",
             _in_care_too(places)),
        Pool("languages", "Languages", "Language", tags("languages", "languages"),
             "Nobody free speaks", "Do you speak"),
        Pool("help", "Help that is wanted", "Help with", tags("wants_help_with", "strengths"),
             "Nobody free can help with", "Can you help with"),
        Pool("areas", "Areas", "Area", pool_rows(each("area", waiting), each("area", places)),
             "Nobody free lives in", "Do you live in or near"),
        Pool("times", "Times of the week", "Free on", _in_week(tags("free_times", "free_times")),
             "Nobody with a place is free on", "Are you free on"),
        Pool("interests", "What they like", "Likes", tags("interests", "interests")),
        Pool("months", "How long", "For", _terms(waiting, places, wishes)),
        Pool("gender", "Where a woman or a man was asked for", "Asked for", _genders(waiting, places)),
        Pool("age", "Where an age was asked for", "Asked for", _ages(waiting, places, wishes, today)),
        Pool("communities", "Where somebody with a like background was asked for", "Community",
             _communities(waiting, places, wishes)),
    ]  # fmt: skip


def _in_week(rows: list[PoolRow]) -> list[PoolRow]:
    """From Monday on; words of somebody's own come last."""
    week = {time.lower(): place for place, time in enumerate(FREE_TIMES)}
    return sorted(rows, key=lambda row: week.get(row.words.lower(), len(week)))


def _kinds(waiting, places) -> list[PoolRow]:
    kinds = ["peer" if mentor["is_peer"] else "traditional" for mentor in places]
    return kind_rows([person["mentor_kind"] for person in waiting], kinds)


def _in_care_too(places) -> str:
    rows = pool_rows([], [CARE[mentor["care_experienced"]] for mentor in places])
    been = next((row.free for row in rows if row.words == CARE[True]), "0")
    return f"Places free with somebody who was in care: {been}."


def _terms(waiting, places, wishes) -> list[PoolRow]:
    def months(people):
        said = (wishes[person["pk"]].months for person in people if person["pk"] in wishes)
        return [str(number) for number in said if number]

    return pool_rows(months(waiting), months(places), TERMS)


def _genders(waiting, places) -> list[PoolRow]:
    asked = [wish for person in waiting if (wish := gender_asked(person["mentor_gender_wish"])) in GENDERS]
    there = [word for mentor in places if (word := gender_word(mentor["gender"])) in GENDERS]
    return pool_rows(asked, there, GENDERS)


def _ages(waiting, places, wishes, today) -> list[PoolRow]:
    asked = [wishes[person["pk"]].mentor_age_wish for person in waiting if person["pk"] in wishes]
    asked = [wish for wish in asked if wish in AGE_WISHES]
    there = [_age_band(age_on(mentor["born_on"], today)) for mentor in places if mentor["born_on"]]
    return pool_rows(asked, there, {key: AGES[key] for key in AGE_WISHES})


def _age_band(age: int) -> str:
    return next(key for key, (youngest, over) in AGE_WISHES.items() if youngest <= age < over)


def _communities(waiting, places, wishes) -> list[PoolRow]:
    def named(people):
        return [wishes[person["pk"]].communities for person in people if person["pk"] in wishes]

    asking = [person for person in waiting if person["background_wish"] == "like-me"]
    return [row for row in tag_rows(named(asking), named(places)) if (row.waiting_number or 0) >= LIMIT]
