"""S14: a series is planned at once, each date then moved, called off, answered, missed by whom; one rule of due."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, Supervision
from matching.supervision import actions, queries
from matching.supervision.rhythm import Rhythm
from matching.supervision.rhythms.actions import supervision_rhythm_set
from matching.tests.readying import mentor_ready
from matching.tests.supervision.made import planned, recorded
from matching.warning.facts import supervision_due
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant, volunteer_edit


def page(world, name, *keys, by=None):
    return world.client(by or world.supervisor).get(reverse(f"matching:{name}", args=[world.scheme.slug, *keys]))


def test_s14_the_next_dates_are_proposed_by_the_rhythm_and_planned_at_once(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    where = reverse("matching:supervision_series_plan", args=[cast.scheme.slug, mentor.pk])
    form = cast.client(cast.supervisor).get(where).context["form"]
    days = [form[f"day_{number}"].initial for number in range(1, 7)]
    assert all(0 < (after - before).days <= 42 for before, after in zip(days, days[1:], strict=False))
    sent = {f"day_{number}": day.isoformat() for number, day in enumerate(days, 1)} | {"day_6": ""}
    sent |= {"supervisor": cast.supervisor.pk, "clock": "5.30 pm", "place": "The office"}
    assert cast.client(cast.supervisor).post(where, sent).status_code == 302
    rows = mentor.supervisions.order_by("planned_at")
    assert [timezone.localdate(row.planned_at) for row in rows] == days[:5]
    again = cast.client(cast.supervisor).post(where, sent)
    assert "has a supervision at that time already" in again.content.decode()
    assert mentor.supervisions.count() == 5


def test_two_dates_on_one_day_plan_nothing(cast):
    mentor, at = mentor_ready(cast, cast.volunteer), timezone.now() + timedelta(days=9)
    with pytest.raises(Refused, match="same day"):
        actions.supervision_series_plan(
            volunteers=[mentor], supervisor=cast.supervisor, moments=[at, at], by=cast.supervisor
        )
    assert not mentor.supervisions.exists()


def test_s14_one_of_a_series_is_moved_by_itself_and_the_mentor_is_asked_again(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    first, second = planned(cast, mentor, days=5), planned(cast, mentor, days=40)
    actions.supervision_answer(supervision=first, coming=False, by=cast.mentor)
    assert "Can’t come" in page(cast, "supervision_record", first.pk).content.decode()
    at = timezone.now() + timedelta(days=7)
    moved = actions.supervision_move(supervision=first, planned_at=at, by=cast.supervisor)
    assert (moved.planned_at, moved.times_moved, moved.mentor_coming) == (at, 1, None)
    second.refresh_from_db()
    assert second.times_moved == 0
    with pytest.raises(Refused, match="passed"):
        actions.supervision_move(supervision=moved, planned_at=at - timedelta(days=30), by=cast.supervisor)


def test_s14_called_off_with_its_reason_and_missed_by_whom(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    off, missed = planned(cast, mentor, days=5), planned(cast, mentor, days=-1)
    where = reverse("matching:supervision_call_off", args=[cast.scheme.slug, off.pk])
    cast.client(cast.supervisor).post(where, {"reason": "ill", "because": "Flu going round."})
    off.refresh_from_db()
    assert (off.outcome, off.reason, off.because) == ("called-off", "ill", "Flu going round.")
    record = reverse("matching:supervision_record", args=[cast.scheme.slug, missed.pk])
    assert (
        "Say who could not come." in cast.client(cast.supervisor).post(record, {"outcome": "missed"}).content.decode()
    )
    sent = {"outcome": "missed", "missed_by": "supervisor", "reason": "work"}
    assert cast.client(cast.supervisor).post(record, sent).status_code == 302
    assert "The supervisor could not come" in cast.client(cast.lead).get(record).content.decode()
    assert "Flu going round." not in cast.client(cast.mentor).get("/me/supervision/").content.decode()


def test_s14_the_mentor_alone_answers_and_only_before(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    ahead, over = planned(cast, mentor, days=5), planned(cast, mentor, days=-2)
    for by, row in ((cast.supervisor, ahead), (cast.peer, ahead), (cast.mentor, over)):
        with pytest.raises(Refused):
            actions.supervision_answer(supervision=row, coming=True, by=by)
    where = reverse("matching:my_supervision_answer", args=[ahead.pk])
    assert cast.client(cast.peer).post(where, {"coming": "yes"}).status_code == 404
    cast.client(cast.mentor).post(where, {"coming": "yes"})
    ahead.refresh_from_db()
    assert ahead.mentor_coming


def test_s14_planned_too_late_is_a_gap_on_every_screen_and_a_sign(world):
    match = Match.objects.together().filter(scheme=world.scheme).first()
    mentor, now = match.volunteer, timezone.now()
    Supervision.objects.all().delete()
    Match.objects.filter(volunteer=mentor).update(introduced_on=timezone.localdate() - timedelta(days=60))
    volunteer_edit(volunteer=mentor, changes={"supervisor": world.supervisor}, by=world.coordinator)
    late = planned(world, mentor, days=20)
    assert [gap.planned_on for gap in queries.supervision_gaps(now) if gap.volunteer == mentor]
    assert mentor.pk in supervision_due([mentor.pk], now)
    assert "lanned, but not before" in page(world, "supervision_list").content.decode()
    today = world.client(world.supervisor).get("/").content.decode()
    assert f"{mentor.first_name} has no supervision planned in time" in today
    actions.supervision_move(supervision=late, planned_at=now + timedelta(days=13), by=world.supervisor)
    assert not [gap for gap in queries.supervision_gaps(now) if gap.volunteer == mentor]
    assert not supervision_due([mentor.pk], now)


def test_p8_a_closer_rhythm_makes_what_was_in_time_too_late(world):
    match = Match.objects.together().filter(scheme=world.scheme).first()
    mentor, now = match.volunteer, timezone.now()
    Supervision.objects.all().delete()
    planned(world, mentor, days=30)
    assert not [gap for gap in queries.supervision_gaps(now) if gap.volunteer == mentor]
    assert mentor.pk in queries.dated_in_time([mentor.pk], now)
    rhythm = Rhythm(14, 14)
    supervision_rhythm_set(scheme=world.scheme, rhythm=rhythm, from_on=timezone.localdate(), by=world.coordinator)
    assert [gap for gap in queries.supervision_gaps(now) if gap.volunteer == mentor]
    assert mentor.pk not in queries.dated_in_time([mentor.pk], now)


def test_s14_a_group_does_not_stand_for_time_alone(world):
    mentor, now = world.volunteer, timezone.now()
    Supervision.objects.all().delete()
    planned(world, mentor, world.peer_volunteer, days=3)
    assert mentor.pk not in queries.dated_in_time([mentor.pk], now)


def test_whoever_mentors_too_plans_and_writes_nothing_about_themselves(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    membership_grant(scheme=cast.scheme, user=cast.mentor, role="coordinator", by=cast.manager)
    ahead = planned(cast, mentor, days=-1)
    with pytest.raises(Refused, match="about you"):
        planned(cast, mentor, days=9, by=cast.mentor)
    with pytest.raises(Refused, match="about you"):
        recorded(cast, ahead, by=cast.mentor)
    recorded(cast, ahead, notes={"private_note": "Quartzwren tired"})
    assert page(cast, "supervision_record", ahead.pk, by=cast.mentor).status_code == 404
    assert "Quartzwren" not in page(cast, "supervision_list", by=cast.mentor).content.decode()
    assert "Quartzwren" in page(cast, "supervision_record", ahead.pk, by=cast.coordinator).content.decode()


def test_nobody_supervises_themselves(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    with pytest.raises(Refused, match="themselves"):
        actions.supervision_plan(
            volunteers=[mentor], supervisor=cast.mentor, planned_at=timezone.now(), by=cast.coordinator
        )
