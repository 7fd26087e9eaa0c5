"""Reads the board: everybody who waits with the plan for all, narrowed to what is asked for; mentors beside them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.utils.timezone import localtime

from matching.pairing.board.filters import Filters
from matching.pairing.engine.rows import MentorRow
from matching.pairing.facts import Facts
from matching.pairing.models import Match
from matching.pairing.proposals import BEST, Proposal, Waiting, board_for
from matching.pairing.rosters import waits_for
from schemes.people.models import Volunteer

ON_A_PAGE = 10
#: So many mentors stand beside the board at once; the search finds the others.
MENTORS_SHOWN = 30


@dataclass(frozen=True)
class BoardRow:
    """A young person on the board; `waiting` knows the plan for all, and its sentences when asked."""

    waiting: Waiting

    @property
    def person(self):
        return self.waiting.young_person

    @property
    def place(self) -> int:
        """Their turn on the waiting list, from one."""
        return self.waiting.place + 1

    @property
    def planned(self) -> Proposal | None:
        return self.waiting.planned

    @property
    def proposals(self) -> list[Proposal]:
        """The planned one first, then the next best: three in all."""
        first = [self.planned] if self.planned else []
        keys = [proposal.volunteer.pk for proposal in first]
        return (first + [one for one in self.waiting.best if one.volunteer.pk not in keys])[:BEST]

    @property
    def standings(self) -> set[str]:
        """Keys of STANDINGS: who has somebody on the way may be in the plan too, for up to three are offered."""
        found = {"plan"} if self.planned else set()
        found |= {"on-the-way"} if self.waiting.open_matches else set()
        return found or {"nobody"}

    @property
    def on_the_way(self) -> list[tuple[Match, str]]:
        """(match, whose turn it is)."""
        return [(match, waits_for(*_turn(match))) for match in self.waiting.open_matches]

    @property
    def since(self) -> date:
        return localtime(self.person.waiting_since or self.person.created_at).date()

    def days(self, today: date) -> int:
        return (today - self.since).days


def _turn(match) -> tuple:
    return match.state, match.mentee_answer, match.mentor_answer


@dataclass(frozen=True)
class MentorPlace:
    """An approved mentor and the places they have."""

    volunteer: MentorRow
    taken: int

    @property
    def left(self) -> int:
        return max(self.volunteer.capacity - self.taken, 0)


@dataclass
class Board:
    """A page of rows, with counts for the tabs; mentors with places left and the full ones."""

    page: Page
    everybody: int
    counts: Counter
    areas: list[str]
    free: list[MentorPlace]
    full: list[MentorPlace]
    picked: MentorRow | None
    waiting: int
    planned: int
    places: int
    aside: int


def board_of(scheme, filters: Filters, today: date, page: str | None = None) -> Board:
    """The board as the address asks for it. The plan is made for everybody who waits, whatever is shown of it; what
    costs (records of mentors, sentences) is read for the rows of the page alone."""
    board, waiting = board_for(scheme, today)
    facts, rows = board.loaded.facts, [BoardRow(one) for one in waiting]
    mentors = _mentor_places(facts)
    kept = [row for row in rows if _fits(row, filters)]
    shown = [row for row in kept if not filters.standing or filters.standing in row.standings]
    beside = _mentors_asked(mentors, filters)
    return Board(
        page=Paginator(shown, ON_A_PAGE).get_page(page),
        everybody=len(kept),
        counts=Counter(standing for row in kept for standing in row.standings),
        areas=sorted({row.person.area for row in rows if row.person.area}),
        free=[mentor for mentor in beside if mentor.left],
        full=[mentor for mentor in beside if not mentor.left],
        picked=next((m.volunteer for m in mentors if str(m.volunteer.pk) == filters.pick), None),
        waiting=len(rows),
        planned=board.plan.matched if rows else 0,
        aside=len(facts.set_aside),
        places=sum(mentor.left for mentor in mentors),
    )


def _mentor_places(facts: Facts) -> list[MentorPlace]:
    """Approved mentors by name, with how many places are taken."""
    approved = [mentor for mentor in facts.volunteers if mentor.state == Volunteer.State.APPROVED]
    return [MentorPlace(mentor, facts.places[mentor.pk]) for mentor in approved]


def _fits(row: BoardRow, filters: Filters) -> bool:
    """Is this row asked for, whatever its standing?"""
    person = row.person
    wrong = (
        (filters.who and str(person.pk) != filters.who)
        or (filters.kind and person.mentor_kind != filters.kind)
        or (filters.area and person.area != filters.area)
    )
    return not wrong and (not filters.q or _named(row, filters.q.lower()))


def _named(row: BoardRow, words: str) -> bool:
    """Does the young person, or a mentor shown beside them, have this in the name?"""
    mentors = [proposal.volunteer for proposal in row.proposals]
    mentors += [match.volunteer for match in row.waiting.open_matches]
    return any(words in somebody.name.lower() for somebody in (row.person, *mentors))


def _mentors_asked(mentors: list[MentorPlace], filters: Filters) -> list[MentorPlace]:
    """Mentors beside the rows: by the name asked for where one has it, and of the kind asked for."""
    named = [mentor for mentor in mentors if filters.q and filters.q.lower() in mentor.volunteer.name.lower()]
    wanted = {"peer": True, "traditional": False}.get(filters.kind)
    return [m for m in named or mentors if wanted is None or m.volunteer.is_peer == wanted]


def just_proposed(scheme, user, since):
    """Pairs this person proposed since then, of which nobody has been told yet."""
    mine = Q(state_changes__by=user, state_changes__to_state=Match.State.PROPOSED, state_changes__created_at__gte=since)
    rows = Match.objects.filter(scheme=scheme, state=Match.State.PROPOSED).filter(mine)
    return rows.select_related("volunteer", "young_person").order_by("created_at")
