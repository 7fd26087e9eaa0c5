"""Reads about studying alone, earlier training and certificates (S11)."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from schemes.people.models import Volunteer
from schemes.training.models import Attendance, Certificate, Course, Equivalence, Module, StudyTry
from schemes.training.queries.standings import heard_by, live_modules, programme_of, refresh_months, topic_words
from schemes.training.standing import newest, runs_out_on

#: How far ahead the list of what runs out looks.
SOON_DAYS = 60
LEARNING = ("training", "suitability", "approved", "group-only", "paused")


@dataclass(frozen=True)
class CourseHeard:
    """The live modules of a course that somebody heard, the hours of these, and whether that is all of them."""

    course: Course
    modules: list[Module]
    is_whole: bool

    @property
    def hours(self) -> Decimal:
        return sum((module.hours for module in self.modules), Decimal(0))


@dataclass(frozen=True)
class RunsOut:
    """A topic that has to be heard again by a day, or should have been."""

    volunteer: Volunteer
    topic: str
    words: str
    on: object


def modules_heard(volunteer) -> set:
    """Keys of modules they came to or passed."""
    came = Attendance.objects.filter(volunteer=volunteer, outcome=Attendance.State.ATTENDED)
    found = set(came.values_list("session__module", flat=True)) | set(came.values_list("session__also", flat=True))
    return found | set(StudyTry.objects.filter(volunteer=volunteer, passed=True).values_list("module", flat=True))


def course_heard(course, volunteer, heard=None) -> CourseHeard:
    heard = modules_heard(volunteer) if heard is None else heard
    live = list(course.modules.filter(retired_at=None))
    theirs = [module for module in live if module.pk in heard]
    return CourseHeard(course, theirs, is_whole=bool(live) and len(theirs) == len(live))


def courses_heard(volunteer) -> list[CourseHeard]:
    """Every course of which they heard something."""
    heard = modules_heard(volunteer)
    found = Course.objects.filter(scheme_id=volunteer.scheme_id, modules__in=heard).distinct().order_by("created_at")
    return [course_heard(course, volunteer, heard) for course in found]


def certificates_of(volunteer):
    return Certificate.objects.filter(volunteer=volunteer).select_related("course", "volunteer__scheme")


def my_certificates(user):
    return Certificate.objects.filter(volunteer__user=user).select_related("course", "volunteer__scheme")


def my_courses(user):
    """Courses of the schemes in which somebody volunteers."""
    return Course.objects.filter(scheme__volunteers__user=user).distinct()


def equivalences_of(volunteer):
    return Equivalence.objects.filter(volunteer=volunteer).select_related("decided_by", "withdrawn_by")


def tries_today(module, volunteer) -> int:
    return StudyTry.objects.filter(module=module, volunteer=volunteer, on=timezone.localdate()).count()


def my_studies(volunteer) -> list[dict]:
    """Modules this volunteer may study alone, with the day they passed each last."""
    passed = dict(StudyTry.objects.filter(volunteer=volunteer, passed=True).order_by("on").values_list("module", "on"))
    return [{"module": module, "passed_on": passed.get(module.pk)} for module in studies_open_to(volunteer)]


def studies_open_to(volunteer):
    if volunteer.state not in LEARNING:
        return Module.objects.none()
    theirs = Q(course__made_for__in=["", programme_of(volunteer)])
    return live_modules(volunteer.scheme).filter(theirs, is_self_study=True).select_related("course")


def my_study(user, module_id):
    """(module, volunteer) where this person may study it; None otherwise."""
    for volunteer in Volunteer.objects.filter(user=user).select_related("scheme"):
        module = studies_open_to(volunteer).filter(pk=module_id).first()
        if module:
            return module, volunteer
    return None


def runs_out(scheme, volunteers, until) -> list[RunsOut]:
    """What these volunteers have to hear again by that day, the most pressing first."""
    people, refresh = {volunteer.pk: volunteer for volunteer in volunteers}, refresh_months(scheme)
    found = [
        RunsOut(people[key], topic, topic_words([topic])[0], runs_out_on(last, refresh))
        for key, heard in heard_by(list(people.values())).items()
        for topic, last in newest(heard).items()
        if topic in refresh and last.on
    ]
    return sorted((row for row in found if row.on <= until), key=lambda row: (row.on, row.volunteer.name))


def runs_out_soon(scheme, volunteers, today) -> list[RunsOut]:
    return runs_out(scheme, volunteers, today + timedelta(days=SOON_DAYS))


def heard_long_ago(scheme, volunteers, today):
    """Of these volunteers those who may have something to hear again soon: they heard something so long ago that it
    can have run out (months counted as 28 days, so that nobody is missed). Nobody where no topic runs out."""
    refresh = refresh_months(scheme)
    if not refresh:
        return volunteers.none()
    before = today + timedelta(days=SOON_DAYS) - timedelta(days=28 * min(refresh.values()))
    taught = Attendance.objects.filter(session__scheme=scheme, session__starts_at__date__lte=before)
    alone = StudyTry.objects.filter(volunteer__scheme=scheme, passed=True, on__lte=before)
    earlier = Equivalence.objects.filter(volunteer__scheme=scheme, done_on__lte=before)
    long_ago = [rows.order_by().values("volunteer") for rows in (taught, alone, earlier)]
    found = volunteers.filter(Q(pk__in=long_ago[0]) | Q(pk__in=long_ago[1]) | Q(pk__in=long_ago[2]))
    return found.defer("motivation", "history_gaps", "sheet_notes")


def learners(scheme):
    """Volunteers whose training has to stay in date."""
    return Volunteer.objects.filter(scheme=scheme, state__in=LEARNING).select_related("scheme", "user")
