"""What a volunteer sees of their own training: places ahead, and how they stand."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q

from schemes.people.models import Volunteer
from schemes.training.models import Attendance, TrainingSession
from schemes.training.queries.proofs import certificates_of, courses_heard, my_studies
from schemes.training.queries.sessions import GOES_ON_LEARNING, IN_TRAINING, TAKES_A_PLACE, my_places
from schemes.training.queries.standings import programme_of, topic_words, training_standing
from schemes.training.standing import Standing


@dataclass(frozen=True)
class OwnTraining:
    """One record of a volunteer: places on sessions to come, those that are over, and how they stand."""

    volunteer: Volunteer
    to_book: list[TrainingSession]
    ahead: list[Attendance]
    held: list[Attendance]
    standing: Standing
    missing: list[str]
    studies: list[dict]
    courses: list
    certificates: list

    @property
    def certified(self) -> set:
        """Keys of the courses that have their certificate."""
        return {paper.course_id for paper in self.certificates}


def my_training(user, at: datetime) -> list[OwnTraining]:
    """Every record of this person as a volunteer; most people have one."""
    records = Volunteer.objects.filter(user=user).select_related("scheme").order_by("created_at")
    places = list(my_places(user))
    return [_own(record, [place for place in places if place.volunteer_id == record.pk], at) for record in records]


def sessions_to_book(volunteer, at: datetime) -> list[TrainingSession]:
    """Sessions ahead on which this volunteer can take a place, or a turn in the queue, the soonest first: of their own
    programme, while they are in training or go on learning. Each carries `is_full`."""
    if volunteer.state not in (*IN_TRAINING, *GOES_ON_LEARNING):
        return []
    held = Attendance.objects.filter(volunteer=volunteer).exclude(outcome=Attendance.State.CANCELLED)
    ahead = TrainingSession.objects.filter(scheme=volunteer.scheme_id, starts_at__gt=at)
    mine = ahead.filter(module__course__made_for__in=["", programme_of(volunteer)])
    taken = Count("attendances", filter=Q(attendances__outcome__in=TAKES_A_PLACE))
    found = mine.exclude(pk__in=held.values("session")).annotate(taken=taken).order_by("starts_at")
    found = found.annotate(is_full=Q(places__isnull=False) & Q(taken__gte=F("places")))
    return list(found.select_related("module", "trainer", "second_trainer").prefetch_related("also"))


def session_to_book(user, session_id, at: datetime) -> tuple:
    """(the session, the record that takes the place) of this person; (None, None) where there is none to take."""
    for volunteer in Volunteer.objects.filter(user=user).select_related("scheme"):
        for session in sessions_to_book(volunteer, at):
            if session.pk == session_id:
                return session, volunteer
    return None, None


def _own(record, places, at) -> OwnTraining:
    standing = training_standing(record)
    return OwnTraining(
        to_book=sessions_to_book(record, at),
        volunteer=record,
        ahead=[place for place in places if place.session.starts_at > at],
        held=[place for place in places if place.session.starts_at <= at],
        standing=standing,
        missing=topic_words(standing.missing),
        studies=my_studies(record),
        courses=[heard for heard in courses_heard(record) if heard.is_whole],
        certificates=list(certificates_of(record)),
    )
