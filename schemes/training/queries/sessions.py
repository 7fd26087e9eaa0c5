"""Reads about sessions and their registers. Who sees which names is asked here (roles.md)."""

from django.db.models import Count, Q

from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.training.models import Attendance, TrainingSession

#: Held sessions shown before "show all".
RECENT = 6
#: Who takes up a place; the rest wait, or said they can't come.
TAKES_A_PLACE = (Attendance.State.BOOKED, Attendance.State.ATTENDED, Attendance.State.MISSED)
#: States in which a volunteer can be given a place: on the way, or a mentor who refreshes something.
IN_TRAINING = ("vetting", "training", "suitability")
GOES_ON_LEARNING = ("approved", "group-only")


def sessions_shown(actor, scheme, now, everything: bool = False) -> dict:
    """{"ahead": still to come, "held": newest first, "more": how many older ones are left out}."""
    ahead = list(sessions(actor, scheme).filter(starts_at__gte=now))
    held = list(sessions(actor, scheme).filter(starts_at__lt=now).order_by("-starts_at"))
    shown = held if everything else held[:RECENT]
    return {"ahead": ahead, "held": shown, "more": len(held) - len(shown)}


def sessions(actor, scheme):
    """Sessions with how many have a place and how many wait, the first one first."""
    taken = Count("attendances", filter=Q(attendances__outcome__in=["booked", "attended"]))
    waiting = Count("attendances", filter=Q(attendances__outcome=Attendance.State.WAITING))
    return (
        TrainingSession.objects.visible_to(actor)
        .filter(scheme=scheme)
        .select_related("module__course", "trainer", "second_trainer")
        .prefetch_related("also")
        .annotate(taken=taken, waiting=waiting)
        .order_by("starts_at")
    )


def register(actor, session):
    """Who has a place on this session, as far as this person may see names."""
    return _names(actor, session).filter(outcome__in=TAKES_A_PLACE).order_by("volunteer__name")


def waiting_list(actor, session):
    """Who waits for a place, whoever asked first on top."""
    return _names(actor, session).filter(outcome=Attendance.State.WAITING).order_by("asked_at", "created_at")


def _names(actor, session):
    return Attendance.objects.visible_to(actor).filter(session=session).select_related("volunteer")


def to_book(actor, session, states=IN_TRAINING):
    """Volunteers in these states who have no place yet; names for those who may read people."""
    open_to = Volunteer.objects.filter(scheme_id=session.scheme_id, state__in=states)
    if not actor.may(Permission.PEOPLE_READ, session):
        open_to = open_to.none()
    placed = session.attendances.exclude(outcome=Attendance.State.CANCELLED).values("volunteer")
    return open_to.exclude(pk__in=placed).order_by("name")


def walk_ins(actor, session):
    """Who may have come without a place: whoever waits or said no, and for those who read people everybody without."""
    known = session.attendances.visible_to(actor).filter(outcome__in=["waiting", "cancelled"]).values("volunteer")
    others = to_book(actor, session, [*IN_TRAINING, *GOES_ON_LEARNING]).order_by().values("pk")
    here = Volunteer.objects.filter(scheme_id=session.scheme_id)
    return here.filter(Q(pk__in=known) | Q(pk__in=others)).order_by("name")


def attendance_counts(volunteer) -> dict[str, int]:
    """{"attended": …, "missed": …}: how often they came, for whoever looks at their suitability."""
    outcomes = Attendance.objects.filter(volunteer=volunteer).values_list("outcome").annotate(n=Count("pk"))
    return {"attended": 0, "missed": 0, **dict(outcomes)}


def places_between(begin, end):
    """Places on sessions that begin in this span, of volunteers who can sign in."""
    found = Attendance.objects.filter(outcome=Attendance.State.BOOKED, volunteer__user__isnull=False)
    return found.filter(session__starts_at__gt=begin, session__starts_at__lte=end).select_related(
        "session", "volunteer"
    )


def places_moved_up(at):
    """Places that came free for somebody who had waited, on sessions still ahead."""
    return places_between(at, at.replace(year=at.year + 2)).filter(asked_at__isnull=False)


def my_places(user):
    """A volunteer's own places, in time order; those they gave back are left out."""
    own = Attendance.objects.filter(volunteer__user=user).exclude(outcome=Attendance.State.CANCELLED)
    shown = own.select_related("session__module", "session__trainer", "session__second_trainer", "volunteer__scheme")
    return shown.prefetch_related("session__also").order_by("session__starts_at")
