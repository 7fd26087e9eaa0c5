"""What somebody's own page says: a young person's, a mentor's, or both where somebody is both (P4)."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.utils.timezone import localtime

from matching.endings.queries import asked_for_another
from matching.pairing.facts import training_missing_of
from matching.pairing.meetings.queries import looks_of, meeting_of
from matching.pairing.models import GONE, Match, Meeting
from matching.pairing.queries import choices_waiting, invitations_for, let_go_lately, picked_match
from matching.pairing.states import TOGETHER
from matching.relationships.agreements.queries import newest_agreement
from matching.relationships.goals.queries import goals_chosen, goals_with_ratings
from matching.relationships.links import PairLink, pair_links
from matching.relationships.models import Goal, MentoringSession
from matching.relationships.sides import AGREEING
from matching.supervision.models import Supervision
from matching.supervision.queries import next_supervision_of
from mentoring.web.wording import listed
from safeguarding.vetting.queries import clearance_one
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.people.permissions import Role
from schemes.people.sharing import AFTER, BEFORE, shown_to_mentor

#: How it is going is asked about a session for so long; older ones are history.
PULSE_DAYS = 21
#: Where a young person is, in their own terms, until they have a mentor.
WHERE_I_AM = {
    "referred": "We have your name. We will get in touch to say hello.",
    "contacted": "We have said hello. Next, we meet, and you say what you would like.",
    "met": "We have met you. Next, we look for a mentor who fits.",
    "waiting": "We are looking for a mentor who fits. You choose who it is.",
    "paused": "You are having a break. Tell us when you want to go on.",
    "moved-on": "You have moved on. You can come back any time.",
    "chose-not": "You said no for now. That is fine. You can change your mind.",
    "not-eligible": "We could not offer you a mentor. We can help you find something else.",
    "signposted": "We gave you the name of somebody who can help. You can ask us again any time.",
}
#: Where a volunteer is, until they can be matched.
WHERE_A_VOLUNTEER_IS = {
    "enquired": "Thank you for asking. We will be in touch within a week.",
    "applied": "We have your application and will ask you to an interview.",
    "interviewing": "Next is your interview.",
    "vetting": "We are doing your checks.",
    "training": "You are in training.",
    "suitability": "You have done the training. Two of us look at your application once more.",
    "approved": "You are an approved mentor.",
    "group-only": "You are approved for the group.",
    "paused": "You are having a break from mentoring.",
    "left": "You have left the scheme. Thank you for all you did.",
    "withdrawn": "You took your application back. You can ask again any time.",
    "declined": "We could not take you on as a mentor this time.",
}


@dataclass(frozen=True)
class Pair:
    """One match as its two people need it on their first page."""

    match: Match
    next_session: MentoringSession | None
    to_log: list[MentoringSession]
    last_held: MentoringSession | None
    goals: list[Goal]
    links: list[PairLink]
    meeting: Meeting | None = None  # the first one, with the co-ordinator there
    about: list[tuple] = field(default_factory=list)  # what a young person lets their mentor read (R8)

    @property
    def is_together(self) -> bool:
        return self.match.state in TOGETHER

    @property
    def have_met(self) -> bool:
        """Before the first meeting, nothing is planned or written down by the two alone."""
        return self.is_together and self.match.state != Match.State.INTRODUCED


@dataclass(frozen=True)
class OwnMentee:
    """One record of a young person: with a mentor, or on the way to one."""

    record: YoungPerson
    where: str
    pair: Pair | None
    picked: Match | None
    choices: int
    looks: list[Meeting]
    let_go: list[Match]
    asked_again: bool
    pulse: MentoringSession | None
    leads: list[str] = field(default_factory=list)
    coordinators: list[str] = field(default_factory=list)

    @property
    def cannot_see(self) -> str:
        """Who does not read a concern: the co-ordinators, and the mentor."""
        mentor = [self.pair.match.volunteer.first_name] if self.pair else []
        return listed([*(name for name in self.coordinators if name not in self.leads), *mentor])

    @property
    def pulse_words(self) -> str:
        """Who sees how it is going."""
        return f"Only {listed(self.coordinators) or 'the co-ordinator'} can see this. You can skip it."


@dataclass(frozen=True)
class OwnMentor:
    """One record of a volunteer: their young people, and how they stand themselves."""

    record: Volunteer
    where: str
    pairs: list[Pair]
    asked: int
    looks: list[Meeting]
    let_go: list[Match]
    checks: list[str]
    checks_until: object
    training: list[str]
    supervision: Supervision | None


def own_mentee(user, at: datetime) -> list[OwnMentee]:
    """The records of this young person, those with a mentor first; old ones only where there is nothing else."""
    records = list(YoungPerson.objects.filter(user=user).select_related("scheme").order_by("created_at"))
    found = sorted((_mentee(record, user, at) for record in records), key=lambda own: own.pair is None)
    together = [own for own in found if own.pair]
    return together or found[:1]


def own_mentor(user, at: datetime) -> list[OwnMentor]:
    records = Volunteer.objects.filter(user=user).select_related("scheme", "supervisor").order_by("created_at")
    return [_mentor(record, user, at) for record in records]


def pair_of(match, user, at: datetime) -> Pair:
    """What both pages say about one match."""
    sessions = list(match.mentoringsessions.all())
    planned = sorted((s for s in sessions if s.outcome == "planned"), key=lambda session: session.planned_at)
    ahead = [session for session in planned if session.planned_at > at - timedelta(hours=1)]
    return Pair(
        match=match,
        next_session=ahead[0] if ahead else None,
        to_log=[session for session in planned if session.planned_at <= at],
        last_held=next((session for session in sessions if session.outcome == "held"), None),
        goals=[goal for goal in goals_chosen(goals_with_ratings(match)) if goal.progress != Goal.Progress.PARKED],
        links=pair_links(match, user, localtime(at).date()),
        meeting=meeting_of(match),
    )


def names_in_role(scheme, role: Role) -> list[str]:
    """First names of who holds a role: told to a young person so that they know who reads something."""
    live = Membership.objects.filter(scheme=scheme, role=role, ended_at__isnull=True, user__is_active=True)
    return [member.user.first_name for member in live.select_related("user").order_by("user__name")]


def _shown():
    people = ("volunteer__user", "volunteer__supervisor", "young_person__user", "scheme")
    return Match.objects.filter(state__in=AGREEING).select_related(*people).order_by("-introduced_on")


def _mentee(record, user, at) -> OwnMentee:
    match = _shown().filter(young_person=record).first()
    pair = pair_of(match, user, at) if match else None
    last = pair.last_held if pair else None
    return OwnMentee(
        record=record,
        where=WHERE_I_AM[record.state],
        pair=pair,
        picked=picked_match(record),
        choices=choices_waiting(user).filter(young_person=record).count(),
        looks=list(looks_of(user, "mentee").filter(match__young_person=record)),
        let_go=let_go_lately(record, user, localtime(at).date()),
        asked_again=asked_for_another(localtime(at).date()).filter(pk=record.pk).exists(),
        pulse=last if last and last.planned_at > at - timedelta(days=PULSE_DAYS) else None,
        leads=names_in_role(record.scheme, Role.LEAD),
        coordinators=names_in_role(record.scheme, Role.COORDINATOR),
    )


def _mentor(record, user, at) -> OwnMentor:
    clearance = clearance_one(record, localtime(at).date())
    return OwnMentor(
        record=record,
        where=WHERE_A_VOLUNTEER_IS[record.state],
        pairs=[] if record.state in GONE else [_mentors_pair(m, user, at) for m in _shown().filter(volunteer=record)],
        asked=invitations_for(user).filter(volunteer=record).count(),
        looks=list(looks_of(user, "mentor").filter(match__volunteer=record)),
        let_go=let_go_lately(record, user, localtime(at).date()),
        checks=clearance.missing,
        checks_until=clearance.expires_on,
        training=list(training_missing_of([record], record.scheme)[record.pk]),
        supervision=next_supervision_of(record, at),
    )


def _mentors_pair(match, user, at: datetime) -> Pair:
    """A match as its mentor sees it: with what the young person lets them read, now that they are a pair."""
    pair = pair_of(match, user, at)
    moment = AFTER if pair.is_together else BEFORE
    return replace(pair, about=shown_to_mentor(match.young_person, localtime(at).date(), moment=moment))


def session_to_log(match, asked: str, at: datetime) -> MentoringSession | None:
    """The planned session that is written down next: the one asked for, else the oldest that has begun; or none."""
    planned = match.mentoringsessions.filter(outcome=MentoringSession.Outcome.PLANNED).order_by("planned_at")
    chosen = next((session for session in planned if str(session.pk) == asked), None)
    return chosen or next((session for session in planned if session.planned_at <= at), None)


def usual_time(match, at: datetime) -> dict:
    """What the plan of the next time begins with: the same weekday, time and place as last time, a rhythm on."""
    last = match.mentoringsessions.order_by("-planned_at").first()
    if last is None:
        return {}
    agreement = newest_agreement(match)
    step = timedelta(days=agreement.every_days if agreement and agreement.every_days else 7)
    local, next_at = localtime(last.planned_at), localtime(last.planned_at) + step
    while next_at < at:
        next_at += step
    return {"day": next_at.date(), "time": local.strftime("%H:%M"), "place": last.place}
