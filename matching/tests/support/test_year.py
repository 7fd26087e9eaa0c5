"""S13–S15, L4, R10: a year of many pairs, day by day with a clock. Every contact, review, supervision and ending is due
exactly when the rules say, told a second time by `year_told`; what pages and reminders read is held to it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils.timezone import localdate

from matching.cover.actions import pause_plan, pause_return
from matching.cover.models import Pause
from matching.cover.queries import pauses_ending, returns_unconfirmed
from matching.endings.models import EndingPlan
from matching.endings.planning.queries import endings_coming
from matching.endings.queries import endings_not_recorded, lapsed_matches
from matching.models import Match, MentoringSession
from matching.pairing.actions.reviewing import reviews_set
from matching.relationships.queries import reviews_due
from matching.relationships.reviews.actions import review_hold
from matching.supervision.models import Supervision
from matching.supervision.queries import supervision_gaps, supervision_overdue
from matching.support.models import CheckIn
from matching.support.queries import contacts_due
from matching.tests.support.year_told import drawn, happens
from schemes.people.models import Volunteer, YoungPerson

LONDON = ZoneInfo("Europe/London")
FIRST = date(2027, 9, 1)  # a year with both changes of the clock and a 29 February


class Year:
    """The records of the pairs of `lives`, moved on by what happens."""

    def __init__(self, world, lives):
        self.world, self.lives, self.matches = world, lives, {}

    def day(self, today: date) -> None:
        for life in self.lives:
            for step, *said in happens(life, today):
                getattr(self, step.replace(" ", "_"))(life, today, *said)

    def start(self, life, today):
        scheme = self.world.scheme
        volunteer = Volunteer.objects.create(
            scheme=scheme, name=f"Mentor {life.number}", state="approved", is_peer=life.is_peer
        )
        young = YoungPerson.objects.create(scheme=scheme, name=f"Young {life.number}", state="waiting")
        match = Match.objects.create(
            scheme=scheme, volunteer=volunteer, young_person=young, state="active", introduced_on=today
        )
        now = at(today)
        match.agreements.create(
            when_where="Library", channels="Texts", boundaries="None", when_worried="Tell Dee",
            length_weeks=life.weeks, mentee_signed_at=now, mentor_signed_at=now, co_ordinator_signed_at=now,
        )  # fmt: skip
        reviews_set(match, today)
        self.matches[life.number] = match
        life.started, life.phase = today, "together"
        life.set_reviews(today)

    def meet(self, life, today):
        MentoringSession.objects.create(
            match=self.matches[life.number], planned_at=at(today), outcome="held", minutes=60, channel="in-person"
        )
        life.met.append(today)

    def speak(self, life, today, side):
        CheckIn.objects.create(
            match=self.matches[life.number], side=side, spoken_on=today, how="phone", words="Fine.",
            spoken_by=self.world.coordinator,
        )  # fmt: skip
        life.spoken[side].append(today)

    def plan_supervision(self, life, today, day):
        Supervision.objects.create(
            scheme=self.world.scheme, volunteer=self.matches[life.number].volunteer,
            supervisor=self.world.supervisor, planned_at=at(day, hour=9),
        )  # fmt: skip
        life.supervision = day

    def supervise(self, life, today):
        rows = Supervision.objects.filter(volunteer=self.matches[life.number].volunteer, outcome="planned")
        rows.update(outcome="held")
        life.supervised_on, life.supervision = life.supervision, None

    def review(self, life, today):
        review = self.matches[life.number].reviews.filter(held_on__isnull=True).order_by("due_on").first()
        review_hold(review=review, decision="go-on", held_on=today, by=self.world.coordinator)
        life.hold_review(today)

    def plan_ending(self, life, today):
        EndingPlan.objects.create(
            match=self.matches[life.number], ends_on=life.agreed_end, planned_for=life.agreed_end,
            last_weeks="A meal", written_by=self.world.coordinator,
        )  # fmt: skip
        life.is_planned = True

    def pause(self, life, today, last, every):
        by, match = self.world.coordinator, Match.objects.get(pk=self.matches[life.number].pk)
        pause_plan(
            match=match, whose="mentor", from_on=today, until_on=last, why="Away", contact_by=by,
            contact_every_days=every, by=by,
        )  # fmt: skip
        life.pause = (last, every)

    def come_back(self, life, today):
        pause = Pause.objects.get(match=self.matches[life.number], over_on=None)
        pause_return(pause=pause, because="Back at home", by=self.world.coordinator)
        life.pause, life.back_on = None, today

    def begin_ending(self, life, today):
        Match.objects.filter(pk=self.matches[life.number].pk).update(state="ending")
        life.phase = "ending"

    def end(self, life, today):
        Match.objects.filter(pk=self.matches[life.number].pk).update(state="ended", ended_on=today)
        life.phase = "ended"

    def due(self, now: datetime) -> set:
        """What the records say is due, by the queries that pages and reminders share."""
        number = {match.pk: key for key, match in self.matches.items()}
        of_mentor = {match.volunteer_id: key for key, match in self.matches.items()}
        late = ((row.volunteer_id, localdate(row.planned_at)) for row in supervision_overdue(now))
        return {
            *(("contact", number[one.match.pk], one.side, one.due_on) for one in contacts_due(now)),
            *(("review", number[one.match_id], "", one.due_on) for one in reviews_due(now)),
            *(("ending", number[one.pk], one.stage, None) for one in endings_coming(now)),
            *(("lapsed", number[one.pk], "", None) for one in lapsed_matches(now)),
            *(("not recorded", number[one.pk], "", None) for one in endings_not_recorded(now)),
            *(("pause ends", number[one.match_id], "", one.until_on) for one in pauses_ending(now)),
            *(("not back", number[one.match_id], "", one.until_on) for one in returns_unconfirmed(now)),
            *(("supervision late", of_mentor[key], "", day) for key, day in late),
            *(("supervision gap", of_mentor[one.volunteer.pk], "", one.due_on) for one in supervision_gaps(now)),
        }


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=LONDON)


def lived(world, pairs: int, length: int) -> set:
    """Every day compared; the kinds of things that were due at all."""
    lives = [drawn(number, FIRST, length) for number in range(pairs)]
    year, seen = Year(world, lives), set()
    for place in range(length):
        today = FIRST + timedelta(days=place)
        with time_machine.travel(at(today), tick=False):
            year.day(today)
            told = set().union(*(life.due(today) for life in lives))
            assert year.due(at(today)) == told, f"{today}, day {place}"
        seen |= {what for what, *_ in told}
    return seen


EVERYTHING = {
    "contact", "review", "ending", "lapsed", "not recorded", "pause ends", "not back", "supervision late",
    "supervision gap",
}  # fmt: skip


def test_s14_five_months_of_twelve_pairs_are_due_as_the_rules_say(cast):
    assert lived(cast, 12, 150) == EVERYTHING


@pytest.mark.slow
def test_s14_a_year_of_two_hundred_pairs_is_due_as_the_rules_say(cast):
    assert lived(cast, 200, 366) == EVERYTHING
