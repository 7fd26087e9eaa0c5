"""From a proposal to two people who are introduced; the gate is the same whatever way the match was made (S12)."""

from datetime import timedelta
from unittest import mock

import pytest
from django.utils import timezone

from matching.endings.actions import ending_review_sign, ending_save, match_end, match_ending_begin
from matching.models import Conflict, Match
from matching.pairing import actions
from matching.pairing.gate import LINES, ONLY_TO_PROPOSE
from matching.pairing.queries import gate_of
from matching.relationships.reviews.rules import full_review_days
from matching.tests.readying import (
    accepted,
    check_clear,
    introduced,
    may_be_introduced,
    mentee_ready,
    mentor_ready,
    proposed,
    together,
)
from mentoring.transitions import Refused
from schemes.people.actions import membership_end, volunteer_edit, volunteer_move, young_person_add, young_person_edit
from schemes.people.models import Membership

PREPARED = {"risk", "agreement", "supervision"}


def another_young_person(world, name="Kit", **fields):
    born_on = timezone.localdate() - timedelta(days=19 * 366)
    person = young_person_add(
        scheme=world.scheme, name=name, born_on=born_on, mentor_kind="either", by=world.coordinator,
        referral={"is_self_referral": True, "received_on": timezone.localdate()}, **fields,
    )  # fmt: skip
    return mentee_ready(world, person)


def shared(world, match):
    return actions.match_share_profiles(match=match, by=world.coordinator)


def test_s12_a_proposed_pair_says_yes_is_assessed_introduced_and_together(pair):
    match = together(pair, pair.volunteer, pair.young_person)
    assert match.state == "active"
    assert match.introduced_on == timezone.localdate()
    states = [change.to_state for change in match.state_changes.all()]
    assert states == ["proposed", "profiles-shared", "accepted", "risk-approved", "introduced", "active"]


def test_l4_the_first_review_has_its_date_from_the_start(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    (review,) = match.reviews.all()
    assert review.due_on == full_review_days(match.introduced_on, [3])[3]


def stop_approved(w, m):
    volunteer_move(volunteer=m.volunteer, to="paused", by=w.coordinator)


def stop_checks(w, m):
    check_clear(w, m.volunteer, "criminal-record", expires_in=700)
    m.volunteer.checks.filter(kind="criminal-record").update(expires_on=timezone.localdate() - timedelta(days=1))


def stop_supervision(w, m):
    volunteer_edit(volunteer=m.volunteer, changes={"supervisor": None}, by=w.coordinator)


def stop_kind(w, m):
    young_person_edit(young_person=m.young_person, changes={"mentor_kind": "peer"}, by=w.coordinator)


def stop_consent(w, m):
    m.young_person.consents.update(withdrawn_on=timezone.localdate())


def stop_hold(w, m):
    m.volunteer.holds.create(scheme=w.scheme, placed_by=w.lead)


def stop_scheme(w, m):
    membership_end(membership=Membership.objects.get(user=w.lead, role="lead"), by=w.manager)


def stop_training(w, m):
    m.volunteer.attendances.filter(session__module__topic="boundaries").update(outcome="missed")


def stop_suitability(w, m):
    m.volunteer.suitability_reviews.update(second_by=None)


def stop_capacity(w, m):
    volunteer_edit(volunteer=m.volunteer, changes={"capacity": 0}, by=w.coordinator)


def stop_wish(w, m):
    young_person_edit(young_person=m.young_person, changes={"still_wants_mentor_on": None}, by=w.coordinator)


def stop_ages(w, m):
    volunteer_edit(volunteer=m.volunteer, changes={"born_on": m.young_person.born_on}, by=w.coordinator)


def stop_conflicts(w, m):
    actions.profile_edit(person=m.young_person, changes={"not_from": ["Leith"]}, by=w.mentee)
    volunteer_edit(volunteer=m.volunteer, changes={"area": "Leith"}, by=w.coordinator)


def stop_set_aside(w, m):
    """No action does this to a pair on its way; records that are merged can bring it about."""
    m.volunteer.set_asides.create(scheme=w.scheme, young_person=m.young_person, reason="Not now", by=w.coordinator)


def stop_role_statement(w, m):
    volunteer_edit(volunteer=m.volunteer, changes={"role_statement_signed_on": None}, by=w.coordinator)


def stop_risk(w, m):
    w.scheme.risk_assessments.update(review_on=timezone.localdate() - timedelta(days=1))


def stop_agreement(w, m):
    m.agreements.update(mentee_signed_at=None)


STOPS = {
    "approved": stop_approved,
    "checks": stop_checks,
    "training": stop_training,
    "suitability": stop_suitability,
    "capacity": stop_capacity,
    "wish": stop_wish,
    "consent": stop_consent,
    "ages": stop_ages,
    "conflicts": stop_conflicts,
    "set-aside": stop_set_aside,
    "kind": stop_kind,
    "risk": stop_risk,
    "role-statement": stop_role_statement,
    "agreement": stop_agreement,
    "supervision": stop_supervision,
    "hold": stop_hold,
    "scheme": stop_scheme,
}


def test_every_line_of_the_gate_is_tried_from_real_records():
    assert set(LINES) - set(STOPS) - ONLY_TO_PROPOSE == {"last-ending"}, "an ending has its own test below"


def test_a_rematch_after_an_unplanned_ending_waits_for_the_signed_review_and_the_wish_said_since(pair):
    """A hurried re-match is the one with known harm (lifecycle.md): both have to be there, either alone refuses."""
    match = together(pair, pair.volunteer, pair.young_person)
    match_ending_begin(match=match, why="Lost touch", by=pair.coordinator)
    letter = {"way": "letter", "planned": "unplanned", "reason": "lost-touch", "letter": "It was good to know you."}
    ending_save(match=match, fields={**letter, "letter_sent_on": timezone.localdate()}, by=pair.coordinator)
    ending = match_end(match=match, by=pair.coordinator).ending
    with mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=10)):
        peer = mentor_ready(pair, pair.peer_volunteer)
        with pytest.raises(Refused, match="nobody has signed what we learned"):
            proposed(pair, peer, pair.young_person)
        ending_review_sign(ending=ending, by=pair.coordinator)
        with pytest.raises(Refused, match="has not said since then"):
            proposed(pair, peer, pair.young_person)
        mentee_ready(pair, pair.young_person)
        assert proposed(pair, peer, pair.young_person).state == "proposed"


@pytest.mark.parametrize("key", sorted(STOPS))
def test_each_line_refuses_the_introduction_computed_from_real_records(pair, key):
    """Given a pair who may be introduced, when one fact changes, then that line refuses and nothing is changed."""
    match = may_be_introduced(pair, accepted(pair, proposed(pair, pair.volunteer, pair.young_person)))
    STOPS[key](pair, match)
    match = Match.objects.get(pk=match.pk)
    assert [line.key for line in gate_of(match, timezone.localdate()) if not line.ok] == [key]
    with pytest.raises(Refused):
        actions.match_introduce(match=match, by=pair.coordinator)
    assert Match.objects.get(pk=match.pk).state == "accepted"


def test_a_pair_made_by_hand_meets_the_same_gate(cast):
    """Nobody on the bare cast is ready, and being chosen by hand changes nothing about it."""
    with pytest.raises(Refused) as refused:
        proposed(cast, cast.uncleared_volunteer, cast.young_person)
    assert "Una is not approved as a mentor yet." in str(refused.value)
    assert not Match.objects.exists()


def test_a_mentors_one_place_is_taken_by_a_proposal(pair):
    kit = another_young_person(pair)
    proposed(pair, pair.volunteer, pair.young_person)
    with pytest.raises(Refused, match="no place left"):
        proposed(pair, pair.volunteer, kit)


def test_the_same_two_are_proposed_once(pair):
    mentor = volunteer_edit(volunteer=pair.volunteer, changes={"capacity": 2}, by=pair.coordinator)
    proposed(pair, mentor, pair.young_person)
    with pytest.raises(Refused, match="already"):
        proposed(pair, mentor, pair.young_person)


def test_a_young_person_has_one_mentor_at_a_time(pair):
    together(pair, pair.volunteer, pair.young_person)
    peer = mentor_ready(pair, pair.peer_volunteer)
    with pytest.raises(Refused, match="has a mentor already"):
        proposed(pair, peer, pair.young_person)


def test_a_no_needs_no_reason_and_frees_the_place(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    match = actions.match_mentee_answer(match=match, answer="no", by=pair.mentee)
    assert (match.state, match.mentee_no_because) == ("declined", "")
    assert proposed(pair, pair.volunteer, another_young_person(pair)).state == "proposed"


def test_after_a_no_the_pair_is_gone_from_both_sides(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    assert Match.objects.visible_to(pair.actor(pair.mentee)).exists()
    actions.match_mentee_answer(match=match, answer="no", because="I know his sister", by=pair.mentee)
    for user in (pair.mentee, pair.mentor):
        assert not Match.objects.visible_to(pair.actor(user)).exists()


def test_before_profiles_are_shared_the_two_see_nothing(pair):
    proposed(pair, pair.volunteer, pair.young_person)
    for user in (pair.mentee, pair.mentor):
        assert not Match.objects.visible_to(pair.actor(user)).exists()


def test_an_answer_after_a_no_changes_nothing(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    actions.match_mentee_answer(match=match, answer="no", by=pair.mentee)
    with pytest.raises(Refused, match="not open any more"):
        actions.match_mentor_answer(match=match, answer="yes", by=pair.mentor)


def test_either_may_say_yes_first(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    match = actions.match_mentor_answer(match=match, answer="yes", by=pair.coordinator)
    assert match.state == "profiles-shared"
    assert actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee).state == "accepted"


def test_a_young_person_picks_one_and_the_others_are_let_go_when_it_is_sure(pair):
    peer = mentor_ready(pair, pair.peer_volunteer)
    first = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    second = shared(pair, proposed(pair, peer, pair.young_person))
    first = actions.match_mentee_answer(match=first, answer="yes", by=pair.mentee)
    with pytest.raises(Refused, match="picked somebody already"):
        actions.match_mentee_answer(match=second, answer="yes", by=pair.mentee)
    actions.match_mentor_answer(match=first, answer="yes", by=pair.mentor)
    assert Match.objects.get(pk=second.pk).state == "declined"


def test_nobody_else_is_picked_once_the_risk_of_the_first_is_approved(pair):
    """Given a pair who wait to be introduced, when another profile is shared, then a yes to it is one too many."""
    first = may_be_introduced(pair, accepted(pair, proposed(pair, pair.volunteer, pair.young_person)))
    actions.match_risk_approved(match=first, by=pair.coordinator)
    second = shared(pair, proposed(pair, mentor_ready(pair, pair.peer_volunteer), pair.young_person))
    with pytest.raises(Refused, match="picked somebody already"):
        actions.match_mentee_answer(match=second, answer="yes", by=pair.mentee)


def test_three_profiles_at_once_are_enough(pair):
    for name in "ABC":
        mentor = mentor_ready(pair, copy_of(pair, name))
        shared(pair, proposed(pair, mentor, pair.young_person))
    fourth = proposed(pair, pair.volunteer, pair.young_person)
    with pytest.raises(Refused, match="three profiles"):
        shared(pair, fourth)


def copy_of(world, name):
    from schemes.people.actions import volunteer_add

    return volunteer_add(scheme=world.scheme, name=name, born_on=world.volunteer.born_on, by=world.coordinator)


def test_none_of_these_lets_all_go_and_keeps_the_wish(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    actions.match_none_of_these(young_person=pair.young_person, wish="Somebody who likes music", by=pair.mentee)
    pair.young_person.refresh_from_db()
    assert pair.young_person.mentor_wish == "Somebody who likes music"
    assert Match.objects.get(pk=match.pk).state == "declined"


def test_a_declared_conflict_lets_the_proposal_go_and_stops_the_next(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    actions.conflict_declare(
        scheme=pair.scheme, volunteer=pair.volunteer, young_person=pair.young_person, kind="know", by=pair.mentee
    )
    assert Match.objects.get(pk=match.pk).state == "declined"
    assert Conflict.objects.get().declared_by == pair.mentee
    with pytest.raises(Refused, match="They know each other"):
        proposed(pair, pair.volunteer, pair.young_person)


def test_p3_an_age_exception_counts_when_a_second_person_agreed(pair):
    near = volunteer_edit(volunteer=pair.volunteer, changes={"born_on": pair.young_person.born_on}, by=pair.coordinator)
    exception = actions.age_exception_ask(
        scheme=pair.scheme, volunteer=near, young_person=pair.young_person, reason="Same age, known for long",
        by=pair.coordinator,
    )  # fmt: skip
    with pytest.raises(Refused):
        proposed(pair, near, pair.young_person)
    with pytest.raises(Refused, match="somebody else"):
        actions.age_exception_agree(exception=exception, by=pair.coordinator)
    actions.age_exception_agree(exception=exception, by=pair.lead)
    # the youngest-mentor rule is met; only the gap was in the way
    assert proposed(pair, near, pair.young_person).state == "proposed"


def test_s12_sharing_a_profile_is_logged_as_a_technique_and_others_can_be_added(pair):
    match = shared(pair, proposed(pair, pair.volunteer, pair.young_person))
    actions.technique_log(
        match=match, kind="group-event", used_on=timezone.localdate(), note="Pizza evening", by=pair.coordinator
    )
    assert sorted(match.techniques.values_list("kind", flat=True)) == ["group-event", "paper-profile"]


def test_p4_a_peer_mentor_can_have_a_mentor_too_but_not_themselves(pair):
    peer = mentor_ready(pair, pair.peer_volunteer)
    own = another_young_person(pair, "Kofi", user=pair.peer)
    with pytest.raises(Refused, match="the same person"):
        proposed(pair, peer, own)
    assert proposed(pair, pair.volunteer, own).state == "proposed"
    assert proposed(pair, peer, pair.young_person).state == "proposed"
