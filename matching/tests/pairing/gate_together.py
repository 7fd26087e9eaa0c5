"""The rest of the way: introductions, being together, what is found out late, endings, and a match after an ending."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from matching.endings.actions import (
    conflict_decide,
    ending_review_sign,
    ending_save,
    match_end,
    match_ending_begin,
    rematch_answer,
)
from matching.endings.afterwards.actions import match_reopen
from matching.models import Ending, Match, Review
from matching.pairing import actions
from matching.pairing.meetings.actions import meeting_ask, meeting_plan
from matching.pairing.states import ON_THE_WAY, TOGETHER
from matching.relationships.actions import session_log
from matching.relationships.reviews.actions import review_begin, review_hold
from matching.tests.pairing.gate_oracle import FAR, NEAR, closed_to_introduce
from matching.tests.pairing.gate_pairs import SAID_YES, PairsMove
from matching.tests.pairing.gate_world import number

HURRIED_STEPS = [
    (actions.match_share_profiles, {}),
    (actions.match_mentee_answer, {"answer": "yes"}),
    (actions.match_mentor_answer, {"answer": "yes"}),
]
BEFORE_TIME = ["unplanned", "premature"]


class PairsTogether(PairsMove):
    """Every sequence begins with one of a few stories, so that many of them come far."""

    # --- how it begins ------------------------------------------------------------------------------------------
    @initialize(story=st.sampled_from(["as-built", "as-built", "ended-early", "learned-from", "far-apart"]))
    def something_has_happened_before(self, story):
        if story == "far-apart":
            self.edit_mentor(self.mentor(0), outcode=NEAR)
            self.young_record_changed(0, {"outcode": FAR})
            self.rule_on_distance_changed(50)
            self._propose(self.mentor(0), self.young(0))
        elif story != "as-built":
            self.ended(0, "premature", True)
            self.clock.at += timedelta(days=2)
            self.rematch_answered(0, "yes")
        if story == "learned-from":
            self.ending_reviewed()

    # --- introducing --------------------------------------------------------------------------------------------
    @rule(which=number)
    def introduced_by_page(self, which):
        if match := self.match(which):
            self.press(self.world.coordinator, "match_introduce", match)

    @rule(which=number)
    def introduced_by_action(self, which):
        if match := self.match(which):
            self._introduce(match)

    @rule(which=number, side=st.sampled_from(["volunteer", "young_person"]))
    def introduced_by_one_of_the_two(self, which, side):
        """Whatever else they are in the scheme, and however open the gate."""
        match = self.match(which)
        if by := match and getattr(match, side).user:
            assert not self.does(actions.match_introduce, match=match, by=by), "introduced by themselves"

    @rule(which=number)
    def approval_taken_up(self, which):
        if match := self.match(which):
            self.does(actions.match_risk_approved, match=match, by=self.world.coordinator)

    def _introduce(self, match) -> None:
        """The action and the second telling of the gate are of one mind, in both directions."""
        wrong = closed_to_introduce(match) if match.state in SAID_YES else {"not both said yes"}
        done = self.does(actions.match_introduce, match=match, by=self.world.coordinator)
        assert done == (not wrong), f"introduced: {done} from {match.state}, though {sorted(wrong)}"
        self._note("tried", wrong)

    def try_everybody(self):
        for match in Match.objects.filter(state__in=ON_THE_WAY).order_by("created_at"):
            self._introduce(match)
        self.all_is_in_order()

    # --- meeting, being together --------------------------------------------------------------------------------
    @rule(which=number)
    def meet_first_asked(self, which):
        if match := self.match(which):
            self.does(meeting_ask, match=match, by=match.young_person.user or self.world.coordinator)

    @rule(which=number)
    def pick_taken_back(self, which):
        if match := self.match(which):
            by = match.young_person.user or self.world.coordinator
            self.does(actions.match_mentee_take_back, match=match, by=by)

    @rule(which=number)
    def meeting_planned(self, which):
        if match := self.match(which):
            at, by = timezone.now() + timedelta(days=2), self.world.coordinator
            where = {"place_kind": "public", "place": "The library", "staff": by}
            self.does(meeting_plan, match=match, planned_at=at, **where, by=by)

    @rule(which=number)
    def they_have_met(self, which):
        if match := self.match(which):
            at = timezone.localtime()
            met = {"outcome": "held", "day": at.date().isoformat(), "time": at.strftime("%H:%M")}
            self.press(self.world.coordinator, "meeting_record", match, **met)

    @rule(which=number, outcome=st.sampled_from(["held", "held", "mentee-missed"]))
    def session_written_down(self, which, outcome):
        if match := self.match(which):
            by = match.volunteer.user or self.world.coordinator
            at = timezone.now()
            self.does(session_log, match=match, outcome=outcome, planned_at=at, channel="in-person", by=by)

    @rule(which=number, decision=st.sampled_from(["go-on", "change", "end"]), is_begun=st.booleans())
    def reviewed(self, which, decision, is_begun):
        match = self.match(which, *TOGETHER)
        for review in Review.objects.filter(match=match, held_on=None) if match else ():
            if is_begun:
                self.does(review_begin, review=review, by=self.world.coordinator)
            held = {"decision": decision, "held_on": timezone.localdate(), "by": self.world.coordinator}
            self.does(review_hold, review=review, **held)

    @rule(which=number, goes_on=st.booleans(), is_new=st.booleans())
    def known_late_and_decided(self, which, goes_on, is_new):
        """Of two who are together somebody says that they know each other; staff decide."""
        if match := self.match(which, *TOGETHER):
            pair = {"volunteer": match.volunteer, "young_person": match.young_person}
            if is_new:
                self.does(actions.conflict_declare, scheme=self.scheme, **pair, kind="know", by=self.world.coordinator)
            self.does(conflict_decide, match=match, goes_on=goes_on, because="Talked", by=self.world.coordinator)

    # --- ending, and another mentor -----------------------------------------------------------------------------
    @rule(which=number, planned=st.sampled_from(["planned", *BEFORE_TIME]), is_whole=st.booleans())
    def ended(self, which, planned, is_whole):
        if match := self.match(which, *TOGETHER):
            today, by = timezone.localdate(), self.world.coordinator
            said = {"way": "meeting", "planned": planned, "reason": "other", "meeting_on": today if is_whole else None}
            self.does(match_ending_begin, match=match, why="Time", by=by)
            self.does(ending_save, match=match, fields=said, by=by)
            self.does(match_end, match=match, by=by)

    @rule()
    def ending_reviewed(self):
        for ending in Ending.objects.filter(review_signed_at=None):
            self.does(ending_review_sign, ending=ending, by=self.world.coordinator)

    @rule(which=number)
    def ending_taken_back(self, which):
        """An ending of these days opens again only past the whole gate, but for the line about that very ending."""
        if match := self.match(which, "ended"):
            wrong = closed_to_introduce(match) - {"last-ending"}
            may = not wrong and timezone.localdate() - match.ended_on <= timedelta(days=14)
            done = self.does(match_reopen, match=match, note="They go on", by=self.world.coordinator)
            assert done == may, f"taken back: {done}, though {sorted(wrong)}"

    @rule(which=number, answer=st.sampled_from(["yes", "yes", "not-now", "never"]))
    def rematch_answered(self, which, answer):
        if match := self.match(which, "ended"):
            young_person = match.young_person
            by = young_person.user or self.world.coordinator
            self.does(rematch_answer, young_person=young_person, answer=answer, by=by)

    @rule(which=number, mentor=number)
    def proposed_again_after_an_ending(self, which, mentor):
        if match := self.match(which, "ended"):
            self._propose(self.mentor(mentor), match.young_person)

    @rule(which=number, mentor=number)
    def matched_anew(self, which, mentor):
        """As fast as can be, by people who would rather not wait: the whole way from an ending to the next mentor."""
        if match := self.match(which, "ended"):
            self._propose(self.mentor(mentor), match.young_person)
            self.hurry(Match.objects.filter(young_person=match.young_person, state="proposed").first())

    def hurry(self, match) -> None:
        for step, said in HURRIED_STEPS if match else ():
            match.refresh_from_db()
            self.does(step, match=match, **said, by=self.world.coordinator)
        if match:
            self.prepare(match)
            match.refresh_from_db()
            self._introduce(match)
