"""S15, L4: an ending is planned from ninety days before the agreed day, and again when another day is agreed on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.endings.actions import match_ending_begin
from matching.endings.planning.actions import ending_plan_write
from matching.endings.planning.home import today_rows
from matching.endings.planning.queries import endings_coming
from matching.endings.planning.reminders import ending_time_up, ending_to_plan
from matching.endings.planning.rules import agreed_end, planning_from, stage_of
from matching.relationships.reviews.actions import review_hold
from matching.relationships.reviews.queries import review_next
from matching.tests.readying import together
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.models import Volunteer

pytestmark = pytest.mark.usefixtures("at_noon")
MET = date(2026, 1, 5)
TERMS = {"last_weeks": "Cook the first soup again.", "goals": "Rent book: the housing worker.", "who_tells": "Dee."}


@pytest.mark.parametrize(
    ("weeks", "until", "end"),
    [
        (26, None, date(2026, 7, 6)),
        (26, date(2026, 10, 1), date(2026, 10, 1)),
        (26, date(2026, 6, 1), date(2026, 7, 6)),
        (None, date(2026, 10, 1), date(2026, 10, 1)),
        (None, None, None),
    ],
)
def test_l4_the_agreed_day_is_the_length_from_the_introduction_or_the_later_day_of_a_review(weeks, until, end):
    assert agreed_end(MET, weeks, until) == end


def test_s15_planning_starts_ninety_days_before_and_never_before_the_introduction():
    assert planning_from(MET, date(2026, 7, 6)) == date(2026, 4, 7)
    assert planning_from(MET, date(2026, 2, 2)) == MET


@pytest.mark.parametrize(
    ("today", "planned_for", "stage"),
    [
        (date(2026, 4, 6), None, None),
        (date(2026, 4, 7), None, ("plan", date(2026, 4, 7))),
        (date(2026, 4, 7), date(2026, 7, 6), None),
        (date(2026, 4, 7), date(2026, 6, 1), ("plan", date(2026, 4, 7))),
        (date(2026, 7, 5), date(2026, 7, 6), None),
        (date(2026, 7, 6), date(2026, 7, 6), ("over", date(2026, 7, 6))),
    ],
)
def test_s15_a_plan_counts_for_the_day_it_was_made_for(today, planned_for, stage):
    assert stage_of(introduced_on=MET, ends_on=date(2026, 7, 6), planned_for=planned_for, today=today) == stage


@pytest.fixture
def half_a_year(pair):
    """Zofia and Jay, who agreed today on 26 weeks."""
    pair.match = together(pair, pair.volunteer, pair.young_person)
    pair.match.agreements.update(length_weeks=26)
    return pair


def in_days(days):
    return timezone.now() + timedelta(days=days)


def rows(world, days):
    found = today_rows(world.actor(world.coordinator), [world.scheme.pk], timezone.localdate(in_days(days)))
    return [row.words for row in found]


PLAN_IT = "Plan how Zofia and Jay come to a good end"
UP = "The time that Zofia and Jay agreed on is up"


def test_s15_the_first_page_and_the_reminder_say_the_same_from_the_ninetieth_day_before(half_a_year):
    for days, row, told in ((91, [], set()), (92, [PLAN_IT], {half_a_year.coordinator.pk})):
        assert rows(half_a_year, days) == row
        assert {due.recipient_id for due in ending_to_plan(in_days(days))} == told
    later = {due.recipient_id: due.step for due in ending_to_plan(in_days(122))}
    assert later == {half_a_year.coordinator.pk: "", half_a_year.manager.pk: "manager"}


def test_s15_planned_is_done_until_the_time_is_up(half_a_year):
    match, ends_on = half_a_year.match, half_a_year.match.introduced_on + timedelta(weeks=26)
    ending_plan_write(match=match, ends_on=ends_on, **TERMS, by=half_a_year.coordinator)
    assert rows(half_a_year, 100) == []
    assert ending_to_plan(in_days(130)) == []
    assert rows(half_a_year, 182) == [UP]
    assert {due.recipient_id for due in ending_time_up(in_days(182))} == {half_a_year.coordinator.pk}
    assert half_a_year.manager.pk in {due.recipient_id for due in ending_time_up(in_days(196))}


def test_l4_a_review_that_gives_them_longer_moves_the_day_and_asks_for_another_plan(half_a_year):
    match, until = half_a_year.match, half_a_year.match.introduced_on + timedelta(days=300)
    ending_plan_write(match=match, ends_on=until, **TERMS, by=half_a_year.coordinator)
    today = timezone.localdate()
    review_hold(
        review=review_next(match), decision="go-on", held_on=today, extended_until=until, by=half_a_year.coordinator
    )
    assert endings_coming(in_days(190)) == []
    (due,) = endings_coming(in_days(210))
    assert (due.stage, due.ends_on) == ("plan", until)


def test_s15_it_is_asked_for_no_more_once_the_ending_has_begun_or_two_are_open_ended(half_a_year):
    match = half_a_year.match
    assert endings_coming(in_days(100)) == [match]
    match.agreements.update(length_weeks=None)
    assert endings_coming(in_days(400)) == []
    match.agreements.update(length_weeks=26)
    match_ending_begin(match=match, why="The time is up.", by=half_a_year.coordinator)
    assert endings_coming(in_days(400)) == []


def test_s15_both_read_their_last_weeks_and_nothing_that_is_for_staff(half_a_year):
    match = half_a_year.match
    here = reverse("matching:ending_plan_mine", args=[match.pk])
    assert half_a_year.client(half_a_year.mentee).get(here).status_code == 404
    desk = half_a_year.client(half_a_year.coordinator)
    form = reverse("matching:ending_plan_edit", args=[half_a_year.scheme.slug, match.pk])
    assert desk.post(form, {"ends_on": "1 March 2020", "last_weeks": "Soup"}).status_code == 422
    desk.post(form, {"ends_on": "1 March 2099", **TERMS})
    for one in (half_a_year.mentee, half_a_year.mentor):
        mine = half_a_year.client(one)
        assert here in mine.get("/me/").content.decode()
        page = mine.get(here).content.decode()
        assert "Cook the first soup again." in page
        assert reading_age_of_page(page) <= 9
        assert "housing worker" not in page
    page = desk.get(reverse("matching:match_show", args=[half_a_year.scheme.slug, match.pk])).content.decode()
    assert "housing worker" in page


def test_s15_nobody_plans_the_end_of_their_own_pair(half_a_year):
    Volunteer.objects.filter(pk=half_a_year.volunteer.pk).update(user=half_a_year.coordinator)
    form = reverse("matching:ending_plan_edit", args=[half_a_year.scheme.slug, half_a_year.match.pk])
    assert half_a_year.client(half_a_year.coordinator).get(form).status_code == 404
    assert rows(half_a_year, 100) == []
    assert ending_to_plan(in_days(100)) == []
    half_a_year.match.refresh_from_db()
    with pytest.raises(Refused, match="about you"):
        ending_plan_write(match=half_a_year.match, ends_on=MET, last_weeks="Soup", by=half_a_year.coordinator)
