"""The demo's volunteers and young people, taken along their way by the real actions, dated as they would have been."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from mentoring.conventions import modules
from schemes.people import actions
from schemes.people import demo_cast as cast
from schemes.people.choices import FREE_TIMES, INTERESTS, STRENGTHS
from schemes.people.permissions import Role
from schemes.recruitment.actions import campaign_add, interview_record
from schemes.recruitment.criteria import CRITERIA
from schemes.recruitment.history.actions import history_gap_explain, history_keep
from schemes.recruitment.history.queries import open_gaps
from schemes.training import demo_training
from schemes.young_people import demo_ways

#: State in which each of the demo's volunteers ends, with how many.
VOLUNTEERS_AT = {
    "approved": 14,
    "group-only": 2,
    "suitability": 2,
    "training": 4,
    "vetting": 4,
    "interviewing": 2,
    "applied": 3,
    "enquired": 4,
    "paused": 1,
    "left": 4,
    "withdrawn": 3,
    "declined": 2,
}
YOUNG_PEOPLE_AT = {
    "waiting": 15,
    "met": 2,
    "contacted": 2,
    "referred": 4,
    "paused": 1,
    "moved-on": 2,
    "chose-not": 2,
    "not-eligible": 1,
    "signposted": 1,
}
WAY = ("applied", "interviewing", "vetting", "training", "suitability", "approved")
YOUNG_WAY = ("contacted", "met", "waiting")
AWAY_WHY = {"declined": "Could not commit to a year.", "withdrawn": "Took a job with late shifts.", "paused": ""}
YOUNG_AWAY_WHY = {
    "not-eligible": "Lives outside the area the scheme is paid for.",
    "signposted": "Wanted help with housing first: the leaving-care drop-in.",
    "moved-on": "Moved to Leeds for college.",
}


def people_load(stage, scheme) -> None:
    """Fill one scheme; leaves the people on the stage, the demo's own accounts first."""
    stager = PeopleStager(stage, scheme)
    stager.campaigns()
    stager.volunteers()
    stager.young_people()
    stager.training.book_next()
    stager.training.group_meets()


class PeopleStager:
    """Knows the scheme, the co-ordinator who acts, and the dice."""

    def __init__(self, stage, scheme):
        self.stage, self.scheme, self.dice = stage, scheme, stage.random
        self.by, self.second = stage.users["coordinator"], stage.users["lead"]
        self.training = demo_training.TrainingStager(stage, scheme)
        self.names = self._names()

    def _names(self):
        pairs = [(first, last) for last in cast.LAST for first in cast.FIRST]
        self.dice.shuffle(pairs)
        return iter(pairs)

    def campaigns(self) -> None:
        told = (("Local radio", 860, 240), ("University fair", 700, 95), ("A friend told them", 690, 0))
        with self.stage.on(self.stage.day(870)):
            self.asked_by = [
                campaign_add(
                    scheme=self.scheme,
                    channel=channel,
                    began_on=self.stage.day(days),
                    cost=Decimal(cost),
                    by=self.by,
                )
                for channel, days, cost in told
            ]

    # --- volunteers -------------------------------------------------------------------------------------------------
    def volunteers(self) -> None:
        users = self.stage.users
        self._volunteer("approved", 640, user=users["mentor"], born_on=date(1985, 4, 2), area="Sheffield")
        self._volunteer(
            "approved", 420, user=users["peer"], born_on=date(2001, 6, 9), is_peer=True, care_experienced=True
        )
        for state, number in VOLUNTEERS_AT.items():
            for _ in range(number * self._times()):
                self._volunteer(state, self._began(state))

    def _times(self) -> int:
        return {"small": 1, "large": 5, "national": 20}[self.stage.scale]

    def _began(self, state) -> int:
        """Days ago that somebody now in this state first asked."""
        recent = {"enquired": (1, 20), "applied": (10, 30), "interviewing": (20, 45), "vetting": (40, 110)}
        recent |= {"training": (100, 140), "suitability": (200, 260)}
        return self.dice.randint(*recent.get(state, (230, 800)))

    def _volunteer(self, state, began, user=None, **known):
        fields = {**self._volunteer_fields(user), **known}
        with self.stage.on(self.stage.day(began), hour=self.dice.randint(8, 19)):
            volunteer = actions.volunteer_add(scheme=self.scheme, user=user, by=None, **fields)
        self._along(volunteer, state, began)
        volunteer.refresh_from_db()
        self.stage.volunteers.append(volunteer)

    def _volunteer_fields(self, user) -> dict:
        first, last = next(self.names)
        is_peer = user is None and self.dice.random() < 0.25
        return {
            "name": user.name if user else f"{first} {last}",
            "email": user.email if user else f"{first}.{last}@people.example".lower(),
            "phone": f"07700 900{self.dice.randint(100, 999)}",
            "born_on": self.stage.day(365 * self.dice.randint(26, 61) + self.dice.randint(0, 364)),
            "area": self.dice.choice(cast.AREAS),
            "gender": self.dice.choice(["Female", "Female", "Male", "Non-binary", ""]),
            "care_experienced": True if is_peer else self.dice.choice([False, False, None]),
            "is_peer": is_peer,
            "interests": self._some(INTERESTS, 2, 5),
            "strengths": self._some(STRENGTHS, 1, 4),
            "free_times": self._some(FREE_TIMES, 2, 6),
            "languages": ["English"],
            "motivation": self.dice.choice(cast.WHY_VOLUNTEER),
            "heard_from": self.dice.choice(self.asked_by),
        }

    def _some(self, words, least, most) -> list:
        return sorted(self.dice.sample(words, self.dice.randint(least, most)))

    def _along(self, volunteer, state, began) -> None:
        """Step by step to the state; those who go away part-way do so after the interview."""
        stops = {"withdrawn": 2, "declined": 2, "enquired": 0}
        steps = WAY[: stops.get(state, WAY.index(state) + 1 if state in WAY else len(WAY))]
        day = began
        for step in steps:
            gap = (82, 100) if step == "suitability" else (8, 24)
            day = max(day - self.dice.randint(*gap), 1)
            with self.stage.on(self.stage.day(day), hour=self.dice.randint(9, 17)):
                self._step(volunteer, step, "group-only" if state == "group-only" else "ready")
                volunteer.refresh_from_db()
                for room in modules("demo"):
                    if hasattr(room, "volunteer_stepped"):
                        room.volunteer_stepped(self.stage, volunteer, heading_for=state)
        if state in {"withdrawn", "declined", "paused", "left"}:
            self._away(volunteer, state, day)

    def _step(self, volunteer, step, outcome) -> None:
        if step == "applied":
            self._history(volunteer)
            actions.volunteer_edit(volunteer=volunteer, changes={"role_statement_signed_on": self._now()}, by=self.by)
            actions.volunteer_move(volunteer=volunteer, to=step, by=self.by)
        elif step == "vetting":
            self._interview(volunteer)
        elif step == "suitability":
            self.training.attend_all(volunteer)
            actions.volunteer_move(volunteer=volunteer, to=step, by=self.by)
        elif step == "approved":
            changes = {
                "supervisor": self.stage.users["supervisor"],
                "about_me": "I like being outdoors and I turn up when I said I would.",
            }
            actions.volunteer_edit(volunteer=volunteer, changes=changes, by=self.by)
            self.training.review(volunteer, outcome)
        else:
            actions.volunteer_move(volunteer=volunteer, to=step, by=self.by)

    def _history(self, volunteer) -> None:
        """Most told all five years; some left out a few months, and some lived abroad."""
        today = self._now()
        back, pause = self.dice.randint(5, 9), self.dice.choice([0, 0, 0, 3])
        turn = today.replace(day=1, year=today.year - 2)
        begun = (turn - timedelta(days=31 * pause)).replace(day=1) - timedelta(days=1)
        earlier, now = self.dice.sample(cast.WORK, 2)
        spells = [
            {"kind": "work", "words": earlier, "from_on": turn.replace(year=turn.year - back), "to_on": begun},
            {"kind": "work", "words": now, "from_on": turn, "to_on": None},
        ]
        abroad = {"country": "Spain", "from_on": turn.replace(year=turn.year - 2, month=1), "to_on": begun}
        stays = [abroad] if self.dice.random() < 0.1 else []
        history_keep(volunteer=volunteer, spells=spells, stays=stays, by=self.by)

    def _interview(self, volunteer) -> None:
        for gap in open_gaps(volunteer, self._now()):
            history_gap_explain(
                volunteer=volunteer, from_on=gap.first, to_on=gap.last, words=self.dice.choice(cast.GAP_WHY), by=self.by
            )
        first, second = ({key: self.dice.randint(3, 5) for key in CRITERIA} for _ in range(2))
        interview_record(
            volunteer=volunteer,
            held_on=self._now(),
            second_interviewer=self.second.name,
            first_scores=first,
            second_scores=second,
            outcome="go-on",
            words=cast.INTERVIEW_WORDS,
            by=self.by,
        )

    def _away(self, volunteer, state, day) -> None:
        later = self.dice.randint(1, max(day - 2, 1)) if state == "left" else max(day - self.dice.randint(3, 20), 0)
        why = self.dice.choice(cast.LEFT_WHY) if state == "left" else AWAY_WHY[state]
        with self.stage.on(self.stage.day(later)):
            actions.volunteer_move(volunteer=volunteer, to=state, why=why, by=self.by)

    def _now(self) -> date:
        return timezone.localdate()

    # --- young people -------------------------------------------------------------------------------------------------
    def young_people(self) -> None:
        users = self.stage.users
        self._young("waiting", 300, user=users["mentee"], name="Jay", born_on=self.stage.day(365 * 18 + 251))
        self._young("waiting", 500, user=users["peer"], name="Kofi", born_on=date(2001, 6, 9))
        with self.stage.on(self.stage.day(480)):
            actions.membership_grant(scheme=self.scheme, user=users["peer"], role=Role.MENTEE, by=users["manager"])
        for state, number in YOUNG_PEOPLE_AT.items():
            for _ in range(number * self._times()):
                recent = {"referred": (1, 16), "contacted": (8, 30), "met": (15, 40)}
                self._young(state, self.dice.randint(*recent.get(state, (60, 500))))

    def _young(self, state, began, user=None, **known):
        fields = {**self._young_fields(user), **known}
        with self.stage.on(self.stage.day(began), hour=self.dice.randint(8, 19)):
            young_person = actions.young_person_add(
                scheme=self.scheme, referral=self._referral(began), user=user, by=None, **fields
            )
        day = began
        for step in YOUNG_WAY[: self._steps_before(state)]:
            day = max(day - self.dice.randint(3, 12), 1)
            with self.stage.on(self.stage.day(day)):
                demo_ways.young_step(young_person, step, goes_on=self._steps_before(state) == 3, by=self.by)
        if state in YOUNG_PEOPLE_AT and state not in {*YOUNG_WAY, "referred"}:
            with self.stage.on(self.stage.day(max(day - self.dice.randint(5, 40), 0))):
                why = YOUNG_AWAY_WHY.get(state, "")
                actions.young_person_move(young_person=young_person, to=state, why=why, by=self.by)
        if state == "waiting" and self.dice.random() < 0.85:
            asked_again = min(day, self.dice.randint(1, 40))
            with self.stage.on(self.stage.day(asked_again)):
                demo_ways.ask_again(young_person, by=self.by)
        demo_ways.care_load(self.stage, young_person, by=self.by)
        young_person.refresh_from_db()
        self.stage.young_people.append(young_person)

    def _steps_before(self, state) -> int:
        if state in YOUNG_WAY:
            return YOUNG_WAY.index(state) + 1
        return {"referred": 0, "not-eligible": 1, "signposted": 1, "chose-not": 2}.get(state, 3)

    def _young_fields(self, user) -> dict:
        first, _ = next(self.names)
        return {
            "name": first,
            "email": user.email if user else f"{first}{self.dice.randint(1, 99)}@people.example".lower(),
            "phone": f"07700 900{self.dice.randint(100, 999)}",
            "may_text": True,
            "may_leave_message": self.dice.choice([True, False]),
            "born_on": self.stage.day(365 * self.dice.randint(16, 23) + self.dice.randint(60, 364)),
            "area": self.dice.choice(cast.AREAS),
            "gender": self.dice.choice(["Female", "Male", "Male", "Non-binary", ""]),
            "care_status": self.dice.choice(["looked-after", "relevant", "former-relevant", "former-relevant"]),
            "mentor_kind": self.dice.choice(["peer", "traditional", "either", "either", "either"]),
            "interests": self._some(INTERESTS, 2, 5),
            "wants_help_with": self._some(STRENGTHS, 1, 3),
            "free_times": self._some(FREE_TIMES, 2, 6),
            "why_now": self.dice.choice(["Leaving care", "A new flat", "Starting college", ""]),
            "about_me": "I am easy to talk to once I know you.",
            "shares": {"about": "before", "interests": "before", "help": "before", "free": "after", "age": "after"},
        }

    def _referral(self, began) -> dict:
        came = {"received_on": self.stage.today - timedelta(days=began), "young_person_agreed": True}
        words = self.dice.choice(cast.WHY_MENTOR)
        if self.dice.random() < 0.45:
            return {**came, "is_self_referral": True, "young_person_words": words}
        referrer = self.stage.users["referrer"]
        return {
            **came,
            "referrer": referrer,
            "referrer_name": referrer.name,
            "referrer_role": "Personal adviser, leaving-care team",
            "referrer_email": referrer.email,
            "referrer_words": self.dice.choice(cast.REFERRER_HOPES),
            "young_person_words": words,
        }
