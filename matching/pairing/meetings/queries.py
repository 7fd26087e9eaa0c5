"""Reads about meetings: what is asked for, what is coming, what nobody has written down (S12)."""

from datetime import datetime, timedelta

from django.db.models import Q

from matching.pairing.models import Match, Meeting
from mentoring.accounts.models import User
from schemes.people.models import Membership
from schemes.people.permissions import Role

Kind, Outcome = Meeting.Kind, Meeting.Outcome
#: Such a meeting matters only while the pair is where it was planned for.
STILL = Q(kind=Kind.LOOK, match__state=Match.State.PROFILES_SHARED) | Q(
    kind=Kind.FIRST, match__state=Match.State.INTRODUCED
)


def _with_people(rows):
    people = ("match__volunteer__user", "match__young_person__user", "match__scheme", "staff")
    return rows.select_related(*people)


def meetings_asked(scheme_ids):
    """Young people who would like to meet a mentor before they choose; the longest wait first."""
    asked = Meeting.objects.filter(STILL, match__scheme_id__in=scheme_ids, outcome=Outcome.ASKED)
    return _with_people(asked).order_by("created_at")


def meetings_not_recorded(at: datetime):
    """Planned for a time that has passed, and nobody has said how it went."""
    passed = Meeting.objects.filter(STILL, outcome=Outcome.PLANNED, planned_at__lt=at)
    return _with_people(passed).order_by("planned_at")


def meetings_coming(at: datetime):
    """Planned within the next 24 hours."""
    soon = Meeting.objects.filter(
        STILL, outcome=Outcome.PLANNED, planned_at__gte=at, planned_at__lt=at + timedelta(days=1)
    )
    return _with_people(soon).order_by("planned_at")


def introduced_without_meeting(scheme_ids):
    """Pairs who were introduced and whose first meeting nobody has planned."""
    introduced = Match.objects.filter(scheme_id__in=scheme_ids, state=Match.State.INTRODUCED)
    planned = Meeting.objects.filter(kind=Kind.FIRST, outcome=Outcome.PLANNED)
    rows = introduced.exclude(pk__in=planned.values("match")).select_related("volunteer", "young_person", "scheme")
    return rows.order_by("introduced_on")


def meeting_of(match) -> Meeting | None:
    """The meeting that is asked for or planned for this pair as they stand now."""
    return _with_people(Meeting.objects.filter(STILL, match=match)).still_open().first()


def first_meeting_held(match) -> Meeting | None:
    held = Meeting.objects.filter(match=match, kind=Kind.FIRST, outcome=Outcome.HELD)
    return held.select_related("staff").last()


def looks_of(user, side: str):
    """Short meetings before a choice, asked for or planned, of this young person ("mentee"), or planned for this
    mentor ("mentor"), who learns of it with its date."""
    mine = Q(match__young_person__user=user) if side == "mentee" else Q(match__volunteer__user=user)
    rows = _with_people(Meeting.objects.filter(STILL, mine, kind=Kind.LOOK)).still_open()
    return rows if side == "mentee" else rows.filter(outcome=Outcome.PLANNED)


def meetings_of_match(match):
    return Meeting.objects.filter(match=match).select_related("staff", "recorded_by")


def staff_for(match):
    """Co-ordinators of the scheme who are neither of the two: one of them is there."""
    held = Membership.objects.filter(scheme=match.scheme, role=Role.COORDINATOR, ended_at__isnull=True)
    two = [key for key in (match.volunteer.user_id, match.young_person.user_id) if key]
    return User.objects.filter(pk__in=held.values("user"), is_active=True).exclude(pk__in=two).order_by("name")
