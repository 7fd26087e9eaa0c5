"""S15: three months on somebody asks how they are; for a fortnight an ending can be taken back, past the gate."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.endings import actions
from matching.endings.afterwards.actions import follow_up_record, match_reopen
from matching.endings.afterwards.reminders import follow_up_due
from matching.endings.afterwards.rules import follow_up_on, reopens_until
from matching.endings.home import today_rows
from matching.models import Ending, EndingTakenBack, FollowUp, Match
from matching.pairing.actions import match_activate
from matching.tests.pairing.pairing_world import mentor
from matching.tests.readying import introduced, together
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_move
from schemes.people.models import YoungPerson

pytestmark = pytest.mark.usefixtures("at_noon")
WORDS = "Works at the garage and likes it."


@pytest.mark.parametrize(
    ("ended_on", "due_on"),
    [
        (date(2026, 1, 12), date(2026, 4, 13)),
        (date(2026, 11, 30), date(2027, 3, 1)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2026, 12, 8), date(2027, 3, 8)),
    ],
)
def test_s15_it_is_three_months_later_on_a_working_day(ended_on, due_on):
    assert follow_up_on(ended_on) == due_on


def test_s15_an_ending_can_be_taken_back_for_a_fortnight():
    assert reopens_until(date(2026, 1, 12)) == date(2026, 1, 26)


def ended_today(world, match, **fields):
    match = actions.match_ending_begin(match=match, why="They moved.", by=world.coordinator)
    whole = {"way": "meeting", "planned": "premature", "reason": "moved", "meeting_on": timezone.localdate(), **fields}
    actions.ending_save(match=match, fields=whole, by=world.coordinator)
    return actions.match_end(match=match, by=world.coordinator)


@pytest.fixture
def over(pair):
    pair.match = ended_today(pair, together(pair, pair.volunteer, pair.young_person), reason_words="A job far away.")
    return pair


def rows(world, at):
    return [row.words for row in today_rows(world.actor(world.coordinator), timezone.localdate(at))]


def page(world, name):
    return reverse(f"matching:{name}", args=[world.scheme.slug, world.match.pk])


def words(response) -> str:
    return response.content.decode()


ASK = "Ask Jay how they are, three months on"


def test_s15_on_that_day_the_first_page_and_the_reminder_ask_and_once_written_they_stop(over):
    due_on = FollowUp.objects.get().due_on
    day = timezone.now() + (due_on - timezone.localdate())
    assert ASK not in rows(over, day - timedelta(days=1))
    assert follow_up_due(day - timedelta(days=1)) == []
    assert ASK in rows(over, day)
    assert {due.recipient_id for due in follow_up_due(day)} == {over.coordinator.pk}
    assert over.manager.pk in {due.recipient_id for due in follow_up_due(day + timedelta(days=14))}
    desk, typed = over.client(over.coordinator), {"outcome": "spoken", "spoken_on": "today"}
    assert desk.post(page(over, "follow_up_record"), typed).status_code == 422, "with words"
    desk.post(page(over, "follow_up_record"), typed | {"words": WORDS})
    assert ASK not in rows(over, day)
    assert follow_up_due(day) == []


def test_s15_what_they_say_then_is_read_by_co_ordinators_and_the_lead_alone(over):
    said = {"outcome": "spoken", "spoken_on": timezone.localdate(), "words": WORDS}
    follow_up_record(follow_up=FollowUp.objects.get(), **said, by=over.coordinator)
    for reader, reads in ((over.coordinator, True), (over.lead, True), (over.supervisor, False)):
        answer = over.client(reader).get(page(over, "match_show"))
        assert answer.status_code == 200
        assert (WORDS in words(answer)) is reads
    assert WORDS not in words(over.client(over.mentor).get("/me/"))


def test_s15_it_is_recorded_whole(over):
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.update(outcome="spoken")


def test_s15_taken_back_they_are_together_and_the_ending_is_kept(over):
    answer = over.client(over.coordinator).post(page(over, "match_reopen"), {"note": "The job fell through"})
    assert answer.status_code == 302
    match = Match.objects.get(pk=over.match.pk)
    assert (match.state, match.ended_on) == ("active", None)
    assert not Ending.objects.filter(match=match).exists()
    kept = EndingTakenBack.objects.get()
    assert (kept.planned, kept.told["reason_words"]) == ("premature", "A job far away.")
    assert match.reviews.filter(held_on__isnull=True).exists(), "L4: the next review has its date"
    story = words(over.client(over.coordinator).get(page(over, "match_show")))
    assert "They go on after all" in story
    assert "The job fell through" in story
    ended_today(over, match)
    assert Ending.objects.filter(match=match).count() == 1, "one match, one ending"


def test_s15_one_match_has_one_ending_by_constraint(over):
    with pytest.raises(IntegrityError), transaction.atomic():
        Ending.objects.create(match=over.match, recorded_by=over.coordinator)


def later(match, days: int) -> Match:
    Match.objects.filter(pk=match.pk).update(ended_on=timezone.localdate() - timedelta(days=days))
    return Match.objects.get(pk=match.pk)


def test_s15_on_the_fourteenth_day_still_and_not_a_day_later(over):
    over.match = later(over.match, 15)
    assert over.client(over.coordinator).get(page(over, "match_reopen")).status_code == 404
    with pytest.raises(Refused, match="last 14 days"):
        match_reopen(match=over.match, note="Again", by=over.coordinator)
    match_reopen(match=later(over.match, 14), note="Again", by=over.coordinator)


def refused(world, words):
    with pytest.raises(Refused, match=words):
        match_reopen(match=world.match, note="Again", by=world.coordinator)
    assert Match.objects.get(pk=world.match.pk).state == "ended"
    assert Ending.objects.filter(match=world.match).exists()


def test_s15_the_gate_holds_a_mentor_who_left_or_paused(over):
    volunteer_move(volunteer=over.volunteer, to="paused", by=over.coordinator)
    refused(over, "taking a break")


def test_s15_the_gate_holds_another_mentor_by_now(over):
    kim = mentor(over, "Kim Bell")
    over.match = later(over.match, 1)
    YoungPerson.objects.filter(pk=over.young_person.pk).update(still_wants_mentor_on=timezone.localdate())
    actions.ending_review_sign(ending=Ending.objects.get(), by=over.coordinator)
    over.young_person.refresh_from_db()
    introduced(over, kim, over.young_person)
    refused(over, "has a mentor already")


def test_s15_the_gate_holds_no_wish_any_more(over):
    YoungPerson.objects.filter(pk=over.young_person.pk).update(
        still_wants_mentor_on=timezone.localdate() - timedelta(days=200)
    )
    refused(over, "still want a mentor")


def test_s15_two_who_had_never_met_are_introduced_again_and_no_more(pair):
    pair.match = ended_today(pair, introduced(pair, pair.volunteer, pair.young_person), planned="never-started")
    assert match_reopen(match=pair.match, note="They found a day", by=pair.coordinator).state == "introduced"


def test_s15_no_other_door_leads_out_of_ended(over):
    for door in (match_activate, lambda **said: actions.match_ending_begin(why="", **said)):
        with pytest.raises(Refused, match="cannot become"):
            door(match=over.match, by=over.coordinator)


def test_s15_taken_back_all_of_it_is_kept_also_who_said_what_when_and_how_they_were_then(pair):
    pair.match = together(pair, pair.volunteer, pair.young_person)
    match = actions.match_ending_begin(match=pair.match, why="They moved.", by=pair.coordinator)
    actions.ending_say(match=match, reflection="She was kind.", by=pair.mentee)
    whole = {"way": "meeting", "planned": "planned", "reason": "as-agreed", "meeting_on": timezone.localdate()}
    actions.ending_save(match=match, fields=whole, by=pair.coordinator)
    match = actions.match_end(match=match, by=pair.coordinator)
    said = {"outcome": "spoken", "spoken_on": timezone.localdate(), "words": WORDS}
    follow_up_record(follow_up=FollowUp.objects.get(), **said, by=pair.coordinator)
    match_reopen(match=match, note="The job fell through", by=pair.coordinator)
    told = EndingTakenBack.objects.get().told
    assert (told["mentee_reflection"], told["mentor_said_at"]) == ("She was kind.", None)
    assert told["mentee_said_at"]
    assert (told["follow_up"]["words"], told["follow_up"]["recorded_by"]) == (WORDS, str(pair.coordinator.pk))


@pytest.mark.parametrize(("months", "ahead"), [("6,12", [6, 12]), ("", [None])])
def test_l4_taken_back_their_reviews_have_their_days_also_in_a_scheme_of_full_ones_only(over, months, ahead):
    type(over.scheme).objects.update(review_every_days=0, full_review_months=months)
    over.match.reviews.all().delete()
    match_reopen(match=Match.objects.get(pk=over.match.pk), note="Again", by=over.coordinator)
    found = list(over.match.reviews.order_by("due_on"))
    assert [review.full_at_months for review in found] == ahead
    assert found[0].due_on > timezone.localdate() + timedelta(days=100)
