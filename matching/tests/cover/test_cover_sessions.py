"""L7: meetings in a pause are with whoever stands in, and marked so; the pair is not reckoned by them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching import reminders
from matching.cover import actions
from matching.cover.tasks import pauses_run
from matching.endings.queries import lapsed_matches
from matching.endings.thanks.queries import mentoring_time
from matching.models import MentoringSession
from matching.relationships import actions as sessions
from matching.relationships.doses.queries import doses_of
from matching.relationships.queries import matches_without_contact
from matching.supervision.queries import supervision_overdue
from matching.support.handing.actions import match_hand_over
from matching.support.queries import contacts_due
from matching.tests.cover.conftest import covered, held, planned, words
from mentoring.accounts.models import User
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant


def test_l7_what_was_planned_on_its_days_is_called_off_and_the_mentor_plans_none_on_them(pair):
    with pair.on(2):
        at = timezone.now()
        inside, after = (
            sessions.session_plan(match=pair.match, planned_at=at + timedelta(days=days), by=pair.mentor)
            for days in (10, 25)
        )
        planned(pair)
        inside.refresh_from_db(), after.refresh_from_db()
        assert (inside.outcome, inside.called_off_by, after.outcome) == ("called-off", "scheme", "planned")
        with pytest.raises(Refused, match="have a pause until 22 February"):
            sessions.session_plan(match=pair.match, planned_at=at + timedelta(days=12), by=pair.mentee)


def test_l7_a_meeting_on_a_day_of_the_pause_is_with_whoever_stands_in(pair):
    with pair.on(2):
        cover = covered(pair)
        at = timezone.now()
        with pytest.raises(Refused, match="Kofi stands in for you"):
            sessions.session_plan(match=pair.match, planned_at=at + timedelta(days=10), by=pair.mentor)
        session = sessions.session_plan(match=pair.match, planned_at=at + timedelta(days=10), by=pair.mentee)
        assert session.with_cover_id == cover.pk
        assert "With Kofi" in words(pair, pair.mentee)
        assert "Nothing planned yet" in words(pair, pair.mentor)
        with pytest.raises(Refused, match="somebody else"):
            sessions.session_change(
                session=session, planned_at=at + timedelta(days=25), place="", by=pair.mentee
            )  # fmt: skip
    with pair.on(11, 13):
        told = {due.recipient_id for due in reminders.session_soon(timezone.now())}
        assert told == {pair.peer.pk, pair.mentee.pk}
    with pair.on(12):
        actions.pause_change(
            pause=cover.pause, until_on=pair.day(12), contact_by=pair.coordinator, contact_every_days=7,
            by=pair.coordinator,
        )  # fmt: skip
        assert MentoringSession.objects.get(pk=session.pk).outcome == "planned", "it is on the last day"


def test_l7_the_cover_logs_on_the_days_and_it_is_marked_as_held_with_them(pair):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        log = reverse("matching:cover_session_log", args=[cover.pk])
        told = {"outcome": "held", "day": "today", "time": "10:00", "minutes": "60", "channel": "phone"}
        said = {"shared_note": "We made soup.", "mentor_note": "Quartzcover."}
        answer = pair.client(pair.peer).post(log, {**told, **said}, follow=True)
        assert "Written down" in answer.content.decode() and "We made soup." in answer.content.decode()
        session = MentoringSession.objects.get()
        assert (session.with_cover_id, session.logged_by) == (cover.pk, pair.peer)
        for user in (pair.mentor, pair.mentee):
            page = words(pair, user, reverse("matching:session_list_mine", args=[pair.match.pk]))
            assert "With Kofi" in page and "We made soup." in page and "Quartzcover" not in page
        staff = words(pair, pair.coordinator, reverse("matching:session_list", args=[pair.scheme.slug, pair.match.pk]))
        assert "From Kofi, for staff: Quartzcover." in staff
        correct = reverse("matching:session_correct", args=[session.pk])
        assert pair.client(pair.mentor).get(correct).status_code == 404
        with pytest.raises(Refused, match="none of the pause"):
            held(pair, cover, planned_at=timezone.now() - timedelta(days=3))
    with pair.on(21), pytest.raises(Refused, match="do not stand in today"):
        held(pair, cover)


def test_l7_what_the_cover_left_unwritten_staff_write_down(pair):
    with pair.on(2):
        cover = covered(pair)
        at = timezone.now() + timedelta(days=18)
        sessions.session_plan(match=pair.match, planned_at=at, by=pair.mentee)
    with pair.on(23):
        left = reverse("matching:cover_session_left", args=[pair.scheme.slug, cover.pk])
        page = words(pair, pair.coordinator, reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk]))
        assert left in page
        told = {"outcome": "missed-mentee", "reason": "ill", "day": "22 February 2027", "time": "12:00"}
        pair.client(pair.coordinator).post(left, {**told, "channel": "in-person"})
        assert MentoringSession.objects.get().outcome == "missed-mentee"
        assert MentoringSession.objects.get().with_cover_id == cover.pk


def test_r5_paused_days_are_none_of_the_dose_and_the_covers_sessions_neither(pair):
    """Seven weeks at one a week, of which 11 days are a pause: five were foreseen, and the one they had counts."""
    with pair.on(2):
        cover = covered(pair)
        held(pair)
    with pair.on(12):
        held(pair, cover)
    with pair.on(21):
        actions.pause_return(pause=cover.pause, by=pair.coordinator)
    with pair.on(49):
        dose = doses_of([pair.match], pair.day(49))[pair.match.pk]
        assert (dose.foreseen, dose.met) == (5, 1)
        assert (mentoring_time(pair.volunteer).sessions, mentoring_time(pair.kofi).sessions) == (1, 1)


def test_r10_silence_counts_from_the_day_they_are_back_and_not_through_the_pause(pair):
    with pair.on(5):
        held(pair)
        pause = planned(pair, first=10, last=60)
    with pair.on(10):
        pauses_run()
    with pair.on(60):
        assert matches_without_contact(timezone.now()) == []
        actions.pause_return(pause=pause, by=pair.mentor)
    with pair.on(74):
        assert matches_without_contact(timezone.now()) == []
        assert not lapsed_matches(timezone.now())
    with pair.on(75):
        assert [match.pk for match in matches_without_contact(timezone.now())] == [pair.match.pk]
    with pair.on(103):
        assert [match.pk for match in lapsed_matches(timezone.now())] == [pair.match.pk]


def test_s14_supervision_and_staff_contact_go_on_through_a_pause_and_the_young_person_is_asked_more_often(pair):
    with pair.on(2):
        for side in ("mentor", "mentee"):
            pair.match.check_ins.create(
                side=side, spoken_on=pair.day(2), how="phone", words="Fine.", spoken_by=pair.coordinator
            )
    with pair.on(40):
        for side in ("mentor", "mentee"):
            pair.match.check_ins.create(
                side=side, spoken_on=pair.day(40), how="phone", words="Fine.", spoken_by=pair.coordinator
            )
        planned(pair, first=40, last=100, contact_every_days=10)
    with pair.on(49):
        assert contacts_due(timezone.now()) == []
    with pair.on(50):
        assert [one.side for one in contacts_due(timezone.now())] == ["mentee"]
        assert pair.volunteer.pk in [row.volunteer_id for row in supervision_overdue(timezone.now())]


@pytest.mark.parametrize(("day", "is_named"), [(9, False), (10, True), (21, False)])
def test_r8_who_sees_what_names_the_cover_on_the_days_of_the_pause(pair, day, is_named):
    with pair.on(2):
        covered(pair)
    with pair.on(day):
        assert ("Kofi (stands in for your mentor)" in words(pair, pair.mentee, "/me/who-sees/")) is is_named


def test_p8_a_match_handed_over_takes_keeping_in_touch_along(pair):
    """Given Dee keeps in touch through a pause, when she hands the match to Nia, then Nia does."""
    nia = User.objects.make(email="nia@cast.example", name="Nia Price", password="seventeen steps")
    membership_grant(scheme=pair.scheme, user=nia, role="coordinator", by=pair.manager)
    with pair.on(2):
        pause = planned(pair)
        match_hand_over(match=pair.match, taken_by=nia, by=pair.coordinator)
        pause.refresh_from_db()
        assert pause.contact_by == nia
