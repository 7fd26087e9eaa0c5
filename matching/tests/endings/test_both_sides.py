"""S15: each side says why and what it was like, if they like, and the other never reads it; goals are closed or handed
on; what was agreed for afterwards stands whole."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.endings import actions, queries
from matching.models import Ending, Goal, GoalAtEnd, Match
from matching.relationships.goals.actions import goal_add
from matching.tests.readying import introduced, together
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.models import Volunteer

MEETING = {"way": "meeting", "planned": "planned", "reason": "as-agreed"}


@pytest.fixture
def ending(pair):
    """Zofia and Jay, who come to an end with a goal of Jay's still open."""
    match = together(pair, pair.volunteer, pair.young_person)
    pair.goal = goal_add(match=match, words="Pass my theory test", by=pair.mentee)
    pair.match = actions.match_ending_begin(match=match, why="The time is up.", by=pair.coordinator)
    return pair


def staff_page(world, name):
    return reverse(f"matching:{name}", args=[world.scheme.slug, world.match.pk])


def words(response) -> str:
    return response.content.decode()


def test_s15_each_says_it_in_their_own_portal_and_the_other_never_reads_it(ending):
    here = reverse("matching:ending_say", args=[ending.match.pk])
    mine, mentors = ending.client(ending.mentee), ending.client(ending.mentor)
    page = mine.get(here)
    assert reading_age_of_page(words(page)) <= 9
    mine.post(here, {"reason": "not-right", "reason_words": "She was late a lot", "reflection": "I liked the soup"})
    mentors.post(here, {"reason": "no-time", "reflection": "I learnt to listen"})
    for reader, other in (
        (mentors, ("late a lot", "the soup")),
        (mine, ("learnt to listen",)),
    ):
        seen = words(reader.get(here)) + words(reader.get("/me/"))
        assert not [word for word in other if word in seen]
    story = words(ending.client(ending.coordinator).get(staff_page(ending, "match_show")))
    assert "She was late a lot" in story
    assert "I learnt to listen" in story
    own = words(ending.client(ending.supervisor).get(staff_page(ending, "match_show")))
    assert "She was late a lot" not in own, "a supervisor of the mentor is no reader of it"


@pytest.mark.parametrize("said", [{}, {"reason": "not-say"}])
def test_s15_either_may_decline_to_say(ending, said):
    here = reverse("matching:ending_say", args=[ending.match.pk])
    assert ending.client(ending.mentee).post(here, said).status_code == 302
    assert queries.ending_of(ending.match).mentee_said_at is not None


def test_s15_staff_write_nothing_over_what_somebody_said_themselves(ending):
    actions.ending_say(match=ending.match, reflection="I liked the soup", by=ending.mentee)
    desk = ending.client(ending.coordinator)
    page = words(desk.get(staff_page(ending, "ending_edit")))
    assert "mentee_reflection" not in page
    assert "mentor_reflection" in page
    desk.post(staff_page(ending, "ending_edit"), {"planned": "planned", "mentee_reflection": "Great"})
    assert queries.ending_of(ending.match).mentee_reflection == "I liked the soup"


def test_s15_a_stranger_to_the_pair_says_nothing(ending):
    with pytest.raises(Refused, match="two themselves"):
        actions.ending_say(match=ending.match, reflection="Good", by=ending.peer)


def test_s15_each_goal_is_reached_handed_on_or_let_go_before_the_match_closes(ending):
    today = timezone.localdate()
    actions.ending_save(match=ending.match, fields={**MEETING, "meeting_on": today}, by=ending.coordinator)
    with pytest.raises(Refused, match="each goal"):
        actions.match_end(match=ending.match, by=ending.coordinator)
    desk, key = ending.client(ending.coordinator), ending.goal.pk
    typed = {**MEETING, "meeting_on": "today", f"goal-{key}": "carried-on", f"with-{key}": "", "close": "yes"}
    answer = desk.post(staff_page(ending, "ending_edit"), typed)
    assert "Say who goes on with it." in words(answer)
    desk.post(staff_page(ending, "ending_edit"), typed | {f"with-{key}": "The college mentor"})
    assert Match.objects.get(pk=ending.match.pk).state == "ended"
    assert GoalAtEnd.objects.get(goal=ending.goal).carried_on_with == "The college mentor"
    assert Goal.objects.get(pk=key).progress == "open", "it goes on: it is the young person's"
    assert "goes on, with somebody else (The college mentor)" in words(desk.get(staff_page(ending, "match_show")))


@pytest.mark.parametrize(("outcome", "progress"), [("reached", "reached"), ("let-go", "parked")])
def test_s15_a_goal_that_is_closed_is_closed(ending, outcome, progress):
    said = {ending.goal.pk: (outcome, "")}
    actions.ending_save(match=ending.match, fields=MEETING, goals=said, by=ending.coordinator)
    assert Goal.objects.get(pk=ending.goal.pk).progress == progress
    actions.ending_save(
        match=ending.match, fields=MEETING, goals={ending.goal.pk: ("let-go", "")}, by=ending.coordinator
    )
    assert GoalAtEnd.objects.get().outcome == "let-go"


def test_s15_contact_afterwards_is_agreed_whole_or_not_at_all(ending):
    desk = ending.client(ending.coordinator)
    answer = desk.post(staff_page(ending, "ending_edit"), {"planned": "planned", "contact_after": "yes"})
    assert words(answer).count("Say this too") == 4, "each beside its field and in the summary"
    whole = {"contact_after": "yes", "contact_channel": "A text now and then", "contact_until": "1 May 2099"}
    desk.post(staff_page(ending, "ending_edit"), {"planned": "planned", **whole})
    assert queries.ending_of(ending.match).contact_after is True
    with pytest.raises(IntegrityError), transaction.atomic():
        Ending.objects.update(contact_channel="")
    desk.post(staff_page(ending, "ending_edit"), {"planned": "planned", "contact_after": "no"})
    assert queries.ending_of(ending.match).contact_after is False


def test_s15_two_who_have_never_met_end_as_never_started_and_nobody_else_does(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    match = actions.match_ending_begin(match=match, why="They could not find a day.", by=pair.coordinator)
    fields = {**MEETING, "planned": "never-started", "meeting_on": timezone.localdate()}
    actions.ending_save(match=match, fields=fields, by=pair.coordinator)
    assert actions.match_end(match=match, by=pair.coordinator).state == "ended"


def test_s15_what_was_talked_about_at_the_meeting_stands_with_what_was_not(ending):
    desk = ending.client(ending.coordinator)
    desk.post(staff_page(ending, "ending_edit"), {**MEETING, "meeting_on": "today", "talked_about": ["did", "goodbye"]})
    page = words(desk.get(staff_page(ending, "match_show")))
    assert "what each is proud of" in page
    assert "Not talked about: " in page
    assert page.index("Not talked about: ") < page.index("Whom the young person can ring")


def test_s15_nobody_records_the_end_of_their_own_pair(ending):
    Volunteer.objects.filter(pk=ending.volunteer.pk).update(user=ending.coordinator)
    desk = ending.client(ending.coordinator)
    for name in ("ending_edit", "ending_letter_write", "match_ending_begin"):
        assert desk.get(staff_page(ending, name)).status_code == 404
    match = Match.objects.get(pk=ending.match.pk)
    with pytest.raises(Refused, match="about you"):
        actions.ending_save(match=match, fields=MEETING, by=ending.coordinator)
    assert "Record the ending" not in words(desk.get(staff_page(ending, "match_show")))
