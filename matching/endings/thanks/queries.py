"""Reading what a mentor has given, and what the scheme says of them."""

from django.db.models import Q
from django.utils.timezone import localdate

from matching.endings.models import MentorReference
from matching.endings.thanks.rules import UNTIMED_MINUTES, Given, MentoringTime, time_of
from matching.pairing.states import MET
from matching.relationships.models import MentoringSession
from matching.supervision.models import Supervision
from schemes.people.models import Volunteer
from schemes.training.queries import group_days, training_hours


def time_given(volunteer) -> list[Given]:
    """Over all their matches and courses, and whenever they stood in for somebody, as it was written down: the one
    definition of a mentor's hours."""
    held = _held(volunteer).order_by()
    supervised = Supervision.objects.filter(volunteer=volunteer, outcome=Supervision.Outcome.HELD).order_by()
    return [
        *(Given(localdate(at), "session", minutes or 0) for at, minutes in held.values_list("planned_at", "minutes")),
        *(Given(on, "training", int(hours * 60)) for on, hours in training_hours(volunteer)),
        *(
            Given(localdate(at), "supervision", UNTIMED_MINUTES)
            for at in supervised.values_list("planned_at", flat=True)
        ),
        *(Given(on, "group", UNTIMED_MINUTES) for on in group_days(volunteer)),
    ]


def mentoring_time(volunteer) -> MentoringTime:
    """All of it together, for the certificate and the reference."""
    return time_of(time_given(volunteer))


def has_met(volunteer) -> bool:
    """Have they met a young person at all? What there is to thank for begins there."""
    return _held(volunteer).exists()


def _held(volunteer):
    theirs = Q(match__volunteer=volunteer, with_cover__isnull=True) | Q(with_cover__volunteer=volunteer)
    return MentoringSession.objects.filter(theirs, outcome__in=MET)


def reference_of(volunteer) -> MentorReference | None:
    return MentorReference.objects.filter(volunteer=volunteer).select_related("written_by").first()


def own_records(user):
    """A mentor's own records: the papers are theirs, also when they have left."""
    return Volunteer.objects.filter(user=user).select_related("scheme")
