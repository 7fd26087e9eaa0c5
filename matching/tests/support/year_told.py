"""A year of one match told a second time: what is due on each day, worked out from the rules as they are written
(reminders.md, lifecycle.md, S14, S15, L4) and by nobody's code but its own. Days are dates; plain on purpose.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

FULL_MONTHS, EVERY_REVIEW, CLOSE = (3, 6, 12, 24), 91, 14
SUPERVISED_EVERY, PEER_SUPERVISED_EVERY = 42, 28
LAPSED_AFTER, RECORDED_WITHIN, PLANNED_BEFORE = 42, 7, 90
PAUSE_ENDS_SOON = 7


def days(number: int) -> timedelta:
    return timedelta(days=number)


@dataclass
class Life:
    """What happens to one pair. `spoken`: days on which staff spoke with each side; `reviews`: open ones, day → months
    (0: one in between); `supervision`: the day planned, while it is not written down; `phase`: "", "together",
    "ending", "ended"; `pause`: (last day, every how many days staff keep in touch) while there is one; `back_on`: the
    day the last one was over."""

    number: int
    started: date
    is_peer: bool
    weeks: int | None
    phase: str = ""
    spoken: dict = field(default_factory=lambda: {"mentor": [], "mentee": []})
    met: list = field(default_factory=list)
    reviews: dict = field(default_factory=dict)
    full_done: set = field(default_factory=set)
    supervision: date | None = None
    supervised_on: date | None = None
    is_planned: bool = False
    pause: tuple[date, int] | None = None
    back_on: date | None = None

    # --- contacts: weeks 1, 2 and 4, then monthly, then quarterly; a peer's never further apart than 28 days; with the
    # young person in a pause as often as was said for it, if that is more often --------------------------------------
    def contact_due(self, side: str) -> date:
        every, later = (28, 28) if self.is_peer else (30, 91)
        if self.pause and side == "mentee":
            every, later = min(every, self.pause[1]), min(later, self.pause[1])
        last = self.spoken[side][-1] if self.spoken[side] else None
        age = (last - self.started).days if last else 0
        if age < 28:
            for week in (7, 14, 28):
                if week - age >= 7:
                    return self.started + days(min(week, age + 14))
        return self.started + days(age + (every if age < 365 else later))

    # --- reviews: 3, 6, 12 and 24 months, one in between where none comes near; weekends move to Monday ---------------
    def set_reviews(self, after: date) -> None:
        for months in FULL_MONTHS:
            day = monday(same_day_later(self.started, months))
            if day > after + days(CLOSE) and months not in self.full_done and months not in self.reviews.values():
                self.reviews[day] = months
        between = monday(after + days(EVERY_REVIEW))
        if not any(after < day <= between + days(CLOSE) for day in self.reviews):
            self.reviews[between] = 0

    def hold_review(self, day: date) -> None:
        """One held answers all that were due by then or would follow within a fortnight."""
        answered = {due: months for due, months in self.reviews.items() if due <= day + days(CLOSE)}
        first = min(self.reviews)
        answered[first] = self.reviews[first]
        self.full_done |= {max(answered.values())} - {0}
        self.reviews = {due: months for due, months in self.reviews.items() if due not in answered}
        self.set_reviews(day)

    # --- supervision: planned, overdue once its hour has passed, due again so long after the last, and in time --------
    def supervision_gap(self, today: date) -> date | None:
        every = PEER_SUPERVISED_EVERY if self.is_peer else SUPERVISED_EVERY
        due = (self.supervised_on or self.started) + days(every)
        due -= days(max(0, due.weekday() - 4))
        in_time = self.supervision and (self.supervision <= today + days(14) or self.supervision <= due + days(7))
        return None if in_time else due

    # --- the ending ---------------------------------------------------------------------------------------------------
    @property
    def agreed_end(self) -> date | None:
        return self.started + timedelta(weeks=self.weeks) if self.weeks else None

    def ending_stage(self, today: date) -> str:
        if self.agreed_end is None:
            return ""
        if today >= self.agreed_end:
            return "over"
        from_day = max(self.agreed_end - days(PLANNED_BEFORE), self.started)
        return "plan" if today >= from_day and not self.is_planned else ""

    @property
    def last_contact(self) -> date:
        """Silence counts from the day they met, or were together again after a pause."""
        met = self.met[-1] if self.met else self.started
        return max(met, self.back_on or met)

    def due(self, today: date) -> set:
        """(what, whose, day or side) of everything that is due today."""
        found: set = set()
        if self.phase == "together":
            for side in ("mentor", "mentee"):
                if (day := self.contact_due(side)) <= today:
                    found.add(("contact", self.number, side, day))
            found |= {("review", self.number, "", day) for day in self.reviews if day <= today + days(CLOSE)}
            if stage := self.ending_stage(today):
                found.add(("ending", self.number, stage, None))
            if self.pause and today <= self.pause[0] <= today + days(PAUSE_ENDS_SOON):
                found.add(("pause ends", self.number, "", self.pause[0]))
            if self.pause and self.pause[0] < today:
                found.add(("not back", self.number, "", self.pause[0]))
            if not self.pause and self.last_contact < today - days(LAPSED_AFTER):
                found.add(("lapsed", self.number, "", None))
        if self.phase == "ending" and self.last_contact <= today - days(RECORDED_WITHIN):
            found.add(("not recorded", self.number, "", None))
        if self.supervision and self.supervision <= today:
            found.add(("supervision late", self.number, "", self.supervision))
        if self.phase in ("together", "ending") and (gap := self.supervision_gap(today)):
            found.add(("supervision gap", self.number, "", gap))
        return found


def monday(day: date) -> date:
    while day.weekday() > 4:
        day += days(1)
    return day


def same_day_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last one that month has."""
    month = day.year * 12 + day.month - 1 + months
    for back in range(4):
        try:
            return date(month // 12, month % 12 + 1, day.day - back)
        except ValueError:
            continue
    raise AssertionError(day)


def drawn(number: int, first: date, length: int) -> Life:
    """A pair that begins some time in the first half."""
    dice = Random(number)
    return Life(number, first + days(dice.randrange(length // 2)), dice.random() < 0.3, dice.choice((None, 12, 26, 40)))


def happens(life: Life, today: date) -> list[tuple]:
    """What happens to this pair today: steps of `Year`, by dice that know the pair and the day alone."""
    dice = Random(f"{life.number} {today}")
    if life.phase == "":
        return [("start",)] if today >= life.started else []
    if life.phase == "ended":
        return []
    steps: list[tuple] = [("meet",)] if dice.random() < 0.08 and not life.pause else []
    for side in ("mentor", "mentee"):
        late = (today - life.contact_due(side)).days
        if dice.random() < (0.25 if late >= 0 else 0.01):
            steps.append(("speak", side))
    if life.supervision is None and dice.random() < 0.04:
        steps.append(("plan supervision", today + days(dice.randrange(1, 21))))
    elif life.supervision and life.supervision < today and dice.random() < 0.3:
        steps.append(("supervise",))
    if life.phase == "together":
        if life.reviews and min(life.reviews) <= today and dice.random() < 0.1:
            steps.append(("review",))
        if life.ending_stage(today) == "plan" and dice.random() < 0.05:
            steps.append(("plan ending",))
        if life.pause is None and dice.random() < 0.01:
            steps.append(("pause", today + days(dice.randrange(7, 60)), dice.choice((14, 21))))
        elif life.pause and dice.random() < (0.2 if life.pause[0] < today else 0.02):
            steps.append(("come back",))
        elif not life.pause and dice.random() < (0.1 if life.ending_stage(today) == "over" else 0.001):
            steps.append(("begin ending",))
    elif dice.random() < 0.05:
        steps.append(("end",))
    return steps
