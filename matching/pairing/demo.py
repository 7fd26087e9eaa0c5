"""The demo's pairs: some together for months, some on their way, some still to be chosen; each past the real gate."""

from datetime import timedelta

from django.utils import timezone

from matching.pairing import actions
from matching.pairing.meetings.actions import meeting_ask, meeting_plan, meeting_record
from matching.pairing.meetings.checklist import FIRST_MEETING
from matching.pairing.models import Match
from matching.pairing.proposals import proposals_for, score_for
from matching.relationships.agreements.demo import agreement_made
from matching.supervision.actions import supervision_plan
from mentoring.transitions import Refused
from safeguarding.risk.actions import risk_assessment_approve, risk_assessment_write
from schemes.people.actions import young_person_edit

#: How many days ago each pair who are together were introduced.
TOGETHER_SINCE = (400, 330, 260, 190, 150, 110, 75, 40, 12)
#: Jay and Zofia, the two whose accounts the demo opens; and the days from proposal to introduction.
JAY_AND_ZOFIA, PROPOSED_BEFORE = 110, 30
#: How far the pairs on their way have come, with the days since the last step.
ON_THE_WAY = (
    ("introduced", 2),
    ("accepted", 6),
    ("meets", 3),
    ("shared", 9),
    ("shared", 4),
    ("picked", 5),
    ("proposed", 2),
)
RISK = {
    "mentor_side": "First time as a mentor; tends to say yes to everything. Supervision talks about limits.",
    "young_person_side": "Late buses on the way home; big groups are hard. They said what helps.",
    "meeting_safely": "The library or a café by day. Each texts when home. Dee knows the plan.",
}


def pairs_load(stage) -> None:
    """Pairs of every scheme of the demo; leaves those who are together on the stage."""
    for scheme in stage.schemes.values():
        PairStager(stage, scheme).load()


class PairStager:
    """Knows the scheme and who acts; what the gate refuses is left out, as in life."""

    def __init__(self, stage, scheme):
        self.stage, self.scheme, self.users = stage, scheme, stage.users
        self.by = stage.users["coordinator"]

    def load(self) -> None:
        for days in TOGETHER_SINCE:
            self._together(days, self._pick(days + PROPOSED_BEFORE, first=days == JAY_AND_ZOFIA))
        for how_far, days in ON_THE_WAY:
            self._on_the_way(how_far, days, self._pick(days + (PROPOSED_BEFORE if how_far == "introduced" else 8)))

    def _pick(self, days, *, first=False):
        """The best proposal, on that day, for whoever had waited longest by then; the demo's own two at their turn."""
        day = self.stage.day(days)
        mentee, mentor = self.users["mentee"].pk, self.users["mentor"].pk
        with self.stage.on(day):
            rows = [
                (row.young_person, proposal.volunteer)
                for row in proposals_for(self.scheme, day)
                if row.waited_by(day) and not row.young_person.open_proposals
                for proposal in row.proposals
                if (row.young_person.user_id == mentee) == (proposal.volunteer.user_id == mentor) == first
                if self._approved_by(proposal.volunteer, day)
            ]
        return rows[0] if rows else None

    def _approved_by(self, volunteer, day) -> bool:
        return volunteer.state_changes.filter(to_state="approved", created_at__date__lte=day).exists()

    def _proposed(self, days, young_person, volunteer) -> Match | None:
        with self.stage.on(self.stage.day(days)):
            today = timezone.localdate()
            young_person_edit(young_person=young_person, changes={"still_wants_mentor_on": today}, by=self.by)
            found = score_for(self.scheme, volunteer=volunteer, young_person=young_person, today=today)
            try:
                return actions.match_propose(
                    scheme=self.scheme, volunteer=volunteer, young_person=young_person, **found, by=self.by
                )
            except Refused:
                return None

    def _answered(self, match, days, *, mentor=True) -> Match:
        with self.stage.on(self.stage.day(days + 5)):
            match = actions.match_share_profiles(match=match, by=self.by)
            actions.technique_log(match=match, kind="interview", used_on=timezone.localdate(), by=self.by)
        with self.stage.on(self.stage.day(days + 3)):
            match = actions.match_mentee_answer(match=match, answer="yes", by=match.young_person.user or self.by)
        if mentor:
            with self.stage.on(self.stage.day(days)):
                match = actions.match_mentor_answer(match=match, answer="yes", by=match.volunteer.user or self.by)
        return match

    def _together(self, days, pair) -> None:
        match = self._proposed(days + PROPOSED_BEFORE, *pair) if pair else None
        match = self._introduced(match, days) if match else None
        if match is None:
            return
        with self.stage.on(self.stage.day(max(days - 7, 0))):
            meeting_record(
                match=match, outcome="held", met_at=timezone.now(), talked_about=[*FIRST_MEETING], by=self.by
            )  # fmt: skip
            match.refresh_from_db()
            self.stage.matches.append(match)

    def _introduced(self, match, days) -> Match | None:
        match = self._answered(match, days + 20)
        with self.stage.on(self.stage.day(days + 12)):
            self._assess(match)
        with self.stage.on(self.stage.day(days)):
            self._sign(match)
            try:
                return actions.match_introduce(match=match, by=self.by)
            except Refused:
                return None

    def _meeting_planned(self, match) -> None:
        """Two who were introduced lately have a time for their first meeting, three days from now."""
        at = timezone.localtime().replace(hour=16, minute=0, second=0, microsecond=0) + timedelta(days=3)
        meeting_plan(
            match=match, planned_at=at, place_kind="public", place="Central library, the tables by the window",
            staff=self.by, by=self.by,
        )  # fmt: skip

    def _assess(self, match) -> None:
        risk = risk_assessment_write(
            pair_key=match.pk, volunteer=match.volunteer, young_person=match.young_person, **RISK,
            review_on=timezone.localdate() + timedelta(days=365), by=self.by,
        )  # fmt: skip
        risk_assessment_approve(risk=risk, by=self.users["lead"])

    def _sign(self, match) -> None:
        agreement_made(match, self.by)
        supervision_plan(
            volunteers=[match.volunteer],
            supervisor=match.volunteer.supervisor or self.users["supervisor"],
            planned_at=timezone.now() + timedelta(days=14),
            by=self.by,
        )

    def _on_the_way(self, how_far, days, pair) -> None:
        before = PROPOSED_BEFORE if how_far == "introduced" else 8
        match = self._proposed(days + before, *pair) if pair else None
        if match is None or how_far == "proposed":
            return
        if how_far == "introduced":
            if match := self._introduced(match, days):
                self._meeting_planned(match)
            return
        if how_far in ("shared", "meets"):
            with self.stage.on(self.stage.day(days)):
                match = actions.match_share_profiles(match=match, by=self.by)
                if how_far == "meets":
                    meeting_ask(match=match, by=match.young_person.user or self.by)
            return
        self._answered(match, days, mentor=how_far == "accepted")
