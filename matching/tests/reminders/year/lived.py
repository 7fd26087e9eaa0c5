"""The app lives the drawn year: rows made as the events say, and the reminder run at its moments."""

from datetime import UTC, date, datetime, time

import time_machine

from matching.models import Agreement, CheckIn, Goal, Match, MentoringSession, Pause, Review, Supervision
from matching.tests.reminders.year.oracle import Due
from mentoring.accounts.models import User
from mentoring.notices import actions
from mentoring.notices.models import Notice
from safeguarding.models import VettingCheck
from schemes.models import (
    Action,
    Membership,
    Policy,
    Scheme,
    Step,
    Volunteer,
    VolunteerStateChange,
    YoungPerson,
    YoungPersonStateChange,
)

OFF = {"reason": "ill", "called_off_by": "scheme", "channel": "phone"}
ASKED = datetime.combine(date(2027, 1, 1), time(12), tzinfo=UTC)


class Lived:
    """`rows`: (kind, number) → the row's key; `kinds`: "app.model:key" → (kind, number), as the ledger names it."""

    def __init__(self):
        self.rows, self.kinds = {}, {}
        self.scheme = Scheme.objects.create(name="Made up", slug="made-up", state="running")
        self.admin = User.objects.create(email="admin@year.example", name="Ada Root")

    def happens(self, event) -> None:
        """One event; what there is of such a kind is changed, the rest is made."""
        with time_machine.travel(event.at, tick=False):
            key = self.rows.get((event.kind, event.number))
            name = event.kind.replace("-", "_").replace(" ", "_")
            if key and event.kind not in ("hearing", "volunteer", "young-person"):
                self._change(event.kind, key, dict(event.fields))
            else:
                getattr(self, name)(event.number, dict(event.fields))

    def keep(self, kind: str, number: int, row):
        self.rows[kind, number] = row.pk
        self.kinds[f"{row._meta.label_lower}:{row.pk}"] = (kind, number)
        return row

    def user(self, number: int | None):
        return number and self.rows["person", number]

    # --- what comes to be ---------------------------------------------------------------------------------------------
    def person(self, number, fields):
        self.keep("person", number, User.objects.create(email=f"p{number}@year.example", name=f"P {number}"))

    def role(self, number, fields):
        held = Membership(scheme=self.scheme, user_id=self.user(fields["person"]), role=fields["role"])
        held.save()
        self.keep("role", number, held)

    def pair(self, number, fields):
        volunteer = Volunteer.objects.create(
            scheme=self.scheme, name=f"Mentor {number}", state="approved", is_peer=fields["peer"],
            user_id=self.user(fields["mentor"]), supervisor_id=self.user(fields["supervisor"]),
        )  # fmt: skip
        self.keep("mentor", number, volunteer)
        young = YoungPerson.objects.create(
            scheme=self.scheme, name=f"Young {number}", state="waiting", user_id=self.user(fields["mentee"])
        )
        match = Match.objects.create(
            scheme=self.scheme, volunteer=volunteer, young_person=young, state="active",
            introduced_on=fields["introduced_on"], co_ordinator_id=self.user(fields["co_ordinator"]),
        )  # fmt: skip
        self.keep("pair", number, match)
        if fields["every"]:
            names = ("mentee_signed_at", "mentor_signed_at", "co_ordinator_signed_at")
            Agreement.objects.create(match=match, every_days=fields["every"], **dict.fromkeys(names, ASKED))

    def of_match(self, kind, model, number, **fields):
        self.keep(kind, number, model.objects.create(match_id=self.rows["pair", fields.pop("pair")], **fields))

    def session(self, number, fields):
        self.of_match("session", MentoringSession, number, **fields)

    def pause(self, number, fields):
        fields["contact_every_days"] = fields.pop("every")
        self.of_match(
            "pause", Pause, number, whose="mentor", why="Away", contact_by=self.admin, planned_by=self.admin, **fields
        )

    def check_in(self, number, fields):
        self.of_match("check-in", CheckIn, number, how="phone", words="Fine.", spoken_by=self.admin, **fields)

    def supervision(self, number, fields):
        volunteer = Volunteer.objects.get(pk=self.rows["mentor", fields.pop("pair")])
        row = Supervision.objects.create(
            scheme=self.scheme, volunteer=volunteer, supervisor_id=volunteer.supervisor_id, **fields
        )
        self.keep("supervision", number, row)

    def review(self, number, fields):
        self.of_match("review", Review, number, pair=fields["pair"], due_on=fields["due_on"])

    def goal(self, number, fields):
        fields.pop("open")
        self.of_match("goal", Goal, number, words="Cook", chosen_by=self.admin, **fields)

    def check(self, number, fields):
        row = VettingCheck.objects.create(
            volunteer_id=self.rows["mentor", fields["pair"]], kind=fields["sort"], requested_on=date(2027, 1, 1),
            received_on=fields["decided_on"], decision="clear", decided_by=self.admin,
            decided_on=fields["decided_on"], expires_on=fields["expires_on"],
        )  # fmt: skip
        self.keep("check", number, row)

    def of_plan(self, kind, model, number, fields):
        owner, _ = self.user(fields.pop("owner")), fields.pop("done", None)
        row = model.objects.create(scheme=self.scheme, owner_id=owner, **fields)
        self.keep(kind, number, row)

    def policy(self, number, fields):
        self.of_plan("policy", Policy, number, {**fields, "title": f"Part {fields['title']}", "body": "Words"})

    def action(self, number, fields):
        self.of_plan("action", Action, number, {**fields, "words": "Do it", "starts_on": date(2027, 1, 1)})

    def step(self, number, fields):
        self.of_plan("step", Step, number, {**fields, "number": number})

    def volunteer(self, number, fields):
        self._stands("volunteer", Volunteer, VolunteerStateChange, number, fields["stage"])

    def young_person(self, number, fields):
        self._stands("young-person", YoungPerson, YoungPersonStateChange, number, fields["stage"])

    def _stands(self, kind, model, changes, number, stage):
        if (kind, number) not in self.rows:
            self.keep(kind, number, model.objects.create(scheme=self.scheme, name=f"{kind} {number}"))
        key = self.rows[kind, number]
        model.objects.filter(pk=key).update(state=stage)
        changes.objects.create(**{f"{kind.replace('-', '_')}_id": key}, to_state=stage, by=self.admin)

    def hearing(self, number, fields):
        actions.hearing_choose(by=User.objects.get(pk=self.user(number)), **fields)

    def puts_off(self, at: datetime, due: Due, until: date) -> None:
        with time_machine.travel(at, tick=False):
            person = User.objects.get(pk=self.user(due.person))
            held = Notice.objects.filter(recipient=person, channel="inbox", rule=due.rule, due_on=due.due_on)
            mine = next(row for row in held if self.kinds[row.object_key] == (due.kind, due.number))
            actions.notice_put_off(notice=mine, until=until, why="Away", by=person)

    # --- what changes -------------------------------------------------------------------------------------------------
    def _change(self, kind: str, key, fields: dict) -> None:
        model, turned = CHANGES[kind]
        model.objects.filter(pk=key).update(**(turned(self, fields) if turned else fields))

    # --- what the app told --------------------------------------------------------------------------------------------
    def told(self, channel: str) -> dict[Due, datetime]:
        people = {self.rows["person", number]: number for kind, number in self.rows if kind == "person"}
        found = {}
        for row in Notice.objects.filter(channel=channel, progress=Notice.State.SENT):
            kind, number = self.kinds[row.object_key]
            due = Due(row.rule, kind, number, row.due_on, row.step, people[row.recipient_id])
            assert due not in found, f"twice: {due}"
            found[due] = row.sent_at
        return found


def _held(lived, fields: dict) -> dict:
    if "held" in fields:
        return {"held_on": date(2028, 1, 1), "decision": "go-on", "held_by": lived.admin}
    return {f"{side}_view": "Fine." for side in fields}


def _met(lived, fields: dict) -> dict:
    more = {"held": {"minutes": 60}, "called-off": OFF}
    return {**fields, **more.get(fields.get("outcome"), {})}


def _signed(lived, fields: dict) -> dict:
    return {"signed_off_at": ASKED, "signed_off_by": lived.admin}


CHANGES = {
    "person": (User, lambda lived, fields: {"is_active": fields["active"]}),
    "role": (Membership, lambda lived, fields: {"ended_at": ASKED}),
    "pair": (Match, None),
    "pause": (Pause, None),
    "session": (MentoringSession, _met),
    "supervision": (Supervision, None),
    "review": (Review, _held),
    "goal": (Goal, lambda lived, fields: {"progress": "reached"}),
    "action": (Action, lambda lived, fields: {"progress": "done"}),
    "step": (Step, _signed),
}
