"""The demo's sessions: months of weekly meetings, some missed, as real ones are; one pair has gone quiet."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from matching.pairing.states import MET
from matching.relationships.actions import session_coming, session_feel, session_log, session_plan

PLACES = ("The café at the library", "The park by the river", "The leisure centre", "The café at the library")
#: What mentors write that both can read, and what they tell their supervisor.
DID = (
    "Went for a walk and talked about college.",
    "Made a list of what to ask at the housing office.",
    "Cooked a curry. Enough for two days.",
    "Played pool. I lost again.",
    "Filled in the bus pass form together.",
    "Looked at flats online and what they cost.",
    "Had a hot chocolate and talked about the week.",
    "Practised for the interview on Monday.",
)
FOR_SUPERVISOR = (
    "A little quiet today. Worth asking about next time.",
    "I was not sure how much to push. Can we talk?",
)
#: Once in so many weeks one of the two cannot come, or it is called off.
WAYS = ("held",) * 9 + ("missed-mentee", "called-off", "missed-mentor", "partly")
TOPICS = ("home", "money", "work", "people", "skills", "fun")
#: Pairs of each scheme, in the order of their introduction, whose meetings stop so many days ago.
STOPS = {1: 20, 4: 9, 6: 24}


def sessions_load(stage) -> None:
    """Every pair of the stage, scheme by scheme."""
    places = {}
    for match in stage.matches:
        place = places[match.scheme_id] = places.get(match.scheme_id, -1) + 1
        SessionStager(stage, match, stops=STOPS.get(place, 0)).load()


class SessionStager:
    """One pair's weeks, on the weekday and at the hour they agreed."""

    def __init__(self, stage, match, *, stops: int):
        self.stage, self.match, self.stops = stage, match, stops
        coordinator = stage.users["coordinator"]
        self.mentor = match.volunteer.user or coordinator
        self.mentee = match.young_person.user or coordinator

    def load(self) -> None:
        day = self._first_day()
        while day <= self.stage.day(max(self.stops, 1)):
            self._week(day)
            day += timedelta(days=7)
        if not self.stops:
            self._next(day)

    def _first_day(self):
        """The first Thursday after they were introduced; a week lies between."""
        first = self.match.introduced_on + timedelta(days=7)
        return first + timedelta(days=(3 - first.weekday()) % 7)

    def _week(self, day) -> None:
        luck = self.stage.random
        outcome, minutes = luck.choice(WAYS), luck.choice((45, 60, 60, 75, 90))
        with self.stage.on(day, hour=20):
            session = session_log(
                match=self.match,
                outcome=outcome,
                planned_at=at_half_past_five(day),
                minutes=minutes,
                **self._what_kind(outcome),
                channel=luck.choice(("in-person",) * 6 + ("phone",)),
                mentor_feeling=luck.choice(("good", "good", "ok")),
                shared_note=luck.choice(DID) if outcome in MET else "",
                mentor_note=luck.choice(FOR_SUPERVISOR) if luck.random() < 0.1 else "",
                by=self.mentor,
            )
            if outcome in MET and luck.random() < 0.4:
                session_feel(session=session, feeling=luck.choice(("good", "good", "ok")), by=self.mentee)

    def _what_kind(self, outcome: str) -> dict:
        """Now and then with others, or cut short's reason; what it was about, in most of them."""
        luck = self.stage.random
        kind = luck.choice(("one-to-one",) * 10 + ("visit", "group", "workshop"))
        return {
            "kind": kind,
            "topics": luck.sample(TOPICS, luck.choice((0, 1, 1, 2))),
            "home_safe": True if kind != "one-to-one" else None,
            "reason": luck.choice(("ill", "work", "came-up", "not-said")) if outcome != "held" else "",
            "called_off_by": luck.choice(("mentee", "mentor", "scheme")) if outcome == "called-off" else "",
        }

    def _next(self, day) -> None:
        """The coming one; about half have said that they will be there, the demo's own young person has not yet."""
        place = self.stage.random.choice(PLACES)
        session = session_plan(match=self.match, planned_at=at_half_past_five(day), place=place, by=self.mentor)
        if self.mentee != self.stage.users["mentee"] and self.stage.random.random() < 0.5:
            session_coming(session=session, coming=True, by=self.mentee)


def at_half_past_five(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(17, 30)))
