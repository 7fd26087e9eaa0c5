"""The gate before introduction told a second time, straight from the rows and by nobody's code but its own.

`test_gate_machine.py` holds the real gate and the real actions against it (lifecycle.md). Slow and plain on purpose.
"""

from datetime import date, timedelta

from django.utils import timezone

from matching.models import AgeException, Conflict, Ending, Match, PairingRules, Profile, SetAside, Supervision
from matching.tests.pairing.gate_oracle_papers import is_checked, is_trained
from safeguarding.concerns.models import Hold
from safeguarding.models import RiskAssessment
from schemes.people.models import Membership
from schemes.training.models import SuitabilityReview

PLACES = (
    "proposed", "profiles-shared", "accepted", "risk-approved", "introduced", "active", "under-review", "paused",
    "ending",
)  # fmt: skip
WITH_SOMEBODY = ("introduced", "active", "under-review", "paused", "ending")
HALF_A_YEAR = timedelta(days=182)
#: Where people of the machine may live, and which two of these places are more than 50 km apart.
NEAR, FAR = "S1", "EH6"


def closed_to_introduce(match) -> set[str]:
    """Keys of the lines that are shut for a pair that was proposed; empty: they may meet."""
    scheme, mentor, mentee = match.scheme, match.volunteer, match.young_person
    wrong = closed_to_propose(scheme, mentor, mentee, match)
    today = timezone.localdate()
    newest = RiskAssessment.objects.filter(pair_key=match.pk).order_by("created_at").last()
    if newest is None or newest.approved_at is None or newest.review_on < today:
        wrong.add("risk")
    if mentor.role_statement_signed_on is None:
        wrong.add("role-statement")
    paper = match.agreements.order_by("version").last()
    if not paper or not all((paper.mentee_signed_at, paper.mentor_signed_at, paper.co_ordinator_signed_at)):
        wrong.add("agreement")
    if not _is_supervised(scheme, mentor):
        wrong.add("supervision")
    return wrong


def closed_to_propose(scheme, mentor, mentee, match=None) -> set[str]:
    """Keys of the lines that are shut before anybody is told a name; the pair's own match, if any, is not counted."""
    today, roles = timezone.localdate(), _roles(scheme)
    others = Match.objects.exclude(pk=match.pk) if match else Match.objects.all()
    shut = {
        "approved": mentor.state != "approved",
        "checks": not is_checked(scheme, mentor, today),
        "training": not is_trained(scheme, mentor, today),
        "suitability": _review(mentor) != "ready",
        "capacity": others.filter(volunteer=mentor, state__in=PLACES).count() >= mentor.capacity,
        "wish": (
            mentee.state != "waiting"
            or others.filter(young_person=mentee, state__in=WITH_SOMEBODY).exists()
            or mentee.still_wants_mentor_on is None
            or mentee.still_wants_mentor_on < today - HALF_A_YEAR
        ),
        "consent": not _is_agreed(mentee, today),
        "ages": not _ages_fit(scheme, mentor, mentee, today),
        "conflicts": _is_conflict(mentor, mentee),
        "kind": not {"either": True, "peer": mentor.is_peer, "traditional": not mentor.is_peer}.get(mentee.mentor_kind),
        "last-ending": _is_hurried(mentee),
        "proposed": others.filter(volunteer=mentor, young_person=mentee, state__in=PLACES).exists(),
        "distance": match is None and _is_too_far(scheme, mentor, mentee),
        "set-aside": _is_set_aside(mentor, mentee, today),
        "hold": Hold.objects.filter(volunteer=mentor, lifted_at=None).exists(),
        "scheme": not {"coordinator", "lead"} <= {role for role, _ in roles},
    }
    return {key for key, is_shut in shut.items() if is_shut}


def _roles(scheme) -> set:
    live = Membership.objects.filter(scheme=scheme, ended_at=None, user__is_active=True)
    return {(row.role, row.user_id) for row in live}


def _is_supervised(scheme, mentor) -> bool:
    """By somebody who may, and one to one not later than a week after the first is due: after six weeks, or four with a
    peer, and on the Friday before where that is a weekend (S14, L6; the machine's scheme has set nothing else)."""
    may = {user for role, user in _roles(scheme) if role in ("supervisor", "coordinator")}
    ahead = Supervision.objects.filter(
        volunteer=mentor, outcome="planned", kind="individual", planned_at__gte=timezone.now()
    ).order_by("planned_at")
    due = timezone.localdate() + timedelta(weeks=4 if mentor.is_peer else 6)
    while due.weekday() in (5, 6):
        due -= timedelta(days=1)
    first = ahead.first()
    in_time = first is not None and timezone.localdate(first.planned_at) <= due + timedelta(weeks=1)
    return in_time and mentor.supervisor_id in may


def _review(mentor) -> str:
    newest = SuitabilityReview.objects.filter(volunteer=mentor, second_by__isnull=False).order_by("created_at").last()
    return newest.outcome if newest else ""


def _is_agreed(mentee, today: date) -> bool:
    """Their own; under 18 a parent's as well; looked after the council's as well (all in England here)."""
    needed = {"own"}
    if mentee.born_on is None or _years(mentee.born_on, today) < 18:
        needed.add("parent")
    if mentee.care_status in ("looked-after", "eligible"):
        needed.add("local-authority")
    held = {
        row.kind
        for row in mentee.consents.all()
        if row.withdrawn_on is None and (row.given_on or row.not_needed_because)
    }
    return needed <= held


def _ages_fit(scheme, mentor, mentee, today: date) -> bool:
    if mentor.born_on is None or mentee.born_on is None:
        return False
    agreed = AgeException.objects.filter(volunteer=mentor, young_person=mentee, agreed_by__isnull=False).exists()
    own, young = _years(mentor.born_on, today), _years(mentee.born_on, today)
    return agreed or (
        own >= scheme.mentor_age_from
        and scheme.mentee_age_from <= young <= scheme.mentee_age_to
        and _years(mentor.born_on, mentee.born_on) >= scheme.age_gap_least
    )


def _years(born_on: date, day: date) -> int:
    had_it = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_it else 1)


def _is_conflict(mentor, mentee) -> bool:
    """Declared, one person twice, or somebody from a place that one of them named."""
    mine = Profile.objects.filter(volunteer=mentor).first()
    avoided = [(mentor.area, mentee.not_from), (mentee.area, mine.not_from if mine else [])]
    return (
        Conflict.objects.filter(volunteer=mentor, young_person=mentee).exists()
        or (mentor.user_id is not None and mentor.user_id == mentee.user_id)
        or any(area and area.strip().lower() in [one.strip().lower() for one in places] for area, places in avoided)
    )


def _is_too_far(scheme, mentor, mentee) -> bool:
    """The rule of the machine, where it has one, is 50 km; who has said no place lives near."""
    rules = PairingRules.objects.filter(scheme=scheme).first()
    return bool(rules and rules.farthest_km) and {mentor.outcode, mentee.outcode} == {NEAR, FAR}


def _is_set_aside(mentor, mentee, today: date) -> bool:
    rows = SetAside.objects.filter(volunteer=mentor, young_person=mentee)
    return any(row.until is None or row.until >= today for row in rows)


def _is_hurried(mentee) -> bool:
    """The last match ended before its time, and the review or the young person's new wish is missing."""
    ended = Ending.objects.filter(match__young_person=mentee, match__state="ended").select_related("match")
    last = max(ended, key=lambda one: (one.match.ended_on, one.created_at), default=None)
    if last is None or last.planned == "planned":
        return False
    wish = mentee.still_wants_mentor_on
    return last.review_signed_at is None or wish is None or wish <= last.match.ended_on
