"""A scheme of mentors and young people who may be matched, with all that the gate asks of them. Runs in Django."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from bench.many_rows import copies, key_of, settle
from matching.models import Profile
from matching.pairing.engine.known import Known
from matching.pairing.engine.packing import PURPOSE, TAGGED
from matching.pairing.engine.places import places_of
from matching.pairing.engine.tags import tags_of
from matching.pairing.facts import Facts
from matching.pairing.models import traits_kept
from matching.pairing.queries import mentors_offering, people_waiting, rows_waiting
from mentoring.accounts.models import User
from mentoring.fields import unseal_bytes
from safeguarding.models import Consent, VettingCheck
from safeguarding.tests.world import LEVEL, need_decided
from schemes.models import Attendance, Scheme, SuitabilityReview, TrainingSession, Volunteer, YoungPerson
from schemes.people.actions import membership_grant
from schemes.people.choices import FREE_TIMES, INTERESTS, STRENGTHS
from schemes.people.models import YoungPersonStateChange
from schemes.planning.actions import scheme_start
from schemes.training.actions import course_add, module_add, training_session_add

WHO, SERIES = "coordinator@bench.example", 40
OUTCODES = [f"S{number}" for number in (1, 2, 3, 5, 6, 8, 10, 11, 60, 70)]


def make(*, people: int) -> None:
    """So many approved mentors, cleared and trained, and as many young people who agreed and wait."""
    by = User.objects.make(email=WHO, name="Dee Parker", password="seventeen steps")
    lead = User.objects.make(email="lead@bench.example", name="Sam Lead", password="seventeen steps")
    scheme = scheme_start(name="Matching", slug="matching", by=by)
    for user, role in ((by, "coordinator"), (lead, "lead")):
        membership_grant(scheme=scheme, user=user, role=role, by=by)
    add_mentors(scheme, people, by, lead)
    add_young_people(scheme, people, by)
    vary(scheme)
    settle()


def add_mentors(scheme, people: int, by, lead) -> None:
    """One who has everything, by the actions' own rows, and copies."""
    today = timezone.localdate()
    first = Volunteer.objects.create(
        scheme=scheme, name="Robin Mentor", state="approved", born_on=date(today.year - 40, 1, 1), area="Sheffield",
        motivation="Somebody gave me time.", supervisor=by, role_statement_signed_on=today,
    )  # fmt: skip
    more, volunteer_id = people - 1, key_of(SERIES)
    copies(first, more, series=SERIES, ref=f"'B{SERIES}-' || n", name="'Robin' || n || ' Mentor'")
    copies(need_decided(first, by=by), more, series=SERIES + 1, volunteer_id=volunteer_id)
    good = {"received_on": today, "decision": "clear", "decided_by": by, "decided_on": today}
    for place, kind in enumerate(("identity", "reference", "reference", "criminal-record", "self-declaration")):
        level = LEVEL if kind == "criminal-record" else ""
        check = VettingCheck.objects.create(volunteer=first, kind=kind, level=level, requested_on=today, **good)
        copies(check, more, series=SERIES + 2 + place, volunteer_id=volunteer_id)
    signed = {"first_by": by, "second_by": lead, "second_at": timezone.now()}
    review = SuitabilityReview.objects.create(volunteer=first, outcome="ready", reasons="Steady.", **signed)
    copies(review, more, series=SERIES + 7, volunteer_id=volunteer_id)
    add_training(scheme, first, more, by)
    copies(_profile(volunteer=first), more, series=SERIES + 11, volunteer_id=volunteer_id)


def add_training(scheme, first, more: int, by) -> None:
    course = course_add(scheme=scheme, title="Becoming a mentor", by=by)
    for place, topic in enumerate(("boundaries", "confidentiality", "safeguarding")):
        module = module_add(course=course, topic=topic, hours=Decimal(4), is_required=True, by=by)
        training_session_add(module=module, starts_at=timezone.now() - timedelta(weeks=9), place="Town hall", by=by)
        held = TrainingSession.objects.get(module=module)
        came = Attendance.objects.create(session=held, volunteer=first, outcome="attended")
        copies(came, more, series=SERIES + 8 + place, volunteer_id=key_of(SERIES))


def add_young_people(scheme, people: int, by) -> None:
    today = timezone.localdate()
    first = YoungPerson.objects.create(
        scheme=scheme, name="Kit Young", state="waiting", born_on=date(today.year - 19, 1, 1), area="Sheffield",
        care_status="former-relevant", mentor_kind="either", still_wants_mentor_on=today, about_me="I like cooking.",
        why_now="My new flat is quiet.", mentor_wish="Somebody calm.",
    )  # fmt: skip
    more, young_person_id = people - 1, key_of(SERIES + 20)
    copies(first, more, series=SERIES + 20, ref=f"'B{SERIES + 20}-' || n", name="'Kit' || n || ' Young'")
    change = YoungPersonStateChange.objects.create(young_person=first, to_state="waiting", by=by)
    copies(change, more, series=SERIES + 21, young_person_id=young_person_id)
    said = {"asked_on": today, "given_on": today, "given_by": "They", "how": "in person", "recorded_by": by}
    consent = Consent.objects.create(young_person=first, kind="own", **said)
    copies(consent, more, series=SERIES + 22, young_person_id=young_person_id)
    copies(_profile(young_person=first), more, series=SERIES + 23, young_person_id=young_person_id)


def _profile(**person) -> Profile:
    return Profile.objects.create(**person, communities=["Deaf"], months=12, knows_about=["leaving care"])


def vary(scheme) -> None:
    """Everybody's own tastes, times and part of the town."""
    dice = Random(1)
    for model, wish in ((Volunteer, "strengths"), (YoungPerson, "wants_help_with")):
        people = list(model.objects.filter(scheme=scheme).order_by("ref").only("pk"))
        for one in people:
            one.interests, one.languages = dice.sample(INTERESTS, 4), dice.sample(("English", "Polish", "Urdu"), 2)
            one.free_times, one.outcode = dice.sample(FREE_TIMES, 5), dice.choice(OUTCODES)
            setattr(one, wish, dice.sample(STRENGTHS, 3))
        model.objects.bulk_update(people, ["interests", "languages", "free_times", "outcode", wish], batch_size=200)


def scheme() -> Scheme:
    return Scheme.objects.get(slug="matching")


def people_in_columns():
    """What is kept of everybody, in the order in which matching takes them, and the arrays the engine works on."""
    everybody = mentors_offering(scheme()), rows_waiting(scheme())
    kept = [people.values_list(traits_kept(), flat=True) for people in everybody]
    mentors, mentees = (Known(unseal_bytes(each, PURPOSE)) for each in kept)
    return [tags_of(mentors.words(key), mentees.words(key)) for key in TAGGED], places_of(mentors, mentees)


def people_in_records():
    """Records with their profiles, as pages load them."""
    mentors = list(mentors_offering(scheme()).select_related("supervisor").prefetch_related("pairing_profile"))
    return mentors, list(people_waiting(scheme()).prefetch_related("pairing_profile"))


def facts_of(mentors, young_people) -> list[bool]:
    """The gate's facts as they were gathered before: for records, all of each person's."""
    facts = Facts(scheme(), mentors, young_people, timezone.localdate())
    known = [facts.of_mentor(one) for one in mentors], [facts.of_mentee(one) for one in young_people]
    return [bool(one) for side in known for one in side]
