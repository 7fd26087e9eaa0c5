"""Early signs that a match may end before its time, each with its evidence and what to do (R10, lifecycle.md). Pure.

A sign asks somebody to look; it never decides. There is no score: what is shown is always the sentence and the days it
rests on. Nothing about a person counts here that they cannot help (age, gender, background, area, how they came into
care): a test holds `Told` to that. Mentoring research finds that how often staff are in touch is what keeps matches
together, so most signs end in "ring them".
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matching.relationships.doses.rules import ENOUGH_TO_SAY, THIN, Dose

#: How long goals may stand still, how far back moved meetings count, and how long the first month is (days).
GOALS_STILL_DAYS, MOVED_WITHIN_DAYS, FIRST_MONTH_DAYS = 56, 28, 30
#: Silence that is red: so many rounds of the agreed rhythm; amber begins after `ROUNDS` of them.
AMBER_ROUNDS, RED_ROUNDS = 2, 3
MISSED_IN_A_ROW, MOVED_OFTEN, FIRST_MONTH_CONTACTS = 2, 3, 2
#: Answers run from 1 to 4; below this mean it is red, and so much lower than the time before it is amber.
LOW, FALLEN = 2, 1
#: So many amber signs at once are as urgent as a red one; a note on what stays red is asked for again after so long.
AMBERS_TO_RED, AGAIN_AFTER_DAYS = 3, 28
#: What a mentor tells of a change in their life is answered within so many days; what it may mean for the two.
ANSWER_WITHIN_DAYS = 7
MEANS = {"carry-on": "carry on", "fewer": "meet less often", "pause": "a break", "end-well": "a good end"}


@dataclass(frozen=True)
class Told:
    """What the records say of one match on one day. Days are local; what is not known is None or empty.

    `missed_by`: who missed the last sessions in a row ("mentor", "mentee" or ""), `missed` how many and `missed_since`
    the day from which it was two; `pulses`: (day, mean of the young person's answers, 1 low to 4), the oldest first,
    empty where they are old or were followed up; `moved`: how often meetings were moved, `moved_on` when last;
    `contacts`: how often staff spoke with either side in the first month; `dose`: sessions foreseen and held;
    `back_on`: the day their last pause was over; `change`: what the mentor told of a change in their own life.
    """

    mentor: str
    mentee: str
    today: date
    introduced_on: date
    rhythm_days: int
    last_met_on: date | None = None
    missed_by: str = ""
    missed: int = 0
    missed_since: date | None = None
    supervision_due_on: date | None = None
    goals_moved_on: date | None = None
    pulses: tuple[tuple[date, float], ...] = ()
    moved: int = 0
    moved_on: date | None = None
    contacts: int = 0
    dose: Dose | None = None
    back_on: date | None = None
    change: "Change | None" = None


@dataclass(frozen=True)
class Change:
    """Something changes in the mentor's life: told on, from when, what they think it means for the two ("fewer" and so
    on, "" where they did not say), and whether a co-ordinator has answered. Never what it is about."""

    told_on: date
    from_on: date
    means: str = ""
    is_answered: bool = False


@dataclass(frozen=True)
class Sign:
    """`tone`: "warn" or "bad"; `since`: the first day on which it stood there; `private`: it rests on what a young
    person told the co-ordinators alone."""

    key: str
    tone: str
    since: date
    evidence: str
    do: str
    private: bool = False


def signs_of(told: Told) -> list[Sign]:
    """Every sign there is, the red ones first."""
    found = [sign for look in SIGNS for sign in look(told)]
    return sorted(found, key=lambda sign: sign.tone != "bad")


def colour_of(signs: Sequence[Sign]) -> str:
    """ "bad" (red), "warn" (amber) or "good"; three amber signs together are red."""
    if any(sign.tone == "bad" for sign in signs) or len(signs) >= AMBERS_TO_RED:
        return "bad"
    return "warn" if signs else "good"


def note_asked_on(signs: Sequence[Sign], notes: Sequence[tuple[date, Collection[str]]], today: date) -> date | None:
    """From which day a note of a person is asked for; None: not red, or looked at already.

    Each red sign asks from the day on which it stood there, three amber ones from the day of the third: the day stays
    while nobody answers. A note, (its day, keys of the signs its writer saw), answers what it saw, for four weeks.
    """
    asked = [_unanswered(since, keys, notes, today) for since, keys in _red(signs)]
    return min((day for day in asked if day), default=None)


def _red(signs: Sequence[Sign]) -> list[tuple[date, set[str]]]:
    """What makes it red: (since when, keys of the signs)."""
    red = [(sign.since, {sign.key}) for sign in signs if sign.tone == "bad"]
    if red or len(signs) < AMBERS_TO_RED:
        return red
    return [(sorted(sign.since for sign in signs)[AMBERS_TO_RED - 1], {sign.key for sign in signs})]


def _unanswered(since: date, keys: set[str], notes, today: date) -> date | None:
    last = max((day for day, seen in notes if day >= since and keys <= set(seen)), default=None)
    if last is None:
        return since
    again = last + timedelta(days=AGAIN_AFTER_DAYS)
    return again if again <= today else None


def silence(told: Told) -> Iterator[Sign]:
    """No session in twice the agreed rhythm."""
    met_on = told.last_met_on or told.introduced_on
    last = max(met_on, told.back_on or met_on)
    days, rounds = (told.today - last).days, told.rhythm_days
    if days <= AMBER_ROUNDS * rounds:
        return
    is_red = days > RED_ROUNDS * rounds
    since = last + timedelta(days=(RED_ROUNDS if is_red else AMBER_ROUNDS) * rounds + 1)
    met = (
        f"Their pause was over {days} days ago and they have not met since"
        if last > met_on
        else f"They last met {days} days ago"
        if told.last_met_on
        else f"They were introduced {days} days ago and have not met"
    )
    evidence = f"{met}; they agreed to meet every {rounds} days."
    yield Sign(
        "silence", "bad" if is_red else "warn", since, evidence, f"Ring {told.mentor} and {told.mentee}, each alone."
    )


def missed(told: Told) -> Iterator[Sign]:
    """Two missed in a row by one side. A mentor who does not come is what hurts most."""
    if told.missed < MISSED_IN_A_ROW:
        return
    name = told.mentor if told.missed_by == "mentor" else told.mentee
    tone, evidence = (
        "bad" if told.missed_by == "mentor" else "warn",
        f"{name} could not come the last {told.missed} times.",
    )
    do = f"Ask {name} what is in the way. No blame: another day or place may be enough."
    yield Sign("missed", tone, told.missed_since, evidence, do)


def supervision(told: Told) -> Iterator[Sign]:
    """Supervision overdue."""
    if told.supervision_due_on is None or told.supervision_due_on >= told.today:
        return
    late = (told.today - told.supervision_due_on).days
    evidence = f"Supervision of {told.mentor} is {late} {'day' if late == 1 else 'days'} late."
    since = told.supervision_due_on + timedelta(days=1)
    yield Sign("supervision", "warn", since, evidence, f"Plan it with {told.mentor} and their supervisor this week.")


def goals(told: Told) -> Iterator[Sign]:
    """Goals without movement for eight weeks; parked ones are left alone, and having none is no sign."""
    if told.goals_moved_on is None:
        return
    moved_on = max(told.goals_moved_on, told.back_on or told.goals_moved_on)  # a pause is no standing still
    if (told.today - moved_on).days < GOALS_STILL_DAYS:
        return
    weeks = (told.today - moved_on).days // 7
    evidence = f"Nothing has moved on {told.mentee}’s goals for {weeks} weeks."
    since = moved_on + timedelta(days=GOALS_STILL_DAYS)
    yield Sign("goals", "warn", since, evidence, "Ask whether they are still the right ones. Parking one is fine.")


def answers(told: Told) -> Iterator[Sign]:
    """How it is for the young person: low, or falling."""
    if not told.pulses:
        return
    (said_on, now), before = told.pulses[-1], told.pulses[-2][1] if len(told.pulses) > 1 else None
    day = f"On {said_on.day} {said_on:%B} {told.mentee} said that it"
    do = f"Ask {told.mentee} alone how it is, and what would make it better."
    if now < LOW:
        yield Sign("answers", "bad", said_on, f"{day} is not going well.", do, private=True)
    elif before is not None and before - now >= FALLEN:
        yield Sign("answers", "warn", said_on, f"{day} goes less well than before.", do, private=True)


def moved(told: Told) -> Iterator[Sign]:
    """Repeated rescheduling."""
    if told.moved >= MOVED_OFTEN:
        evidence = f"Their meetings of the last four weeks were moved {told.moved} times."
        yield Sign("moved", "warn", told.moved_on or told.today, evidence, "Help them find a day that holds.")


def first_month(told: Told) -> Iterator[Sign]:
    """A first month with fewer than two contacts by staff, looked at once it is over and for a month."""
    days = (told.today - told.introduced_on).days
    if FIRST_MONTH_DAYS <= days <= 2 * FIRST_MONTH_DAYS and told.contacts < FIRST_MONTH_CONTACTS:
        spoken = "staff spoke with them once" if told.contacts else "nobody of the staff spoke with them"
        since = told.introduced_on + timedelta(days=FIRST_MONTH_DAYS)
        yield Sign("first-month", "warn", since, f"In their first month {spoken}.", "Ring both this week.")


def dose(told: Told) -> Iterator[Sign]:
    """Fewer than six in ten of the sessions that were agreed."""
    if told.dose and told.dose.is_thin:
        evidence = f"They have met {told.dose.met} times; what they agreed makes {told.dose.foreseen}."
        do = "Ask both whether the rhythm still suits, and change the agreement if not."
        yield Sign("dose", "warn", thin_since(told), evidence, do)


def thin_since(told: Told) -> date:
    """The day on which the sessions held became too few: as many rounds after the introduction as make them so."""
    rounds = max(ENOUGH_TO_SAY, int(told.dose.met / THIN) + 1)
    return min(told.introduced_on + timedelta(days=rounds * told.rhythm_days), told.today)


def change(told: Told) -> Iterator[Sign]:
    """A change in the mentor's own life: work, home, health, somebody to care for. Red where they think of an ending,
    or nobody has answered for a week; once it was answered, looked at again when it has come about."""
    one = told.change
    if one is None:
        return
    ask = f"Ask {told.mentor} how it is by now, and {told.mentee} alone whether anything is different for them."
    if one.is_answered:
        evidence = f"Since {one.from_on.day} {one.from_on:%B} something is different in {told.mentor}’s life."
        yield Sign("change", "warn", max(one.from_on, one.told_on), evidence, ask)
        return
    late_on = one.told_on + timedelta(days=ANSWER_WITHIN_DAYS)
    is_red = one.means == "end-well" or told.today >= late_on
    since = late_on if is_red and one.means != "end-well" else one.told_on
    thinks = f", and thinks it means: {MEANS[one.means]}" if one.means in MEANS else ""
    evidence = f"On {one.told_on.day} {one.told_on:%B} {told.mentor} told us that something changes for them{thinks}."
    do = f"Talk with {told.mentor} and answer. Agree what {told.mentee} hears, and when; the reason stays with you."
    yield Sign("change", "bad" if is_red else "warn", since, evidence, do)


SIGNS: tuple[Callable[[Told], Iterator[Sign]], ...] = (
    silence, missed, supervision, goals, answers, moved, first_month, dose, change,
)  # fmt: skip
