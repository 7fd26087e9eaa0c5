"""What may happen to a mentor's papers while pairs are on their way: checks and waivers, training, reviews, lists."""

from dataclasses import replace
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from matching.tests.pairing.gate_world import GateWorld, number
from safeguarding.tests.world import LEVEL
from safeguarding.vetting.actions import check_decide, check_receive, check_request
from safeguarding.vetting.exempting.actions import (
    vetting_exemption_agree,
    vetting_exemption_ask,
    vetting_exemption_end,
)
from safeguarding.vetting.needing.actions import vetting_need_agree, vetting_need_decide
from safeguarding.vetting.needing.queries import answers_usual
from safeguarding.vetting.updates.actions import status_check_record
from schemes.recruitment.history.actions import history_keep
from schemes.training.actions import (
    attendance_mark,
    equivalence_add,
    equivalence_withdraw,
    module_edit,
    study_answer,
    suitability_review_confirm,
    suitability_review_withdraw,
    suitability_review_write,
    training_standard_set,
)
from schemes.training.models import Equivalence, Module, SuitabilityReview, TrainingSession
from schemes.training.peer_readiness import answered

KINDS = ["criminal-record", "identity", "self-declaration", "overseas", "reference"]
kind = st.sampled_from(KINDS)
LAWFUL = {"consented": True, "certificate_seen": True, "same_workforce": True}


class PapersChange(GateWorld):
    """Nothing here is about a pair; all of it can open or shut the gate of one."""

    # --- checks -------------------------------------------------------------------------------------------------
    @rule(who=number, kind=kind, days=st.sampled_from([5, 700]), level=st.sampled_from([LEVEL, LEVEL, "basic"]))
    def check_decided_clear(self, who, kind, days, level):
        self.decided(who, kind, "clear", days, level)

    @rule(who=number, kind=kind)
    def check_decided_not_clear(self, who, kind):
        self.decided(who, kind, "not-clear", None, LEVEL)

    def decided(self, who, kind, decision, days, level) -> None:
        today, by = timezone.localdate(), self.world.coordinator
        level = level if kind == "criminal-record" else ""
        asked = check_request(volunteer=self.mentor(who), kind=kind, level=level, requested_on=today, by=by)
        back = check_receive(check=asked, received_on=today, by=by)
        said = {"decision": decision, "decided_on": today, "expires_on": days and today + timedelta(days=days)}
        self.does(check_decide, check=back, **said, by=by)

    @rule(who=number, kind=kind)
    def check_asked_for(self, who, kind):
        today = timezone.localdate()
        asked = {"volunteer": self.mentor(who), "kind": kind, "requested_on": today, "by": self.world.coordinator}
        self.does(check_request, **asked)

    @rule(who=number, answer=st.sampled_from(["not-current", "not-current", "current"]))
    def update_service_asked(self, who, answer):
        for check in self.mentor(who).checks.filter(kind="criminal-record").exclude(decision=""):
            self.does(status_check_record, check=check, answer=answer, **LAWFUL, by=self.world.coordinator)

    @rule(who=number, kind=kind, is_agreed=st.booleans(), days=st.sampled_from([3, 40]))
    def waiting_for_a_check_excused(self, who, kind, is_agreed, days):
        """Asked by one and, mostly, agreed by another; the check itself is on its way."""
        self.check_asked_for(who, kind)
        mentor, ends_on = self.mentor(who), timezone.localdate() + timedelta(days=days)
        asked = {"kind": kind, "reason": "Lou goes along.", "ends_on": ends_on, "by": self.world.coordinator}
        self.does(vetting_exemption_ask, volunteer=mentor, **asked)
        for exemption in mentor.vetting_exemptions.filter(agreed_by=None) if is_agreed else ():
            self.does(vetting_exemption_agree, exemption=exemption, by=self.world.lead)

    @rule(who=number)
    def excuse_taken_back(self, who):
        for exemption in self.mentor(who).vetting_exemptions.filter(ended_on=None):
            self.does(vetting_exemption_end, exemption=exemption, by=self.world.coordinator)

    @rule(who=number, contact=st.sampled_from([True, True, False]), other=st.sampled_from(["", "basic", "enhanced"]))
    def another_check_said_to_be_needed(self, who, contact, other):
        answers = replace(answers_usual(self.scheme), contact=contact)
        overruled = {"overruled_to": other, "overruled_why": "They help in the office."} if other else {}
        by = self.world.coordinator
        self.does(vetting_need_decide, volunteer=self.mentor(who), answers=answers, **overruled, by=by)

    @rule(who=number)
    def another_check_agreed_to(self, who):
        for need in self.mentor(who).vetting_needs.filter(replaced_at=None):
            self.does(vetting_need_agree, need=need, by=self.world.lead)

    @rule(who=number, days=st.sampled_from([20, 400]))
    def history_says_they_were_abroad(self, who, days):
        today = timezone.localdate()
        stay = {"country": "Norway", "from_on": today - timedelta(days=days), "to_on": today}
        self.does(history_keep, volunteer=self.mentor(who), spells=[], stays=[stay], by=self.world.coordinator)

    # --- training and the review --------------------------------------------------------------------------------
    @rule(who=number, which=number, outcome=st.sampled_from(["missed", "attended"]))
    def register_put_right(self, who, which, outcome):
        sessions = list(TrainingSession.objects.filter(scheme=self.scheme).order_by("created_at"))
        session = sessions[which % len(sessions)]
        places = session.attendances.filter(volunteer=self.mentor(who))
        self.does(attendance_mark, session=session, outcomes={one.pk: outcome for one in places}, by=self.world.trainer)

    def module(self, which) -> Module:
        modules = list(Module.objects.filter(course__scheme=self.scheme).order_by("created_at"))
        return modules[which % len(modules)]

    @rule(who=number, which=number, chosen=st.sampled_from([0, 0, 1]))
    def studied_alone(self, who, which, chosen):
        mentor = self.mentor(who)
        module_edit(module=self.module(which), changes={"questions": "Who?\n* Us\n- Them"}, by=self.world.trainer)
        if mentor.user:
            self.does(
                study_answer, module=self.module(which), volunteer=mentor, number=1, chosen={0: chosen}, by=mentor.user
            )

    @rule(which=number, months=st.sampled_from([None, 1, 6]), is_required=st.booleans())
    def module_changed(self, which, months, is_required):
        changes = {"refresh_months": months, "is_required": is_required}
        self.does(module_edit, module=self.module(which), changes=changes, by=self.world.trainer)

    @rule(
        who=st.sampled_from(["mentor", "peer"]),
        hours=st.sampled_from([6, 12, 16]),
        topics=st.sampled_from([[], ["trauma"]]),
    )
    def minimum_of_training_changed(self, who, hours, topics):
        standard = {"programme": who, "hours": hours, "topics": topics, "by": self.world.manager}
        self.does(training_standard_set, scheme=self.scheme, **standard)

    @rule(who=number, topics=st.sampled_from([["trauma"], ["boundaries", "confidentiality", "safeguarding"]]))
    def earlier_training_counted(self, who, topics):
        seen = {"what": "A course elsewhere", "evidence": "Certificate", "hours": 8, "by": self.world.trainer}
        done_on = timezone.localdate() - timedelta(days=100)
        self.does(equivalence_add, volunteer=self.mentor(who), topics=topics, done_on=done_on, **seen)

    @rule(who=number)
    def earlier_training_counts_no_more(self, who):
        for one in Equivalence.objects.filter(volunteer=self.mentor(who)):
            self.does(equivalence_withdraw, equivalence=one, by=self.world.trainer)

    @rule(who=number, outcome=st.sampled_from(["ready", "not-yet", "group-only", "no"]))
    def review_written(self, who, outcome):
        words = {"reasons": "Talked it through.", "peer_answers": answered("Settled."), "by": self.world.coordinator}
        self.does(suitability_review_write, volunteer=self.mentor(who), outcome=outcome, **words)

    @rule(is_agreed=st.sampled_from([True, True, True, False]))
    def review_confirmed_or_not(self, is_agreed):
        action = suitability_review_confirm if is_agreed else suitability_review_withdraw
        for review in SuitabilityReview.objects.filter(second_by=None).order_by("created_at")[:1]:
            self.does(action, review=review, by=self.world.lead)

    # --- lists --------------------------------------------------------------------------------------------------
    @rule(kind=st.sampled_from(["volunteers", "young-people"]))
    def list_read_in(self, kind):
        """Whatever a list claims of checks, training and consent, nobody of it is nearer to being matched."""
        call_command(
            "import_people", self.scheme.slug, self.world.lists[kind], "--kind", kind, "--apply", stdout=Nothing()
        )


class Nothing:
    """Where the command's words go."""

    def write(self, words: str) -> None:
        """Nobody reads them."""
