"""Two people at once (issue "Matching", done when 2): places, one mentor at a time, and the gate hold at the commit.

Two connections race, or one begins while the other has not committed; what is there afterwards is what one after the
other would have left. On SQLite the write transaction is the lock, on PostgreSQL the rows held in one order are
(`matching.pairing.actions.holding`). Why no constraint counts a mentor's places: docs/decisions/0016.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.utils import timezone

from matching.models import Match
from matching.pairing import actions
from matching.pairing.states import ON_THE_WAY
from matching.relationships.agreements.actions import agreement_ask_change
from matching.supervision.actions import supervision_record
from matching.tests.pairing.gate_oracle import PLACES, closed_to_introduce
from matching.tests.pairing.pairing_world import mentor, shared, young
from matching.tests.readying import accepted, may_be_introduced, mentee_ready, mentor_ready, proposed
from mentoring.tests.kept import kept
from mentoring.transitions import Refused
from safeguarding.concerns.actions import hold_place
from safeguarding.consent.actions import consent_take_back
from safeguarding.risk.actions import risk_assessment_write
from safeguarding.vetting.actions import check_decide, check_receive, check_request
from safeguarding.vetting.needing.actions import vetting_need_decide
from safeguarding.vetting.needing.queries import answers_usual
from schemes.people.actions import membership_end, volunteer_edit, volunteer_move, young_person_edit
from schemes.people.models import Membership
from schemes.planning.actions import scheme_edit
from schemes.planning.models import Scheme
from schemes.recruitment.history.actions import history_keep
from schemes.training.actions import attendance_mark, module_add, module_edit, training_standard_set
from schemes.training.models import Module

pytestmark = pytest.mark.django_db(transaction=True)
NOT_YET_COMMITTED = 0.4  # seconds: long enough for the other one to run into the lock


@kept
def pair(cast):
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)


def at_once(*presses: Callable[[], object]) -> list[bool]:
    """Each in a connection of its own, let go at the same moment; which of them were done, which refused."""
    gate = Barrier(len(presses))

    def press(act) -> bool:
        gate.wait(timeout=20)
        return alone(act)

    with ThreadPoolExecutor(len(presses)) as people:
        return list(people.map(press, presses))


def alone(act: Callable[[], object]) -> bool:
    """In this thread's own connection; a refusal is an answer."""
    try:
        act()
    except Refused:
        return False
    finally:
        connection.close()
    return True


def ready_to_meet(world) -> Match:
    """A pair who may be introduced this moment."""
    lives = young_person_edit(young_person=world.young_person, changes={"area": "Leith"}, by=world.coordinator)
    return may_be_introduced(world, accepted(world, proposed(world, world.volunteer, lives)))


def propose(world, volunteer, young_person):
    return lambda: proposed(world, volunteer, young_person)


def introduce(world, match):
    return lambda: actions.match_introduce(match=match, by=world.coordinator)


def test_the_last_place_of_a_mentor_goes_to_one_of_four_young_people(pair):
    """Given one place, when four co-ordinators propose at the same moment, then one pair is there."""
    four = [young(pair, f"Young {number}") for number in range(4)]
    done = at_once(*(propose(pair, pair.volunteer, one) for one in four))
    assert sum(done) == 1
    assert Match.objects.filter(volunteer=pair.volunteer, state__in=PLACES).count() == 1


TRIES = 25


def test_the_last_place_goes_to_one_of_two_however_often_they_try(pair):
    """Given one place, when two co-ordinators propose at the same moment, again and again, then one pair is there each
    time."""
    two = [young(pair, "One"), young(pair, "Other")]
    for turn in range(TRIES):
        first, second = two if turn % 2 else reversed(two)
        done = at_once(propose(pair, pair.volunteer, first), propose(pair, pair.volunteer, second))
        assert sorted(done) == [False, True], turn
        (match,) = Match.objects.filter(volunteer=pair.volunteer, state__in=PLACES)
        actions.match_decline(match=match, by=pair.coordinator)


def test_a_young_person_with_two_who_may_meet_them_gets_one_however_often_it_is_tried(pair):
    """Given two mentors who may both be introduced to one young person, when both are introduced at the same moment,
    again and again, then one is each time."""
    mentors = [volunteer_edit(volunteer=one, changes={"capacity": 9}, by=pair.coordinator) for one in (
        pair.volunteer, mentor(pair, "Second"),
    )]  # fmt: skip
    for turn in range(8):
        person = young(pair, f"Young {turn}")
        matches = [proposed(pair, one, person) for one in mentors]
        for match in matches:
            Match.objects.filter(pk=match.pk).update(state="accepted")
            may_be_introduced(pair, match)
        assert sorted(at_once(*(introduce(pair, match) for match in matches))) == [False, True], turn
        assert person.matches.filter(state="introduced").count() == 1
        left = person.matches.get(state="accepted")
        actions.match_decline(match=left, by=pair.coordinator)


def test_one_pair_proposed_by_two_at_once_is_one_match(pair):
    mentor_of_two = volunteer_edit(volunteer=pair.volunteer, changes={"capacity": 2}, by=pair.coordinator)
    done = at_once(*[propose(pair, mentor_of_two, pair.young_person)] * 2)
    assert sorted(done) == [False, True]
    assert Match.objects.count() == 1


def test_a_place_taken_away_while_it_is_given_is_not_given_twice(pair):
    """Given two places, one taken, when another is proposed while the mentor says one is enough, then nobody who is
    proposed after that has a place too many."""
    volunteer_edit(volunteer=pair.volunteer, changes={"capacity": 2}, by=pair.coordinator)
    proposed(pair, pair.volunteer, pair.young_person)
    other = young(pair, "Other")
    fewer = {"volunteer": pair.volunteer, "changes": {"capacity": 1}, "by": pair.lead}
    at_once(propose(pair, pair.volunteer, other), lambda: volunteer_edit(**fewer))
    with pytest.raises(Refused, match="no place left"):
        proposed(pair, pair.volunteer, young(pair, "Third"))


def test_one_young_person_introduced_twice_at_once_has_one_mentor(pair):
    """Given two mentors who both may be introduced to one young person, then one is."""
    first = proposed(pair, pair.volunteer, pair.young_person)
    second = proposed(pair, mentor(pair, "Second"), pair.young_person)
    for match in (first, second):
        Match.objects.filter(pk=match.pk).update(state="accepted")
        may_be_introduced(pair, match)
    done = at_once(introduce(pair, first), introduce(pair, second))
    assert sorted(done) == [False, True]
    assert sorted(Match.objects.values_list("state", flat=True)) == ["accepted", "introduced"]


def test_the_same_pair_introduced_by_two_at_once_is_introduced_once(pair):
    match = may_be_introduced(pair, accepted(pair, proposed(pair, pair.volunteer, pair.young_person)))
    assert sorted(at_once(*[introduce(pair, match)] * 3)) == [False, False, True]
    assert match.reviews.count() == 1


def taken_back(world, match):
    (consent,) = match.young_person.consents.filter(kind="own")
    consent_take_back(consent=consent, withdrawn_on=timezone.localdate(), by=world.coordinator)


def not_clear(world, match):
    today, by = timezone.localdate(), world.lead
    asked = check_request(volunteer=match.volunteer, kind="identity", requested_on=today, by=by)
    back = check_receive(check=asked, received_on=today, by=by)
    check_decide(check=back, decision="not-clear", decided_on=today, by=by)


def lead_leaves(world, match):
    membership_end(membership=Membership.objects.get(user=world.lead, role="lead"), by=world.manager)


def more_references(world, match):
    scheme = Scheme.objects.get(pk=world.scheme.pk)
    scheme.references_needed = 3
    scheme_edit(scheme=scheme, by=world.manager)


def another_need(world, match):
    less = replace(answers_usual(world.scheme), contact=False)
    vetting_need_decide(volunteer=match.volunteer, answers=less, by=world.lead)


def abroad(world, match):
    today = timezone.localdate()
    stay = {"country": "Norway", "from_on": today - timedelta(days=400), "to_on": today}
    history_keep(volunteer=match.volunteer, spells=[], stays=[stay], by=world.lead)


def risk_anew(world, match):
    risk_assessment_write(
        pair_key=match.pk, volunteer=match.volunteer, young_person=match.young_person, mentor_side="New flat.",
        young_person_side="-", meeting_safely="By day.", review_on=timezone.localdate() + timedelta(days=9),
        by=world.coordinator,
    )  # fmt: skip


def supervision_off(world, match):
    for one in match.volunteer.supervisions.all():
        supervision_record(supervision=one, outcome="called-off", notes={}, by=world.supervisor)


def another_topic(world, match):
    module = Module.objects.get(course__scheme=world.scheme, topic="boundaries")
    module_edit(module=module, changes={"topic": "trauma"}, by=world.trainer)


def register_put_right(world, match):
    for place in match.volunteer.attendances.all():
        attendance_mark(session=place.session, outcomes={place.pk: "missed"}, by=world.trainer)


def needed_topic_added(world, match):
    course = Module.objects.filter(course__scheme=world.scheme).first().course
    module_add(course=course, topic="trust", hours=1, is_required=True, by=world.trainer)


#: what happens while somebody presses "Introduce them"
MEANWHILE = {
    "references": more_references,
    "need": another_need,
    "abroad": abroad,
    "risk-anew": risk_anew,
    "agreement-anew": lambda w, m: agreement_ask_change(match=m, words="Fridays", by=w.coordinator),
    "supervision-off": supervision_off,
    "training-standard": lambda w, m: training_standard_set(
        scheme=w.scheme, programme="mentor", hours=40, topics=[], by=w.manager
    ),
    "topic": another_topic,
    "needed-topic": needed_topic_added,
    "register": register_put_right,
    "conflict": lambda w, m: actions.conflict_declare(
        scheme=w.scheme, volunteer=m.volunteer, young_person=m.young_person, kind="know", by=w.coordinator
    ),
    "hold": lambda w, m: hold_place(volunteer=m.volunteer, by=w.lead),
    "paused": lambda w, m: volunteer_move(volunteer=m.volunteer, to="paused", by=w.lead),
    "consent": taken_back,
    "check": not_clear,
    "no-supervisor": lambda w, m: volunteer_edit(volunteer=m.volunteer, changes={"supervisor": None}, by=w.lead),
    "other-kind": lambda w, m: young_person_edit(
        young_person=m.young_person, changes={"mentor_kind": "peer"}, by=w.lead
    ),
    "not-from": lambda w, m: actions.profile_edit(
        person=m.volunteer, changes={"not_from": [m.young_person.area]}, by=w.lead
    ),
    "lead-leaves": lead_leaves,
}


def beside(first: Callable[[], object], then: Callable[[], object]) -> bool:
    """`then` begins while `first` is done and not committed yet; was it done in the end?"""
    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            first()
            waiting = other.submit(alone, then)
            wait([waiting], timeout=NOT_YET_COMMITTED)
        return waiting.result(timeout=30)


@pytest.mark.parametrize("what", sorted(MEANWHILE))
def test_nobody_is_introduced_past_what_is_being_said(pair, what):
    """Given a pair who may meet, when something that shuts their gate is about to be committed and a co-ordinator
    presses "Introduce them", then the introduction waits for it, and is refused."""
    match = ready_to_meet(pair)
    introduced = beside(lambda: MEANWHILE[what](pair, match), introduce(pair, match))
    match = Match.objects.get(pk=match.pk)
    assert closed_to_introduce(match)
    assert not introduced
    assert match.state in ("accepted", "declined")


@pytest.mark.parametrize("what", sorted(MEANWHILE))
def test_what_is_said_while_two_are_being_introduced_is_kept(pair, what):
    """The other way round: it comes after the introduction, and is not lost."""
    match = ready_to_meet(pair)
    assert beside(introduce(pair, match), lambda: MEANWHILE[what](pair, match))
    match = Match.objects.get(pk=match.pk)
    assert match.state == "introduced"
    assert closed_to_introduce(match), "what was said stands"


def test_answers_that_cross_are_both_heard(pair):
    """Given a profile that both look at, when both answer at the same moment, then both answers count."""
    peer = mentor_ready(pair, pair.peer_volunteer, capacity=9)
    for number, (mine, yours) in enumerate([("yes", "yes"), ("yes", "no"), ("no", "yes")]):
        match = shared(pair, peer, young(pair, f"Young {number}"))
        at_once(
            lambda match=match, mine=mine: actions.match_mentee_answer(match=match, answer=mine, by=pair.coordinator),
            lambda match=match, yours=yours: actions.match_mentor_answer(match=match, answer=yours, by=pair.lead),
        )
        match.refresh_from_db()
        assert match.state == ("accepted" if mine == yours == "yes" else "declined")


def test_a_young_person_on_two_phones_picks_one_mentor(pair):
    """Given two profiles, when they say yes to both at the same moment, then one mentor is picked."""
    matches = [
        shared(pair, one, pair.young_person) for one in (pair.volunteer, mentor_ready(pair, pair.peer_volunteer))
    ]
    done = at_once(
        *(
            lambda match=match: actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
            for match in matches
        )
    )
    assert sorted(done) == [False, True]
    assert Match.objects.filter(mentee_answer="yes", state__in=ON_THE_WAY).count() == 1
