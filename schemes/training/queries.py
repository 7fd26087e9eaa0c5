"""Reads about training and suitability. Who sees which names is asked here: a trainer those on own courses only."""

from collections import defaultdict

from django.db.models import Count, Q

from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.training.models import Attendance, Course, Module, SuitabilityReview, TrainingSession
from schemes.training.standing import Standing, standing_of

ATTENDED = Attendance.State.ATTENDED


def training_standings(scheme, volunteers) -> dict:
    """{volunteer's key: Standing} of these volunteers of one scheme, in two queries."""
    required = set(Module.objects.filter(course__scheme=scheme, is_required=True).values_list("topic", flat=True))
    attended = defaultdict(list)
    places = Attendance.objects.filter(volunteer__in=volunteers, outcome=ATTENDED)
    for key, topic, hours in places.values_list("volunteer_id", "session__module__topic", "session__module__hours"):
        attended[key].append((topic, hours))
    return {
        volunteer.pk: standing_of(attended[volunteer.pk], required, scheme.training_hours_needed)
        for volunteer in volunteers
    }


def training_standing(volunteer) -> Standing:
    """How one volunteer stands: hours, and required topics still missing."""
    return training_standings(volunteer.scheme, [volunteer])[volunteer.pk]


def topic_words(topics) -> list[str]:
    """Topics as people say them."""
    words = dict(Module.Topic.choices)
    return [str(words[topic]) for topic in topics]


def courses(scheme):
    """Courses with their modules."""
    return Course.objects.filter(scheme=scheme).prefetch_related("modules")


#: Held sessions shown before "show all".
RECENT = 6


def sessions_shown(actor, scheme, now, everything: bool = False) -> dict:
    """{"ahead": still to come, "held": newest first, "more": how many older ones are left out}."""
    ahead = list(sessions(actor, scheme).filter(starts_at__gte=now))
    held = list(sessions(actor, scheme).filter(starts_at__lt=now).order_by("-starts_at"))
    shown = held if everything else held[:RECENT]
    return {"ahead": ahead, "held": shown, "more": len(held) - len(shown)}


def sessions(actor, scheme):
    """Sessions with how many have a place or came, the first one first."""
    booked = Count("attendances", filter=~Q(attendances__outcome=Attendance.State.MISSED))
    return (
        TrainingSession.objects.visible_to(actor)
        .filter(scheme=scheme)
        .select_related("module__course", "trainer")
        .annotate(places=booked)
        .order_by("starts_at")
    )


def register(actor, session):
    """Who has a place on this session, as far as this person may see names."""
    places = Attendance.objects.visible_to(actor).filter(session=session)
    return places.select_related("volunteer").order_by("volunteer__name")


def to_book(actor, session):
    """Volunteers in training or later who have no place yet; names for those who may read people, and the trainer of
    this very session."""
    open_to = Volunteer.objects.filter(scheme_id=session.scheme_id, state__in=["vetting", "training", "suitability"])
    if not actor.may(Permission.PEOPLE_READ, session):
        open_to = open_to.none()
    return open_to.exclude(attendances__session=session).order_by("name")


def trainers(scheme):
    """People who may teach a session here."""
    held = scheme.memberships.filter(ended_at__isnull=True, role__in=[Role.TRAINER, Role.COORDINATOR])
    return {membership.user.pk: membership.user for membership in held.select_related("user")}


def reviewable(actor, scheme):
    """Volunteers whose suitability this person may look at: whoever reads people all; a supervisor their own; a
    trainer those they taught."""
    inside = Volunteer.objects.filter(scheme=scheme).select_related("scheme")
    if actor.may(Permission.PEOPLE_READ, scheme):
        return inside
    if not actor.may(Permission.SUITABILITY_REVIEW, scheme):
        return inside.none()
    supervised = Q(supervisor=actor.user, scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
    taught = Q(attendances__session__trainer=actor.user, scheme_id__in=actor.schemes_with(Role.TRAINER))
    return inside.filter(supervised | taught).distinct()


def open_review(volunteer) -> SuitabilityReview | None:
    """A review one person has written and no second has confirmed yet."""
    return volunteer.suitability_reviews.filter(second_by__isnull=True).select_related("first_by").first()


def reviews_to_confirm(actor) -> list[SuitabilityReview]:
    """Open reviews that this person may confirm: not their own."""
    waiting = SuitabilityReview.objects.visible_to(actor).filter(second_by__isnull=True)
    waiting = waiting.filter(volunteer__state=Volunteer.State.SUITABILITY).exclude(first_by=actor.user)
    return list(waiting.select_related("volunteer__scheme", "first_by")[:20])


def modules(scheme):
    """What can be taught."""
    return Module.objects.filter(course__scheme=scheme).select_related("course").order_by("course__title", "created_at")


def standings_in_training(actor, scheme) -> list[dict]:
    """Everybody in training or under review whose name this person may see, with how they stand."""
    states = [Volunteer.State.TRAINING, Volunteer.State.SUITABILITY]
    people = list(reviewable(actor, scheme).filter(state__in=states).order_by("name"))
    standings = training_standings(scheme, people)
    return [
        {
            "volunteer": person,
            "standing": standings[person.pk],
            "missing": topic_words(standings[person.pk].missing),
        }
        for person in people
    ]


def places_between(begin, end):
    """Places on sessions that begin in this span, of volunteers who can sign in."""
    found = Attendance.objects.filter(outcome=Attendance.State.BOOKED, volunteer__user__isnull=False)
    return found.filter(session__starts_at__gt=begin, session__starts_at__lte=end).select_related(
        "session", "volunteer"
    )
