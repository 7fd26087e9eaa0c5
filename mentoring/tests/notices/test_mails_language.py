"""A mail speaks the language its reader chose (decision 28), where it leads to a page of theirs; staff are told in
English."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import translation
from django.utils.functional import Promise

from mentoring.notices import actions, rules
from mentoring.notices.models import Notice
from mentoring.notices.rules import Due, Rule, all_rules

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/London"))


def told(monkeypatch, user, rule, path="/me/") -> str:
    """The one mail that this rule sends to somebody, whole."""
    due = Due("matching.match:1", date(2026, 11, 20), user.pk, path)
    monkeypatch.setattr(rules, "RULES", {rule.name: Rule(rule.name, rule.words, lambda at: [due])})
    monkeypatch.setattr(rules, "modules", lambda name: [])
    actions.reminders_run(at=NOON)
    (message,) = mail.outbox
    page = next(text for text, kind in message.alternatives if kind == "text/html")
    return "\n".join([message.subject, message.body, page])


def rule_of(name: str) -> Rule:
    return next(rule for rule in all_rules() if rule.name == name)


@pytest.fixture
def in_welsh(cast):
    for person in (cast.mentee, cast.mentor, cast.coordinator):
        person.language = "cy"
        person.save(update_fields=["language"])
    return cast


def test_a_young_person_who_reads_welsh_is_written_to_in_welsh(in_welsh, monkeypatch):
    whole = told(monkeypatch, in_welsh.mentee, rule_of("session_soon"))
    assert "Rhywbeth i edrych arno yn Alongside" in whole
    assert "Mae gen ti gyfarfod cyn hir." in whole
    assert "Helo Jay," in whole
    assert '<html lang="cy">' in whole
    assert "Mewngofnoda i’w weld" in whole
    assert "Sign in" not in whole


def test_whoever_chose_nothing_is_written_to_in_english(cast, monkeypatch):
    whole = told(monkeypatch, cast.mentee, rule_of("session_soon"))
    assert "Something to look at in Alongside" in whole
    assert "You have a meeting coming up." in whole
    assert '<html lang="en-GB">' in whole


@pytest.mark.parametrize(("name", "path"), [("ask_waiting", "/"), ("review_due", "/schemes/sheffield/")])
def test_staff_are_written_to_in_english_whatever_they_chose(in_welsh, monkeypatch, name, path):
    whole = told(monkeypatch, in_welsh.coordinator, rule_of(name), path)
    assert "Something to look at in Alongside" in whole
    assert "Hello Dee," in whole
    assert '<html lang="en-GB">' in whole


def test_the_language_of_one_mail_is_not_that_of_the_next(in_welsh, monkeypatch):
    told(monkeypatch, in_welsh.mentee, rule_of("session_soon"))
    assert translation.get_language() == "en-gb"
    assert Notice.objects.filter(channel="email", progress=Notice.State.SENT).count() == 1


def test_every_sentence_that_young_people_and_mentors_are_told_is_there_in_welsh(db):
    spoken = [rule.words for rule in all_rules() if isinstance(rule.words, Promise)]
    english = [str(words) for words in spoken]
    with translation.override("cy"):
        missing = [words for words, before in zip(spoken, english, strict=True) if str(words) == before]
    assert len(spoken) > 15
    assert missing == []
