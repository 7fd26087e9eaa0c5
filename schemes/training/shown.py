"""What the records show of step 11 (S11, P2)."""

from datetime import date

from django.utils import timezone

from schemes.people.models import Volunteer
from schemes.planning.evidence import Evidence
from schemes.planning.shown import plural, shown
from schemes.training.models import Attendance, Module, SuitabilityReview
from schemes.training.queries import topic_words
from schemes.training.standing import ALWAYS


def training(scheme, today: date) -> Evidence:
    """A course with what must be heard, sessions held, suitability decided by two people."""
    taught = set(Module.objects.filter(course__scheme=scheme).values_list("topic", flat=True))
    untaught = topic_words(sorted(ALWAYS - taught))
    held = scheme.trainingsessions.filter(starts_at__lte=timezone.now()).count()
    came = Attendance.objects.filter(session__scheme=scheme, outcome=Attendance.State.ATTENDED).count()
    decided = SuitabilityReview.objects.filter(volunteer__scheme=scheme, second_by__isnull=False).count()
    unreviewed = (
        Volunteer.objects.filter(scheme=scheme, state__in=["approved", "group-only"])
        .exclude(suitability_reviews__second_by__isnull=False)
        .count()
    )
    summary = f"{plural(held, 'session')} held, {plural(decided, 'suitability review')} by two people."
    return shown(
        [
            (bool(taught), f"A course of {plural(len(taught), 'topic')}.", "No course has been planned yet."),
            (not taught or not untaught, "", f"The course leaves out: {', '.join(untaught)}."),
            (held > 0, f"{plural(held, 'session')} held, {plural(came, 'place')} taken.", "No session was held yet."),
            (decided > 0, f"{plural(decided, 'suitability review')} by two people.", "No suitability review yet."),
            (unreviewed == 0, "", f"{unreviewed} approved without a review by two people."),
        ],
        summary if held or decided else "",
    )


EVIDENCE = {11: training}
