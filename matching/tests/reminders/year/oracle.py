"""Who is to be told of what, and when a mail of it may go, as reminders.md says it and by nobody's code but its own.

It knows events as plain data and reads no row and no rule. `told` is what stands in people's inboxes, `mails` when a
mail went.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
OPTIONAL = {"session_soon", "supervision_soon", "goal_review"}
TOGETHER = {"active", "paused", "ending"}
#: Days at a stage; what comes first is owed an answer within a week.
FIRST = {"enquired": 7, "applied": 7, "referred": 7, "contacted": 7}
LATER = {"interviewing": 21, "vetting": 42, "training": 91, "suitability": 14, "met": 21}
LAPSED_AFTER = 42


class Due(NamedTuple):
    rule: str
    kind: str
    number: int
    due_on: date
    step: str
    person: int


def days(number: int) -> timedelta:
    return timedelta(days=number)


def local(at: datetime) -> datetime:
    return at.astimezone(LONDON)


def climbed(rule: str, kind: str, number: int, due_on: date, today: date, ladder) -> Iterator[Due]:
    """Each person by the latest rung they stand on: (days after the due day, its name, people)."""
    latest = {}
    for after, step, people in ladder:
        for person in people:
            if person and today >= due_on + days(after) and after >= latest.get(person, (after, ""))[0]:
                latest[person] = (after, step)
    for person, (_, step) in latest.items():
        yield Due(rule, kind, number, due_on, step, person)


@dataclass
class Oracle:
    records: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)
    waiting: dict = field(default_factory=dict)
    mails: dict = field(default_factory=dict)
    put_off: dict = field(default_factory=dict)

    # --- what happens -------------------------------------------------------------------------------------------------
    def happens(self, event) -> Due | None:
        """Returns what is put off, where something is."""
        if event.kind == "put off":
            return self._puts_off(**event.fields)
        record = self.of(event.kind).setdefault(event.number, {})
        record.update(event.fields)
        if "pair" in record:
            self.parts.setdefault((event.kind, record["pair"]), {})[event.number] = record
        if event.kind in ("volunteer", "young-person"):
            record["since"] = local(event.at).date()
        if event.kind == "hearing":
            for due in [due for due in self.waiting if due.person == event.number]:
                self.waiting[due] = self.may_go(due.person, event.at)
        return None

    def _puts_off(self, person: int, until: date) -> Due | None:
        """The newest thing they were told, whatever it is; what was seen needs no mail any more."""
        mine = [due for due in self.told if due.person == person]
        if not mine:
            return None
        chosen = max(mine, key=lambda due: (self.told[due], due))
        self.put_off.setdefault(chosen._replace(due_on=None, step=None), []).append(until)
        for due in [due for due in self.waiting if due._replace(step="") == chosen._replace(step="")]:
            del self.waiting[due]
        return chosen

    def of(self, kind: str) -> dict:
        return self.records.setdefault(kind, {})

    # --- a run --------------------------------------------------------------------------------------------------------
    def runs(self, at: datetime) -> None:
        now = set(self.due(at))
        for due in now - set(self.told):
            if not self.of("person")[due.person]["active"]:
                continue
            self.told[due] = at
            if not self.is_muted(due):
                self.waiting[due] = self.may_go(due.person, at)
        for due, goes in list(self.waiting.items()):
            if goes <= at:
                del self.waiting[due]
                if due in now and not self.is_muted(due) and self.of("person")[due.person]["active"]:
                    self.mails[due] = at

    def is_muted(self, due: Due) -> bool:
        chosen = self.of("hearing").get(due.person, {"way": "email", "muted": []})
        return due.rule in OPTIONAL and (chosen["way"] == "inbox" or due.rule in chosen["muted"])

    def may_go(self, person: int, at: datetime) -> datetime:
        """In their hours, 08:00 to 20:00 at most; together with others on the next day, or on Monday."""
        chosen = self.of("hearing").get(person, {"rhythm": "single", "earliest": 8, "latest": 20})
        now = local(at)
        if chosen["rhythm"] == "single" and chosen["earliest"] <= now.hour < chosen["latest"]:
            return at
        day = now.date() if now.hour < chosen["earliest"] else now.date() + days(1)
        while chosen["rhythm"] == "weekly" and day.isoweekday() != 1:
            day += days(1)
        return datetime.combine(day, time(chosen["earliest"]), tzinfo=LONDON).astimezone(UTC)

    def due(self, at: datetime) -> Iterator[Due]:
        today = local(at).date()
        for find in (self.sessions, self.silences, self.check_ins, self.supervisions, self.no_supervision, self.reviews,
                     self.goals, self.endings, self.checks, self.plan, self.standing):  # fmt: skip
            for due in find(at, today):
                until = self.put_off.get(due._replace(due_on=None, step=None))
                if not until:
                    yield due
                elif until[-1] <= today:
                    yield due._replace(step=f"{due.step}+{len(until)}")

    # --- who ----------------------------------------------------------------------------------------------------------
    def holders(self, role: str) -> list[int]:
        held = [one["person"] for one in self.of("role").values() if one["role"] == role and not one["ended"]]
        return [person for person in held if self.of("person")[person]["active"]]

    def pairs(self, *states: str) -> Iterator[tuple[int, dict]]:
        yield from ((number, pair) for number, pair in self.of("pair").items() if pair["state"] in states)

    def parts_of(self, pair: int, kind: str):
        return self.parts.get((kind, pair), {}).values()

    def of_pairs(self, kind: str, *states: str) -> Iterator[tuple[int, dict, dict]]:
        for number, one in self.of(kind).items():
            pair = self.of("pair")[one["pair"]]
            if not states or pair["state"] in states:
                yield number, one, pair

    # --- the lines of the table ---------------------------------------------------------------------------------------
    def sessions(self, at, today):
        """Coming: 24 h before, mentor and mentee. Not logged: 48 h after, the mentor; co-ordinators after 7 days."""
        for number, one, pair in self.of_pairs("session", "active"):
            planned = one["planned_at"]
            day = local(planned).date()
            if one["outcome"] != "planned":
                continue
            if at <= planned < at + timedelta(hours=24):
                for person in (pair["mentor"], pair["mentee"]):
                    yield Due("session_soon", "session", number, day, "", person)
            if at > planned + timedelta(hours=48):
                ladder = [(0, "", [pair["mentor"]]), (7, "co-ordinator", self.holders("coordinator"))]
                yield from climbed("session_not_logged", "session", number, day, today, ladder)

    def contact(self, number: int, pair: dict) -> tuple[date, date]:
        """The day they last met (else were introduced), and that from which silence counts: back from a pause."""
        met = [local(one["planned_at"]).date() for one in self.parts_of(number, "session") if one["outcome"] == "held"]
        back = [one["over_on"] for one in self.parts_of(number, "pause") if one["over_on"]]
        last = max(met, default=pair["introduced_on"])
        return last, max([last, *back])

    def silences(self, at, today):
        """Over twice the agreed rhythm: the mentor, a week later co-ordinators, another week later the supervisor."""
        for number, pair in self.pairs("active"):
            _, since = self.contact(number, pair)
            quiet_on = since + days(2 * (pair["every"] or 7))
            if today > quiet_on:
                ladder = [(0, "", [pair["mentor"]]), (7, "co-ordinator", self.holders("coordinator")),
                          (14, "supervisor", [pair["supervisor"]])]  # fmt: skip
                yield from climbed("match_quiet", "pair", number, quiet_on, today, ladder)

    def check_ins(self, at, today):
        """Weeks 1, 2, 4, then monthly, after a year quarterly: whose match it is; the manager once two are missed."""
        for number, pair in self.pairs("active", "paused"):
            held = self.holders("coordinator")
            own = [pair["co_ordinator"]] if pair["co_ordinator"] in held else held
            pauses = [one for one in self.parts_of(number, "pause") if not one["over_on"]]
            for side in ("mentor", "mentee"):
                often = min([one["every"] for one in pauses if side == "mentee"], default=999)
                talks = [one for one in self.parts_of(number, "check-in") if one["side"] == side]
                spoken = [(one["spoken_on"] - pair["introduced_on"]).days for one in talks]
                first = spoken_next(max(spoken, default=0), pair["peer"], often)
                second = spoken_next(first, pair["peer"], often)
                ladder = [(0, side, own), (second - first + 1, f"{side} manager", self.holders("manager"))]
                due_on = pair["introduced_on"] + days(first)
                yield from climbed("check_in_due", "pair", number, due_on, today, ladder)

    def supervisions(self, at, today):
        """Coming: 7 days before, both. Late: the day after both; co-ordinators at 7 days, managers at 14."""
        for number, one, pair in self.of_pairs("supervision"):
            planned = one["planned_at"]
            if one["outcome"] != "planned":
                continue
            day = local(planned).date()
            if at < planned <= at + days(7):
                for person in (pair["supervisor"], pair["mentor"]):
                    yield Due("supervision_soon", "supervision", number, day, "", person)
            ladder = [(1, "", [pair["supervisor"]]), (1, "mentor", [pair["mentor"]])]
            ladder += [(7, "co-ordinator", self.holders("coordinator")), (14, "manager", self.holders("manager"))]
            yield from climbed("supervision_late", "supervision", number, day, today, ladder)

    def no_supervision(self, at, today):
        """Six weeks after the last (a peer's four), brought forward from a weekend, and none planned in time."""
        for number, pair in self.pairs(*TOGETHER):
            mine = self.parts_of(number, "supervision")
            held = [local(one["planned_at"]).date() for one in mine if one["outcome"] == "held"]
            planned = [local(one["planned_at"]).date() for one in mine if one["outcome"] == "planned"]
            due_on = max(held, default=pair["introduced_on"]) + days(28 if pair["peer"] else 42)
            while due_on.isoweekday() > 5:
                due_on -= days(1)
            if any(day <= today + days(14) or day <= due_on + days(7) for day in planned):
                continue
            ladder = [(0, "", [pair["supervisor"]])]
            ladder += [(7, "co-ordinator", self.holders("coordinator")), (14, "manager", self.holders("manager"))]
            yield from climbed("supervision_missing", "mentor", number, due_on, today, ladder)

    def reviews(self, at, today):
        """14 days before co-ordinators and both; 3 days before whoever is silent; overdue; the manager at 14 days."""
        for number, one, pair in self.of_pairs("review", "active", "paused"):
            if not one["held"]:
                silent = [pair[side] for side in ("mentor", "mentee") if not one[side]]
                ladder = [(-14, "both", [pair["mentor"], pair["mentee"]]), (-3, "asked again", silent)]
                ladder += [(-14, "", self.holders("coordinator")), (1, "overdue", self.holders("coordinator"))]
                ladder += [(14, "manager", self.holders("manager"))]
                yield from climbed("review_due", "review", number, one["due_on"], today, ladder)

    def goals(self, at, today):
        """The day, both sides."""
        for number, one, pair in self.of_pairs("goal", "active"):
            if one["open"]:
                ladder = [(0, "", [pair["mentor"], pair["mentee"]])]
                yield from climbed("goal_review", "goal", number, one["review_on"], today, ladder)

    def endings(self, at, today):
        """7 days after the last contact in "ending", or once lapsed: co-ordinators; the manager 14 days later."""
        for number, pair in self.pairs("active", "ending"):
            _, since = self.contact(number, pair)
            after = 7 if pair["state"] == "ending" else LAPSED_AFTER
            if pair["state"] == "ending" or today > since + days(after):
                ladder = [(after, "", self.holders("coordinator")), (after + 14, "manager", self.holders("manager"))]
                yield from climbed("ending_missing", "pair", number, since, today, ladder)

    def checks(self, at, today):
        """60, 30 and 7 days before: co-ordinators and the mentor; the lead too once it has run out."""
        newest = {one["pair"]: number for number, one in sorted(self.of("check").items())}
        for number, one, pair in self.of_pairs("check"):
            if newest[one["pair"]] != number:
                continue
            held = self.holders("coordinator")
            ladder = [(-before, f"{before}", held) for before in (60, 30, 7)]
            ladder += [(-before, f"{before} own", [pair["mentor"]]) for before in (60, 30, 7)]
            ladder += [(0, "run out", [*held, *self.holders("lead")])]
            yield from climbed("check_expiring", "check", number, one["expires_on"], today, ladder)

    def plan(self, at, today):
        """Its owner some days before and the day after; co-ordinators after a week, the manager after two."""
        newest = {one["title"]: number for number, one in sorted(self.of("policy").items())}
        found = [("policy_review", "policy", number, one, one["review_on"], 30)
                 for number, one in self.of("policy").items() if newest[one["title"]] == number]  # fmt: skip
        for kind in ("action", "step"):
            found += [(f"{kind}_due", kind, number, one, one["due_on"], 7)
                      for number, one in self.of(kind).items() if not one["done"]]  # fmt: skip
        held, managers = self.holders("coordinator"), self.holders("manager")
        for rule, kind, number, one, due_on, before in found:
            own = [one["owner"]] if one["owner"] else held
            ladder = [(-before, "", own), (1, "overdue", own), (7, "co-ordinator", held), (14, "manager", managers)]
            yield from climbed(rule, kind, number, due_on, today, ladder)

    def standing(self, at, today):
        """At a stage for as long as it may take: co-ordinators; managers two weeks later."""
        ladder = [(0, "", self.holders("coordinator")), (14, "manager", self.holders("manager"))]
        for kind in ("volunteer", "young-person"):
            for number, one in self.of(kind).items():
                for rule, limits in (("answer_owed", FIRST), ("stage_stuck", LATER)):
                    if one["stage"] in limits:
                        due_on = one["since"] + days(limits[one["stage"]])
                        yield from climbed(rule, kind, number, due_on, today, ladder)


def spoken_next(age: int, peer: bool, often: int) -> int:
    """Days of the match on which one side is to be spoken with, last spoken with on day `age`."""
    for week in (7, 14, 28):
        if age < 28 and week - age >= 7:
            return min(week, age + 14)
    return age + min(often, 28 if peer else 30 if age < 365 else 91)
