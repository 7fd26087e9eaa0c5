"""What happens in a made-up scheme in 2028, drawn by dice: plain data that the app and the oracle are both given.

2028 has a 29 February, both changes of the clock and its bank holidays; nothing stops on any of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NEW_YEAR, LAST_DAY = date(2028, 1, 1), date(2028, 12, 31)
ALIKE = ("written", "written", "written", "late", "never", "off")


@dataclass(frozen=True)
class Event:
    """At that moment the record `kind` `number` comes to be with these fields, or they change."""

    at: datetime
    kind: str
    number: int
    fields: dict = field(hash=False)


def on(day: date, hour: int = 10, minute: int = 7, fold: int = 0) -> datetime:
    """That moment on the clock of the wall, in UTC."""
    return datetime.combine(day, time(hour, minute, fold=fold), tzinfo=LONDON).astimezone(UTC)


def plus(day: date, number: float) -> date:
    return day + timedelta(days=int(number))


class Drawing:
    """So many people: one in twelve staff, the others in pairs or on their way into the scheme."""

    def __init__(self, people: int, seed: int = 2028):
        self.dice, self.events, self.numbers = Random(seed), [], {}
        staff = max(9, people // 12)
        self.staff = {role: [] for role in ("coordinator", "manager", "lead", "supervisor")}
        self.people = list(range(1, people + 1))
        for place, number in enumerate(self.people):
            self.add(on(date(2027, 9, 1)), "person", number, active=True)
            if place < staff:
                self._hire(number, place)
        others = self.people[staff:]
        on_the_way = len(others) // 5
        pairs = others[on_the_way:]
        for mentor, mentee in zip(pairs[::2], pairs[1::2], strict=False):
            self._pair(mentor, mentee)
        for number in range(on_the_way):
            self._on_the_way(number)
        self._plan(people)
        self._ways_of_hearing()
        self._accounts_and_roles()
        self._put_off(people)
        self.events.sort(key=lambda event: event.at)

    def add(self, at: datetime, kind: str, number: int | None = None, **fields) -> int:
        if number is None:
            number = self.numbers[kind] = self.numbers.get(kind, 0) + 1
        self.events.append(Event(at, kind, number, fields))
        return number

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def _hire(self, number: int, place: int) -> None:
        roles = ("coordinator", "manager", "lead", "supervisor", "coordinator", "manager", "supervisor")
        role = roles[place] if place < len(roles) else "supervisor"
        self.staff[role].append(number)
        self.add(on(date(2027, 9, 1), 11), "role", person=number, role=role, ended=False)

    # --- a pair -------------------------------------------------------------------------------------------------------
    def _pair(self, mentor: int, mentee: int) -> None:
        dice = self.dice
        start = plus(date(2027, 10, 1), dice.randrange(390))
        pair = self.add(
            on(start, 9), "pair", mentor=mentor, mentee=mentee, state="active", introduced_on=start,
            peer=self.chance(0.3), every=dice.choice((None, 7, 14, 28)),
            supervisor=dice.choice(self.staff["supervisor"]),
            co_ordinator=dice.choice((None, *self.staff["coordinator"])),
        )  # fmt: skip
        every = self.events[-1].fields["every"] or 7
        end = plus(start, dice.randrange(120, 300)) if self.chance(0.35) else LAST_DAY
        pause = self._pause(pair, start, end)
        self._sessions(pair, start, end, every, pause)
        self._check_ins(pair, start, end)
        self._supervisions(pair, start, end)
        self._reviews(pair, start, end)
        self._goals(pair, start)
        self._checks(pair, start)
        if end < LAST_DAY:
            self.add(on(end, 17), "pair", pair, state="ending")
            self.add(on(plus(end, dice.randrange(2, 50)), 17), "pair", pair, state="ended")

    def _pause(self, pair: int, start: date, end: date) -> tuple[date, date] | None:
        begins = plus(start, self.dice.randrange(20, 110))
        until = plus(begins, self.dice.randrange(10, 60))
        back = plus(until, self.dice.randrange(-5, 12))
        if back >= end or not self.chance(0.4):
            return None
        every = self.dice.choice((14, 21))
        self.add(on(begins, 8), "pair", pair, state="paused")
        key = self.add(on(begins, 8, 9), "pause", pair=pair, from_on=begins, until_on=until, every=every, over_on=None)
        self.add(on(back, 8), "pause", key, over_on=back)
        self.add(on(back, 8, 9), "pair", pair, state="active")
        return begins, back

    def _sessions(self, pair: int, start: date, end: date, every: int, pause) -> None:
        dice, day = self.dice, plus(start, self.dice.randrange(1, 9))
        while day < plus(end, 10):
            if not (pause and pause[0] <= day < pause[1]):
                self._session(pair, day, start)
            day = plus(day, every * dice.choice((1, 1, 1, 1, 2, 3.5, 8)))

    def _session(self, pair: int, day: date, start: date) -> None:
        dice = self.dice
        planned = on(day, dice.randrange(9, 19), dice.choice((5, 35)))
        known = max(plus(day, -dice.randrange(1, 10)), start)
        key = self.add(min(on(known, 9, 11), planned - timedelta(hours=1)), "session", pair=pair, planned_at=planned,
                       outcome="planned")  # fmt: skip
        if self.chance(0.1):
            said, planned = planned - timedelta(hours=3), planned + timedelta(days=dice.randrange(1, 9), hours=1)
            self.add(said, "session", key, planned_at=planned)
        went = dice.choice(ALIKE)
        if went == "off":
            self.add(planned - timedelta(hours=2), "session", key, outcome="called-off")
        elif went != "never":
            after = dice.randrange(1, 40) if went == "written" else dice.randrange(60, 400)
            self.add(planned + timedelta(hours=after, minutes=3), "session", key, outcome="held")

    def _check_ins(self, pair: int, start: date, end: date) -> None:
        for side in ("mentor", "mentee"):
            age = 7
            while plus(start, age) < end:
                if self.chance(0.75):
                    day = plus(start, max(1, age + self.dice.randrange(-4, 9)))
                    self.add(on(day, 15), "check-in", pair=pair, side=side, spoken_on=day)
                age = age * 2 if age < 28 else age + 30

    def _supervisions(self, pair: int, start: date, end: date) -> None:
        dice, day = self.dice, plus(start, self.dice.randrange(15, 50))
        while day < end:
            planned = on(day, dice.randrange(9, 18), 35)
            known = on(max(plus(day, -dice.randrange(2, 25)), start), 10, 13)
            key = self.add(known, "supervision", pair=pair, planned_at=planned, outcome="planned")
            if self.chance(0.9):
                late = dice.choice((0, 0, 0, 2, 9, 16, 25))
                self.add(planned + timedelta(days=late, hours=2), "supervision", key, outcome="held")
            day = plus(day, dice.randrange(25, 60))

    def _reviews(self, pair: int, start: date, end: date) -> None:
        made, due = start, plus(start, 91)
        while made < end:
            key = self.add(on(made, 9, 21), "review", pair=pair, due_on=due, held=False, mentor=False, mentee=False)
            for side in ("mentor", "mentee"):
                if self.chance(0.5):
                    self.add(on(plus(due, self.dice.randrange(-12, 3)), 18), "review", key, **{side: True})
            held = plus(due, self.dice.randrange(-10, 25))
            self.add(on(held, 16), "review", key, held=True)
            made, due = held, plus(held, 91)

    def _goals(self, pair: int, start: date) -> None:
        for _ in range(2):
            day = plus(start, self.dice.randrange(20, 300))
            key = self.add(on(start, 14), "goal", pair=pair, review_on=day, open=True)
            self.add(on(plus(day, self.dice.randrange(-6, 30)), 14), "goal", key, open=False)

    def _checks(self, pair: int, start: date) -> None:
        if self.chance(0.6):
            ends = plus(NEW_YEAR, self.dice.randrange(20, 420))
            fields = {"pair": pair, "sort": "criminal-record"}
            self.add(on(start, 9, 8), "check", **fields, decided_on=start, expires_on=ends)
            if self.chance(0.8):
                day = max(plus(ends, self.dice.randrange(-70, 25)), plus(start, 1))
                self.add(on(day, 13), "check", **fields, decided_on=day, expires_on=plus(day, 1095))

    # --- people on their way, and the plan ----------------------------------------------------------------------------
    def _on_the_way(self, number: int) -> None:
        stages = {
            "volunteer": ("enquired", "applied", "interviewing", "vetting", "training", "suitability", "approved"),
            "young-person": ("referred", "contacted", "met", "waiting"),
        }
        whose = "volunteer" if number % 2 else "young-person"
        day = plus(date(2027, 11, 1), self.dice.randrange(360))
        key = number + 1
        for stage in stages[whose]:
            self.add(on(day, self.dice.randrange(9, 23), 51), whose, key, stage=stage)
            day = plus(day, self.dice.choice((2, 5, 10, 25, 50, 110)))

    def _plan(self, people: int) -> None:
        dice, staff = self.dice, [one for role in self.staff.values() for one in role]
        for number in range(max(12, people // 10)):
            owner = dice.choice((None, *staff))
            due, done = plus(NEW_YEAR, dice.randrange(10, 380)), dice.randrange(-12, 40)
            for kind in ("action", "step") if number < 17 else ("action",):
                self.add(on(date(2027, 9, 3), 9, 30), kind, number + 1, owner=owner, due_on=due, done=False)
                self.add(on(plus(due, done), 12), kind, number + 1, done=True)
            self.add(on(date(2027, 9, 3), 9, 40), "policy", owner=owner, title=number, version=1, review_on=due)
            if self.chance(0.7):
                again = plus(due, dice.randrange(-35, 25))
                self.add(on(again, 12, 40), "policy", owner=owner, title=number, version=2, review_on=plus(again, 365))

    # --- how they hear, and who is there ------------------------------------------------------------------------------
    def _ways_of_hearing(self) -> None:
        optional = ("session_soon", "supervision_soon", "goal_review")
        for person in self.people:
            for _ in range(self.dice.choice((0, 0, 1, 2))):
                day, hour = plus(date(2027, 12, 1), self.dice.randrange(390)), self.dice.randrange(7, 23)
                earliest, latest = self.dice.choice(((8, 20), (8, 20), (10, 16), (17, 20)))
                self.add(
                    on(day, hour, 41), "hearing", person, rhythm=self.dice.choice(("single", "daily", "weekly")),
                    earliest=earliest, latest=latest, way=self.dice.choice(("email", "email", "email", "inbox")),
                    muted=[rule for rule in optional if self.chance(0.2)],
                )  # fmt: skip

    def _accounts_and_roles(self) -> None:
        for person in self.people:
            if self.chance(0.12):
                day = plus(NEW_YEAR, self.dice.randrange(366))
                self.add(on(day, 16, 11), "person", person, active=False)
                if self.chance(0.6):
                    self.add(on(plus(day, self.dice.randrange(3, 60)), 9, 11), "person", person, active=True)
        for role, day in ((2, date(2028, 4, 3)), (5, date(2028, 10, 20))):  # one manager, one co-ordinator
            self.add(on(day, 18), "role", role, ended=True)

    def _put_off(self, people: int) -> None:
        staff = [one for role in self.staff.values() for one in role]
        for _ in range(people):
            day = plus(NEW_YEAR, self.dice.randrange(360))
            until = plus(day, self.dice.randrange(1, 15))
            self.add(on(day, self.dice.randrange(9, 23), 47), "put off", person=self.dice.choice(staff), until=until)


def runs(first: date, last: date) -> Iterator[datetime]:
    """When the reminder run comes: once a day or twice, at night too; in the doubled hour; not in a week of July."""
    dice = Random(f"{first}")
    hours = [(12, 0)], [(8, 0)], [(0, 30), (9, 15)], [(7, 30), (19, 59)], [(1, 30)], [(23, 30)], [(16, 0), (20, 30)]
    day = first
    while day <= last:
        if not date(2028, 7, 10) <= day <= date(2028, 7, 16):
            for hour, minute in dice.choice(hours):
                yield on(day, hour, minute)
                if dice.random() < 0.1:
                    yield on(day, hour, minute)  # twice at once
            if day == date(2028, 10, 29):
                yield from (on(day, 1, 15), on(day, 1, 15, fold=1))
        day = plus(day, 1)
