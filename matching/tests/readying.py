"""Brings a volunteer and a young person to where they may be proposed, each step by its own action.

Does only what is missing, so that it works on the bare cast and on the whole world.
"""

from datetime import timedelta

from django.utils import timezone

from matching.pairing import actions as pairing
from safeguarding.consent.actions import consent_ask, consent_give
from safeguarding.consent.queries import consent_missing
from safeguarding.risk.actions import risk_assessment_approve, risk_assessment_write
from safeguarding.vetting.actions import check_decide, check_receive, check_request
from safeguarding.vetting.queries import clearance_one
from schemes.people.actions import volunteer_edit, volunteer_move, young_person_edit, young_person_move
from schemes.training.models import Attendance, Course, Module, SuitabilityReview, TrainingSession

WAY = ["applied", "interviewing", "vetting", "training", "suitability", "approved"]
CHECKS = ["identity", "reference", "reference", "criminal-record", "self-declaration"]


def mentor_ready(world, volunteer, **fields):
    """An approved, checked, trained mentor with a supervisor who has signed the role statement."""
    today = timezone.localdate()
    if not clearance_one(volunteer, today).is_clear:
        for kind in CHECKS:
            check_clear(world, volunteer, kind)
    if not volunteer.suitability_reviews.filter(outcome="ready").exists():
        trained(world, volunteer)
        volunteer.suitability_reviews.create(
            outcome=SuitabilityReview.Outcome.READY, reasons="Warm, steady, keeps to agreements.",
            first_by=world.coordinator, second_by=world.lead, second_at=timezone.now(),
        )  # fmt: skip
    changes = {"supervisor": world.supervisor, "role_statement_signed_on": today, **fields}
    volunteer = volunteer_edit(volunteer=volunteer, changes=changes, by=world.coordinator)
    return _walked(volunteer, WAY, volunteer_move, "volunteer", world)


def check_clear(world, volunteer, kind, expires_in=700):
    today = timezone.localdate()
    facts = {"referee_name": "A referee", "referee_email": "referee@example.org"} if kind == "reference" else {}
    check = check_request(
        volunteer=volunteer, kind=kind, requested_on=today - timedelta(days=30), by=world.coordinator, **facts
    )
    check = check_receive(
        check=check, received_on=today - timedelta(days=10), issued_on=today - timedelta(days=12),
        number="001234567890" if kind == "criminal-record" else "", by=world.coordinator,
    )  # fmt: skip
    ends = None if kind == "reference" else today + timedelta(days=expires_in)
    return check_decide(check=check, decision="clear", decided_on=today, expires_on=ends, by=world.coordinator)


def trained(world, volunteer) -> None:
    course, _ = Course.objects.get_or_create(scheme=world.scheme, title="Becoming a mentor")
    for topic in ("boundaries", "confidentiality", "safeguarding"):
        module, _ = Module.objects.get_or_create(course=course, topic=topic, defaults={"hours": 4, "is_required": True})
        session, _ = TrainingSession.objects.get_or_create(
            scheme=world.scheme, module=module, place="Library",
            defaults={"starts_at": timezone.now() - timedelta(days=20)},
        )  # fmt: skip
        Attendance.objects.get_or_create(session=session, volunteer=volunteer, defaults={"outcome": "attended"})


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


def proposed(world, volunteer, young_person):
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
        mentee_signed_at=now, mentor_signed_at=now, co_ordinator_signed_at=now,
    )  # fmt: skip
    match.volunteer.supervisions.create(
        scheme=world.scheme, supervisor=world.supervisor, planned_at=now + timedelta(days=14)
    )
    return match


def together(world, volunteer, young_person):
    """The whole way to a pair who have met."""
    match = accepted(world, proposed(world, volunteer, young_person))
    match = pairing.match_introduce(match=may_be_introduced(world, match), by=world.coordinator)
    return pairing.match_activate(match=match, by=world.coordinator)
