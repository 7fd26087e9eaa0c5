"""The gate before introduction (lifecycle.md): every line blocks, whatever way the match was made. Pure.

A hurried match is the one with known harm, so nothing here is a warning that can be waved through: a line is met, or
it says what is wrong and what puts it right, in words a volunteer understands. Two moments ask it: proposing a pair
(what must hold before anybody is told a name) and introducing them (everything).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

#: "Still wants a mentor" (lifecycle.md) has to have been said within this time.
WISH_HOLDS_DAYS = 182


@dataclass(frozen=True)
class GateFacts:
    """What is known of one pair on one day: plain values, gathered by `matching.pairing.facts`."""

    today: date
    mentor: str
    mentee: str
    mentor_state: str
    checks_missing: tuple[str, ...]
    training_missing: tuple[str, ...]
    suitability: str
    capacity: int
    places_taken: int
    mentee_state: str
    mentee_has_mentor: bool
    wants_mentor_on: date | None
    consents_missing: tuple[str, ...]
    mentor_born_on: date | None
    mentee_born_on: date | None
    mentor_age_from: int
    mentee_age_from: int
    mentee_age_to: int
    age_gap_least: int
    age_exception: bool
    conflicts: tuple[str, ...]
    mentor_area: str
    mentee_area: str
    mentor_not_from: tuple[str, ...]
    mentee_not_from: tuple[str, ...]
    mentor_kind_wanted: str
    mentor_is_peer: bool
    risk: str
    role_statement_signed: bool
    agreement_signed: bool
    supervisor_named: bool
    supervision_planned: bool
    bad_ending_on: date | None
    ending_review_signed: bool
    held: bool
    has_coordinator: bool
    has_lead: bool
    checks_waived: tuple[str, ...] = ()
    set_aside: bool = False
    proposed_already: bool = False
    apart_km: float | None = None
    farthest_km: int | None = None


@dataclass(frozen=True)
class GateLine:
    """One line: its key, whether it holds, in words; what puts it right, and at which page (`at`)."""

    key: str
    ok: bool
    words: str
    fix: str = ""
    at: str = ""


def gate_to_propose(facts: GateFacts) -> list[GateLine]:
    """The lines that must hold before a pair is proposed at all."""
    return [line_of(key, facts) for key in LINES if key not in ONLY_TO_INTRODUCE]


def gate_to_introduce(facts: GateFacts) -> list[GateLine]:
    """Every line; the two are introduced only when each holds."""
    return [line_of(key, facts) for key in LINES if key not in ONLY_TO_PROPOSE]


def blocked_by(lines: list[GateLine]) -> list[str]:
    """What is wrong and what to do about it, a sentence or two for each line that does not hold."""
    return [f"{line.words} {line.fix}".strip() for line in lines if not line.ok]


def stops(key: str, facts) -> bool:
    """Is anything wrong with this line? Lines about one person alone may be given that person's facts alone."""
    return bool(LINES[key][0](facts))


def line_of(key: str, facts: GateFacts) -> GateLine:
    """One line of the gate, by its key."""
    rule, good, fix, at = LINES[key]
    wrong = rule(facts)
    names = {"mentor": facts.mentor, "mentee": facts.mentee}
    if key == "risk" and facts.risk == "waiting":
        return GateLine(key, False, " ".join(wrong), "It is with the safeguarding lead now.")
    if key == "checks" and not wrong and facts.checks_waived:
        return GateLine(key, True, " ".join(facts.checks_waived), "", at)
    if wrong:
        return GateLine(key, False, " ".join(wrong), fix.format(**names), at)
    return GateLine(key, True, good.format(**names), "", at)


def age_on(born_on: date, day: date) -> int:
    """Whole years lived. Somebody born on 29 February has a birthday on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def years_between(older: date, younger: date) -> int:
    """Whole years by which the first was born before the second; below nought when it was after."""
    return age_on(older, younger)


def _approved(f: GateFacts) -> list[str]:
    if f.mentor_state == "approved":
        return []
    known = {
        "paused": f"{f.mentor} is taking a break from mentoring.",
        "group-only": f"{f.mentor} is approved for group support only.",
        "left": f"{f.mentor} has left the scheme.",
    }
    return [known.get(f.mentor_state, f"{f.mentor} is not approved as a mentor yet.")]


def _checks(f: GateFacts) -> list[str]:
    return list(f.checks_missing)


def _training(f: GateFacts) -> list[str]:
    return list(f.training_missing)


def _suitability(f: GateFacts) -> list[str]:
    words = {
        "ready": "",
        "group-only": f"The suitability review says {f.mentor} is ready for group support only.",
        "not-yet": f"The suitability review says “not yet” for {f.mentor}.",
        "no": f"The suitability review says no for {f.mentor}.",
    }.get(f.suitability, f"Nobody has finished a suitability review for {f.mentor}.")
    return [words] if words else []


def _capacity(f: GateFacts) -> list[str]:
    if f.places_taken < f.capacity:
        return []
    return [f"{f.mentor} has no place left: {f.places_taken} taken, room for {f.capacity}."]


def _wish(f: GateFacts) -> list[str]:
    wrong = []
    if f.mentee_has_mentor:
        wrong.append(f"{f.mentee} has a mentor already.")
    elif f.mentee_state != "waiting":
        wrong.append(f"{f.mentee} is not waiting for a mentor.")
    if f.wants_mentor_on is None or f.today - f.wants_mentor_on > timedelta(days=WISH_HOLDS_DAYS):
        wrong.append(f"{f.mentee} has not said in the last six months that they still want a mentor.")
    return wrong


def _consent(f: GateFacts) -> list[str]:
    return list(f.consents_missing)


def _ages(f: GateFacts) -> list[str]:
    unknown = [
        f"We don’t know {name}’s date of birth."
        for name, born_on in ((f.mentor, f.mentor_born_on), (f.mentee, f.mentee_born_on))
        if born_on is None
    ]
    if unknown or f.age_exception:
        return unknown
    wrong = []
    if age_on(f.mentor_born_on, f.today) < f.mentor_age_from:
        wrong.append(f"{f.mentor} is younger than {f.mentor_age_from}, the youngest a mentor may be.")
    if not f.mentee_age_from <= age_on(f.mentee_born_on, f.today) <= f.mentee_age_to:
        wrong.append(f"{f.mentee} is not between {f.mentee_age_from} and {f.mentee_age_to}, the scheme’s ages.")
    if years_between(f.mentor_born_on, f.mentee_born_on) < f.age_gap_least:
        wrong.append(f"{f.mentor} is not at least {f.age_gap_least} years older than {f.mentee}.")
    return wrong


def _conflicts(f: GateFacts) -> list[str]:
    wrong = list(f.conflicts)
    if same_place(f.mentor_area, f.mentee_not_from):
        wrong.append(f"{f.mentee} asked not to be matched with somebody from {f.mentor_area}.")
    if same_place(f.mentee_area, f.mentor_not_from):
        wrong.append(f"{f.mentor} asked not to be matched with somebody from {f.mentee_area}.")
    return wrong


def _set_aside(f: GateFacts) -> list[str]:
    return [f"{f.mentor} was set aside for {f.mentee} for now."] if f.set_aside else []


def same_place(area: str, places: tuple[str, ...]) -> bool:
    """Is this area one of those places? Capitals and spaces do not count, and spaces alone are no area."""
    plain = " ".join(area.lower().split())
    return bool(plain) and plain in {" ".join(place.lower().split()) for place in places}


def _proposed(f: GateFacts) -> list[str]:
    return [f"{f.mentor} and {f.mentee} are proposed to each other already."] if f.proposed_already else []


def _distance(f: GateFacts) -> list[str]:
    """L9: the words give neither town nor distance away."""
    if f.farthest_km is None or f.apart_km is None or f.apart_km <= f.farthest_km:
        return []
    return [f"{f.mentor} and {f.mentee} live farther apart than the scheme’s rule allows."]


def _kind(f: GateFacts) -> list[str]:
    if f.mentor_kind_wanted == "either":
        return []
    if f.mentor_kind_wanted == "peer":
        return [] if f.mentor_is_peer else [f"{f.mentee} wants somebody who was in care too; {f.mentor} was not."]
    if f.mentor_kind_wanted == "traditional":
        return [f"{f.mentee} did not choose a peer mentor; {f.mentor} is one."] if f.mentor_is_peer else []
    return [f"{f.mentee} has not chosen what kind of mentor they want."]


def _risk(f: GateFacts) -> list[str]:
    """`risk` is "approved", or how the newest assessment of the two stands."""
    words = {
        "approved": "",
        "waiting": "The risk assessment waits for the safeguarding lead to approve it.",
        "sent-back": "The risk assessment was sent back.",
        "out-of-date": "The risk assessment has to be looked at again.",
    }.get(f.risk, "There is no risk assessment for these two yet.")
    return [words] if words else []


def _role_statement(f: GateFacts) -> list[str]:
    return [] if f.role_statement_signed else [f"{f.mentor} has not signed the role statement."]


def _agreement(f: GateFacts) -> list[str]:
    return [] if f.agreement_signed else ["The agreement is not signed by all three yet."]


def _supervision(f: GateFacts) -> list[str]:
    if not f.supervisor_named:
        return [f"{f.mentor} has no supervisor."]
    return [] if f.supervision_planned else [f"{f.mentor} has no date for supervision that comes in time."]


def _last_ending(f: GateFacts) -> list[str]:
    if f.bad_ending_on is None:
        return []
    wrong = []
    if not f.ending_review_signed:
        wrong.append(f"The last match of {f.mentee} ended before its time, and nobody has signed what we learned.")
    if f.wants_mentor_on is None or f.wants_mentor_on <= f.bad_ending_on:
        wrong.append(f"{f.mentee} has not said since then that they want another mentor.")
    return wrong


def _hold(f: GateFacts) -> list[str]:
    return [f"{f.mentor} cannot be introduced to anybody for now."] if f.held else []


def _scheme(f: GateFacts) -> list[str]:
    wrong = [] if f.has_coordinator else ["The scheme has no co-ordinator."]
    return wrong if f.has_lead else [*wrong, "The scheme has no safeguarding lead."]


Rule = Callable[[GateFacts], list[str]]

#: key → rule (what is wrong, in sentences), words when it holds, what puts it right, and where.
LINES: dict[str, tuple[Rule, str, str, str]] = {
    "approved": (
        _approved, "{mentor} is an approved mentor.", "Choose somebody else, or see {mentor}’s record.", "volunteer",
    ),
    "checks": (
        _checks, "Every check of {mentor} is clear and in date.", "Ask for what is missing and decide it.", "checks",
    ),
    "training": (
        _training, "{mentor} has done the training.", "Book {mentor} on the next session.", "training",
    ),
    "suitability": (
        _suitability, "The suitability review says ready.", "Hold the review with two people.", "suitability",
    ),
    "capacity": (
        _capacity, "{mentor} has a place left.", "Choose somebody else, or ask {mentor} about one more.", "volunteer",
    ),
    "wish": (
        _wish, "{mentee} still wants a mentor.", "Ask {mentee}, and write down what they say.",
        "young-person",
    ),
    "consent": (
        _consent, "{mentee} agreed, and so did everybody who has to be asked.",
        "Ask for the consent and write down the answer.", "consent",
    ),
    "ages": (
        _ages, "Their ages fit the scheme’s rules.",
        "Put the dates right, or ask for an exception with a second person’s yes.", "match",
    ),
    "conflicts": (
        _conflicts, "Nobody has said that they know each other.", "These two cannot be matched.", "match",
    ),
    "set-aside": (
        _set_aside, "Nobody has set these two aside.", "Take it back first, if it no longer counts.", "set-aside",
    ),
    "proposed": (
        _proposed, "They are not proposed to each other yet.", "Open the match that there is.", "match",
    ),
    "distance": (
        _distance, "They live near enough for the scheme’s rule.", "Choose somebody nearer, or change the rule.", "",
    ),
    "kind": (
        _kind, "{mentor} is the kind of mentor that {mentee} chose.", "Ask {mentee} what they would like.",
        "young-person",
    ),
    "risk": (
        _risk, "The risk assessment is approved and in date.",
        "Write it, and ask the safeguarding lead to approve it.", "risk",
    ),
    "role-statement": (
        _role_statement, "{mentor} has signed the role statement.", "Ask {mentor} to read and sign it.", "volunteer",
    ),
    "agreement": (
        _agreement, "The agreement is signed by all three.", "Write it with them, and ask them to sign.", "agreement",
    ),
    "supervision": (
        _supervision, "{mentor} has a supervisor and a date.", "Name a supervisor and plan the first date.",
        "supervision",
    ),
    "last-ending": (
        _last_ending, "No earlier ending stands in the way.",
        "Sign the review of that ending, and ask {mentee} in their own time.", "young-person",
    ),
    "hold": (
        _hold, "Nothing else stands in the way.", "Ask the safeguarding lead.", "",
    ),
    "scheme": (
        _scheme, "The scheme has a co-ordinator and a safeguarding lead.", "The manager gives the role to somebody.",
        "members",
    ),
}  # fmt: skip

#: Lines that can only come true once the two have said yes.
ONLY_TO_INTRODUCE = frozenset({"risk", "role-statement", "agreement", "supervision"})
#: Lines about taking up a pair at all: what has begun is not stopped by them.
ONLY_TO_PROPOSE = frozenset({"proposed", "distance"})
