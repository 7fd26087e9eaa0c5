"""Brings a volunteer and a young person to where they may be proposed, each step by its own action.

Does only what is missing, so that it works on the bare cast and on the whole world.
"""

from datetime import time, timedelta

from django.utils import timezone

from matching.pairing import actions as pairing
from matching.pairing.meetings.actions import meeting_record
from matching.pairing.meetings.checklist import FIRST_MEETING
from matching.pairing.queries import mentor_preview
from safeguarding.consent.actions import consent_ask, consent_give
from safeguarding.consent.queries import consent_missing
from safeguarding.risk.actions import risk_assessment_approve, risk_assessment_write
from safeguarding.tests.world import LEVEL, need_decided
from safeguarding.vetting.actions import check_decide, check_receive, check_request
from safeguarding.vetting.queries import clearance_one
from schemes.people.actions import volunteer_edit, volunteer_move, young_person_edit, young_person_move
from schemes.recruitment.actions import interview_record
from schemes.recruitment.criteria import CRITERIA
from schemes.tests.people.joining_world import write_history
from schemes.training.actions import (
    attendance_book,
    attendance_mark,
    course_add,
    module_add,
    suitability_review_confirm,
    suitability_review_write,
    training_session_add,
)
from schemes.training.models import TrainingSession
from schemes.training.peer_readiness import answered

WAY = ["applied", "interviewing", "vetting", "training", "suitability"]
CHECKS = ["identity", "reference", "reference", "criminal-record", "self-declaration"]


def mentor_ready(world, volunteer, **fields):
    """An approved, checked, trained mentor with a supervisor who has signed the role statement."""
    today = timezone.localdate()
    if not clearance_one(volunteer, today).is_clear:
        need_decided(volunteer, by=world.coordinator)
        for kind in CHECKS:
            check_clear(world, volunteer, kind)
    volunteer.refresh_from_db()
    signed = {"supervisor": world.supervisor, "role_statement_signed_on": today}
    volunteer = volunteer_edit(volunteer=volunteer, changes=signed, by=world.coordinator)
    if volunteer.state != "approved":
        trained(world, volunteer)
        volunteer = _to_the_review(world, volunteer)
        review = suitability_review_write(
            volunteer=volunteer, outcome="ready", reasons="Warm, steady, keeps to agreements.",
            peer_answers=answered("Settled for years now."), by=world.coordinator,
        )  # fmt: skip
        volunteer = suitability_review_confirm(review=review, by=world.lead)
    return volunteer_edit(volunteer=volunteer, changes=fields, by=world.coordinator)


def _to_the_review(world, volunteer):
    write_history(volunteer, world.coordinator)
    volunteer = _walked(volunteer, WAY[:2], volunteer_move, "volunteer", world)
    if volunteer.state == "interviewing":
        scores = dict.fromkeys(CRITERIA, 4)
        interview_record(
            volunteer=volunteer, held_on=timezone.localdate(), second_interviewer="Pat Quill", first_scores=scores,
            second_scores=scores, outcome="go-on", by=world.coordinator,
        )  # fmt: skip
        volunteer.refresh_from_db()
    return _walked(volunteer, WAY[3:], volunteer_move, "volunteer", world)


def check_clear(world, volunteer, kind, expires_in=700):
    today = timezone.localdate()
    referee = {"referee_name": "A referee", "referee_email": f"referee{volunteer.checks.count()}@example.org"}
    facts = referee if kind == "reference" else {}
    check = check_request(
        volunteer=volunteer,
        kind=kind,
        requested_on=today - timedelta(days=30),
        by=world.coordinator,
        level=LEVEL if kind == "criminal-record" else "",
        **facts,
    )
    check = check_receive(
        check=check, received_on=today - timedelta(days=10), issued_on=today - timedelta(days=12),
        number="001234567890" if kind == "criminal-record" else "", by=world.coordinator,
    )  # fmt: skip
    ends = None if kind == "reference" else today + timedelta(days=expires_in)
    return check_decide(check=check, decision="clear", decided_on=today, expires_on=ends, by=world.coordinator)


def trained(world, volunteer) -> None:
    """Came to three sessions of four hours; the course is made when it is needed first."""
    for session in list(TrainingSession.objects.filter(scheme=world.scheme)) or _course(world):
        attendance_book(session=session, volunteers=[volunteer], by=world.coordinator)
        place = session.attendances.get(volunteer=volunteer)
        attendance_mark(session=session, outcomes={place.pk: "attended"}, by=world.trainer)


def _course(world) -> list:
    course = course_add(scheme=world.scheme, title="Becoming a mentor", by=world.coordinator)
    modules = [
        module_add(course=course, topic=topic, hours=4, is_required=True, by=world.coordinator)
        for topic in ("boundaries", "confidentiality", "safeguarding")
    ]
    held = timezone.now() - timedelta(days=20)
    return [
        training_session_add(
            module=module, starts_at=held, place="Library", trainer=world.trainer, by=world.coordinator
        )
        for module in modules
    ]


def mentee_ready(world, young_person, **fields):
    """A young person who agreed, chose, and waits for a mentor."""
    today = timezone.localdate()
    if consent_missing(young_person, world.scheme, today):
        consent = consent_ask(young_person=young_person, kind="own", asked_on=today, by=world.coordinator)
        consent_give(consent=consent, given_on=today, given_by=young_person.name, how="in person", by=world.coordinator)
    changes = {"still_wants_mentor_on": today, "care_status": "former-relevant", **fields}
    young_person = young_person_edit(young_person=young_person, changes=changes, by=world.coordinator)
    return _walked(young_person, ["contacted", "met", "waiting"], young_person_move, "young_person", world)


def _walked(person, way, move, name, world):
    done = {change.to_state for change in person.state_changes.all()}
    for state in way:
        if state not in done:
            person = move(**{name: person}, to=state, by=world.coordinator)
    return person


def said_yes(volunteer, by):
    """To the words as they stand now."""
    volunteer = type(volunteer).objects.get(pk=volunteer.pk)
    read = mentor_preview(volunteer, timezone.localdate()).mark
    return pairing.profile_show_agree(volunteer=volunteer, read=read, by=by)


def proposed(world, volunteer, young_person):
    """The mentor has looked at what is shown of them, and said yes."""
    said_yes(volunteer, by=volunteer.user or world.coordinator)
    return pairing.match_propose(
        scheme=world.scheme, volunteer=volunteer, young_person=young_person, by=world.coordinator
    )


def accepted(world, match):
    """Both read the profiles and said yes."""
    match = pairing.match_share_profiles(match=match, by=world.coordinator)
    match = pairing.match_mentee_answer(match=match, answer="yes", by=match.young_person.user or world.coordinator)
    return pairing.match_mentor_answer(match=match, answer="yes", by=match.volunteer.user or world.coordinator)


def may_be_introduced(world, match):
    """Risk assessed and approved by the lead, agreement signed by all three, supervision planned."""
    risk = risk_assessment_write(
        pair_key=match.pk, volunteer=match.volunteer, young_person=match.young_person, mentor_side="Far away.",
        young_person_side="Shy at first.", meeting_safely="In the library, by day.",
        review_on=timezone.localdate() + timedelta(days=180), by=world.coordinator,
    )  # fmt: skip
    risk_assessment_approve(risk=risk, by=world.lead)
    now = timezone.now()
    match.agreements.create(
        when_where="Thursdays, library", channels="Texts before 8 pm", boundaries="No money", when_worried="Ring Dee",
        writes_here=True, contact_from=time(0), contact_until=time(23, 59, 59),
        mentee_signed_at=now, mentor_signed_at=now, co_ordinator_signed_at=now,
    )  # fmt: skip
    match.volunteer.supervisions.create(
        scheme=world.scheme, supervisor=world.supervisor, planned_at=now + timedelta(days=14)
    )
    return match


def introduced(world, volunteer, young_person):
    """Past the whole gate; they have not met yet."""
    match = accepted(world, proposed(world, volunteer, young_person))
    return pairing.match_introduce(match=may_be_introduced(world, match), by=world.coordinator)


def together(world, volunteer, young_person):
    """The whole way to a pair who have met."""
    return have_met(world, introduced(world, volunteer, young_person))


def have_met(world, match):
    """The first meeting was held, with the co-ordinator there."""
    meeting_record(
        match=match, outcome="held", met_at=timezone.now(), talked_about=[*FIRST_MEETING], by=world.coordinator
    )
    match.refresh_from_db()
    return match
