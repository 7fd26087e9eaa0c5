"""What this room adds to the cast: who is cleared, who agreed, what worries whom. All of it by actions."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from mentoring.audit.actions import audit_record
from safeguarding.complaints.actions import complaint_answer, complaint_make, complaint_take_on
from safeguarding.concerns.absences.actions import absence_plan
from safeguarding.concerns.actions import concern_acknowledge, concern_raise, concern_subject_add, hold_place
from safeguarding.concerns.deciding.actions import concern_refer
from safeguarding.concerns.grants.actions import concern_grant
from safeguarding.consent.actions import consent_ask, consent_give
from safeguarding.contact.actions import contact_say
from safeguarding.erasure.actions import erasure_ask, legal_hold_place
from safeguarding.records.actions import access_ask, correction_ask
from safeguarding.risk.actions import risk_assessment_write
from safeguarding.trail.unusual.queries import worth_asking, worth_asking_leads
from safeguarding.trail.unusual.rules import TAKEN_LEAST
from safeguarding.vetting.actions import check_decide, check_receive, check_request, risk_decision_record
from safeguarding.vetting.exempting.actions import vetting_exemption_ask
from safeguarding.vetting.needing.actions import vetting_need_decide
from safeguarding.vetting.needing.queries import answers_usual, need_holding
from safeguarding.vetting.references.actions import reference_ask
from safeguarding.visits.actions import visit_start
from schemes.people.models import Membership

LEVEL = "enhanced-child"
NEEDED = ("identity", "reference", "reference", "criminal-record", "self-declaration")


def need_decided(volunteer, *, by):
    """Worked out as is usual in the scheme; once is enough."""
    answers = answers_usual(volunteer.scheme)
    return need_holding(volunteer) or vetting_need_decide(volunteer=volunteer, answers=answers, by=by)


def clear(volunteer, *, by, today, expires_on=None) -> None:
    """Every check that is needed, decided clear, at the level that the usual answers ask for."""
    need_decided(volunteer, by=by)
    for kind in NEEDED:
        check = check_request(
            volunteer=volunteer,
            kind=kind,
            level=LEVEL if kind == "criminal-record" else "",
            requested_on=today - timedelta(days=30),
            by=by,
        )
        check = check_receive(check=check, received_on=today - timedelta(days=20), by=by)
        check_decide(check=check, decision="clear", decided_on=today - timedelta(days=18), expires_on=expires_on, by=by)


def build(world) -> None:
    today = timezone.localdate()
    world.check = check_request(
        volunteer=world.uncleared_volunteer, kind="criminal-record", requested_on=today, by=world.coordinator
    )
    asked = check_request(
        volunteer=world.uncleared_volunteer, kind="reference", requested_on=today, referee_name="Priya Shah",
        referee_email="priya@cast.example", by=world.coordinator,
    )  # fmt: skip
    world.reference, world.reference_token = reference_ask(check=asked, by=world.coordinator)
    world.vetting_exemption = vetting_exemption_ask(
        volunteer=world.uncleared_volunteer, kind="reference", reason="Goes along with Zofia meanwhile",
        ends_on=today + timedelta(days=14), by=world.coordinator,
    )  # fmt: skip
    world.vetting_need = need_decided(world.uncleared_volunteer, by=world.coordinator)
    world.risk_decision = risk_decision_record(
        volunteer=world.uncleared_volunteer,
        disclosed="A caution from long ago",
        decided="Talk it over, then decide",
        by=world.lead,
    )
    consent = consent_ask(young_person=world.young_person, kind="own", asked_on=today, by=world.coordinator)
    world.consent = consent_give(consent=consent, given_on=today, given_by="Jay", how="in person", by=world.coordinator)
    world.risk = risk_assessment_write(
        pair_key=uuid4(),
        volunteer=world.peer_volunteer,
        young_person=world.young_person,
        mentor_side="Old friends live near by",
        young_person_side="Late buses",
        meeting_safely="The library, by day",
        review_on=today + timedelta(days=90),
        by=world.coordinator,
    )
    build_concerns(world)
    build_complaints(world)
    world.access_request = access_ask(scheme=world.scheme, user=world.mentor, by=world.mentor)
    world.correction = correction_ask(scheme=world.scheme, about="My street", words="I moved in May.", by=world.mentor)
    build_safety(world)
    build_looks(world)
    world.erasure = erasure_ask(scheme=world.scheme, user=world.peer, by=world.peer)
    held = {"user": world.peer, "reason": "A claim is made", "review_on": today + timedelta(days=60)}
    world.legal_hold = legal_hold_place(scheme=world.scheme, **held, by=world.lead)


def build_concerns(world) -> None:
    """One that the mentor raised about another mentor, which the supervisor may read; one about the co-ordinator."""
    world.concern = concern_raise(scheme=world.scheme, happened="Shouted in the hall", by=world.mentor)
    concern_subject_add(concern=world.concern, volunteer=world.uncleared_volunteer, by=world.lead)
    membership = Membership.objects.get(scheme=world.scheme, user=world.supervisor, ended_at=None)
    world.concern_grant = concern_grant(
        concern=world.concern,
        membership=membership,
        reason="supervises the two of them",
        ends_at=timezone.now() + timedelta(days=7),
        by=world.lead,
    )
    world.hold = hold_place(volunteer=world.uncleared_volunteer, concern=world.concern, by=world.lead)
    world.concern_referred = concern_raise(scheme=world.scheme, happened="Sleeps on a floor", by=world.mentor)
    concern_acknowledge(concern=world.concern_referred, by=world.lead)
    world.referral = concern_refer(
        concern=world.concern_referred, to="adults", to_whom="Duty", referred_at=timezone.now(), by=world.lead
    )
    world.lead_absence = absence_plan(
        scheme=world.scheme, lead=world.lead, from_on=timezone.localdate() + timedelta(days=40),
        to_on=timezone.localdate() + timedelta(days=41), by=world.manager,
    )  # fmt: skip
    world.concern_about_coordinator = concern_raise(
        scheme=world.scheme, happened="Told my address to a friend", about_users=[world.coordinator], by=world.mentee
    )


def build_safety(world) -> None:
    """Zofia is out with Jay, whose letters somebody else opens."""
    world.visit = visit_start(
        scheme=world.scheme, kind="home", where="At home", with_whom="Jay", phone="07700 900123",
        back_by=timezone.now() + timedelta(hours=2), by=world.mentor,
    )  # fmt: skip
    contact_say(young_person=world.young_person, unsafe_ways=["post"], instead="Text before six", by=world.coordinator)


def build_looks(world) -> None:
    """A trainer took more copies in a day than anybody does, a supervisor of what managers do not read."""
    for _ in range(TAKEN_LEAST):
        audit_record(verb="list.downloaded", subject=world.scheme, scheme=world.scheme, by=world.trainer)
        audit_record(verb="concern.printed", subject=world.concern, scheme=world.scheme, by=world.supervisor)
    now = timezone.now()
    world.look_key = worth_asking(world.actor(world.manager), [world.scheme.pk], now)[0].key
    world.look_key_lead = worth_asking_leads(world.actor(world.lead), [world.scheme.pk], now)[0].key


def build_complaints(world) -> None:
    """One that no co-ordinator reads, waiting; one that was answered, for the young person to say how that is."""
    said = {"scheme": world.scheme, "by": world.mentee}
    world.complaint = complaint_make(wants="complaint", words="Dee read my letter aloud", **said)
    answered = complaint_make(wants="review", words="We have nothing to talk about", **said)
    complaint_take_on(complaint=answered, by=world.manager)
    world.complaint_answered = complaint_answer(
        complaint=answered, words="We will look for somebody who likes football.", by=world.manager
    )
