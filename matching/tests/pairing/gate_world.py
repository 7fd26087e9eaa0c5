"""A small scheme for the gate's machine: who is in it, how its people are found again, and what must always hold."""

from collections import Counter
from datetime import date, datetime, timedelta
from unittest import mock

from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from matching.models import Ending, Match, MatchStateChange
from matching.pairing.actions import match_introduce
from matching.pairing.states import MATCH_MOVES, REOPENS, TOGETHER
from matching.tests.pairing.gate_oracle import PLACES, closed_to_introduce
from matching.tests.readying import accepted, may_be_introduced, mentee_ready, mentor_ready, proposed
from mentoring.transitions import Refused
from safeguarding.consent.actions import consent_ask, consent_give
from schemes.people.actions import volunteer_add, volunteer_edit, volunteer_move, young_person_add
from schemes.people.models import Volunteer, YoungPerson
from schemes.planning.models import Scheme
from schemes.training.actions import suitability_review_write

MORNING = datetime(2026, 11, 23, 9, tzinfo=timezone.get_default_timezone())
TICK = timedelta(milliseconds=1)
#: Who is meant, or which match: taken round and round among those there are.
number = st.integers(0, 6)


class Clock:
    """Time as the tests want it: it goes on a little whenever it is asked, so that no two rows are of one instant."""

    def __init__(self):
        self.at = MORNING

    def __call__(self) -> datetime:
        self.at += TICK
        return self.at

    def running(self):
        return mock.patch("django.utils.timezone.now", self)


def build(world) -> None:
    """Zofia (two places) and Jay have said yes and may meet at once; Kofi, a peer mentor, and Kit, who is seventeen,
    have said yes; a second record of Zofia is introduced to Rae; there is a second record of Jay too. Una's review
    waits for a second person; Lee has only been met."""
    mentor_ready(world, world.volunteer, capacity=2, gender="woman")
    mentor_ready(world, world.peer_volunteer)
    same = volunteer_add(scheme=world.scheme, name="Zofia Nowak", born_on=date(1985, 4, 2), by=None)
    same = mentor_ready(world, same)
    _almost_ready(world)
    mentee_ready(world, world.young_person, born_on=date(2008, 3, 14))
    kit, twin = _young(world, "Kit", date(2009, 8, 1)), _young(world, "Jay Holt", date(2008, 3, 14))
    for kind in ("own", "parent", "local-authority"):
        agreed(world, kit, kind)
    mentee_ready(world, kit, care_status="eligible")
    mentee_ready(world, twin)
    rae = mentee_ready(world, _young(world, "Rae", date(2006, 2, 3)))
    _young(world, "Lee", date(2007, 1, 9))
    match_introduce(match=may_be_introduced(world, accepted(world, proposed(world, same, rae))), by=world.coordinator)
    may_be_introduced(world, accepted(world, proposed(world, world.volunteer, world.young_person)))
    accepted(world, proposed(world, world.peer_volunteer, kit))


def _almost_ready(world) -> None:
    una = mentor_ready(world, world.uncleared_volunteer)
    for review in una.suitability_reviews.all():
        review.delete()
    volunteer_move(volunteer=una, to="suitability", by=world.coordinator)
    suitability_review_write(volunteer=una, outcome="ready", reasons="Steady.", by=world.coordinator)


def _young(world, name, born_on):
    return young_person_add(
        scheme=world.scheme, name=name, born_on=born_on, mentor_kind="either", by=world.coordinator,
        referral={"is_self_referral": True, "received_on": timezone.localdate()},
    )  # fmt: skip


def agreed(world, young_person, kind) -> None:
    today = timezone.localdate()
    consent = consent_ask(young_person=young_person, kind=kind, asked_on=today, by=world.coordinator)
    consent_give(consent=consent, given_on=today, given_by="They", how="in person", by=world.coordinator)


class GateWorld(RuleBasedStateMachine):
    """Every sequence begins at the same world and leaves nothing behind."""

    def __init__(self, world, clock: Clock, seen: Counter):
        super().__init__()
        self.world, self.clock, self.seen, self.began_at = world, clock, seen, clock.at
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.before = self._matches()

    def teardown(self):
        """All of it is taken back, also where something was wrong: the next sequence begins where this one began."""
        self.seen["sequences"] += 1
        try:
            self.try_everybody()
        finally:
            transaction.set_rollback(True)
            self.whole.__exit__(None, None, None)
            self.clock.at = self.began_at

    def try_everybody(self) -> None:
        """Whatever was done before: who may meet is introduced, and nobody else."""

    # --- who is meant by a number -------------------------------------------------------------------------------
    @property
    def scheme(self) -> Scheme:
        return Scheme.objects.get(pk=self.world.scheme.pk)

    def mentor(self, number: int) -> Volunteer:
        found = Volunteer.objects.filter(scheme=self.world.scheme.pk).order_by("ref")
        return found.select_related("user", "scheme")[number % found.count()]

    def young(self, number: int) -> YoungPerson:
        found = YoungPerson.objects.filter(scheme=self.world.scheme.pk).order_by("ref")
        return found.select_related("user", "scheme")[number % found.count()]

    def match(self, number: int, *states) -> Match | None:
        """One of the matches in these states (any, where none is named), or None where there is none."""
        found = Match.objects.select_related("scheme", "volunteer__user", "young_person__user").order_by("created_at")
        found = found.filter(state__in=states) if states else found
        there = found.count()
        return found[number % there] if there else None

    # --- how things are done ------------------------------------------------------------------------------------
    def does(self, action, **said) -> bool:
        """Was it done? A refusal is an answer; everything else is a fault."""
        try:
            with transaction.atomic():
                action(**said)
        except Refused:
            return False
        return True

    def edit_mentor(self, volunteer, **changes) -> None:
        self.does(volunteer_edit, volunteer=volunteer, changes=changes, by=self.world.coordinator)

    # --- what must hold after every step ------------------------------------------------------------------------
    @invariant()
    def all_is_in_order(self):
        now = self._matches()
        if now == self.before:
            return
        for key in now.keys() - self.before.keys():
            self._had_a_place(now, key)
        for key, row in now.items():
            if row["state"] == "introduced" and self.before.get(key, {}).get("state") != "introduced":
                self._was_open(key)
        together = Counter(row["young_person"] for row in now.values() if row["state"] in TOGETHER)
        assert set(together.values()) <= {1}, "two mentors at once"
        self._is_lawful(now)
        self.before = now

    def _had_a_place(self, now: dict, key) -> None:
        mentor = now[key]["volunteer"]
        taken = sum(row["volunteer"] == mentor and row["state"] in PLACES for row in now.values())
        assert taken <= Volunteer.objects.get(pk=mentor).capacity, "a place too many"

    def _was_open(self, key) -> None:
        """Introducing changes nothing that the gate asks, so it can be asked after the step as well as before it."""
        self.seen["introduced"] += 1
        wrong = closed_to_introduce(Match.objects.get(pk=key))
        assert not wrong, f"introduced past {sorted(wrong)}"

    def _is_lawful(self, now: dict) -> None:
        """Every change of state is a row of its history and a lawful move; what ended has its one ending."""
        stands = dict.fromkeys(now, "")
        for key, was, to in self._steps():
            assert was == stands[key], "a step that does not follow from the one before"
            assert to in MATCH_MOVES[was] | REOPENS.get(was, set()) if was else to == "proposed"
            stands[key] = to
        assert stands == {key: row["state"] for key, row in now.items()}
        ended = {key for key, row in now.items() if row["state"] == "ended"}
        if ended:
            assert sorted(Ending.objects.filter(match__in=ended).values_list("match", flat=True)) == sorted(ended)

    def _steps(self) -> list:
        return list(MatchStateChange.objects.order_by("created_at").values_list("match", "from_state", "to_state"))

    def _matches(self) -> dict:
        return {row["pk"]: row for row in Match.objects.values("pk", "state", "volunteer", "young_person")}
