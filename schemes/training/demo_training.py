"""The demo's course, held every few months, and its reviews of suitability by two people."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from schemes.training import actions

MODULES = (
    ("role", 2, True),
    ("boundaries", 3, True),
    ("confidentiality", 2, True),
    ("safeguarding", 3, True),
    ("trauma", 3, False),
    ("communication", 2, False),
)
#: A course begins every nine weeks on a Monday and takes three weeks, two nights a week.
COURSE_DAYS = 63
NIGHTS = (1, 3, 8, 10, 15, 17)


class TrainingStager:
    """Holds the course; a volunteer attends its modules on the days that end before their review."""

    def __init__(self, stage, scheme):
        self.stage, self.scheme = stage, scheme
        self.by, self.second, self.trainer = (stage.users[name] for name in ("coordinator", "lead", "trainer"))
        with stage.on(stage.day(880)):
            course = actions.course_add(scheme=scheme, title="Becoming a mentor", by=self.by)
            self.modules = [
                actions.module_add(course=course, topic=topic, hours=Decimal(hours), is_required=needed, by=self.by)
                for topic, hours, needed in MODULES
            ]
        self.held = {}
        for weeks_ahead, module in enumerate(self.modules[:2], 1):
            self._session(module, stage.day(-7 * weeks_ahead))

    def _session(self, module, day):
        key = (module.pk, day)
        if key not in self.held:
            starts_at = timezone.make_aware(datetime.combine(day, time(18, 30)))
            self.held[key] = actions.training_session_add(
                module=module, starts_at=starts_at, place="Central Library", trainer=self.trainer, by=self.by
            )
        return self.held[key]

    def attend_all(self, volunteer) -> None:
        """Every module, on the nights of the last course that ended before today."""
        today = timezone.localdate()
        last = today - timedelta(days=NIGHTS[-1] + 1)
        begins = date.fromordinal(last.toordinal() // COURSE_DAYS * COURSE_DAYS + 1)
        for night, module in zip(NIGHTS, self.modules, strict=True):
            session = self._session(module, begins + timedelta(days=night))
            actions.attendance_book(session=session, volunteers=[volunteer], by=self.by)
            place = session.attendances.get(volunteer=volunteer)
            actions.attendance_mark(session=session, outcomes={place.pk: "attended"}, by=self.trainer)

    def review(self, volunteer, outcome: str) -> None:
        """Written by the co-ordinator, confirmed by the safeguarding lead."""
        review = actions.suitability_review_write(
            volunteer=volunteer,
            outcome=outcome,
            reasons="Came to everything, asked good questions, knows when to pass a worry on.",
            peer_ready="Four years on from care; speaks of it calmly; own flat, own job." if volunteer.is_peer else "",
            by=self.by,
        )
        actions.suitability_review_confirm(review=review, by=self.second)
