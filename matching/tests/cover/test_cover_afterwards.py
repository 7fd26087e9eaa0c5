"""L6, L7: a hard time with somebody who stands in brings the co-ordinator to ring; what they wrote they put right."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.cover import actions
from matching.models import Debrief, MentoringSession
from matching.supervision.actions import supervision_plan, supervision_record
from matching.support.actions import check_in_add, debrief_say
from matching.support.debriefs import hard_covers, hard_sessions
from matching.support.reminders import session_hard
from matching.tests.cover.conftest import covered, held, words
from mentoring.transitions import Refused

HARD = {"feeling": "hard", "words": "Jay would not speak.", "talk_over": "What I did wrong"}


def rung(days=0) -> list:
    return [due.recipient_id for due in session_hard(timezone.now() + timedelta(days=days))]


def page(name, cover, session) -> str:
    return reverse(f"matching:{name}", args=[cover.pk, session.pk])


def supervised(pair):
    (supervision,) = supervision_plan(
        volunteers=[pair.kofi], supervisor=pair.supervisor, planned_at=timezone.now(), by=pair.supervisor
    )
    supervision_record(supervision=supervision, outcome="held", notes={}, by=pair.supervisor)


def spoken(pair, side="mentor", cover=None):
    return check_in_add(
        match=pair.match, side=side, cover=cover, spoken_on=timezone.localdate(), how="phone", words="Talked it over.",
        by=pair.coordinator,
    )  # fmt: skip


def test_l6_a_hard_session_of_a_cover_rings_the_co_ordinator_until_they_have_spoken(pair):
    """Given Kofi stands in and says that it was not good, then Dee is told, and not Zofia's supervisor; a word with
    Zofia is none with Kofi, one with Kofi is."""
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        session = held(pair, cover, mentor_feeling="not-good")
        assert hard_sessions() == [] and hard_covers() == [session]
        assert rung() == [pair.coordinator.pk]
        first = words(pair, pair.coordinator, "/")
        assert "Kofi, standing in, had a hard session" in first
        assert "hard session" not in words(pair, pair.supervisor, "/")
    with pair.on(12, 15):
        spoken(pair)
        assert hard_covers() == [session]
        add = reverse("matching:check_in_add", args=[pair.scheme.slug, pair.match.pk])
        assert f"{add}?side={cover.pk}" in first
        told = {"side": cover.pk, "spoken_on": "today", "how": "phone", "words": "It was a long day for both."}
        assert pair.client(pair.coordinator).post(add, told).status_code == 302
        assert hard_covers() == [] and rung() == []
        shown = words(pair, pair.coordinator, reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk]))
        assert "<b>Kofi</b>" in shown and "long day for both" in shown


def test_l6_a_cover_says_in_two_lines_how_it_was_and_neither_of_the_two_reads_it(pair):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        session = held(pair, cover)
        where = page("cover_debrief_say", cover, session)
        assert where in words(pair, pair.peer, reverse("matching:cover_show", args=[cover.pk]))
        pair.client(pair.peer).post(where, HARD)
        assert Debrief.objects.get().talk_over == HARD["talk_over"]
        assert hard_covers() == [session] and rung(3) == [pair.coordinator.pk]
        match_page = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
        assert "Kofi, standing in" in words(pair, pair.coordinator, match_page)
        assert "would not speak" not in words(pair, pair.supervisor, match_page)
        for user in (pair.mentor, pair.mentee):
            assert pair.client(user).get(where).status_code == 404
            assert "would not speak" not in words(pair, user)
        with pytest.raises(Refused, match="Only the mentor"):
            debrief_say(session=session, feeling="good", by=pair.mentor)
    with pair.on(13):
        supervised(pair)
        assert hard_covers() == []


def test_s13_a_cover_puts_right_what_they_wrote_on_the_days_they_stand_in(pair):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        session = held(pair, cover)
        where = page("cover_session_correct", cover, session)
        told = {"outcome": "held", "day": "today", "time": "10:00", "minutes": "45", "channel": "phone"}
        for user in (pair.mentor, pair.mentee):
            assert pair.client(user).post(where, told).status_code == 404
        assert pair.client(pair.peer).post(where, told).status_code == 302
        session.refresh_from_db()
        assert (session.minutes, session.channel, session.with_cover_id) == (45, "phone", cover.pk)
        answer = pair.client(pair.peer).post(where, {**told, "day": "2 February 2027"})
        assert "none of the pause" in answer.content.decode() or "did not stand in" in answer.content.decode()
    with pair.on(21):
        assert pair.client(pair.peer).get(where).status_code == 404
        with pytest.raises(Refused, match="do not stand in today"):
            actions.cover_session_correct(cover=cover, session=session, planned_at=session.planned_at, by=pair.peer)


def test_s13_after_the_covers_own_supervision_a_change_needs_a_reason_and_both_versions_stay(pair):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        session = held(pair, cover)
        said = {"outcome": "held", "planned_at": session.planned_at, "channel": "in-person", "minutes": 30}
    with pair.on(13):
        supervised(pair)
        with pytest.raises(Refused, match="came up in supervision"):
            actions.cover_session_correct(cover=cover, session=session, by=pair.peer, **said)
        actions.cover_session_correct(cover=cover, session=session, because="A slip.", by=pair.peer, **said)
        assert MentoringSession.objects.get().minutes == 30
        assert session.amendments.get().before["minutes"] == 60


def test_s13_what_staff_wrote_down_for_a_cover_is_not_theirs_to_change(pair):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        at = timezone.now() - timedelta(hours=1)
        said = {"outcome": "held", "planned_at": at, "channel": "phone", "minutes": 60}
        session = actions.cover_session_log(cover=cover, by=pair.coordinator, **said)
        with pytest.raises(Refused, match="did not write this down"):
            actions.cover_session_correct(cover=cover, session=session, by=pair.peer, **said)
        assert pair.client(pair.peer).get(page("cover_session_correct", cover, session)).status_code == 404
