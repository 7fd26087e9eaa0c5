"""What in the trail is worth asking about. Pure: looks go in, findings come out; instants are in local time.

Every rule reads the looks of one person, oldest first, and compares them with what is usual for that person: many
records are a Tuesday for one and a reason to ask for another. A rule never says that something was wrong.

Source: NCSC, "10 steps to cyber security", logging and monitoring: what is normal is the measure of what is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median

#: From what is usual for somebody is read: so many days before the day in question.
USUAL_DAYS = 28
#: Opened within an hour: at least so many records, and so many times what their busiest hour of a day usually has.
HOUR, HOUR_LEAST, HOUR_TIMES = timedelta(hours=1), 20, 3
#: Night in local time, from one hour to the other; in one night at least so many records, by somebody who did not work
#: in so many of the nights before.
NIGHT_FROM, NIGHT_TO, NIGHT_LEAST, NIGHTS_USUAL = 22, 6, 3, 4
#: Before a role ends: in so many days at least so many records, and so many times what such a week usually has.
LEAVING, LEAVING_LEAST, LEAVING_TIMES = timedelta(days=7), 10, 2
#: The glass broken so often in so many days.
GLASS, GLASS_LEAST = timedelta(days=7), 2
#: Copies taken on one day: at least so many, and so many times what is usual on a day on which they take any.
TAKEN_LEAST, TAKEN_TIMES = 4, 3


class Rule(StrEnum):
    HOUR = "hour"
    NIGHT = "night"
    LEAVING = "leaving"
    TAKEN_LEAVING = "taken-leaving"
    LEFT = "left"
    GLASS = "glass"
    TAKEN = "taken"


#: What each is called where only its name stands.
CALLED = {
    Rule.HOUR: "Many records within an hour",
    Rule.NIGHT: "Records opened at night",
    Rule.LEAVING: "Many records before a role ended",
    Rule.TAKEN_LEAVING: "Copies taken before a role ended",
    Rule.LEFT: "Something opened after the last role ended",
    Rule.GLASS: "Opened without a lead, more than once",
    Rule.TAKEN: "Many copies on one day",
}


@dataclass(frozen=True)
class Look:
    """One look of one person. `record`: whose record it was, so that two looks at the same one count once; `thing`: the
    row of the trail's own word for what was opened; `taken`: a copy left; `glass`: opened without a lead."""

    at: datetime
    record: str
    thing: str = ""
    taken: bool = False
    glass: bool = False


@dataclass(frozen=True)
class Stay:
    """From when to when somebody worked for the scheme in one role; `ended_at` None: they still do."""

    role: str
    began_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Finding:
    """One thing worth asking about: on which day (of a night: of its evening), by which rule, how many; `usual`: how
    many there usually are, 0 where nothing is known; `things`: what was opened, for who may not know of all of it."""

    rule: Rule
    day: date
    at: datetime
    number: int
    usual: float
    things: frozenset[str] = frozenset()


def findings(looks: Sequence[Look], stays: Sequence[Stay] = ()) -> list[Finding]:
    """What stands out in the looks of one person, by every rule; at most one of a rule and a day."""
    found = [
        *many_in_an_hour(looks),
        *at_night(looks),
        *before_leaving(looks, stays),
        *taken_before_leaving(looks, stays),
        *after_leaving(looks, stays),
        *glass_broken_again(looks),
        *many_taken(looks),
    ]
    return list({(one.rule, one.day): one for one in sorted(found, key=lambda one: one.number)}.values())


def many_in_an_hour(looks: Sequence[Look]) -> list[Finding]:
    """The busiest hour of a day: at least HOUR_LEAST different records, and HOUR_TIMES the usual busiest hour."""
    hours = busiest_hours(opened(looks))
    sizes = {day: records(hour) for day, hour in hours.items()}
    return [
        finding(Rule.HOUR, day, hours[day], size, usual)
        for day, size in sizes.items()
        if size >= HOUR_LEAST and size >= HOUR_TIMES * (usual := usually(sizes, day))
    ]


def at_night(looks: Sequence[Look]) -> list[Finding]:
    """At least NIGHT_LEAST different records in one night, unless nights are usual for them (who is on call)."""
    nights = grouped((look for look in opened(looks) if is_night(look.at)), lambda look: evening_of(look.at))
    found = []
    for night, seen in nights.items():
        before = sum(1 for other in nights if is_before(other, night))
        if records(seen) >= NIGHT_LEAST and before < NIGHTS_USUAL:
            found.append(finding(Rule.NIGHT, night, seen, records(seen), before))
    return found


def before_leaving(looks: Sequence[Look], stays: Sequence[Stay]) -> list[Finding]:
    """Records opened in the days before a role ended, far more than in a usual week of theirs."""
    found = []
    for end in ends_of(stays):
        seen = within(opened(looks), end - LEAVING, end)
        earlier = within(opened(looks), end - LEAVING - timedelta(days=USUAL_DAYS), end - LEAVING)
        weeks = grouped(earlier, lambda look, end=end: (end - look.at) // LEAVING)
        usual = sum(records(week) for week in weeks.values()) * LEAVING.days / USUAL_DAYS
        if records(seen) >= LEAVING_LEAST and records(seen) >= LEAVING_TIMES * usual:
            found.append(finding(Rule.LEAVING, end.date(), seen, records(seen), usual))
    return found


def taken_before_leaving(looks: Sequence[Look], stays: Sequence[Stay]) -> list[Finding]:
    """A copy taken in the days before a role ended; one is enough."""
    found = []
    for end in ends_of(stays):
        if seen := within((look for look in looks if look.taken), end - LEAVING, end):
            found.append(finding(Rule.TAKEN_LEAVING, end.date(), seen, len(seen), 0))
    return found


def after_leaving(looks: Sequence[Look], stays: Sequence[Stay]) -> list[Finding]:
    """Anything opened when they had worked here and held no role any more; one is enough. In the instant in which it
    ends a role still counts. The gates let nobody do it: it would mean that one of them is open."""
    after = [look for look in looks if has_left(stays, look.at)]
    days = grouped(after, lambda look: look.at.date())
    return [finding(Rule.LEFT, day, seen, records(seen), 0) for day, seen in days.items()]


def glass_broken_again(looks: Sequence[Look]) -> list[Finding]:
    """The glass broken GLASS_LEAST times or more within GLASS; told on the day of the last."""
    broken = [look for look in looks if look.glass]
    found = []
    for last in broken:
        seen = [look for look in broken if last.at - GLASS <= look.at <= last.at]
        if len(seen) >= GLASS_LEAST:
            found.append(finding(Rule.GLASS, last.at.date(), seen, len(seen), 0))
    return found


def many_taken(looks: Sequence[Look]) -> list[Finding]:
    """Copies taken on one day: at least TAKEN_LEAST, and TAKEN_TIMES what is usual on a day with any."""
    days = grouped((look for look in looks if look.taken), lambda look: look.at.date())
    sizes = {day: len(seen) for day, seen in days.items()}
    return [
        finding(Rule.TAKEN, day, days[day], size, usual)
        for day, size in sizes.items()
        if size >= TAKEN_LEAST and size >= TAKEN_TIMES * (usual := usually(sizes, day))
    ]


def opened(looks: Iterable[Look]) -> list[Look]:
    """Looks at what is in a record: that the glass was broken is told by a rule of its own."""
    return [look for look in looks if not look.glass]


def busiest_hours(looks: Sequence[Look]) -> dict[date, list[Look]]:
    """{day: the looks of that hour, beginning on that day, with the most different records}"""
    best: dict[date, list[Look]] = {}
    first, counts = 0, defaultdict(int)
    for place, look in enumerate(looks):
        counts[look.record] += 1
        while look.at - looks[first].at >= HOUR:
            counts[looks[first].record] -= 1
            if not counts[looks[first].record]:
                del counts[looks[first].record]
            first += 1
        day = looks[first].at.date()
        if len(counts) > records(best.get(day, ())):
            best[day] = list(looks[first : place + 1])
    return best


def usually(sizes: Mapping[date, int], day: date) -> float:
    """The middle one of the days before, of those on which there was any; 0 where there was none."""
    before = [size for other, size in sizes.items() if is_before(other, day)]
    return median(before) if before else 0


def is_before(other: date, day: date) -> bool:
    return timedelta(0) < day - other <= timedelta(days=USUAL_DAYS)


def is_night(at: datetime) -> bool:
    return at.hour >= NIGHT_FROM or at.hour < NIGHT_TO


def evening_of(at: datetime) -> date:
    """The day on which the night of this instant began."""
    return at.date() if at.hour >= NIGHT_FROM else at.date() - timedelta(days=1)


def ends_of(stays: Iterable[Stay]) -> list[datetime]:
    return [stay.ended_at for stay in stays if stay.ended_at]


def has_left(stays: Iterable[Stay], at: datetime) -> bool:
    """Did they work here before, and hold no role at that instant?"""
    held = any(stay.began_at <= at and (stay.ended_at is None or at <= stay.ended_at) for stay in stays)
    return not held and any(end < at for end in ends_of(stays))


def within(looks: Iterable[Look], since: datetime, until: datetime) -> list[Look]:
    """Later than `since`, up to and with `until`."""
    return [look for look in looks if since < look.at <= until]


def grouped(looks: Iterable[Look], by) -> dict:
    found = defaultdict(list)
    for look in looks:
        found[by(look)].append(look)
    return found


def records(looks: Iterable[Look]) -> int:
    return len({look.record for look in looks})


def finding(rule: Rule, day: date, seen: Sequence[Look], number: int, usual: float) -> Finding:
    return Finding(rule, day, seen[0].at, number, usual, frozenset(look.thing for look in seen))
