"""S10: somebody who asks for a mentor can stop and go on on another phone; unfinished answers are sealed, shut to
whoever guesses, and deleted when they run out."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.models import Letter
from schemes.people.models import YoungPerson
from schemes.recruitment.asking.actions import asking_keep, askings_purge
from schemes.recruitment.asking.codes import code_hash
from schemes.recruitment.models import Asking

ASK = "/join/sheffield/mentor/"


@pytest.fixture
def first_phone(cast):
    """Given somebody who answered two questions."""
    phone = cast.client()
    phone.post(ASK + "name/", {"name": "Jo"})
    phone.post(ASK + "reach/", {"phone": "07700 900456"})
    return phone


def code_on(phone, **sent) -> str:
    page = phone.post(ASK + "later/", sent).content.decode()
    return re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", page).group()


def test_s10_a_code_on_one_phone_goes_on_on_another(cast, first_phone):
    code = code_on(first_phone)
    second_phone = cast.client()
    assert second_phone.post(ASK + "back/", {"code": code}).headers["Location"] == ASK + "safe/"
    second_phone.post(ASK + "check/")
    assert YoungPerson.objects.get(name="Jo").phone == "07700 900456"


@pytest.mark.parametrize("written", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} "])
def test_a_code_is_read_as_people_write_it(cast, first_phone, written):
    assert cast.client().post(ASK + "back/", {"code": written(code_on(first_phone))}).status_code == 302


def test_s10_what_is_on_the_page_when_they_stop_is_kept_too(cast, first_phone):
    first_phone.post(ASK + "why/", {"young_person_words": "Half a sent", "later": "1"})
    second_phone = cast.client()
    second_phone.post(ASK + "back/", {"code": code_on(first_phone)})
    assert "Half a sent" in second_phone.get(ASK + "why/").content.decode()


def test_the_first_phone_forgets(first_phone):
    code_on(first_phone)
    assert 'value="Jo"' not in first_phone.get(ASK + "name/").content.decode()


def test_a_code_works_once(cast, first_phone):
    code = code_on(first_phone)
    assert cast.client().post(ASK + "back/", {"code": code}).status_code == 302
    assert cast.client().post(ASK + "back/", {"code": code}).status_code == 404
    assert not Asking.objects.exists()


def test_a_link_goes_to_their_own_mail_if_they_ask_and_tells_nothing(cast, first_phone):
    code_on(first_phone, email="jo@people.example")
    letter = Letter.objects.get()
    link = re.search(r"/join/\S+", letter.words).group()
    assert "mentor" not in letter.subject.lower()
    assert "Jo" not in letter.words
    other = cast.client()
    assert "Go on here" in other.get(link).content.decode(), "mail programs look at links: it opens on a press"
    assert other.post(link).headers["Location"] == ASK + "safe/"
    assert cast.client().get(link).status_code == 404


def test_wrong_run_out_and_anothers_are_told_alike(cast, first_phone):
    late = asking_keep(scheme=cast.scheme, answers={"name": {"name": ["Jo"]}})
    Asking.objects.filter(code_hash=code_hash(cast.scheme, late.code)).update(expires_at=timezone.now())
    other = asking_keep(scheme=cast.other_scheme, answers={"name": {"name": ["Jo"]}})
    told = [cast.client().post(ASK + "back/", {"code": code}) for code in ("AAAA-AAAA", late.code, other.code)]
    assert [page.status_code for page in told] == [404, 404, 404]
    assert all("We can’t find that code" in page.content.decode() for page in told)
    links = [cast.client().get(f"{ASK}back/{token}/").status_code for token in ("x", late.token, other.token)]
    assert links == [404, 404, 404]


def test_nobody_tries_codes_one_after_another(cast):
    guesser = cast.client()
    told = [guesser.post(ASK + "back/", {"code": f"AAAA-AAA{n}"}).status_code for n in range(12)]
    assert told[:10] == [404] * 10
    assert told[10:] == [422, 422]


def test_unfinished_answers_are_sealed_in_the_database(first_phone):
    code_on(first_phone)
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM schemes_asking")
        stored = cursor.fetchone()[0]
    assert stored.startswith("enc1:")
    assert "900456" not in stored


def test_nothing_of_whose_it_is_is_kept_beside_the_answers(first_phone):
    code_on(first_phone, email="jo@people.example")
    assert "jo@people" not in str(Asking.objects.values().get())
    assert "jo@people" not in str(list(AuditEntry.objects.filter(verb="asking.kept").values()))


def test_unfinished_answers_are_deleted_when_they_run_out(cast, first_phone):
    code_on(first_phone)
    assert askings_purge(now=timezone.now() + timedelta(days=13)) == 0
    assert askings_purge(now=timezone.now() + timedelta(days=15)) == 1
    assert askings_purge(now=timezone.now() + timedelta(days=15)) == 0, "twice is once"


def test_the_purge_stands_in_the_schedule():
    from mentoring.celery import app

    tasks = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert "schemes.recruitment.asking.tasks.purge_run" in tasks


def test_without_an_answer_there_is_nothing_to_keep(cast):
    assert cast.client().get(ASK + "later/").headers["Location"] == ASK
