"""What a volunteer sees of their own training: places ahead, and how they stand."""

from dataclasses import dataclass
from datetime import datetime

from schemes.people.models import Volunteer
from schemes.training.models import Attendance
from schemes.training.queries.proofs import certificates_of, courses_heard, my_studies
from schemes.training.queries.sessions import my_places
from schemes.training.queries.standings import topic_words, training_standing
from schemes.training.standing import Standing


@dataclass(frozen=True)
class OwnTraining:
    """One record of a volunteer: places on sessions to come, those that are over, and how they stand."""

    volunteer: Volunteer
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


def _own(record, places, at) -> OwnTraining:
    standing = training_standing(record)
    return OwnTraining(
        volunteer=record,
        ahead=[place for place in places if place.session.starts_at > at],
        held=[place for place in places if place.session.starts_at <= at],
        standing=standing,
        missing=topic_words(standing.missing),
        studies=my_studies(record),
        courses=[heard for heard in courses_heard(record) if heard.is_whole],
        certificates=list(certificates_of(record)),
    )
