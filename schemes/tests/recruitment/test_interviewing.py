"""S9: two people interview, score apart from each other, and agree on one outcome with its reason."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from schemes import home
from schemes.people.actions import membership_grant, volunteer_edit
from schemes.recruitment.criteria import CRITERIA
from schemes.recruitment.interviewing.actions import (
    interview_agree,
    interview_begin,
    interview_call_off,
    interview_score,
)
from schemes.recruitment.interviewing.queries import scores_shown
from schemes.recruitment.interviewing.rules import wide_differences, words_needed
from schemes.recruitment.models import Interview, InterviewScore
from schemes.tests.people import joining_world as way

GOOD = dict.fromkeys(CRITERIA, 4)
LOWER = {**GOOD, "boundaries": 2}


@pytest.fixture
def interviewee(cast):
    return way.to_interview(cast, cast.uncleared_volunteer)


@pytest.fixture
def interview(cast, interviewee):
    """By the co-ordinator and the safeguarding lead, each with an account."""
    return begin(cast, interviewee, second_user=cast.lead)


def begin(world, volunteer, **second):
    return interview_begin(volunteer=volunteer, held_on=date(2026, 11, 2), by=world.coordinator, **second)


def score(interview, by, points=GOOD, span_said="two"):
    return interview_score(interview=interview, points=points, span_said=span_said, by=by)


def agree(interview, by, outcome="go-on", why="Calm and clear.", **words):
    return interview_agree(interview=interview, outcome=outcome, why=why, by=by, **words)


# --- the rule, over plain values ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (GOOD, GOOD, []),
        (GOOD, {**GOOD, "span": 3}, []),
        (GOOD, LOWER, ["boundaries"]),
        ({**GOOD, "beliefs": 1}, {**GOOD, "motivation": 2}, ["motivation", "beliefs"]),
        ({}, {}, []),
        ({"motivation": 5}, {}, []),
    ],
)
def test_two_points_apart_is_wide(first, second, apart):
    assert wide_differences(first, second) == apart


@pytest.mark.parametrize(
    ("spans", "asked"),
    [
        (("two", "one"), False),
        (("open", "two"), True),
        (("two", "unsure"), True),
        (("less", "less"), True),
        (("", ""), False),
    ],
)
def test_as_long_as_possible_asks_for_a_talk(spans, asked):
    assert ("span_words" in words_needed(GOOD, GOOD, spans)) is asked


# --- who interviews -------------------------------------------------------------------------------------------------
def test_two_different_people_interview(cast, interviewee):
    for second in ({"second_user": cast.coordinator}, {"second_interviewer": " dee PARKER "}, {}):
        with pytest.raises(Refused):
            begin(cast, interviewee, **second)


def test_nobody_interviews_themselves(cast, interviewee):
    membership_grant(scheme=cast.scheme, user=cast.uncleared, role="coordinator", by=cast.manager)
    with pytest.raises(Refused):
        interview_begin(volunteer=interviewee, held_on=date(2026, 11, 2), second_user=cast.lead, by=cast.uncleared)
    for second in ({"second_user": cast.uncleared}, {"second_interviewer": "una reid"}):
        with pytest.raises(Refused):
            begin(cast, interviewee, **second)


def test_the_database_holds_two_people_and_one_open_interview_each(cast, interviewee, interview):
    rows = {"volunteer": interviewee, "held_on": date(2026, 11, 2), "first_interviewer": cast.coordinator}
    with pytest.raises(IntegrityError), transaction.atomic():
        Interview.objects.create(**rows, second_user=cast.lead)
    with pytest.raises(IntegrityError), transaction.atomic():
        Interview.objects.create(**rows, second_user=cast.coordinator, outcome="no")


def test_nobody_is_interviewed_before_they_applied_and_nobody_twice_at_once(cast, interviewee, interview):
    with pytest.raises(Refused):
        begin(cast, cast.volunteer, second_user=cast.lead)
    with pytest.raises(Refused):
        begin(cast, interviewee, second_user=cast.lead)


# --- scores apart ---------------------------------------------------------------------------------------------------
def test_nobody_sees_the_others_scores_before_both_are_in(cast, interview):
    """Held by visible_to, whichever page or export asks."""
    score(interview, cast.coordinator)
    for person, seen in ((cast.coordinator, {"first"}), (cast.lead, set()), (cast.supervisor, set())):
        assert set(scores_shown(cast.actor(person), interview)) == seen, person
    score(interview, cast.lead, LOWER)
    for person, seen in ((cast.coordinator, 2), (cast.lead, 2), (cast.supervisor, 0), (cast.uncleared, 0)):
        assert len(scores_shown(cast.actor(person), interview)) == seen, person


def test_the_page_shows_nothing_of_the_other_until_both_are_in(cast, interview):
    interview_score(interview=interview, points=LOWER, span_said="open", words="Impatient.", by=cast.coordinator)
    page = cast.client(cast.lead).get(f"/schemes/sheffield/people/interviews/{interview.pk}/").content.decode()
    assert "Impatient" not in page
    assert "Your scores" in page
    score(interview, cast.lead)
    page = cast.client(cast.lead).get(f"/schemes/sheffield/people/interviews/{interview.pk}/").content.decode()
    assert "Impatient" in page
    assert "far apart" in page


def test_scores_that_are_in_stay_as_they_are(cast, interview):
    score(interview, cast.coordinator)
    with pytest.raises(Refused):
        score(interview, cast.coordinator, LOWER)
    assert interview.scores.get().points == GOOD


def test_only_the_two_hand_in_scores_and_decide(cast, interview):
    for stranger in (cast.supervisor, cast.manager, cast.outsider):
        with pytest.raises(Refused):
            score(interview, stranger)
    score(interview, cast.coordinator)
    score(interview, cast.lead)
    with pytest.raises(Refused):
        agree(interview, cast.supervisor)


def test_a_second_one_without_an_account_scores_on_the_first_ones_screen_after_them(cast, interviewee):
    interview = begin(cast, interviewee, second_interviewer="Kai from the group")
    client, url = cast.client(cast.coordinator), f"/schemes/sheffield/people/interviews/{interview.pk}/"
    points = dict.fromkeys(CRITERIA, "5")
    assert client.post(url + "score/", {**points, "span_said": "two", "words": "Bossy."}).status_code == 302
    handed_over = client.get(url).content.decode()
    assert "Hand the screen to Kai" in handed_over
    assert "What each of the two thought" not in handed_over
    assert client.post(url + "score/", {**points, "span_said": "one"}).status_code == 302
    assert interview.scores.count() == 2


def test_one_database_row_for_each_of_the_two(cast, interview):
    row = score(interview, cast.coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        InterviewScore.objects.create(interview=interview, seat=row.seat, by=cast.lead)


# --- what they agree ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("outcome", "state"), [("go-on", "vetting"), ("no", "declined"), ("not-now", "interviewing")])
def test_either_of_the_two_agrees_and_it_is_done(cast, interviewee, interview, outcome, state):
    score(interview, cast.coordinator)
    score(interview, cast.lead)
    agreed = agree(interview, cast.lead, outcome)
    interviewee.refresh_from_db()
    assert (interviewee.state, agreed.agreed_by, agreed.why) == (state, cast.lead, "Calm and clear.")
    with pytest.raises(Refused):
        agree(interview, cast.coordinator)


def test_nothing_is_agreed_before_both_have_scored_or_without_a_reason(cast, interview):
    score(interview, cast.coordinator)
    with pytest.raises(Refused):
        agree(interview, cast.coordinator)
    score(interview, cast.lead)
    with pytest.raises(Refused):
        agree(interview, cast.coordinator, why=" ")


def test_a_wide_difference_and_as_long_as_possible_need_a_word_each(cast, interview):
    score(interview, cast.coordinator, span_said="open")
    score(interview, cast.lead, LOWER)
    with pytest.raises(Refused) as problem:
        agree(interview, cast.lead)
    assert problem.value.reasons == [
        "You are far apart on boundaries. Say what lies behind it.",
        "Talk with them about how long they can really stay, and write down what was said.",
    ]
    done = agree(interview, cast.lead, difference_words="Nerves.", span_words="Eighteen months, through exams.")
    assert done.span_words == "Eighteen months, through exams."


def test_the_page_asks_for_those_words_beside_their_fields_and_loses_nothing(cast, interview):
    score(interview, cast.coordinator, span_said="open")
    score(interview, cast.lead, LOWER)
    client, url = cast.client(cast.lead), f"/schemes/sheffield/people/interviews/{interview.pk}/"
    sent = {"outcome": "go-on", "why": "Warm with people."}
    short = client.post(url + "agree/", sent)
    assert short.status_code == 422
    for words in ("Warm with people.", "You are far apart on boundaries", "Talk with them about how long"):
        assert words in short.content.decode(), words
    words = {"difference_words": "Nerves.", "span_words": "Two years."}
    assert client.post(url + "agree/", {**sent, **words}).status_code == 302


def test_an_interview_called_off_makes_room_for_another(cast, interviewee, interview):
    interview_call_off(interview=interview, by=cast.coordinator)
    for late in (lambda: score(interview, cast.lead), lambda: interview_call_off(interview=interview, by=cast.lead)):
        with pytest.raises(Refused):
            late()
    assert begin(cast, interviewee, second_user=cast.supervisor).is_open


# --- pages ----------------------------------------------------------------------------------------------------------
def test_an_interview_is_begun_on_its_page(cast, interviewee):
    client = cast.client(cast.coordinator)
    url = f"/schemes/sheffield/people/volunteers/{interviewee.pk}/interview/"
    for wrong in ({"held_on": "2/11/2026"}, {"held_on": "2/11/2026", "second_interviewer": "Dee Parker"}):
        assert client.post(url, wrong).status_code == 422
    both = {"held_on": "2/11/2026", "second_interviewer": "Pat", "second_user": str(cast.lead.pk)}
    assert client.post(url, both).status_code == 422
    offered = client.get(url).content.decode()
    assert "Sam Okoye" in offered
    assert "Dee Parker</option>" not in offered
    assert client.post(url, {**both, "second_interviewer": ""}).status_code == 302
    assert interviewee.interviews.get().second_user == cast.lead


def test_what_is_owed_stands_on_the_first_page_of_each_of_the_two(cast, interview):
    def words(person):
        return [
            row.words for row in home.today_rows(cast.actor(person), timezone.localdate()) if "Interview" in row.words
        ]

    assert words(cast.lead) == ["Interview with Una Reid: your scores are wanted"]
    score(interview, cast.lead)
    assert words(cast.lead) == []
    score(interview, cast.coordinator)
    assert words(cast.coordinator) == ["Interview with Una Reid: both have scored; agree now"]
    assert words(cast.supervisor) == words(cast.outsider) == []


def test_whoever_was_interviewed_reads_nothing_of_it_even_as_staff(cast, interviewee, interview):
    membership_grant(scheme=cast.scheme, user=cast.uncleared, role="coordinator", by=cast.manager)
    page = cast.client(cast.uncleared).get(f"/schemes/sheffield/people/interviews/{interview.pk}/")
    assert page.status_code == 404


def test_a_trainer_who_interviewed_opens_that_one_and_no_other(cast, interviewee, interview):
    assert cast.client(cast.trainer).get(f"/schemes/sheffield/people/interviews/{interview.pk}/").status_code == 404
    interview_call_off(interview=interview, by=cast.coordinator)
    own = begin(cast, interviewee, second_user=cast.trainer)
    assert cast.client(cast.trainer).get(f"/schemes/sheffield/people/interviews/{own.pk}/").status_code == 200


def test_scores_and_reasons_are_not_readable_in_the_database(cast, interviewee, interview):
    score(interview, cast.coordinator)
    score(interview, cast.lead)
    agree(interview, cast.lead)
    with connection.cursor() as cursor:
        cursor.execute("SELECT points FROM schemes_interviewscore")
        assert "motivation" not in str(cursor.fetchall())
        cursor.execute("SELECT why FROM schemes_interview")
        assert "Calm" not in str(cursor.fetchall())


def test_the_record_leads_to_the_open_interview(cast, interviewee, interview):
    volunteer_edit(volunteer=interviewee, changes={"area": "Leeds"}, by=cast.coordinator)
    page = cast.client(cast.coordinator).get(f"/schemes/sheffield/people/volunteers/{interviewee.pk}/")
    assert f"/schemes/sheffield/people/interviews/{interview.pk}/" in page.content.decode()
