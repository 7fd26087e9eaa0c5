"""A session put right: freely until supervision, with a reason and both versions after it; or made a concern (S13)."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.models import SessionAmendment
from matching.relationships.actions import session_log, session_plan
from matching.relationships.amendments.actions import session_correct
from matching.supervision.actions import supervision_plan, supervision_record
from matching.tests.readying import introduced, mentee_ready, mentor_ready
from matching.tests.relationships.phone import typed, words
from mentoring.transitions import Refused
from safeguarding.models import Concern
from schemes.people.actions import membership_grant

pytestmark = pytest.mark.django_db


@pytest.fixture
def logged(pair):
    """A session of yesterday, written down an hour later."""
    at = timezone.now() - timedelta(days=1)
    with time_machine.travel(at + timedelta(hours=1)):
        pair.session = session_log(
            match=pair.match, outcome="held", planned_at=at, minutes=60, channel="in-person",
            shared_note="We cooked soup.", mentor_note="Came hungry.", by=pair.mentor,
        )  # fmt: skip
    return pair


def supervised(world, at, outcome="held"):
    one = {"volunteers": [world.volunteer], "supervisor": world.supervisor, "by": world.coordinator}
    [supervision] = supervision_plan(planned_at=at, **one)
    with time_machine.travel(at + timedelta(hours=1)):
        supervision_record(supervision=supervision, outcome=outcome, notes={}, by=world.supervisor)


def correct_url(world):
    return reverse("matching:session_correct", args=[world.session.pk])


def desk_url(world):
    return reverse("matching:session_list", args=[world.scheme.slug, world.match.pk])


def test_s13_until_supervision_the_mentor_corrects_it_without_a_word(logged, phone):
    page = words(phone.get(correct_url(logged)))
    assert "We cooked soup." in page
    assert "Why is it changed?" not in page
    assert phone.post(correct_url(logged), typed(shared_note="We cooked dal.")).status_code == 302
    logged.session.refresh_from_db()
    assert (logged.session.shared_note, logged.session.minutes) == ("We cooked dal.", 45)
    assert not SessionAmendment.objects.exists()


def test_s14_after_supervision_a_reason_is_asked_and_both_versions_are_read_by_staff(logged, phone):
    supervised(logged, timezone.now() - timedelta(hours=2))
    assert "Why is it changed?" in words(phone.get(correct_url(logged)))
    assert phone.post(correct_url(logged), typed(shared_note="We cooked dal.")).status_code == 422
    sent = typed(shared_note="We cooked dal.", because="I mixed up two weeks.")
    assert phone.post(correct_url(logged), sent).status_code == 302
    for user in (logged.coordinator, logged.supervisor, logged.lead):
        page = words(logged.client(user).get(desk_url(logged)))
        for part in ("We cooked soup.", "We cooked dal.", "I mixed up two weeks.", "by Zofia Nowak"):
            assert part in page, (user, part)
    theirs = words(logged.client(logged.mentee).get(reverse("matching:session_list_mine", args=[logged.match.pk])))
    assert "We cooked dal." in theirs
    for part in ("We cooked soup.", "I mixed up two weeks.", "Came hungry."):
        assert part not in theirs


def test_s14_amended_twice_each_change_says_what_it_changed(logged, phone):
    supervised(logged, timezone.now() - timedelta(hours=2))
    phone.post(correct_url(logged), typed(shared_note="Dal.", because="First."))
    phone.post(correct_url(logged), typed(shared_note="Rice.", because="Second."))
    page = words(logged.client(logged.coordinator).get(desk_url(logged)))
    assert page.index("First.") < page.index("Second.")
    first, second = page[page.index("First.") : page.index("Second.")], page[page.index("Second.") :]
    assert "We cooked soup." in first and "Dal." in first
    assert "Dal." in second and "soup" not in second


@pytest.mark.parametrize("hours, outcome, is_locked", [(2, "held", True), (2, "missed", False), (30, "held", False)])
def test_s14_only_a_supervision_that_was_held_afterwards_locks_it(logged, hours, outcome, is_locked):
    supervised(logged, timezone.now() - timedelta(hours=hours), outcome)
    said = {"outcome": "held", "planned_at": logged.session.planned_at, "channel": "phone", "minutes": 60}
    if is_locked:
        with pytest.raises(Refused, match="came up in supervision"):
            session_correct(session=logged.session, **said, by=logged.mentor)
    else:
        assert session_correct(session=logged.session, **said, by=logged.mentor).channel == "phone"


def test_s13_the_database_neither_alters_nor_removes_what_it_said_before(logged):
    supervised(logged, timezone.now() - timedelta(hours=2))
    said = {"outcome": "held", "planned_at": logged.session.planned_at, "channel": "phone", "minutes": 60}
    session_correct(session=logged.session, **said, because="By phone.", by=logged.mentor)
    amendments = SessionAmendment.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        amendments.update(because="")
    with pytest.raises(DatabaseError), transaction.atomic():
        amendments._raw_delete(amendments.db)
    assert amendments.get().because == "By phone."


def test_s13_one_that_is_planned_or_anothers_has_nothing_to_correct(logged, phone):
    planned = session_plan(match=logged.match, planned_at=timezone.now() + timedelta(days=2), by=logged.mentor)
    assert phone.get(reverse("matching:session_correct", args=[planned.pk])).status_code == 404
    for user in (logged.mentee, logged.peer, logged.coordinator):
        assert logged.client(user).get(correct_url(logged)).status_code == 404


def test_p8_staff_who_are_one_of_the_two_read_theirs_on_their_own_page_only(logged):
    membership_grant(scheme=logged.scheme, user=logged.mentee, role="coordinator", by=logged.manager)
    jay = logged.client(logged.mentee)
    assert jay.get(desk_url(logged)).status_code == 404
    match = words(jay.get(reverse("matching:match_show", args=[logged.scheme.slug, logged.match.pk])))
    assert desk_url(logged) + '"' not in match
    assert not SessionAmendment.objects.visible_to(logged.actor(logged.mentee)).exists()


@pytest.mark.parametrize("person", ["mentor", "mentee"])
def test_l9_a_session_becomes_a_concern_in_one_step_and_keeps_where_it_arose(logged, person):
    client = logged.client(getattr(logged, person))
    page = words(client.get(reverse("matching:session_list_mine", args=[logged.match.pk])))
    address = f"{reverse('safeguarding:concern_raise_mine')}?from=matching.mentoringsession:{logged.session.pk}"
    assert address in page
    arose_at = client.get(address).context["form"]["arose_at"].value()
    client.post(address, {"danger": "no", "happened": "A man waited outside", "arose_at": arose_at})
    assert Concern.objects.get().arose_at == f"matching.mentoringsession:{logged.session.pk}"


def test_l9_staff_raise_one_from_a_session_too(logged):
    page = words(logged.client(logged.supervisor).get(desk_url(logged)))
    address = reverse("safeguarding:concern_raise", args=[logged.scheme.slug])
    assert f"{address}?from=matching.mentoringsession:{logged.session.pk}" in page


def test_s14_moved_past_the_supervision_it_still_asks_for_a_reason(logged):
    supervised(logged, timezone.now() - timedelta(hours=2))
    said = {"outcome": "held", "channel": "in-person", "minutes": 60, "by": logged.mentor}
    at = timezone.now() - timedelta(minutes=30)
    session_correct(session=logged.session, planned_at=at, because="It was today.", **said)
    with pytest.raises(Refused, match="came up in supervision"):
        session_correct(session=logged.session, planned_at=at, **said | {"minutes": 90})


@pytest.mark.parametrize(("outcome", "state"), [("partly", "active"), ("missed-mentor", "introduced")])
def test_lifecycle_two_who_turn_out_to_have_met_are_a_pair(cast, outcome, state):
    match = introduced(cast, mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person))
    said = {"planned_at": timezone.now(), "channel": "in-person", "reason": "ill", "by": cast.mentor}
    session = session_log(match=match, outcome="missed-mentee", **said)
    session_correct(session=session, outcome=outcome, minutes=20, **said)
    match.refresh_from_db()
    assert match.state == state
