"""P8: staff leave and nothing falls between: all they hold goes to named people in one step, with a note for each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.cover.actions import pause_plan
from matching.models import Handover, Match
from matching.supervision.models import Supervision
from matching.support import actions as support
from matching.support.handing.actions import Part, handover_make, match_hand_over
from matching.support.handing.things import things_left, things_of
from matching.support.reminders import handed_over
from matching.tests.pairing.pairing_world import first_meeting_planned, young
from matching.tests.readying import introduced, mentor_ready
from mentoring.accounts.models import User
from mentoring.transitions import Refused
from schemes.people.actions import membership_end, membership_grant, volunteer_edit
from schemes.people.models import Membership
from schemes.planning.actions import plan_item_save
from schemes.planning.models import Action


@pytest.fixture
def full(pair):
    """Dee holds two matches, a promise in each, a mentor with supervision planned, a first meeting, and an action of
    the plan; Nia could take all of it: `pair.nia`."""
    today = timezone.localdate()
    pair.nia = User.objects.make(email="nia@cast.example", name="Nia Price", password="seventeen steps")
    membership_grant(scheme=pair.scheme, user=pair.nia, role="coordinator", by=pair.manager)
    pair.peer_volunteer = mentor_ready(pair, pair.peer_volunteer)
    pair.second = introduced(pair, pair.peer_volunteer, young(pair, "Gil"))
    pair.meeting = first_meeting_planned(pair, pair.second)
    volunteer_edit(volunteer=pair.volunteer, changes={"supervisor": pair.coordinator}, by=pair.coordinator)
    pair.volunteer.supervisions.update(supervisor=pair.coordinator)
    pair.promise = support.check_in_add(
        match=pair.match, side="mentee", spoken_on=today, how="phone", words="Fine.", to_do="Ask about the flat",
        to_do_on=today + timedelta(days=3), by=pair.coordinator,
    )  # fmt: skip
    pair.action = plan_item_save(
        item=Action(
            scheme=pair.scheme, words="Find a second room", owner=pair.coordinator, starts_on=today,
            due_on=today + timedelta(days=30),
        ),
        by=pair.coordinator,
    )  # fmt: skip
    return pair


def parts(pair, to=None, note="") -> dict:
    return {thing.key: Part(to or pair.nia, note) for thing in things_of(pair.coordinator, pair.scheme)}


def hand_over(pair, of=None, by=None):
    given = parts(pair) if of is None else of
    return handover_make(scheme=pair.scheme, held_by=pair.coordinator, parts=given, by=by or pair.manager)


def membership(pair, person, role="coordinator"):
    return Membership.objects.get(user=person, scheme=pair.scheme, role=role, ended_at=None)


def kinds(pair) -> list[str]:
    return [str(thing.kind) for thing in things_of(pair.coordinator, pair.scheme)]


def page_of(pair, person=None) -> str:
    return reverse("matching:handover_make", args=[pair.scheme.slug, (person or pair.coordinator).pk])


def test_p8_everything_somebody_holds_is_found_once(full):
    assert kinds(full) == ["match", "match", "mentor", "plan"], "a promise and a meeting go with their match"
    Match.objects.filter(pk__in=[full.match.pk, full.second.pk]).update(co_ordinator=full.nia)
    assert kinds(full) == ["mentor", "promise", "meeting", "plan"], "and stand alone where somebody else has the match"


def test_p8_all_of_it_goes_in_one_step_and_nothing_is_left(full):
    handed = hand_over(full)
    for row in (full.match, full.second, full.volunteer, full.promise, full.meeting, full.action):
        row.refresh_from_db()
    assert {full.match.co_ordinator, full.second.co_ordinator, full.volunteer.supervisor} == {full.nia}
    assert {full.promise.to_do_by, full.meeting.staff, full.action.owner} == {full.nia}
    assert set(full.volunteer.supervisions.values_list("supervisor", flat=True)) == {full.nia.pk}
    assert things_of(full.coordinator, full.scheme) == []
    assert len(handed) == 4


def test_p8_a_role_does_not_end_while_its_holder_still_holds_something(full):
    with pytest.raises(Refused, match="2 matches, 1 mentor and 1 action of the plan"):
        membership_end(membership=membership(full, full.coordinator), by=full.manager)
    assert membership(full, full.coordinator)
    hand_over(full)
    membership_end(membership=membership(full, full.coordinator), by=full.manager)
    assert not Membership.objects.filter(user=full.coordinator, ended_at=None).exists()


def test_p8_what_another_role_lets_them_hold_does_not_keep_them(full):
    membership_grant(scheme=full.scheme, user=full.coordinator, role="supervisor", by=full.manager)
    Match.objects.update(co_ordinator=full.nia)
    full.action.owner = full.nia
    plan_item_save(item=full.action, by=full.nia)
    support.check_in_done(check_in=full.promise, by=full.nia)
    full.meeting.__class__.objects.update(staff=full.nia)
    membership_end(membership=membership(full, full.coordinator), by=full.manager)
    assert things_left(full.coordinator, full.scheme) == [], "who supervises may go on supervising"


def test_p8_what_has_come_on_meanwhile_stops_the_handover(full):
    before = parts(full)
    del before[f"match-{full.second.pk}"]
    with pytest.raises(Refused, match="Something has come on"):
        hand_over(full, of=before)
    assert Match.objects.filter(co_ordinator=full.coordinator).count() == 2, "not a part of it was handed over"


def test_p8_only_those_who_may_hold_it_can_take_it(full):
    for person in (full.supervisor, full.manager, full.outsider):
        with pytest.raises(Refused, match="cannot take this over"):
            hand_over(full, of=parts(full, to=person))


def test_p8_nobody_takes_their_own_pair_or_hands_it_over(full):
    membership_grant(scheme=full.scheme, user=full.mentor, role="coordinator", by=full.manager)
    with pytest.raises(Refused, match="cannot take this over"):
        hand_over(full, of=parts(full, to=full.mentor))
    with pytest.raises(Refused, match="about you"):
        hand_over(full, by=full.mentor)
    with pytest.raises(Refused, match="about you"):
        match_hand_over(match=full.match, taken_by=full.nia, by=full.mentor)


def test_p8_one_page_one_choice_for_all_and_a_note_for_each(full):
    morgan = full.client(full.manager)
    note = f"note_match-{full.match.pk}"
    assert morgan.post(page_of(full), {"to_all": ""}).status_code == 422
    sent = morgan.post(page_of(full), {"to_all": full.nia.pk, note: "Jay rings on Mondays."})
    assert sent.status_code == 302, sent.content.decode()[:3000]
    handover = Handover.objects.get(match=full.match)
    assert (handover.note, handover.taken_by, handover.handed_by) == ("Jay rings on Mondays.", full.nia, full.manager)


def test_p8_a_supervisor_can_be_chosen_for_the_mentor_alone(full):
    keys = {"to_all": full.nia.pk, f"to_mentor-{full.volunteer.pk}": full.supervisor.pk}
    full.client(full.manager).post(page_of(full), keys)
    full.volunteer.refresh_from_db()
    full.match.refresh_from_db()
    assert (full.volunteer.supervisor, full.match.co_ordinator) == (full.supervisor, full.nia)
    keys = {"to_all": full.supervisor.pk}
    full.client(full.manager).post(page_of(full, full.nia), keys)
    full.match.refresh_from_db()
    assert full.match.co_ordinator == full.nia, "a supervisor takes no match"


def test_p8_a_manager_reads_references_and_no_name(full):
    page = full.client(full.manager).get(page_of(full)).content.decode()
    assert full.volunteer.ref in page
    for name in ("Zofia", "Jay", "Kofi", "Gil"):
        assert name not in page
    assert "Zofia and Jay" in full.client(full.nia).get(page_of(full)).content.decode()


def test_p8_whoever_takes_it_reads_of_it_on_their_first_page_until_they_have(full):
    hand_over(full, of=parts(full, note="Look after the bus pass."))
    nia = full.client(full.nia)
    assert "Morgan handed 4 things over to you" in nia.get("/").content.decode()
    dues = [due for due in handed_over(timezone.now()) if due.recipient_id == full.nia.pk]
    assert len(dues) == 1
    where = reverse("matching:handover_list", args=[full.scheme.slug])
    assert "Look after the bus pass." in nia.get(where).content.decode()
    assert "bus pass" not in full.client(full.lead).get(where).content.decode()
    nia.post(reverse("matching:handover_read", args=[full.scheme.slug]))
    assert "handed 4 things" not in nia.get("/").content.decode()
    assert list(handed_over(timezone.now())) == []
    assert "Look after the bus pass." in nia.get(where).content.decode()


def test_p8_the_members_page_offers_it_and_says_why_a_role_cannot_end(full):
    morgan = full.client(full.manager)
    members = reverse("schemes:member_list", args=[full.scheme.slug])
    assert page_of(full) in morgan.get(members).content.decode()
    end = reverse("schemes:membership_end", args=[full.scheme.slug, membership(full, full.coordinator).pk])
    assert "still holds 2 matches" in morgan.post(end, follow=True).content.decode()


def test_p8_one_match_is_handed_over_from_its_page(full):
    where = reverse("matching:match_hand_over", args=[full.scheme.slug, full.match.pk])
    sent = full.client(full.coordinator).post(where, {"taken_by": full.nia.pk, "note": "Likes mornings."})
    full.match.refresh_from_db()
    full.promise.refresh_from_db()
    assert (sent.status_code, full.match.co_ordinator, full.promise.to_do_by) == (302, full.nia, full.nia)
    Match.objects.filter(pk=full.match.pk).update(state="ended", ended_on=timezone.localdate())
    assert full.client(full.coordinator).get(where).status_code == 404


def test_p8_a_match_of_nobody_finds_its_first_co_ordinator(full):
    Match.objects.filter(pk=full.match.pk).update(co_ordinator=None)
    full.match.refresh_from_db()
    match_hand_over(match=full.match, taken_by=full.nia, by=full.coordinator)
    full.match.refresh_from_db()
    assert full.match.co_ordinator == full.nia


def test_p8_keeping_in_touch_through_a_pause_of_somebody_elses_match_is_found_and_goes(full):
    """Given Nia's match pauses and Dee keeps in touch with Gil, when Dee hands over, then somebody else does."""
    today = timezone.localdate()
    Match.objects.filter(pk=full.match.pk).update(co_ordinator=full.nia, state="active")
    full.match.refresh_from_db()
    support.check_in_done(check_in=full.promise, by=full.coordinator)
    pause = pause_plan(
        match=full.match, whose="mentor", from_on=today, until_on=today + timedelta(days=20), why="Ill.",
        contact_by=full.coordinator, contact_every_days=7, by=full.nia,
    )  # fmt: skip
    assert kinds(full) == ["match", "mentor", "pause", "plan"]
    hand_over(full)
    pause.refresh_from_db()
    assert (pause.contact_by, kinds(full)) == (full.nia, [])
    assert "Keeping in touch through a pause" in full.client(full.nia).get(
        reverse("matching:handover_list", args=[full.scheme.slug])
    ).content.decode()  # fmt: skip


def test_p8_what_was_agreed_about_a_mentor_of_somebody_elses_is_found_and_goes(full):
    """Given Lou supervises Kofi and Dee promised there to ring the landlord, when Dee hands over, then it has an
    owner."""
    supervision = Supervision.objects.create(
        scheme=full.scheme, volunteer=full.peer_volunteer, supervisor=full.supervisor, outcome="held",
        planned_at=timezone.now() - timedelta(days=1),
    )  # fmt: skip
    agreed = supervision.actions.create(
        words="Ring the landlord", owner=full.coordinator, due_on=timezone.localdate() + timedelta(days=5)
    )
    assert kinds(full) == ["match", "match", "mentor", "agreed", "plan"]
    with pytest.raises(Refused, match="1 thing agreed in supervision"):
        membership_end(membership=membership(full, full.coordinator), by=full.manager)
    (handover,) = [row for row in hand_over(full) if row.kind == "agreed"]
    agreed.refresh_from_db()
    assert (agreed.owner, handover.volunteer, kinds(full)) == (full.nia, full.peer_volunteer, [])
