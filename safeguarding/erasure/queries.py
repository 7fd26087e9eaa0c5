"""Reads about being forgotten: who asked, by when, what stays, and what is in the way."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q
from django.utils import timezone

from mentoring.conventions import modules
from mentoring.held.keeping import Keep, keeps, longest_asked_for
from mentoring.held.kinds import Person
from mentoring.held.queries import kinds
from safeguarding.concerns.bank_holidays import days_off
from safeguarding.erasure.models import Erasure, LegalHold
from safeguarding.erasure.sides import rows_of
from safeguarding.erasure.states import GONE, OPEN
from safeguarding.records.clock import answer_by, months_after
from safeguarding.records.queries import PEOPLE, person_asked_about
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.people.permissions import Permission

HELD = "A legal hold is on this person: nothing of them goes until it has ended."
STILL_OPEN = "Their record is still open here. Close it first."
STILL_A_ROLE = "They still have a role here. End it first."
MOST = 100


@dataclass(frozen=True)
class Line:
    """One class of record of this person. rows: how many there are. law: why it has to stay."""

    keep: Keep
    rows: int
    law: str
    reason: str


def due_on(erasure) -> date:
    """One month, as for everything that somebody asks of their record (article 12(3))."""
    today = timezone.localdate()
    return answer_by(erasure.asked_on, pauses=[], longer=False, today=today, days_off=days_off(erasure.scheme.nation))


def of_person(person: Person) -> Q:
    """Rows that hang on any record of theirs, or on their account."""
    found = Q(volunteer__in=person.volunteers) | Q(young_person__in=person.young_people)
    return found | Q(user=person.user) if person.user else found


def holds_on(person: Person):
    return LegalHold.objects.open().filter(of_person(person), scheme=person.scheme)


def left_on(person: Person) -> date | None:
    """The day on which their time in the scheme ended; None while it has not."""
    if still_here(person):
        return None
    steps = [record.state_changes.aggregate(at=Max("created_at"))["at"] for record in records_of(person)]
    if person.user:
        roles = Membership.objects.filter(user=person.user, scheme=person.scheme)
        steps.append(roles.aggregate(at=Max("ended_at"))["at"])
    days = [timezone.localdate(at) for at in steps if at]
    return max(days, default=timezone.localdate())


def records_of(person: Person) -> list:
    return [*person.volunteers, *person.young_people]


def still_here(person: Person) -> list[str]:
    found = [STILL_OPEN for record in records_of(person) if record.state not in GONE[record._meta.model_name]][:1]
    if person.user and Membership.objects.filter(user=person.user, scheme=person.scheme, ended_at=None).exists():
        found.append(STILL_A_ROLE)
    return found


def in_the_way(person: Person) -> list[str]:
    """A sentence for each thing that has to happen before anything may go."""
    found = still_here(person)
    for room in modules("erasing"):
        found += room.still_runs(person)
    return found + ([HELD] if holds_on(person).exists() else [])


def rows_in(keep: Keep, person: Person) -> int:
    rows = set()
    for kind in kinds():
        if kind.model in keep.labels:
            for name, side in kind.sides():
                found = rows_of(kind, name, side, person)
                rows |= (
                    {(kind.model, key) for key in found.values_list("pk", flat=True)} if found is not None else set()
                )
    return len(rows)


def lines_of(erasure) -> list[Line]:
    """Class by class what there is, and what becomes of it. What is silent stands here whether there is any or not."""
    person, today = person_asked_about(erasure), timezone.localdate()
    since, reasons, found = left_on(person) or today, dict(Erasure.Reason.choices), []
    for keep in keeps():
        rows = 0 if keep.silent else rows_in(keep, person)
        if rows or keep.silent:
            law = keep.law if keep.stays(since, today) else ""
            found.append(Line(keep, rows, law, reasons.get(erasure.stays.get(keep.key), "")))
    return found


def kept_keys(erasure) -> set[str]:
    """Keys of the classes that stay: by law for their time, or decided so."""
    person, today = person_asked_about(erasure), timezone.localdate()
    since = left_on(person) or today
    return {keep.key for keep in keeps() if keep.stays(since, today)} | set(erasure.stays)


def erasures_of(user):
    return Erasure.objects.of(user).select_related(*PEOPLE[:4])


def erasures_open():
    return Erasure.objects.filter(state__in=OPEN).select_related(*PEOPLE[:4])


def turns_of(actor) -> list[Erasure]:
    """What waits for this person: to be decided, or to be agreed to by somebody who did not decide it."""
    if not actor.schemes_for(Permission.RECORD_ANSWER):
        return []
    return [one for one in erasures_open().visible_to(actor) if one.decided_by_id != actor.user.pk]


def people_due(scheme, today=None) -> list[dict]:
    """{"record", "since"} of whoever left so long ago that somebody looks whether it goes. Nothing goes by itself."""
    before, due = months_after(today or timezone.localdate(), -longest_asked_for()), []
    for model in (Volunteer, YoungPerson):
        rows = model.objects.filter(scheme=scheme, state__in=GONE[model._meta.model_name]).select_related("user")
        rows = rows.annotate(since=Max("state_changes__created_at")).filter(since__date__lte=before)
        rows = rows.exclude(pk__in=erased_keys(scheme, model))
        due += [{"record": record, "since": timezone.localdate(record.since)} for record in rows[:MOST]]
    return sorted(due, key=lambda row: row["since"])


def erased_keys(scheme, model) -> set:
    """Records that were erased, or are about to be, or are held."""
    column = "volunteer" if model is Volunteer else "young_person"
    states = [*OPEN, Erasure.State.DONE]
    asked = Erasure.objects.filter(scheme=scheme, state__in=states)
    held = LegalHold.objects.open().filter(scheme=scheme)
    keys = {key for rows in (asked, held) for key in rows.values_list(column, flat=True) if key}
    users = [key for rows in (asked, held) for key in rows.values_list("user", flat=True) if key]
    return keys | set(model.objects.filter(scheme=scheme, user__in=users).values_list("pk", flat=True))
