"""What may happen to the people of a scheme while pairs are on their way: each can open or shut the gate."""

from datetime import date, timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from matching.models import AgeException, SetAside
from matching.pairing import actions
from matching.pairing.weighing.actions import pairing_rules_edit
from matching.supervision.actions import supervision_plan, supervision_record
from matching.tests.pairing.gate_oracle import FAR, NEAR
from matching.tests.pairing.gate_papers import PapersChange
from matching.tests.pairing.gate_world import agreed, number
from mentoring.accounts.models import User
from safeguarding.concerns.actions import concern_raise, hold_lift, hold_place
from safeguarding.consent.actions import consent_ask, consent_not_needed, consent_take_back
from schemes.people.actions import (
    invitation_send,
    invitation_take_up,
    membership_end,
    membership_grant,
    volunteer_move,
    young_person_edit,
    young_person_move,
)
from schemes.people.merging.actions import merge_undo, person_merge
from schemes.people.merging.models import MergedPerson
from schemes.people.models import Membership
from schemes.planning.actions import scheme_edit

ROLES = ["coordinator", "lead", "supervisor"]


class PeopleChange(PapersChange):
    """Mentors, young people, staff, the clock."""

    # --- a mentor -----------------------------------------------------------------------------------------------
    @rule(who=number, places=st.integers(0, 2))
    def capacity_changed(self, who, places):
        self.edit_mentor(self.mentor(who), capacity=places)

    @rule(who=number, to=st.sampled_from(["paused", "approved", "approved", "left", "suitability"]))
    def mentor_moves(self, who, to):
        self.does(volunteer_move, volunteer=self.mentor(who), to=to, by=self.world.coordinator)

    @rule(who=number, change=st.sampled_from([
        {"area": "Leith"}, {"area": ""}, {"is_peer": True}, {"is_peer": False}, {"born_on": None},
        {"born_on": date(2004, 5, 6)}, {"outcode": FAR}, {"outcode": NEAR}, {"supervisor": None},
    ]))  # fmt: skip
    def mentor_record_changed(self, who, change):
        self.edit_mentor(self.mentor(who), **change)

    @rule(who=number)
    def role_statement_taken_back(self, who):
        self.edit_mentor(self.mentor(who), role_statement_signed_on=None)

    @rule(who=number)
    def role_statement_signed_and_supervisor_named(self, who):
        signed = {"role_statement_signed_on": timezone.localdate(), "supervisor": self.world.supervisor}
        self.edit_mentor(self.mentor(who), **signed)

    @rule(who=number)
    def concern_puts_a_hold_on(self, who):
        worry = concern_raise(scheme=self.scheme, happened="Something was said.", by=self.world.coordinator)
        self.does(hold_place, volunteer=self.mentor(who), concern=worry, by=self.world.lead)

    @rule(who=number)
    def hold_lifted(self, who):
        for hold in self.mentor(who).holds.filter(lifted_at=None):
            self.does(hold_lift, hold=hold, by=self.world.lead)

    @rule(who=number, days=st.sampled_from([1, 14, 100]))
    def supervision_planned(self, who, days):
        at = timezone.now() + timedelta(days=days)
        planned = {"volunteers": [self.mentor(who)], "planned_at": at, "by": self.world.coordinator}
        self.does(supervision_plan, supervisor=self.world.supervisor, **planned)

    @rule(who=number, outcome=st.sampled_from(["held", "called-off"]))
    def supervision_written_down(self, who, outcome):
        for one in self.mentor(who).supervisions.filter(outcome="planned"):
            self.does(supervision_record, supervision=one, outcome=outcome, notes={}, by=self.world.supervisor)

    # --- a young person -----------------------------------------------------------------------------------------
    @rule(who=number, change=st.sampled_from([
        {"mentor_kind": "peer"}, {"mentor_kind": "traditional"}, {"mentor_kind": "either"}, {"area": "Leith"},
        {"not_from": ["leith "]}, {"not_from": []}, {"care_status": "looked-after"},
        {"care_status": "former-relevant"}, {"still_wants_mentor_on": None}, {"born_on": date(2010, 1, 2)},
        {"outcode": NEAR}, {"outcode": FAR},
    ]))  # fmt: skip
    def young_record_changed(self, who, change):
        self.does(young_person_edit, young_person=self.young(who), changes=change, by=self.world.coordinator)

    @rule(who=number)
    def still_wants_a_mentor(self, who):
        said = {"still_wants_mentor_on": timezone.localdate()}
        self.does(young_person_edit, young_person=self.young(who), changes=said, by=self.world.coordinator)

    @rule(who=number, to=st.sampled_from(["waiting", "waiting", "paused", "moved-on"]))
    def young_person_moves(self, who, to):
        self.does(young_person_move, young_person=self.young(who), to=to, by=self.world.coordinator)

    @rule(who=number, kind=st.sampled_from(["own", "parent", "local-authority"]))
    def consent_given(self, who, kind):
        young_person = self.young(who)
        if not any(one.holds for one in young_person.consents.filter(kind=kind)):
            agreed(self.world, young_person, kind)

    @rule(who=number, kind=st.sampled_from(["own", "parent"]))
    def consent_taken_back(self, who, kind):
        today, by = timezone.localdate(), self.world.coordinator
        for consent in self.young(who).consents.filter(kind=kind):
            self.does(consent_take_back, consent=consent, withdrawn_on=today, by=by)

    @rule(who=number, kind=st.sampled_from(["own", "parent"]))
    def consent_said_not_to_be_needed(self, who, kind):
        today, by = timezone.localdate(), self.world.coordinator
        consent = consent_ask(young_person=self.young(who), kind=kind, asked_on=today, by=by)
        self.does(consent_not_needed, consent=consent, because="Care order; the council decides.", by=by)

    # --- both, and everybody else -------------------------------------------------------------------------------
    @rule(mentor=number, young=number)
    def conflict_declared(self, mentor, young):
        pair = {"volunteer": self.mentor(mentor), "young_person": self.young(young)}
        by = pair["young_person"].user or self.world.coordinator
        assert self.does(actions.conflict_declare, scheme=self.scheme, **pair, kind="know", by=by)

    @rule(mentor=number, young=number, days=st.sampled_from([None, 5]))
    def set_aside(self, mentor, young, days):
        pair = {"volunteer": self.mentor(mentor), "young_person": self.young(young)}
        until = timezone.localdate() + timedelta(days=days) if days else None
        said = {"reason": "Rather not, for now.", "until": until, "by": self.world.coordinator}
        self.does(actions.set_aside_add, scheme=self.scheme, **pair, **said)

    @rule()
    def set_aside_taken_back(self):
        for aside in SetAside.objects.all():
            self.does(actions.set_aside_undo, aside=aside, by=self.world.coordinator)

    @rule(who=number, places=st.sampled_from([[], ["LEITH"]]))
    def mentor_says_where_not(self, who, places):
        person = self.mentor(who)
        by = person.user or self.world.coordinator
        self.does(actions.profile_edit, person=person, changes={"not_from": places}, by=by)

    @rule(mentor=number, young=number)
    def ages_excepted(self, mentor, young):
        pair = {"volunteer": self.mentor(mentor), "young_person": self.young(young)}
        asked = {"scheme": self.scheme, **pair, "reason": "Close in age", "by": self.world.coordinator}
        self.does(actions.age_exception_ask, **asked)
        for exception in AgeException.objects.filter(agreed_by=None, **pair):
            self.does(actions.age_exception_agree, exception=exception, by=self.world.lead)

    @rule(gap=st.sampled_from([3, 3, 30]), oldest=st.sampled_from([25, 25, 17]), references=st.sampled_from([2, 2, 3]))
    def rules_of_the_scheme_changed(self, gap, oldest, references):
        scheme = self.scheme
        scheme.age_gap_least, scheme.mentee_age_to, scheme.references_needed = gap, oldest, references
        self.does(scheme_edit, scheme=scheme, by=self.world.manager)

    @rule(farthest_km=st.sampled_from([None, 50]))
    def rule_on_distance_changed(self, farthest_km):
        by = self.world.coordinator
        self.does(pairing_rules_edit, scheme=self.scheme, weights={}, aim="most", farthest_km=farthest_km, by=by)

    @rule(role=st.sampled_from(ROLES))
    def member_leaves(self, role):
        for membership in Membership.objects.filter(scheme=self.scheme, role=role, ended_at=None):
            self.does(membership_end, membership=membership, by=self.world.manager)

    @rule(role=st.sampled_from(ROLES))
    def member_comes_back(self, role):
        user = getattr(self.world, role)
        self.does(membership_grant, scheme=self.scheme, user=user, role=role, by=self.world.manager)

    @rule(role=st.sampled_from(ROLES), is_active=st.booleans())
    def account_shut_or_opened(self, role, is_active):
        """No action does it: it is done in the database, by whoever runs the site."""
        User.objects.filter(pk=getattr(self.world, role).pk).update(is_active=is_active)

    @rule(who=number)
    def young_person_takes_up_an_account_that_mentors(self, who):
        """A peer mentor may have a mentor, in the same account (P4); but not themselves."""
        user, young_person = self.world.peer, self.young(who)
        to = {"scheme": self.scheme, "email": user.email, "name": user.name, "role": "mentee"}
        invitation, _ = invitation_send(**to, young_person=young_person, by=self.world.coordinator)
        self.does(invitation_take_up, invitation=invitation)

    @rule(one=number, other=number, mentors=st.booleans())
    def records_become_one(self, one, other, mentors):
        find = self.mentor if mentors else self.young
        self.does(person_merge, kept=find(one), gone=find(other), choices={}, by=self.world.manager)

    @rule()
    def records_become_two_again(self):
        for merged in MergedPerson.objects.order_by("-created_at")[:1]:
            self.does(merge_undo, merged=merged, by=self.world.manager)

    @rule(days=st.sampled_from([1, 6, 30, 190]))
    def time_goes_on(self, days):
        self.clock.at += timedelta(days=days)
