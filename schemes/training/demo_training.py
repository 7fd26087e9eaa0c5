"""The demo's course, held every few months, and its reviews of suitability by two people."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from schemes.training import actions
from schemes.training.peer_readiness import answered

#: A course begins every nine weeks on a Monday and takes three weeks, two modules a night.
COURSE_DAYS = 63
NIGHTS = (1, 3, 8, 10, 15)
PLACES = 8


class TrainingStager:
    """Holds the course; a volunteer attends its modules on the days that end before their review."""

    def __init__(self, stage, scheme):
        self.stage, self.scheme = stage, scheme
        self.by, self.second, self.trainer = (stage.users[name] for name in ("coordinator", "lead", "trainer"))
        with stage.on(stage.day(880)):
            course = actions.course_start(scheme=scheme, programme="becoming_a_mentor", by=self.by)
            self.modules = list(course.modules.all())
        with stage.on(stage.day(400)):
            for programme in ("peer_ten_sessions", "keeping_up"):
                actions.course_start(scheme=scheme, programme=programme, by=self.by)
        self.held = {}
        for weeks_ahead, night in enumerate(self._nights()[:2], 1):
            self._session(night, stage.day(-7 * weeks_ahead), places=PLACES)

    def _nights(self) -> list[list]:
        """Two modules a night."""
        return [self.modules[at : at + 2] for at in range(0, len(self.modules), 2)]

    def _session(self, night, day, places=None):
        module, *also = night
        key = (module.pk, day)
        if key not in self.held:
            starts_at = timezone.make_aware(datetime.combine(day, time(18, 30)))
            self.held[key] = actions.training_session_add(
                module=module,
                also=also,
                starts_at=starts_at,
                place="Central Library",
                places=places,
                trainer=self.trainer,
                by=self.by,
            )
        return self.held[key]

    def attend_all(self, volunteer) -> None:
        """Every module, on the nights of the last course that ended before today."""
        today = timezone.localdate()
        last = today - timedelta(days=NIGHTS[-1] + 1)
        begins = date.fromordinal(last.toordinal() // COURSE_DAYS * COURSE_DAYS + 1)
        for days, night in zip(NIGHTS, self._nights(), strict=True):
            session = self._session(night, begins + timedelta(days=days))
            actions.attendance_book(session=session, volunteers=[volunteer], by=self.by)
            place = session.attendances.get(volunteer=volunteer)
            actions.attendance_mark(session=session, outcomes={place.pk: "attended"}, by=self.trainer)

    def book_next(self) -> None:
        """Whoever is in training now has a place next week; the mentor of the demo hears two topics again."""
        ahead = [session for session in self.held.values() if session.starts_at > timezone.now()]
        in_training = list(self.scheme.volunteers.filter(state="training"))
        mentor = list(self.scheme.volunteers.filter(user=self.stage.users["mentor"]))
        for session in ahead:
            actions.attendance_book(session=session, volunteers=[*in_training, *mentor], by=self.by)
        with self.stage.on(self.stage.day(9)):
            lately = self._session(self._nights()[2], self.stage.day(2))  # its register is still to be kept
            actions.attendance_book(session=lately, volunteers=in_training[:4], by=self.by)

    def group_meets(self) -> None:
        """The peer support group, every first Monday or so for half a year, and once to come (P6)."""
        members = list(self.scheme.volunteers.filter(state__in=["group-only", "approved"]).order_by("created_at"))
        for months, about in enumerate(("Endings", "Saying no", "Money talk", "Food and talk", "What we are proud of")):
            with self.stage.on(self.stage.day(20 + 30 * months), hour=18) as at:
                session = actions.group_session_add(
                    scheme=self.scheme, starts_at=at, place="The den", about=about, by=self.by
                )
                came = {member: place % (months + 2) == 0 for place, member in enumerate(members[:9])}
                actions.group_session_mark(session=session, came=came, by=self.by)
        ahead = timezone.make_aware(datetime.combine(self.stage.day(-10), time(18)))
        actions.group_session_add(
            scheme=self.scheme, starts_at=ahead, place="The den", about="Cooking together", by=self.by
        )

    def review(self, volunteer, outcome: str) -> None:
        """Written by the co-ordinator, confirmed by the safeguarding lead."""
        review = actions.suitability_review_write(
            volunteer=volunteer,
            outcome=outcome,
            reasons="Came to everything, asked good questions, knows when to pass a worry on.",
            peer_answers=answered("Four years on from care; speaks of it calmly; own flat, own job; talks to an aunt."),
            by=self.by,
        )
        actions.suitability_review_confirm(review=review, by=self.second)
