"""Reads about meetings: what is asked for, what is coming, what nobody has written down (S12)."""

from datetime import datetime, timedelta

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from matching.pairing.models import Match, Meeting
from mentoring.accounts.models import User
from safeguarding.concerns.queries import holds
from schemes.people.models import Membership, Volunteer
from schemes.people.permissions import Role

Kind, Outcome = Meeting.Kind, Meeting.Outcome
#: Such a meeting matters only while the pair is where it was planned for.
STILL = Q(kind=Kind.LOOK, match__state=Match.State.PROFILES_SHARED) | Q(
    kind=Kind.FIRST, match__state=Match.State.INTRODUCED
)


def _held_back() -> Q:
    """Planned with a mentor who is held back since: whether, never why. It cannot go ahead (L8)."""
    return Q(outcome=Outcome.PLANNED, match__volunteer__in=holds())


def _with_people(rows):
    people = ("match__volunteer__user", "match__young_person__user", "match__scheme", "staff")
    return rows.select_related(*people)


def meetings_open(scheme_ids) -> list[Meeting]:
    """Asked for or planned, the longest ago first, in one query. Each carries `held_back`: planned with a mentor who is
    held back since."""
    rows = Meeting.objects.still_open().filter(STILL, match__scheme_id__in=scheme_ids)
    rows = rows.annotate(held_back=ExpressionWrapper(_held_back(), output_field=BooleanField()))
    return list(_with_people(rows).order_by("planned_at", "created_at"))


def meetings_not_recorded(at: datetime):
    """Planned for a time that has passed, and nobody has said how it went."""
    passed = Meeting.objects.filter(STILL, outcome=Outcome.PLANNED, planned_at__lt=at)
    return _with_people(passed).order_by("planned_at")


def meetings_coming(at: datetime):
    """Planned within the next 24 hours, and going ahead."""
    soon = Meeting.objects.filter(
        STILL, ~_held_back(), outcome=Outcome.PLANNED, planned_at__gte=at, planned_at__lt=at + timedelta(days=1)
    )
    return _with_people(soon).order_by("planned_at")


def meetings_stopped(at: datetime):
    """Planned for a time still to come, with a mentor who is held back since: for staff, who have to act."""
    return _with_people(Meeting.objects.filter(STILL, _held_back(), planned_at__gte=at)).order_by("planned_at")


def is_stopped(meeting, at: datetime) -> bool:
    return meetings_stopped(at).filter(pk=meeting.pk).exists()


def meetings_off(at: datetime):
    """Whatever was planned for a time still to come and does not go ahead, until another time is planned: somebody
    answered before it, it was written down as off, or the mentor is held back. One list and one sentence for all, so
    that neither of the two can tell a hold from anything else."""
    off = Meeting.objects.filter(Q(outcome=Outcome.NOT_HELD) | Q(STILL, _held_back()))
    again = Meeting.objects.filter(match=OuterRef("match"), kind=OuterRef("kind"), outcome=Outcome.PLANNED)
    off = off.exclude(Exists(again.exclude(pk=OuterRef("pk"))))
    return _with_people(off.filter(planned_at__gte=at)).order_by("planned_at")


def meetings_off_for(person, at: datetime):
    """The same for one volunteer's or young person's own page."""
    side = "volunteer" if isinstance(person, Volunteer) else "young_person"
    return meetings_off(at).filter(**{f"match__{side}": person})


def introduced_without_meeting(scheme_ids):
    """Pairs who were introduced and whose first meeting nobody has planned."""
    introduced = Match.objects.filter(scheme_id__in=scheme_ids, state=Match.State.INTRODUCED)
    planned = Meeting.objects.filter(kind=Kind.FIRST, outcome=Outcome.PLANNED)
    rows = introduced.exclude(pk__in=planned.values("match")).select_related("volunteer", "young_person", "scheme")
    return rows.order_by("introduced_on")


def meeting_of(match) -> Meeting | None:
    """The meeting that is asked for or planned for this pair as they stand now."""
    return _with_people(Meeting.objects.filter(STILL, match=match)).still_open().first()


def meeting_ahead_of(match) -> Meeting | None:
    """The same as the two may read it: nothing, while it cannot go ahead."""
    rows = Meeting.objects.filter(STILL, match=match).exclude(_held_back())
    return _with_people(rows).still_open().first()


def first_meeting_held(match) -> Meeting | None:
    held = Meeting.objects.filter(match=match, kind=Kind.FIRST, outcome=Outcome.HELD)
    return held.select_related("staff").last()


def looks_of(user, side: str):
    """Short meetings before a choice, asked for or planned, of this young person ("mentee"), or planned for this
    mentor ("mentor"), who learns of it with its date."""
    mine = Q(match__young_person__user=user) if side == "mentee" else Q(match__volunteer__user=user)
    going_ahead = Meeting.objects.filter(STILL, mine, kind=Kind.LOOK).exclude(_held_back())
    rows = _with_people(going_ahead).still_open()
    return rows if side == "mentee" else rows.filter(outcome=Outcome.PLANNED)


def going_ahead(meetings):
    """Those planned meetings that are not stopped by a hold on the mentor."""
    return meetings.filter(outcome=Outcome.PLANNED).exclude(_held_back())


def meetings_of_match(match):
    return Meeting.objects.filter(match=match).select_related("staff", "recorded_by")


def staff_for(match):
    """Co-ordinators of the scheme who are neither of the two: one of them is there."""
    held = Membership.objects.filter(scheme=match.scheme, role=Role.COORDINATOR, ended_at__isnull=True)
    two = [key for key in (match.volunteer.user_id, match.young_person.user_id) if key]
    return User.objects.filter(pk__in=held.values("user"), is_active=True).exclude(pk__in=two).order_by("name")
