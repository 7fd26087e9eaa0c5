"""Studying alone with a check, earlier training by decision, certificates, and what runs out (S11)."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.transitions import Refused
from schemes import reminders
from schemes.planning.actions import scheme_move
from schemes.tests.people import joining_world as way
from schemes.training import queries
from schemes.training.actions import (
    certificate_issue,
    course_start,
    equivalence_add,
    equivalence_withdraw,
    module_edit,
    study_answer,
    training_standard_set,
)
from schemes.training.models import Certificate, StudyTry
from schemes.training.quiz import is_passed, questions_in, right_of

QUIZ = "Two and two?\n- three\n* four\n\nRed and yellow?\n* orange\n- blue"
PLACE = "/schemes/sheffield/"


@pytest.fixture
def trained(cast):
    way._training(cast)
    return cast


@pytest.fixture
def learner(trained):
    return way.to_training(trained, trained.uncleared_volunteer)


@pytest.fixture
def module(trained):
    course = course_start(scheme=trained.scheme, programme="keeping_up", by=trained.coordinator)
    found = course.modules.get(topic="safeguarding")
    return module_edit(module=found, changes={"questions": QUIZ, "hours": Decimal(2)}, by=trained.trainer)


def answer(module, volunteer, *chosen, number=1):
    return study_answer(
        module=module, volunteer=volunteer, number=number, chosen=dict(enumerate(chosen)), by=volunteer.user
    )


# --- the questions ------------------------------------------------------------------------------------------------
def test_questions_are_written_as_on_paper():
    first, second = questions_in(QUIZ)
    assert (first.words, first.answers, first.right) == ("Two and two?", ("three", "four"), 1)
    assert right_of((first, second), {0: 1, 1: 1}) == 1


@pytest.mark.parametrize(
    "written",
    [
        "Only a question?",
        "No right one?\n- a\n- b",
        "Two right?\n* a\n* b",
        "Twice?\n* a\n- a",
        "- a\n* b",
        "Q\n* a\nb",
    ],
)
def test_questions_that_cannot_be_marked_come_back_with_a_sentence(trained, module, written):
    with pytest.raises(ValueError, match="."):
        questions_in(written)
    sent = {"text": "Read.", "questions": written, "pass_mark": 80, "tries_a_day": 3}
    page = trained.client(trained.trainer).post(f"{PLACE}training/modules/{module.pk}/study/", sent)
    assert page.status_code == 422
    assert written.splitlines()[0] in page.content.decode(), "what was typed is still there"


@pytest.mark.parametrize(("right", "of", "mark", "passed"), [(4, 5, 80, True), (3, 5, 80, False), (0, 0, 80, False)])
def test_the_pass_mark_is_in_per_cent_of_the_questions(right, of, mark, passed):
    assert is_passed(right, of, mark) is passed


# --- studying alone -----------------------------------------------------------------------------------------------
def test_a_module_passed_alone_counts_its_hours_once(learner, module):
    assert answer(module, learner, 1, 0).passed
    answer(module, learner, 1, 0, number=2)
    standing = queries.training_standing(learner)
    assert standing.hours == 2
    assert "safeguarding" not in standing.missing


def test_not_enough_right_answers_count_nothing(learner, module):
    assert not answer(module, learner, 1, 1).passed
    assert queries.training_standing(learner).hours == 0


def test_the_same_page_sent_twice_is_one_go(learner, module):
    answer(module, learner, 0, 0)
    with pytest.raises(Refused, match="already"):
        answer(module, learner, 1, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        StudyTry.objects.create(
            module=module, volunteer=learner, on=timezone.localdate(), number=1, right=2, of=2, passed=True
        )


def test_there_are_so_many_goes_a_day_and_no_more(learner, module):
    for number in (1, 2, 3):
        answer(module, learner, 0, 0, number=number)
    with pytest.raises(Refused, match="tomorrow"):
        answer(module, learner, 1, 0, number=4)
    assert StudyTry.objects.count() == 3


def test_nobody_answers_for_somebody_else(trained, learner, module):
    with pytest.raises(Refused):
        study_answer(module=module, volunteer=learner, number=1, chosen={0: 1, 1: 0}, by=trained.coordinator)


def test_a_volunteer_reads_and_answers_on_their_own_page_and_learns_only_how_many_were_right(trained, learner, module):
    client, url = trained.client(trained.uncleared), f"/me/training/study/{module.pk}/"
    assert "Red and yellow?" in client.get(url).content.decode()
    assert client.post(url, {"number": 1, "question_0": 0}).status_code == 422
    page = client.post(url, {"number": 1, "question_0": 0, "question_1": 0}, follow=True).content.decode()
    assert "1 of 2 right" in page
    page = client.post(url, {"number": 2, "question_0": 1, "question_1": 0}, follow=True).content.decode()
    assert "Well done" in page


def test_what_is_studied_alone_is_for_those_who_are_trained_here(trained, module):
    url = f"/me/training/study/{module.pk}/"
    assert trained.client(trained.mentor).get(url).status_code == 404, "has only asked about volunteering"
    assert trained.client(trained.outsider).get(url).status_code == 404


# --- earlier training ---------------------------------------------------------------------------------------------
def earlier(world, volunteer, by=None, **changes):
    known = {"what": "Youth work diploma", "done_on": timezone.localdate() - timedelta(days=30), "hours": Decimal(6)}
    known |= {"topics": ["boundaries", "confidentiality"], "evidence": "Seen on paper.", **changes}
    return equivalence_add(volunteer=volunteer, by=by or world.coordinator, **known)


def test_earlier_training_counts_by_decision_until_it_is_taken_back(trained, learner):
    decided = earlier(trained, learner)
    standing = queries.training_standing(learner)
    assert (standing.hours, standing.missing) == (6, ("safeguarding",))
    equivalence_withdraw(equivalence=decided, by=trained.lead)
    assert queries.training_standing(learner).hours == 0
    with pytest.raises(Refused):
        equivalence_withdraw(equivalence=decided, by=trained.lead)


def test_nobody_decides_about_their_own_earlier_training(trained, learner):
    with pytest.raises(Refused):
        earlier(trained, learner, by=trained.uncleared)


def test_earlier_training_runs_out_like_any_other(trained, learner, module):
    earlier(trained, learner, topics=["safeguarding"], done_on=timezone.localdate() - timedelta(days=800))
    assert queries.training_standing(learner).run_out == ("safeguarding",)


def test_earlier_training_is_written_down_with_its_evidence_on_the_record(trained, learner):
    client, url = trained.client(trained.coordinator), f"{PLACE}people/volunteers/{learner.pk}/training/"
    sent = {"what": "Diploma", "done_on": "1 May 2025", "topics": ["boundaries"], "hours": "3", "evidence": ""}
    page = client.post(url + "earlier/", sent)
    assert page.status_code == 422
    assert "Diploma" in page.content.decode()
    assert client.post(url + "earlier/", {**sent, "evidence": "Seen."}).status_code == 302
    assert "Seen." in client.get(url).content.decode()


# --- certificates -------------------------------------------------------------------------------------------------
def test_a_certificate_is_for_the_whole_course_and_is_made_once(trained, learner):
    with pytest.raises(Refused):
        certificate_issue(course=trained.course, volunteer=learner, by=trained.coordinator)
    for session in trained.training_sessions:
        way.attend(trained, session, learner)
    first = certificate_issue(course=trained.course, volunteer=learner, by=trained.coordinator)
    again = certificate_issue(course=trained.course, volunteer=learner, by=trained.uncleared)
    assert (first.hours, first.number) == (12, again.number)
    assert Certificate.objects.count() == 1


def test_the_certificate_is_a_paper_that_both_staff_and_volunteer_can_save(trained, learner):
    for session in trained.training_sessions:
        way.attend(trained, session, learner)
    mine = trained.client(trained.uncleared)
    mine.post(f"/me/training/{trained.course.pk}/certificate/")
    certificate = Certificate.objects.get()
    assert certificate.number in mine.get("/me/training/").content.decode()
    for client, url in (
        (mine, f"/me/training/certificates/{certificate.pk}.pdf"),
        (trained.client(trained.coordinator), f"{PLACE}training/certificates/{certificate.pk}.pdf"),
    ):
        paper = client.get(url)
        assert paper.content.startswith(b"%PDF")
        with pikepdf.open(BytesIO(paper.content)) as read:
            assert "/StructTreeRoot" in read.Root, "tagged, so that it can be read aloud"
    assert trained.client(trained.mentor).get(f"/me/training/certificates/{certificate.pk}.pdf").status_code == 404


# --- the minimum of each kind of mentor ----------------------------------------------------------------------------
def test_peer_mentors_have_their_own_hours_and_topics(trained):
    training_standard_set(
        scheme=trained.scheme, programme="peer", hours=Decimal(20), topics=["values"], by=trained.coordinator
    )
    peer, other = (queries.training_standing(one) for one in (trained.peer_volunteer, trained.volunteer))
    assert (peer.hours_needed, other.hours_needed) == (20, 12)
    assert "values" in peer.missing
    assert "values" not in other.missing


def test_the_minimum_is_changed_on_its_page_for_one_kind_at_a_time(trained):
    client, url = trained.client(trained.coordinator), PLACE + "training/standard/"
    sent = {"programme": "peer", "peer-hours": "20", "peer-topics": ["values", "boundaries"]}
    assert client.post(url, {**sent, "peer-hours": "many"}).status_code == 422
    assert client.post(url, sent).status_code == 302
    assert queries.training_standing(trained.peer_volunteer).hours_needed == 20
    assert queries.training_standing(trained.volunteer).hours_needed == 12


# --- what runs out ------------------------------------------------------------------------------------------------
def test_what_runs_out_is_listed_and_the_people_are_reminded(trained, learner):
    """A session three weeks ago, to be heard again every month: out of date in about a week."""
    way.attend(trained, trained.training_sessions[2], learner)
    module = trained.training_sessions[2].module
    module_edit(module=module, changes={"refresh_months": 1}, by=trained.coordinator)
    page = trained.client(trained.coordinator).get(PLACE + "training/expiring/").content.decode()
    assert "Una Reid: Keeping people safe" in page
    for state in ("recruiting", "running"):
        scheme_move(scheme=trained.scheme, to=state, by=trained.manager)
    now = timezone.now()
    assert [due.recipient_id for due in reminders.training_runs_out(now)] == [trained.uncleared.pk]
    later = {due.recipient_id for due in reminders.training_runs_out(now + timedelta(days=20))}
    assert later == {trained.uncleared.pk, trained.coordinator.pk}
