"""Who looks after whom: every match of a scheme with its last contacts and what is due next, in one query (P8, S14)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.utils.timezone import localdate

from matching.pairing.models import Match
from matching.pairing.states import MET
from matching.relationships.models import MentoringSession, Review
from matching.supervision.models import Supervision
from matching.support.load import EVERYBODY, NOBODY, LoadFilters, load_of
from matching.support.queries import Contact, contacts_of, with_last_contacts, without_co_ordinator


@dataclass(frozen=True)
class Held:
    """One match somebody looks after. Days are None where nothing is planned or due."""

    match: Match
    contacts: dict[str, Contact]
    last_met_on: date | None
    supervision_on: date | None
    review_on: date | None
    is_late: bool

    @property
    def load(self) -> float:
        return load_of(is_peer=self.match.volunteer.is_peer)

    @property
    def next_on(self) -> date:
        """What comes first of all that is due; the end of time where nothing is."""
        days = [contact.due_on for contact in self.contacts.values()]
        return min([*days, *(day for day in (self.supervision_on, self.review_on) if day)], default=date.max)

    def keepers(self) -> set:
        """Keys of those who stand behind it: its co-ordinator, the mentor's supervisor."""
        return {self.match.co_ordinator_id, self.match.volunteer.supervisor_id} - {None}


@dataclass
class Keeper:
    """What one member of staff holds."""

    person: object
    pairs: int = 0
    peers: int = 0
    late: int = 0
    load: float = 0


def caseload(actor, scheme, at: datetime) -> list[Held]:
    """Every match of the scheme this person may see and is not one of, what is due first at the top: one query."""
    own = Q(volunteer__user=actor.user) | Q(young_person__user=actor.user)
    found = Match.objects.visible_to(actor).together().filter(scheme=scheme).exclude(own)
    rows = [_held(match, localdate(at)) for match in with_last_contacts(_with_dates(found))]
    return sorted(rows, key=lambda row: (row.next_on, str(row.match)))


def _with_dates(matches):
    held = MentoringSession.objects.of_the_two().filter(match=OuterRef("pk"), outcome__in=MET).order_by("-planned_at")
    planned = Supervision.objects.filter(volunteer=OuterRef("volunteer"), outcome="planned").order_by("planned_at")
    review = Review.objects.filter(match=OuterRef("pk"), held_on__isnull=True).order_by("due_on")
    return matches.annotate(
        last_met_at=Subquery(held.values("planned_at")[:1]),
        supervision_at=Subquery(planned.values("planned_at")[:1]),
        review_on=Subquery(review.values("due_on")[:1]),
        is_nobodys=Case(When(without_co_ordinator(), then=Value(True)), default=Value(False)),
    )


def _held(match, today: date) -> Held:
    contacts = {contact.side: contact for contact in contacts_of(match)}
    supervision_on = localdate(match.supervision_at) if match.supervision_at else None
    review_on = match.review_on if match.state != Match.State.ENDING else None
    late = [*(contact.due_on for contact in contacts.values()), *(day for day in (supervision_on, review_on) if day)]
    met_on = localdate(match.last_met_at) if match.last_met_at else None
    return Held(match, contacts, met_on, supervision_on, review_on, any(day < today for day in late))


def asked_for(rows: list[Held], filters: LoadFilters, user) -> list[Held]:
    """The rows the address asks for."""
    who = filters.who or (str(user.pk) if any(user.pk in row.keepers() for row in rows) else EVERYBODY)
    return [
        row
        for row in rows
        if (not filters.peers or row.match.volunteer.is_peer)
        and (not filters.late or row.is_late)
        and (who == EVERYBODY or _is_of(row, who))
    ]


def _is_of(row: Held, who: str) -> bool:
    return row.match.is_nobodys if who == NOBODY else who in {str(key) for key in row.keepers()}


def keepers_of(rows: list[Held]) -> list[Keeper]:
    """Who holds how much of these, the fullest first."""
    found: dict = {}
    for row in rows:
        match = row.match
        people = {person.pk: person for person in (match.co_ordinator, match.volunteer.supervisor) if person}
        for key, person in people.items():
            keeper = found.setdefault(key, Keeper(person))
            keeper.pairs += 1
            keeper.peers += match.volunteer.is_peer
            keeper.late += row.is_late
            keeper.load += row.load
    return sorted(found.values(), key=lambda keeper: (-keeper.load, keeper.person.name))
