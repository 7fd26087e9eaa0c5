"""Every way there is to take a pair a step on: pages of staff, portals, actions, the engine's command."""

import json
from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from matching.models import Match
from matching.pairing import actions
from matching.pairing.states import ON_THE_WAY, TOGETHER
from matching.relationships.agreements.actions import agreement_draft, agreement_sign
from matching.relationships.agreements.queries import SIGNATURES, mark_of, newest_agreement
from matching.supervision.actions import supervision_plan
from matching.tests.pairing.gate_oracle import closed_to_propose
from matching.tests.pairing.gate_people import PeopleChange
from matching.tests.pairing.gate_world import number
from safeguarding.models import RiskAssessment
from safeguarding.risk.actions import risk_assessment_approve, risk_assessment_send_back, risk_assessment_write
from schemes.people.models import Volunteer, YoungPerson

TERMS = {
    "when_where": "Library", "channels": "Texts", "boundaries": "No money", "when_worried": "Ring Dee",
}  # fmt: skip
SAID_YES = ("accepted", "risk-approved")


class PairsMove(PeopleChange):
    """From the proposal to two people who may be introduced, in any order and by any door."""

    def press(self, user, page: str, match, **sent) -> None:
        """A page of staff, filled in and sent; the scheme's own pages answer 404, 403 or 422 rather than break."""
        address = reverse(f"matching:{page}", args=[self.scheme.slug, match.pk])
        assert self.world.client(user).post(address, sent).status_code < 500

    # --- proposing ----------------------------------------------------------------------------------------------
    @rule(mentor=number, young=number)
    def proposed_by_action(self, mentor, young):
        self._propose(self.mentor(mentor), self.young(young))

    def _propose(self, volunteer, young_person) -> None:
        """The action and the second telling of the gate are of one mind, in both directions."""
        pair = {"volunteer": volunteer, "young_person": young_person}
        live = Match.objects.filter(**pair).exclude(state__in=["ended", "declined"]).exists()
        wrong = closed_to_propose(self.scheme, *pair.values())
        done = self.does(actions.match_propose, scheme=self.scheme, **pair, by=self.world.coordinator)
        assert done == (not wrong and not live), f"proposed: {done}, though {sorted(wrong)}"
        self._note("proposed", wrong)

    @rule(mentor=number, young=number)
    def proposed_though_set_aside(self, mentor, young):
        self.set_aside(mentor, young, 5)
        self._propose(self.mentor(mentor), self.young(young))

    @rule(mentor=number, young=number)
    def proposed_by_page(self, mentor, young):
        address = reverse("matching:match_propose", args=[self.scheme.slug])
        pair = {"volunteer": self.mentor(mentor).pk, "young_person": self.young(young).pk}
        assert self.world.client(self.world.coordinator).post(address, pair).status_code < 500

    @rule(young=number)
    def proposed_several_at_once(self, young):
        pairs = [{"volunteer": self.mentor(each), "young_person": self.young(young)} for each in range(3)]
        actions.match_propose_many(scheme=self.scheme, pairs=pairs, by=self.world.coordinator)

    @rule()
    def proposed_as_the_command_says(self):
        """What the engine names may be proposed, each of it: it counts places as the gate does."""
        told = StringIO()
        call_command("match_propose", self.scheme.slug, "--json", stdout=told)
        for found in json.loads(told.getvalue())["proposals"]:
            pair = {
                "volunteer": Volunteer.objects.get(ref=found["mentor"]),
                "young_person": YoungPerson.objects.get(ref=found["mentee"]),
            }
            if not Match.objects.filter(**pair).exclude(state__in=["ended", "declined"]).exists():
                assert not closed_to_propose(self.scheme, *pair.values())
            self.does(actions.match_propose, scheme=self.scheme, **pair, by=self.world.coordinator)

    @rule()
    def proposals_undone(self):
        matches = list(Match.objects.filter(state__in=ON_THE_WAY))
        actions.match_propose_undo(matches=matches, by=self.world.coordinator)

    # --- choosing -----------------------------------------------------------------------------------------------
    @rule(which=number)
    def shared(self, which):
        if match := self.match(which, "proposed"):
            self.press(self.world.coordinator, "match_share_profiles", match)

    @rule(which=number, side=st.sampled_from(["mentee", "mentor"]), answer=st.sampled_from(["yes", "yes", "yes", "no"]))
    def answered_by_page(self, which, side, answer):
        if match := self.match(which, "profiles-shared"):
            self.press(self.world.coordinator, "match_answer", match, side=side, answer=answer)

    @rule(which=number, answer=st.sampled_from(["yes", "yes", "no"]))
    def young_person_answers(self, which, answer):
        if match := self.match(which):
            by = match.young_person.user or self.world.coordinator
            self.does(actions.match_mentee_answer, match=match, answer=answer, by=by)

    @rule(which=number, answer=st.sampled_from(["yes", "yes", "no"]))
    def mentor_answers(self, which, answer):
        if match := self.match(which):
            by = match.volunteer.user or self.world.coordinator
            self.does(actions.match_mentor_answer, match=match, answer=answer, by=by)

    @rule(who=number)
    def none_of_these(self, who):
        self.does(actions.match_none_of_these, young_person=self.young(who), wish="Music", by=self.world.coordinator)

    @rule(which=number)
    def taken_back(self, which):
        if match := self.match(which):
            self.press(self.world.coordinator, "match_decline", match)

    # --- preparing ----------------------------------------------------------------------------------------------
    @rule(which=number, days=st.sampled_from([3, 180]))
    def risk_written(self, which, days):
        if match := self.match(which, *ON_THE_WAY):
            self.write_risk(match, days)

    def write_risk(self, match, days) -> None:
        self.does(
            risk_assessment_write, pair_key=match.pk, volunteer=match.volunteer, young_person=match.young_person,
            mentor_side="Far.", young_person_side="Shy.", meeting_safely="By day.",
            review_on=timezone.localdate() + timedelta(days=days), by=self.world.coordinator,
        )  # fmt: skip

    @rule(which=number, by=st.sampled_from(["lead", "lead", "coordinator"]))
    def risk_approved(self, which, by):
        if risk := self.risk_of(self.match(which, *ON_THE_WAY)):
            self.does(risk_assessment_approve, risk=risk, by=getattr(self.world, by))

    @rule(which=number)
    def risk_sent_back(self, which):
        if risk := self.risk_of(self.match(which, *ON_THE_WAY)):
            self.does(risk_assessment_send_back, risk=risk, why="More about the way home.", by=self.world.lead)

    def risk_of(self, match) -> RiskAssessment | None:
        return match and RiskAssessment.objects.filter(pair_key=match.pk).order_by("created_at").last()

    @rule(which=number)
    def agreement_written(self, which):
        if match := self.match(which, *SAID_YES, *TOGETHER):
            self.write_agreement(match)

    def write_agreement(self, match) -> None:
        terms = {**TERMS, "limits_told_on": timezone.localdate()}
        self.does(agreement_draft, match=match, terms=terms, by=self.world.coordinator)

    @rule(which=number, sides=st.sets(st.sampled_from(sorted(SIGNATURES)), min_size=2))
    def agreement_signed(self, which, sides):
        if match := self.match(which, *SAID_YES):
            self.sign(match, sides)

    def sign(self, match, sides) -> None:
        paper, people = newest_agreement(match), {"mentee": match.young_person.user, "mentor": match.volunteer.user}
        for side in sorted(sides) if paper else ():
            by = people.get(side) or self.world.coordinator
            self.does(agreement_sign, agreement=paper, side=side, read=mark_of(paper), by=by)

    @rule(which=number)
    def everything_prepared(self, which):
        if match := self.match(which, *SAID_YES):
            self.prepare(match)

    def prepare(self, match) -> None:
        """As a diligent co-ordinator does, so that many sequences come as far as an introduction."""
        self.write_agreement(match)
        self.sign(match, SIGNATURES)
        self.write_risk(match, 180)
        if risk := self.risk_of(match):
            self.does(risk_assessment_approve, risk=risk, by=self.world.lead)
        at, by = timezone.now() + timedelta(days=9), self.world.coordinator
        self.does(supervision_plan, volunteers=[match.volunteer], supervisor=by, planned_at=at, by=by)

    def _note(self, what: str, wrong) -> None:
        self.seen[what] += 1
        self.seen.update(f"{what} past {key}" for key in wrong)
