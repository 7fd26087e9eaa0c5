"""What somebody's own page says: a young person's, a mentor's, or both where somebody is both (P4)."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.cover.news.queries import news_of
from matching.cover.queries import covers_mine
from matching.cover.shown import Away, away_of
from matching.cover.telling import days_words
from matching.endings.queries import asked_for_another
from matching.endings.thanks.queries import has_met, reference_of
from matching.pairing.facts import training_missing_of
from matching.pairing.meetings.prompting import prompts_of
from matching.pairing.meetings.prompts import Prompts
from matching.pairing.meetings.queries import looks_of, meeting_ahead_of, meetings_off_for
from matching.pairing.models import GONE, Match, Meeting
from matching.pairing.queries import choices_waiting, invitations_for, let_go_lately, mentor_preview, picked_match
from matching.pairing.states import MET, TOGETHER
from matching.relationships.agreements.queries import newest_agreement
from matching.relationships.asks.queries import asks_known_to_mentor
from matching.relationships.goals.queries import goals_chosen, goals_with_ratings
from matching.relationships.links import PairLink, pair_links
from matching.relationships.models import Goal, MentoringSession
from matching.relationships.pulses.queries import pulse_asked
from matching.relationships.sides import AGREEING, side_of
from matching.relationships.stops import with_sessions_off
from matching.supervision.following.models import SupervisionAction
from matching.supervision.following.queries import actions_of_mentor
from matching.supervision.models import Supervision
from matching.supervision.queries import next_supervision_of
from mentoring.web.wording import listed
from safeguarding.vetting.queries import clearance_one
from schemes.people.models import Membership, Volunteer, YoungPerson
from schemes.people.permissions import Role
from schemes.people.sharing import AFTER, BEFORE, shown_to_mentor

#: How it is going is asked about a session for so long; older ones are history.
FELT_DAYS = 21
#: So many sessions that nobody has written down stand on the page; the next come up as these are done.
TO_LOG = 5
#: Where a young person is, in their own terms, until they have a mentor.
WHERE_I_AM = {
    "referred": _("We have your name. We will get in touch to say hello."),
    "contacted": _("We have said hello. Next, we meet, and you say what you would like."),
    "met": _("We have met you. Next, we look for a mentor who fits."),
    "waiting": _("We are looking for a mentor who fits. You choose who it is."),
    "paused": _("You are having a break. Tell us when you want to go on."),
    "moved-on": _("You have moved on. You can come back any time."),
    "chose-not": _("You said no for now. That is fine. You can change your mind."),
    "not-eligible": _("We could not offer you a mentor. We can help you find something else."),
    "signposted": _("We gave you the name of somebody who can help. You can ask us again any time."),
}
#: Where a volunteer is, until they can be matched.
WHERE_A_VOLUNTEER_IS = {
    "enquired": _("Thank you for asking. We will be in touch within a week."),
    "applied": _("We have your application and will ask you to an interview."),
    "interviewing": _("Next is your interview."),
    "vetting": _("We are doing your checks."),
    "training": _("You are in training."),
    "suitability": _("You have done the training. Two of us look at your application once more."),
    "approved": _("You are an approved mentor."),
    "group-only": _("You are approved for the group."),
    "paused": _("You are having a break from mentoring."),
    "left": _("You have left the scheme. Thank you for all you did."),
    "withdrawn": _("You took your application back. You can ask again any time."),
    "declined": _("We could not take you on as a mentor this time."),
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
    asked: list[str] = field(default_factory=list)  # what they let their mentor know that they asked for
    prompts: Prompts | None = None  # before they meet for the first time
    away: Away | None = None  # a pause, and who meets the young person meanwhile (L7)

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
    off: list[Meeting]
    let_go: list[Match]
    asked_again: bool
    last_time: MentoringSession | None
    is_asked: bool = False  # how it is going (R11)
    leads: list[str] = field(default_factory=list)
    coordinators: list[str] = field(default_factory=list)

    @property
    def cannot_see(self) -> str:
        """Who does not read a concern: the co-ordinators, and the mentor."""
        mentor = [self.pair.match.volunteer.first_name] if self.pair else []
        return listed([*(name for name in self.coordinators if name not in self.leads), *mentor])

    @property
    def told(self) -> str:
        """Who sees how it is going."""
        names = listed(self.coordinators)
        if not names:
            return gettext("Only the co-ordinator can see this. You can skip it.")
        return gettext("Only %(names)s can see this. You can skip it.") % {"names": names}


@dataclass(frozen=True)
class OwnMentor:
    """One record of a volunteer: their young people, and how they stand themselves."""

    record: Volunteer
    where: str
    pairs: list[Pair]
    asked: int
    looks_at_self: bool  # what a young person would read of them waits for their yes
    looks: list[Meeting]
    off: list[Meeting]
    let_go: list[Match]
    checks: list[str]
    checks_until: object
    training: list[str]
    supervision: Supervision | None
    agreed: list[SupervisionAction]  # in supervision, theirs to do
    points: int  # what they want to talk about there
    has_met: bool = False
    has_reference: bool = False
    news: list = field(default_factory=list)  # what they told the co-ordinators of themselves (L7)
    covers: list[tuple] = field(default_factory=list)  # where they stand in: (cover, stage, days in words)


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
    """What both pages say about one match; a mentor's says nothing of meetings for which somebody stands in."""
    side, today, meeting = side_of(match, user), localtime(at).date(), meeting_ahead_of(match)
    sessions = match.mentoringsessions.select_related("with_cover__volunteer")
    sessions = sessions if side == "mentee" else sessions.of_the_two()
    planned = sessions.filter(outcome="planned").order_by("planned_at")
    return Pair(
        match=match,
        next_session=None if match.sessions_off else planned.filter(planned_at__gt=at - timedelta(hours=1)).first(),
        to_log=list(planned.filter(planned_at__lte=at)[:TO_LOG]),
        last_held=sessions.filter(outcome__in=MET).order_by("-planned_at").first(),
        goals=[goal for goal in goals_chosen(goals_with_ratings(match)) if goal.progress != Goal.Progress.PARKED],
        links=pair_links(match, user, today),
        meeting=meeting,
        prompts=prompts_of(meeting, side, today),
        away=away_of(match, user, today),
    )


def names_in_role(scheme, role: Role) -> list[str]:
    """First names of who holds a role: told to a young person so that they know who reads something."""
    live = Membership.objects.filter(scheme=scheme, role=role, ended_at__isnull=True, user__is_active=True)
    return [member.user.first_name for member in live.select_related("user").order_by("user__name")]


def _shown():
    people = ("volunteer__user", "volunteer__supervisor", "young_person__user", "scheme")
    rows = Match.objects.filter(state__in=AGREEING).select_related(*people).order_by("-introduced_on")
    return with_sessions_off(rows)


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
        off=list(meetings_off_for(record, at)),
        let_go=let_go_lately(record, user, localtime(at).date()),
        asked_again=asked_for_another(localtime(at).date()).filter(pk=record.pk).exists(),
        last_time=last if last and last.planned_at > at - timedelta(days=FELT_DAYS) else None,
        is_asked=bool(match) and pulse_asked(match, localtime(at).date()),
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
        looks_at_self=record.state == "approved" and not mentor_preview(record, localtime(at).date()).agreed_at,
        looks=list(looks_of(user, "mentor").filter(match__volunteer=record)),
        off=list(meetings_off_for(record, at)),
        let_go=let_go_lately(record, user, localtime(at).date()),
        checks=clearance.missing,
        checks_until=clearance.expires_on,
        training=list(training_missing_of([record], record.scheme)[record.pk]),
        supervision=next_supervision_of(record, at),
        agreed=list(actions_of_mentor(user).filter(supervision__volunteer=record)),
        points=record.supervision_points.open().filter(is_mentors=True).count(),
        has_met=has_met(record),
        has_reference=reference_of(record) is not None,
        news=[] if record.state in GONE else list(news_of(record)),
        covers=_covers(record, user, localtime(at).date()),
    )


def _covers(record, user, today) -> list[tuple]:
    rows = covers_mine(user, today).filter(volunteer=record) if record.state == "approved" else []
    return [(cover, cover.pause.stage(today), days_words(cover.pause, today)) for cover in rows]


def _mentors_pair(match, user, at: datetime) -> Pair:
    """A match as its mentor sees it: with what the young person lets them read, now that they are a pair."""
    pair = pair_of(match, user, at)
    moment = AFTER if pair.is_together else BEFORE
    return replace(
        pair,
        about=shown_to_mentor(match.young_person, localtime(at).date(), moment=moment),
        asked=asks_known_to_mentor(match),
    )


def session_to_log(match, asked: str, at: datetime) -> MentoringSession | None:
    """The planned session that is written down next: the one asked for, else the oldest that has begun; or none."""
    planned = match.mentoringsessions.of_the_two().filter(outcome=MentoringSession.Outcome.PLANNED)
    planned = planned.order_by("planned_at")
    chosen = next((session for session in planned if str(session.pk) == asked), None)
    return chosen or next((session for session in planned if session.planned_at <= at), None)


def usual_time(match, at: datetime) -> dict:
    """What the plan of the next time begins with: the same weekday, time and place as last time, a rhythm on."""
    last = match.mentoringsessions.of_the_two().order_by("-planned_at").first()
    if last is None:
        return {}
    agreement = newest_agreement(match)
    step = timedelta(days=agreement.every_days if agreement and agreement.every_days else 7)
    local, next_at = localtime(last.planned_at), localtime(last.planned_at) + step
    while next_at < at:
        next_at += step
    return {"day": next_at.date(), "time": local.strftime("%H:%M"), "place": last.place}
