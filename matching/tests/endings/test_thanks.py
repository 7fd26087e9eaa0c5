"""S15: a certificate of a mentor's hours and a reference: theirs, seen by those who write it, naming nobody else."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from matching.endings.thanks.actions import mentor_reference_write
from matching.endings.thanks.queries import mentoring_time
from matching.endings.thanks.rules import Given, MentoringTime, by_month, by_year, time_of
from matching.relationships.actions import session_log, session_plan
from matching.supervision.actions import supervision_plan, supervision_record
from matching.tests.readying import together
from mentoring.transitions import Refused


@pytest.fixture
def hours(pair):
    """Zofia and Jay met three times, and will again."""
    match = together(pair, pair.volunteer, pair.young_person)
    session_plan(match=match, planned_at=timezone.now() + timedelta(days=3), by=pair.mentor)
    for days, minutes in ((4, 60), (3, 45), (2, 50)):
        session_log(
            match=match, outcome="held", planned_at=timezone.now() - timedelta(days=days), minutes=minutes,
            channel="in-person", by=pair.mentor,
        )  # fmt: skip
    return pair


def text_of(answer) -> str:
    assert answer.headers["Content-Type"] == "application/pdf"
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


@pytest.mark.parametrize(("minutes", "hours"), [(0, 0), (29, 0), (30, 0.5), (155, 2.5), (180, 3)])
def test_s15_hours_are_counted_to_the_half_hour_below(minutes, hours):
    assert MentoringTime(1, minutes, None, None).hours == hours


def test_s15_only_meetings_that_took_place_count(hours):
    time = mentoring_time(hours.volunteer)
    assert (time.sessions, time.minutes) == (3, 155)


def test_s15_the_certificate_tells_hours_and_names_no_young_person(hours):
    mine = hours.client(hours.mentor)
    here = reverse("matching:my_mentor_certificate", args=[hours.volunteer.pk])
    assert here in mine.get("/me/").content.decode()
    text = text_of(mine.get(here))
    assert "Zofia Nowak" in text
    assert "2.5" in text
    assert "Jay" not in text


def test_s15_the_reference_is_there_once_it_is_written_for_its_mentor_alone(hours):
    here = reverse("matching:my_mentor_reference", args=[hours.volunteer.pk])
    mine = hours.client(hours.mentor)
    assert mine.get(here).status_code == 404
    form = reverse("matching:mentor_reference_write", args=[hours.scheme.slug, hours.volunteer.pk])
    desk = hours.client(hours.coordinator)
    assert "Zofia has been a volunteer mentor" in desk.get(form).content.decode()
    desk.post(form, {"words": "Zofia is kind and steady."})
    assert here in mine.get("/me/").content.decode()
    text = text_of(mine.get(here))
    assert "kind and steady" in text
    assert "Dee Parker" in text
    for other in (hours.peer, hours.mentee, hours.lead):
        assert hours.client(other).get(here).status_code == 404
    record = reverse("schemes:volunteer_show", args=[hours.scheme.slug, hours.volunteer.pk])
    assert "Write a reference" not in hours.client(hours.lead).get(record).content.decode()
    assert "Change the reference" in desk.get(record).content.decode()


def test_s15_nobody_writes_their_own_reference(hours):
    type(hours.volunteer).objects.filter(pk=hours.volunteer.pk).update(user=hours.coordinator)
    form = reverse("matching:mentor_reference_write", args=[hours.scheme.slug, hours.volunteer.pk])
    assert hours.client(hours.coordinator).get(form).status_code == 404
    with pytest.raises(Refused, match="about you"):
        mentor_reference_write(volunteer=hours.volunteer, words="Great", by=hours.coordinator)


def test_s16_hours_are_by_month_and_year_the_newest_first():
    given = [
        Given(date(2025, 12, 30), "session", 60), Given(date(2026, 1, 2), "session", 50),
        Given(date(2026, 1, 9), "supervision", 60), Given(date(2026, 2, 1), "training", 120),
    ]  # fmt: skip
    assert [(month.first_on, month.total) for month in by_month(given)] == [
        (date(2026, 2, 1), 2), (date(2026, 1, 1), 1.5), (date(2025, 12, 1), 1),
    ]  # fmt: skip
    assert [(year.first_on.year, year.total) for year in by_year(given)] == [(2026, 3.5), (2025, 1)]
    assert dict(by_month(given)[1].named) == {
        "With a young person": 0.5, "Training": 0, "Supervision": 1, "The peer group": 0,
    }  # fmt: skip
    time = time_of(given)
    assert (time.sessions, time.hours, time.hours_besides, time.hours_in_all) == (2, 1.5, 3, 4.5)


def test_s16_the_page_and_the_certificate_count_the_same_hours(hours):
    at = timezone.now() - timedelta(days=1)
    supervision_plan(volunteers=[hours.volunteer], supervisor=hours.supervisor, planned_at=at, by=hours.coordinator)
    supervision = hours.volunteer.supervisions.get(planned_at=at)
    supervision_record(supervision=supervision, outcome="held", notes={"shared_note": "All well."}, by=hours.supervisor)
    time = mentoring_time(hours.volunteer)
    mine = hours.client(hours.mentor)
    page = mine.get(reverse("matching:my_hours", args=[hours.volunteer.pk])).content.decode()
    assert f"{time.hours:g} with a young person, in 3 meetings" in page
    assert f"{time.hours_in_all:g} hours" in page
    assert time.hours_besides >= 1
    assert "Jay" not in page
    text = text_of(mine.get(reverse("matching:my_mentor_certificate", args=[hours.volunteer.pk])))
    assert f"{time.hours_besides:g}" in text
    for other in (hours.peer, hours.mentee, hours.coordinator):
        assert hours.client(other).get(reverse("matching:my_hours", args=[hours.volunteer.pk])).status_code == 404
