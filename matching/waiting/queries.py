"""The waiting list and those who are held up: one set of rows for the pages, the first page and the reminders."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Q
from django.utils.timezone import localtime

from matching.pairing.models import Match
from matching.pairing.queries import kinds_on_offer, people_waiting, waiting_since
from matching.waiting.rules import KINDS, Barrier, Standing, barriers, contact_due_on, passed_over
from mentoring.web.counts import kept_of
from safeguarding.consent.queries import consents_open_of
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission
from schemes.young_people.models import Contact

State = YoungPerson.State
ON_THE_WAY = (State.REFERRED, State.CONTACTED, State.MET, State.WAITING)
#: What these pages need of a record; its sealed words stay shut.
COLUMNS = (
    "id", "name", "ref", "scheme", "state", "born_on", "care_status", "mentor_kind", "still_wants_mentor_on",
    "created_at",
)  # fmt: skip
#: From so many on, who is held up and in which order is worked out at most twice a minute; each row is always fresh.
MANY = 500


@dataclass(frozen=True)
class HeldUp:
    """A young person and what holds them up, the oldest first."""

    person: YoungPerson
    barriers: list[Barrier]

    @property
    def since(self) -> date:
        return self.barriers[0].since


@dataclass(frozen=True)
class InLine:
    """A place on the waiting list. `passed_by`: how many who said yes later have a mentor already."""

    place: int
    person: YoungPerson
    said_yes_on: date
    contact_due_on: date
    passed_by: int
    barriers: list[Barrier]


def held_up(scheme, today: date, actor, keys: Collection | None = None) -> list[HeldUp]:
    """Everybody of the scheme whom something holds up (or those among `keys`), the longest first. Eight queries."""
    visible = YoungPerson.objects.visible_to(actor).filter(scheme=scheme, state__in=ON_THE_WAY)
    people = list(_with_dates(visible if keys is None else visible.filter(pk__in=keys)).only(*COLUMNS))
    found = barriers_of(people, scheme, today)
    rows = [HeldUp(person, found[person.pk]) for person in people if found[person.pk]]
    return sorted(rows, key=lambda row: row.since)


def held_up_kinds(scheme, today: date, actor) -> dict:
    """{young person's key: kinds of what holds them up}, the longest first."""

    def found() -> dict:
        return {row.person.pk: {barrier.kind for barrier in row.barriers} for row in held_up(scheme, today, actor)}

    if not actor.reads_all_inside(Permission.PEOPLE_READ):
        return found()
    return kept_of(("held up", scheme.pk, today), found, is_long=lambda people: len(people) > MANY)


def kinds_of(held: Mapping) -> list[tuple[str, str, int]]:
    """(kind, words, how many people) of all that holds somebody up."""
    counts = Counter(kind for kinds in held.values() for kind in kinds)
    return [(kind, words, counts[kind]) for kind, words in KINDS.items() if counts[kind]]


def barriers_of_one(young_person, today: date) -> list[Barrier]:
    person = _with_dates(YoungPerson.objects.filter(pk=young_person.pk)).only(*COLUMNS).get()
    if person.state not in ON_THE_WAY:
        return []
    return barriers_of([person], young_person.scheme, today)[person.pk]


def barriers_of(people: list, scheme, today: date) -> dict:
    """{young person's key: barriers}. The people carry `since` and `waiting_since`."""
    consents, contacts = consents_open_of(people, scheme, today), contacts_of(people)
    together = Match.objects.together().filter(scheme=scheme)
    with_mentor = set(together.values_list("young_person", flat=True))
    on_offer = frozenset(kinds_on_offer(scheme))
    return {
        person.pk: barriers(
            Standing(
                state=person.state,
                since=_day(person.since or person.created_at),
                came_on=_day(person.created_at),
                contacts=contacts[person.pk],
                consents=consents[person.pk],
                mentor_kind=person.mentor_kind,
                wish_on=person.still_wants_mentor_on,
                waiting_since=_day(person.waiting_since) if person.waiting_since else None,
                has_mentor=person.pk in with_mentor,
                on_offer=on_offer,
            ),
            today,
        )
        for person in people
    }


def contacts_of(people: Iterable) -> dict:
    """{young person's key: (day, reached), newest first}."""
    found = defaultdict(list)
    rows = Contact.objects.filter(young_person__in=[person.pk for person in people])
    for key, day, reached in rows.values_list("young_person", "made_on", "reached"):
        found[key].append((day, reached))
    return found


def line(scheme, today: date, *, start: int, size: int) -> tuple[list[InLine], int]:
    """(places `start` to `start + size` of the waiting list, how many wait), in the fair order."""
    everybody = people_waiting(scheme)
    people = list(everybody.annotate(since=Max("state_changes__created_at")).only(*COLUMNS)[start : start + size])
    found, contacts, later = barriers_of(people, scheme, today), contacts_of(people), _later(scheme)
    rows = []
    for place, person in enumerate(people, start + 1):
        said = person.waiting_since or person.created_at
        due = contact_due_on(_day(said), contacts[person.pk])
        rows.append(InLine(place, person, _day(said), due, passed_over(said, later), found[person.pk]))
    return rows, everybody.order_by().values("pk").count()


def contacts_due(scheme, today: date) -> list[tuple]:
    """(young person, day) of everybody who waits and has not heard from the scheme for four weeks, longest first."""
    people = list(people_waiting(scheme).only(*COLUMNS))
    contacts = contacts_of(people)
    due = [
        (person, contact_due_on(_day(person.waiting_since or person.created_at), contacts[person.pk]))
        for person in people
    ]
    return sorted(((person, day) for person, day in due if day <= today), key=lambda row: row[1])


def _later(scheme) -> list[datetime]:
    """When those said yes who have a mentor now, sorted."""
    steps = "young_person__state_changes__"
    yes = Q(**{f"{steps}to_state": State.WAITING}) & ~Q(**{f"{steps}from_state": State.PAUSED})
    said = Max(f"{steps}created_at", filter=yes)
    found = Match.objects.together().filter(scheme=scheme).annotate(said=said).values_list("said", flat=True)
    return sorted(moment for moment in found if moment)


def _with_dates(people):
    """Since when they are where they are, and since when they wait."""
    return people.annotate(
        since=Max("state_changes__created_at"),
        waiting_since=waiting_since(),
    ).order_by("created_at")


def _day(moment: datetime) -> date:
    return localtime(moment).date()
