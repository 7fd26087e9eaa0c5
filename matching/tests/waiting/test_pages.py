"""S10, L10: the waiting list in its fair order, those who are held up, and the reminder to get in touch."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from matching.pairing.models import Match
from matching.tests.readying import mentee_ready, mentor_ready, together
from matching.waiting.home import today_rows
from matching.waiting.queries import contacts_due, held_up, line
from matching.waiting.reminders import progress_contact
from safeguarding.consent.actions import consent_ask
from schemes.people.actions import young_person_add, young_person_move
from schemes.young_people.actions import contact_record


@pytest.fixture
def queue(cast):
    """Given three who said yes on three days: Ann first, then Bo, then Cy."""
    for name, days in (("Ann", 50), ("Bo", 40), ("Cy", 5)):
        with time_machine.travel(timezone.now() - timedelta(days=days)):
            person = young_person_add(
                scheme=cast.scheme, name=name, mentor_kind="either", by=cast.coordinator,
                referral={"is_self_referral": True, "received_on": timezone.localdate()},
            )  # fmt: skip
            for to in ("contacted", "met", "waiting"):
                young_person_move(young_person=person, to=to, by=cast.coordinator)
            person.refresh_from_db()
        setattr(cast, name.lower(), person)
    return cast


def names(cast) -> list[str]:
    rows, _ = line(cast.scheme, timezone.localdate(), start=0, size=50)
    return [row.person.name for row in rows]


def test_s10_the_order_is_the_day_they_said_yes(queue):
    assert names(queue) == ["Ann", "Bo", "Cy"]


def test_s10_a_pause_loses_no_place(queue):
    for to in ("paused", "waiting"):
        young_person_move(young_person=queue.ann, to=to, by=queue.coordinator)
        queue.ann.refresh_from_db()
    assert names(queue) == ["Ann", "Bo", "Cy"]


def test_s10_who_went_away_and_came_back_begins_anew(queue):
    for to in ("moved-on", "waiting"):
        young_person_move(young_person=queue.ann, to=to, by=queue.coordinator)
        queue.ann.refresh_from_db()
    assert names(queue) == ["Bo", "Cy", "Ann"]


def test_s10_who_is_passed_over_is_seen_and_why(queue):
    """Given that the last in line has a mentor, when the list is read, then it says so of the two before."""
    mentor_ready(queue, queue.volunteer)
    mentee_ready(queue, queue.young_person)
    together(queue, queue.volunteer, queue.young_person)  # Jay, who said yes today
    rows, _ = line(queue.scheme, timezone.localdate(), start=0, size=50)
    assert [(row.person.name, row.passed_by) for row in rows] == [("Ann", 1), ("Bo", 1), ("Cy", 1)]
    page = queue.client(queue.coordinator).get(reverse("matching:waiting_list", args=["sheffield"])).content.decode()
    assert "said yes later and has a mentor" in page
    assert "A pause loses no place" in page


def test_s10_whoever_was_not_reached_for_four_weeks_is_owed_a_word(queue):
    owed = [person.name for person, _ in contacts_due(queue.scheme, timezone.localdate())]
    assert owed == ["Ann", "Bo"]
    contact_record(young_person=queue.ann, made_on=timezone.localdate(), how="call", reached=True, by=queue.coordinator)
    assert [person.name for person, _ in contacts_due(queue.scheme, timezone.localdate())] == ["Bo"]


def test_the_reminder_goes_to_the_coordinator_and_two_weeks_later_to_the_manager_without_a_name(queue):
    dues = {(due.object_key, due.step): due for due in progress_contact(timezone.now())}
    assert dues[f"schemes.youngperson:{queue.ann.pk}", ""].recipient_id == queue.coordinator.pk
    assert (f"schemes.youngperson:{queue.ann.pk}", "manager") in dues, "22 days over"
    assert (f"schemes.youngperson:{queue.bo.pk}", "manager") not in dues, "12 days over"


def test_the_managers_reminder_leads_to_no_record(queue):
    later = [due for due in progress_contact(timezone.now() + timedelta(days=10)) if due.step == "manager"]
    assert {due.recipient_id for due in later} == {queue.manager.pk}
    assert {due.path for due in later} == {"/"}


def test_s10_a_contact_can_end_the_waiting_without_a_why(queue):
    url = reverse("schemes:contact_record", args=["sheffield", queue.ann.pk])
    sent = {"made_on": "today", "how": "text", "reached": "yes", "still_wants": "no", "kind": "progress", "line": ""}
    assert queue.client(queue.coordinator).post(url, sent).status_code == 302
    queue.ann.refresh_from_db()
    assert queue.ann.state == "chose-not"
    assert names(queue) == ["Bo", "Cy"]


def test_whoever_was_not_reached_has_said_nothing(queue):
    url = reverse("schemes:contact_record", args=["sheffield", queue.ann.pk])
    sent = {"made_on": "today", "how": "text", "reached": "no", "still_wants": "yes", "kind": "progress"}
    assert queue.client(queue.coordinator).post(url, sent).status_code == 422


def test_l10_a_consent_asked_34_days_ago_stands_on_the_list_and_on_the_record(queue):
    asked_on = timezone.localdate() - timedelta(days=34)
    consent_ask(young_person=queue.cy, kind="parent", asked_on=asked_on, by=queue.coordinator)
    rows = held_up(queue.scheme, timezone.localdate(), queue.actor(queue.coordinator).within(queue.scheme))
    cy = next(row for row in rows if row.person == queue.cy)
    assert ("parent", 34) in [(one.kind, one.days(timezone.localdate())) for one in cy.barriers]
    assert rows == sorted(rows, key=lambda row: row.since), "the oldest first"
    desk = queue.client(queue.coordinator)
    stuck = desk.get(reverse("matching:stuck_list", args=["sheffield"]) + "?kind=parent").content.decode()
    assert "34 days" in stuck
    record = desk.get(reverse("schemes:young_person_show", args=["sheffield", queue.cy.pk])).content.decode()
    assert "A parent’s consent was asked for and has not been given." in record


@pytest.mark.parametrize("junk", ["?kind=nonsense", "?page=-1", "?page=x", "?page=99999999", "?page=²"])
def test_junk_in_the_address_is_answered(queue, junk):
    desk = queue.client(queue.coordinator)
    for name in ("waiting_list", "stuck_list"):
        assert desk.get(reverse(f"matching:{name}", args=["sheffield"]) + junk).status_code == 200


def test_the_first_page_says_it_once(queue):
    (row,) = today_rows(queue.actor(queue.coordinator), timezone.localdate())
    assert row.words == "2 young people wait and have not heard from us for four weeks"


def test_s10_whose_match_ended_waits_since_then_on_both_pages(queue):
    """One definition: the list, and what holds somebody up, count from the same day."""
    match = Match.objects.create(scheme=queue.scheme, volunteer=queue.volunteer, young_person=queue.ann, state="ended")
    match.state_changes.create(from_state="active", to_state="ended", by=queue.coordinator)
    assert names(queue) == ["Bo", "Cy", "Ann"]
    rows = held_up(queue.scheme, timezone.localdate(), queue.actor(queue.coordinator).within(queue.scheme))
    ann = next((row for row in rows if row.person == queue.ann), None)
    assert ann is None or "contact" not in {barrier.kind for barrier in ann.barriers}


def test_l10_a_long_list_is_kept_in_order_for_a_moment_but_shows_each_row_as_it_stands(queue, monkeypatch):
    """Given so many that their order is kept, when somebody's only barrier goes, then their row is gone at once."""
    monkeypatch.setattr("matching.waiting.queries.MANY", 1)
    desk, url = queue.client(queue.coordinator), reverse("matching:stuck_list", args=["sheffield"]) + "?kind=contact"
    assert ">Bo<" in desk.get(url).content.decode()
    young_person_move(young_person=queue.bo, to="chose-not", why="Found a group", by=queue.coordinator)
    page = desk.get(url).content.decode()
    assert ">Bo<" not in page
    assert ">Ann<" in page
