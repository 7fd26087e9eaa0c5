"""What a co-ordinator or a supervisor holds in a scheme, thing by thing, and who could take it (P8).

The page that hands over, the action behind it and the end of a role ask here, so that nothing falls between.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from matching.cover.queries import open_pauses
from matching.pairing.models import GONE, Match, Meeting
from matching.supervision.following.models import SupervisionAction
from matching.supervision.models import Supervision
from matching.support.models import CheckIn, Handover
from mentoring.web.wording import counted
from schemes.people.models import Membership, Volunteer
from schemes.people.permissions import Role
from schemes.planning.models import Action

Kind = Handover.Kind
#: Which roles let somebody hold a thing of a kind.
HOLDERS = {
    Kind.MATCH: (Role.COORDINATOR,),
    Kind.MENTOR: (Role.COORDINATOR, Role.SUPERVISOR),
    Kind.PROMISE: (Role.COORDINATOR,),
    Kind.MEETING: (Role.COORDINATOR,),
    Kind.PAUSE: (Role.COORDINATOR,),
    Kind.AGREED: (Role.COORDINATOR,),
    Kind.PLAN: (Role.COORDINATOR,),
}
WORDS = {
    Kind.MATCH: ("match", "matches"),
    Kind.MENTOR: ("mentor", "mentors"),
    Kind.PROMISE: ("promise", "promises"),
    Kind.MEETING: ("meeting", "meetings"),
    Kind.PAUSE: ("pause to keep in touch through", "pauses to keep in touch through"),
    Kind.AGREED: ("thing agreed in supervision", "things agreed in supervision"),
    Kind.PLAN: ("action of the plan", "actions of the plan"),
}


@dataclass(frozen=True)
class Thing:
    """One thing somebody holds. `row` is what it is about; `also` what goes with it; `not_to`: keys of those who
    cannot take it, because it is about them."""

    kind: str
    row: object
    also: tuple[str, ...] = ()
    not_to: frozenset[UUID] = field(default_factory=frozenset)

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.row.pk}"

    def words(self, by_name: bool) -> str:
        """Who or what it is; by reference for those who know nobody by name (roles.md)."""
        if self.kind == Kind.PLAN:
            return self.row.words
        if mentor := self.mentor:
            return mentor.name if by_name else mentor.ref
        match = self.match
        return str(match) if by_name else f"{match.volunteer.ref} and {match.young_person.ref}"

    @property
    def match(self) -> Match | None:
        """The match it belongs to, where it belongs to one."""
        if self.kind == Kind.MATCH:
            return self.row
        return self.row.match if self.kind in (Kind.PROMISE, Kind.MEETING, Kind.PAUSE) else None

    @property
    def mentor(self) -> Volunteer | None:
        """The mentor it is about, where it is about one alone."""
        if self.kind == Kind.MENTOR:
            return self.row
        return self.row.supervision.volunteer if self.kind == Kind.AGREED else None


def things_of(user, scheme) -> list[Thing]:
    """Everything this person holds in the scheme."""
    matches = list(_matches(user, scheme))
    held = {match.pk for match in matches}
    promises = [row for row in promises_of(user, scheme) if row.match_id not in held]
    meetings = [row for row in meetings_of(user, scheme) if row.match_id not in held]
    pauses = [row for row in pauses_of(user, scheme) if row.match_id not in held]
    mentors = list(_mentors(user, scheme))
    theirs = {mentor.pk for mentor in mentors}
    agreed = [row for row in agreed_of(user, scheme) if row.supervision.volunteer_id not in theirs]
    return [
        *(Thing(Kind.MATCH, match, _with_match(match), _both(match)) for match in matches),
        *(Thing(Kind.MENTOR, row, _with_mentor(row), _self(row)) for row in mentors),
        *(Thing(Kind.PROMISE, row, (f"by {_said(row.to_do_on)}",), _both(row.match)) for row in promises),
        *(Thing(Kind.MEETING, row, (_said(localdate(row.planned_at)),), _both(row.match)) for row in meetings),
        *(Thing(Kind.PAUSE, row, (_pause_days(row),), _both(row.match)) for row in pauses),
        *(Thing(Kind.AGREED, row, (f"by {_said(row.due_on)}",), _self(row.supervision.volunteer)) for row in agreed),
        *(Thing(Kind.PLAN, row, (f"by {_said(row.due_on)}",)) for row in _actions(user, scheme)),
    ]


def things_left(user, scheme) -> list[Thing]:
    """What this person holds and no role of theirs lets them hold any more."""
    roles = set(Membership.objects.filter(user=user, scheme=scheme, ended_at=None).values_list("role", flat=True))
    return [thing for thing in things_of(user, scheme) if not roles & set(HOLDERS[thing.kind])]


def takers_of(scheme, user) -> dict:
    """{account: the roles that count} of the others who could take something over."""
    rows = Membership.objects.filter(
        scheme=scheme, ended_at=None, role__in=[Role.COORDINATOR, Role.SUPERVISOR], user__is_active=True
    )
    found: dict = {}
    for membership in rows.exclude(user=user).select_related("user").order_by("user__name"):
        found.setdefault(membership.user, set()).add(membership.role)
    return found


def may_take(thing: Thing, person, roles) -> bool:
    """May somebody with these roles hold it? Nobody looks after their own pair, or supervises themselves."""
    return bool(set(roles) & set(HOLDERS[thing.kind])) and person.pk not in thing.not_to


def counts_of(things: list[Thing]) -> list[str]:
    """ "3 mentors", "1 match": what there is, kind by kind."""
    numbers = {kind: sum(thing.kind == kind for thing in things) for kind in WORDS}
    return [counted(number, *WORDS[kind]) for kind, number in numbers.items() if number]


def promises_of(user, scheme):
    rows = CheckIn.objects.to_do().filter(to_do_by=user, match__scheme=scheme)
    return rows.select_related("match__volunteer", "match__young_person").order_by("to_do_on")


def meetings_of(user, scheme):
    rows = Meeting.objects.filter(staff=user, outcome=Meeting.Outcome.PLANNED, match__scheme=scheme)
    return rows.select_related("match__volunteer", "match__young_person").order_by("planned_at")


def pauses_of(user, scheme):
    """Pauses through which this person keeps in touch with the young person."""
    rows = open_pauses().filter(contact_by=user, match__scheme=scheme).exclude(match__state="ended")
    return rows.select_related("match__volunteer", "match__young_person").order_by("from_on")


def agreed_of(user, scheme):
    """What this person is to do, as it was agreed in a mentor's supervision."""
    rows = SupervisionAction.objects.open().filter(owner=user, supervision__scheme=scheme)
    return rows.exclude(supervision__volunteer__state__in=GONE).select_related("supervision__volunteer")


def supervisions_of(user, scheme):
    return Supervision.objects.filter(supervisor=user, outcome=Supervision.Outcome.PLANNED, scheme=scheme)


def _matches(user, scheme):
    promised = CheckIn.objects.to_do().filter(match=OuterRef("pk"), to_do_by=user)
    found = Match.objects.together().filter(co_ordinator=user, scheme=scheme).annotate(promised=Exists(promised))
    return found.select_related("volunteer", "young_person").order_by("volunteer__name")


def _mentors(user, scheme):
    planned = supervisions_of(user, scheme).filter(volunteer=OuterRef("pk"))
    found = Volunteer.objects.filter(scheme=scheme).exclude(state__in=GONE).annotate(planned=Exists(planned))
    return found.filter(Q(supervisor=user) | Q(planned=True)).order_by("name")


def _actions(user, scheme):
    open_now = [Action.State.TO_DO, Action.State.DOING]
    return Action.objects.filter(scheme=scheme, owner=user, progress__in=open_now).order_by("due_on")


def _with_match(match) -> tuple[str, ...]:
    return (match.get_state_display().lower(), *(["with what was promised"] if match.promised else []))


def _with_mentor(mentor) -> tuple[str, ...]:
    return (mentor.get_state_display().lower(), *(["with the supervision that is planned"] if mentor.planned else []))


def _pause_days(pause) -> str:
    until = f" until {_said(pause.until_on)}" if pause.until_on else ""
    return f"keeping in touch from {_said(pause.from_on)}{until}"


def _both(match) -> frozenset:
    return frozenset({match.volunteer.user_id, match.young_person.user_id} - {None})


def _self(mentor) -> frozenset:
    return frozenset({mentor.user_id} - {None})


def _said(day) -> str:
    return f"{day.day} {day:%B}"
