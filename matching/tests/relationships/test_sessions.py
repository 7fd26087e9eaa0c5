"""Sessions on a telephone: planned, written down once, kept as typed, felt in one tap (S13, R11)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, MentoringSession
from matching.pairing.actions import match_introduce
from matching.relationships import actions
from matching.tests.readying import accepted, may_be_introduced, mentee_ready, mentor_ready, proposed
from matching.tests.relationships.phone import log_url, typed, words
from mentoring.transitions import Refused
from mentoring.web.models import Draft
from schemes.people.actions import young_person_add

pytestmark = pytest.mark.django_db
ME = "/me/"


def test_s13_the_form_comes_filled_in_so_that_one_press_and_a_send_are_enough(pair, phone):
    page = words(phone.get(log_url(pair)))
    assert 'value="60"' in page
    sent = {"outcome": "held", "day": "today", "time": "00:00", "minutes": "60", "channel": "in-person"}
    assert phone.post(log_url(pair), sent).headers["Location"] == ME
    assert pair.match.mentoringsessions.get().outcome == "held"


def test_s13_what_was_typed_is_there_on_another_device_and_gone_once_sent(pair, phone):
    phone.post(reverse("draft_keep", args=[f"session-{pair.match.pk}"]), typed(shared_note="Half a sen"))
    assert "Half a sen" in words(pair.client(pair.mentor).get(log_url(pair)))
    phone.post(log_url(pair), typed())
    assert not Draft.objects.exists()


def test_s13_a_mistake_keeps_what_was_typed(pair, phone):
    page = phone.post(log_url(pair), typed(minutes=""))
    assert page.status_code == 422
    assert "About how long did you meet?" in words(page)
    assert "We cooked soup." in words(page)
    assert not MentoringSession.objects.exists()


def test_s13_a_planned_session_becomes_the_one_that_was_held_and_only_once(pair, phone):
    at = timezone.now() - timedelta(hours=3)
    session = actions.session_plan(match=pair.match, planned_at=at, place="Library", by=pair.mentor)
    assert str(session.pk) in words(phone.get(log_url(pair)))
    phone.post(log_url(pair), typed(session=session.pk))
    again = phone.post(log_url(pair), typed(session=session.pk))
    assert again.status_code == 422
    assert "written down already" in words(again)
    assert pair.match.mentoringsessions.get().minutes == 45


def test_s13_pressing_twice_writes_one(pair, phone):
    phone.post(log_url(pair), typed())
    assert phone.post(log_url(pair), typed()).status_code == 422
    assert pair.match.mentoringsessions.count() == 1


def test_a_session_of_another_match_cannot_be_named(pair, phone):
    other = accepted(pair, proposed(pair, mentor_ready(pair, pair.peer_volunteer), another(pair)))
    other = may_be_introduced(pair, other)
    other = match_introduce(match=other, by=pair.coordinator)
    session = actions.session_plan(match=other, planned_at=timezone.now() - timedelta(hours=3), by=pair.peer)
    assert phone.post(log_url(pair), typed(session=session.pk)).status_code == 404


def test_s13_nobody_has_met_in_the_future(pair):
    said = {"match": pair.match, "outcome": "held", "minutes": 30, "channel": "phone", "by": pair.mentor}
    with pytest.raises(Refused, match="has not come yet"):
        actions.session_log(planned_at=timezone.now() + timedelta(hours=1), **said)


def another(pair):
    person = young_person_add(
        scheme=pair.scheme, name="Ash", born_on=date(2007, 1, 1), mentor_kind="either",
        by=pair.coordinator, referral={"is_self_referral": True, "received_on": timezone.localdate()},
    )  # fmt: skip
    return mentee_ready(pair, person)


def test_lifecycle_the_first_session_that_was_held_makes_them_a_pair(cast):
    volunteer, young_person = mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person)
    match = may_be_introduced(cast, accepted(cast, proposed(cast, volunteer, young_person)))
    with pytest.raises(Refused):
        actions.session_plan(match=match, planned_at=timezone.now(), by=cast.mentor)
    match = match_introduce(match=match, by=cast.coordinator)
    said = {"match": match, "channel": "in-person", "by": cast.mentor}
    off = {"outcome": "called-off", "reason": "ill", "called_off_by": "mentor"}
    actions.session_log(**off, planned_at=timezone.now(), **said)
    assert Match.objects.get(pk=match.pk).state == "introduced"
    actions.session_log(outcome="held", planned_at=timezone.now(), minutes=30, **said)
    assert Match.objects.get(pk=match.pk).state == "active"


def test_roles_the_young_person_reads_the_shared_part_and_never_the_note_for_the_supervisor(pair, phone):
    phone.post(log_url(pair), typed())
    address = reverse("matching:session_list_mine", args=[pair.match.pk])
    theirs = words(pair.client(pair.mentee).get(address))
    assert "We cooked soup." in theirs
    assert "worried about rent" not in theirs
    assert "worried about rent" in words(phone.get(address))
    desk = reverse("matching:session_list", args=[pair.scheme.slug, pair.match.pk])
    assert "worried about rent" in words(pair.client(pair.supervisor).get(desk))


def test_r7_the_young_person_says_ill_be_there_or_changes_it_and_the_mentor_sees_it(pair, phone):
    at = timezone.now() + timedelta(days=3)
    session = actions.session_plan(match=pair.match, planned_at=at, place="Library", by=pair.mentor)
    young = pair.client(pair.mentee)
    assert "I’ll be there" in words(young.get(ME))
    young.post(reverse("matching:session_coming", args=[session.pk]))
    assert "Jay will be there" in words(phone.get(ME))
    day = timezone.localdate() + timedelta(days=5)
    young.post(
        reverse("matching:session_change", args=[session.pk]),
        {"day": day.isoformat(), "time": "16:00", "place": "Park"},
    )
    session.refresh_from_db()
    assert (timezone.localtime(session.planned_at).hour, session.place, session.mentee_coming) == (16, "Park", True)


def test_r7_a_change_by_the_mentor_asks_the_young_person_again(pair, phone):
    session = actions.session_plan(match=pair.match, planned_at=timezone.now() + timedelta(days=3), by=pair.mentor)
    actions.session_coming(session=session, coming=True, by=pair.mentee)
    session = actions.session_change(
        session=session, planned_at=timezone.now() + timedelta(days=4), place="", by=pair.mentor
    )
    assert session.mentee_coming is None


def test_r11_how_it_is_going_is_one_tap_and_the_mentor_never_sees_it(pair, phone):
    assert "How was last time?" not in words(pair.client(pair.mentee).get(ME)), "before the first session"
    phone.post(log_url(pair), typed(mentor_feeling=""))
    session = pair.match.mentoringsessions.get()
    young = pair.client(pair.mentee)
    assert "Only Dee can see this. You can skip it." in words(young.get(ME))
    young.post(reverse("matching:session_feel", args=[session.pk]), {"feeling": "not-good"})
    session.refresh_from_db()
    assert session.mentee_feeling == "not-good"
    desk = reverse("matching:session_list", args=[pair.scheme.slug, pair.match.pk])
    assert "Not good" in words(pair.client(pair.coordinator).get(desk))
    for user in (pair.supervisor, pair.lead):
        assert "Not good" not in words(pair.client(user).get(desk))
    assert 'aria-pressed="true">Not good' in words(young.get(ME))
    for address in (ME, reverse("matching:session_list_mine", args=[pair.match.pk])):
        assert "Not good" not in words(phone.get(address))


def test_s13_a_pair_with_hundreds_of_sessions_is_read_a_page_at_a_time(pair, phone):
    now = timezone.now()
    for weeks in range(30):
        at = now - timedelta(weeks=weeks, hours=2)
        actions.session_plan(match=pair.match, planned_at=at, place=f"Place {weeks}", by=pair.mentor)
    ahead = actions.session_plan(match=pair.match, planned_at=now + timedelta(days=2), by=pair.mentor)
    page = phone.get(ME)
    [own] = page.context["mentor_sides"]
    assert own.pairs[0].next_session == ahead
    assert [session.place for session in own.pairs[0].to_log] == [f"Place {weeks}" for weeks in (29, 28, 27, 26, 25)]
    address = reverse("matching:session_list_mine", args=[pair.match.pk])
    assert "Place 29" not in words(phone.get(address))
    assert "Place 29" in words(phone.get(f"{address}?page=2"))
    assert phone.get(f"{address}?page=nonsense").status_code == 200
