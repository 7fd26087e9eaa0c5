"""What there is to talk about in one supervision, read from the records at the moment it is opened (S14).

Only what whoever opens it may read: each part asks `visible_to`. Never a young person's diary or private feedback, and
no concern: those have their own readers.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from matching.pairing.models import Match
from matching.pairing.states import MET, TOGETHER
from matching.relationships.agreements.queries import newest_agreement
from matching.relationships.models import MentoringSession
from matching.relationships.pulses.models import Pulse
from matching.relationships.queries import reviews_due
from matching.supervision.agenda.models import SupervisionPoint
from matching.supervision.following.models import SupervisionAction
from matching.supervision.models import Supervision
from matching.supervision.support_plans.queries import plan_gaps
from matching.support.models import Debrief
from matching.warning.queries import watched
from mentoring.web.wording import counted, listed, short_day
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.training.queries import needs_of, topic_words, training_standing

#: What a mentor said after a session is shown of so many, the newest first; so many are opened to find it.
SAID, READ = 8, 40
FELT = {"good": "good", "ok": "OK", "not-good": "not good"}
NOT_MET = {"missed-mentee": "missed by {mentee}", "missed-mentor": "missed by {mentor}", "called-off": "called off"}


@dataclass(frozen=True)
class Line:
    """One thing to talk about; `small` is what it rests on, `tone` how urgent it is ("", "warn", "bad")."""

    words: str
    small: str = ""
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Agenda:
    """Points of both, what was agreed and is open, and what the records say, heading by heading. `since`: the last
    supervision of this mentor that was held."""

    since: date | None
    points: list[SupervisionPoint]
    actions: list[SupervisionAction]
    parts: list[tuple[str, list[Line]]] = field(default_factory=list)
    reads_matches: bool = True


def agenda_of(supervision, actor, at: datetime) -> Agenda:
    mentor = supervision.volunteer
    last = _last_before(supervision)
    matches = list(_matches(mentor, actor))
    keys = [match.pk for match in matches]
    parts = [
        ("Sessions since last time", _sessions(matches, actor, last, at)),
        ("What the mentor said after a session", _said(keys, actor, last)),
        ("Signs to look at", _signs(keys, at)),
        ("Agreement and reviews", _due(matches, at)),
        ("Support plan", _plan(mentor, at)),
        ("Training", _training(mentor, actor)),
    ]
    return Agenda(
        since=localdate(last.planned_at) if last else None,
        points=list(points_of(mentor, actor)),
        actions=list(actions_open_of(mentor, actor)),
        parts=[(heading, lines) for heading, lines in parts if lines],
        reads_matches=bool(matches) or not mentor.matches.together().exists(),
    )


def points_of(volunteer, actor):
    """What waits to be talked about with this mentor, as far as this person may read it."""
    return SupervisionPoint.objects.visible_to(actor).open().filter(volunteer=volunteer).select_related("by")


def actions_open_of(volunteer, actor):
    rows = SupervisionAction.objects.visible_to(actor).open().filter(supervision__volunteer=volunteer)
    return rows.select_related("owner", "supervision__volunteer")


def _last_before(supervision):
    rows = Supervision.objects.individual().filter(volunteer=supervision.volunteer_id, outcome="held")
    return rows.filter(planned_at__lt=supervision.planned_at).order_by("-planned_at").first()


def _matches(mentor, actor):
    """The mentor's pairs that this person may read and is not one of."""
    rows = Match.objects.visible_to(actor).filter(volunteer=mentor, state__in=TOGETHER)
    return rows.exclude(young_person__user=actor.user).select_related("young_person", "volunteer", "scheme")


def _sessions(matches, actor, last, at) -> list[Line]:
    """How often they met, what fell through and by whom, how it went as the mentor said; a pause stands first."""
    rows = MentoringSession.objects.visible_to(actor).of_the_two()
    rows = rows.filter(match__in=[m.pk for m in matches], planned_at__lte=at)
    if last:
        rows = rows.filter(planned_at__gt=last.planned_at)
    told: dict = {match.pk: [] for match in matches}
    for row in rows.only("match_id", "outcome", "mentor_feeling"):
        told[row.match_id].append(row)
    return [line for match in matches for line in _of_pair(match, told[match.pk])]


def _of_pair(match, sessions) -> list[Line]:
    names = {"mentor": match.volunteer.first_name, "mentee": match.young_person.first_name}
    outcomes = Counter(row.outcome for row in sessions)
    met = sum(outcomes[outcome] for outcome in MET)
    fell = [f"{number} {NOT_MET[key].format(**names)}" for key, number in outcomes.items() if key in NOT_MET]
    felt = Counter(row.mentor_feeling for row in sessions if row.mentor_feeling)
    went = [f"{felt[key]} {words}" for key, words in FELT.items() if felt[key]]
    unsaid = [f"{outcomes['planned']} not written down"] if outcomes["planned"] else []
    paused = [Line(f"Paused: {match}", tone="warn", url=_page(match))] if match.state == Match.State.PAUSED else []
    words = f"{names['mentor']} and {names['mentee']} met {counted(met, 'time')}"
    small = " · ".join([*fell, *unsaid, *([f"how it went: {listed(went)}"] if went else [])])
    tone = "warn" if outcomes["missed-mentor"] > 1 or felt["not-good"] else ""
    return [*paused, Line(words, small=small, url=_page(match), tone=tone)]


def _page(match) -> str:
    return reverse("matching:match_show", args=[match.scheme.slug, match.pk])


def _said(keys, actor, last) -> list[Line]:
    """Debriefs that were hard or ask for a talk, and what was written for the supervisor after a session."""
    theirs = {"session__match__in": keys, "session__with_cover__isnull": True}
    debriefs = Debrief.objects.visible_to(actor).filter(**theirs).select_related("session")
    notes = MentoringSession.objects.visible_to(actor).of_the_two().filter(match__in=keys, outcome__in=MET)
    if last:
        debriefs = debriefs.filter(created_at__gt=last.planned_at)
        notes = notes.filter(planned_at__gt=last.planned_at)
    asks = Q(feeling=Debrief.Feeling.HARD) | Q(wants_talk=True)
    lines = [
        (row.session.planned_at, Line(_of_debrief(row), small=_day(row.session), tone="warn"))
        for row in debriefs.filter(asks).order_by("-session__planned_at")[:SAID]
    ]
    written = notes.order_by("-planned_at").only("planned_at", "mentor_note", "match_id")[:READ]
    lines += [(row.planned_at, Line(row.mentor_note, small=_day(row))) for row in written if row.mentor_note]
    return [line for _, line in sorted(lines, key=lambda pair: pair[0], reverse=True)[:SAID]]


def _of_debrief(debrief) -> str:
    said = [words for words in (debrief.words, debrief.talk_over) if words]
    return f"{debrief.get_feeling_display()} for them: {' '.join(said)}" if said else "It was hard for them."


def _day(session) -> str:
    day = localdate(session.planned_at)
    return short_day(day, localdate())


def _signs(keys, at) -> list[Line]:
    """Every sign but that supervision itself is late. What a young person said of it to the co-ordinators is left out,
    whoever opens this: it is not for a talk with the mentor."""
    rows = watched(Match.objects.filter(pk__in=keys), at, Pulse.objects.none()) if keys else []
    return [
        Line(sign.evidence, small=sign.do, url=_page(row.match), tone=sign.tone)
        for row in rows
        for sign in row.signs
        if sign.key != "supervision"
    ]


def _due(matches, at) -> list[Line]:
    lines = []
    for match in matches:
        newest = newest_agreement(match)
        if newest is None or not newest.is_signed:
            lines.append(Line("The agreement is not signed by all three yet", small=str(match), url=_page(match)))
    for review in reviews_due(at).filter(match__in=[match.pk for match in matches]):
        words = f"The {review.called} is due on {short_day(review.due_on, localdate(at))}"
        lines.append(Line(words, small=str(review.match), url=_page(review.match)))
    return lines


def _plan(mentor, at) -> list[Line]:
    url = reverse("matching:support_plan_show", args=[mentor.scheme.slug, mentor.pk])
    return [Line(gap.words, url=url, tone="warn") for gap in plan_gaps(at, Volunteer.objects.filter(pk=mentor.pk))]


def _training(mentor, actor) -> list[Line]:
    if not actor.may(Permission.TRAINING_READ, mentor):
        return []
    standing = training_standing(mentor)
    again, first = set(standing.run_out), [key for key in standing.missing if key not in standing.run_out]
    asked = [Line(f"Asked for: {need.get_topic_display()}", small=need.words) for need in needs_of(mentor, actor)]
    lines = [Line(f"To hear again: {listed(topic_words(sorted(again)))}")] if again else []
    return [*asked, *lines, *([Line(f"Still to hear: {listed(topic_words(first))}")] if first else [])]
