"""Issue "Reminders": a simulated year with 500 people. What the app tells, to whom, at which run, and when a mail of it
goes, equals the list of an oracle that knows nothing of the app (`oracle.py`): none missing, none too many."""

from datetime import date

import pytest
import time_machine

from matching.tests.reminders.year.drawn import Drawing, runs
from matching.tests.reminders.year.lived import Lived
from matching.tests.reminders.year.oracle import Oracle
from mentoring.notices import rules
from mentoring.notices.actions import reminders_run

#: Whose sentences the oracle knows.
TOLD_TWICE = {
    "session_soon", "session_not_logged", "match_quiet", "check_in_due", "supervision_soon", "supervision_late",
    "supervision_missing", "review_due", "goal_review", "ending_missing", "check_expiring", "policy_review",
    "action_due", "step_due", "answer_owed", "stage_stuck",
}  # fmt: skip


@pytest.fixture
def known_rules(monkeypatch):
    known = {rule.name: rule for rule in rules.all_rules() if rule.name in TOLD_TWICE}
    assert known.keys() == TOLD_TWICE
    monkeypatch.setattr(rules, "RULES", known)


def lived(people: int, first: date, last: date) -> tuple[Lived, Oracle]:
    """Both after the last run of that time. What happened before is there; nothing was told of it."""
    events, app, oracle = iter(Drawing(people).events), Lived(), Oracle()
    event = next(events)
    for at in runs(first, last):
        while event and event.at <= at:
            happens(event, app, oracle)
            event = next(events, None)
        oracle.runs(at)
        with time_machine.travel(at, tick=False):
            assert reminders_run(at=at)["failed"] == 0
    return app, oracle


def happens(event, app: Lived, oracle: Oracle) -> None:
    chosen = oracle.happens(event)
    if event.kind != "put off":
        app.happens(event)
    elif chosen:
        app.puts_off(event.at, chosen, event.fields["until"])


def differences(app: dict, oracle: dict) -> list[str]:
    """In order of time: what is missing, too much, or told at another moment."""
    found = [
        (min(filter(None, (app.get(due), oracle.get(due)))), due, app.get(due), oracle.get(due))
        for due in app.keys() | oracle.keys()
        if app.get(due) != oracle.get(due)
    ]
    return [f"{due}: app {ours}, oracle {theirs}" for _, due, ours, theirs in sorted(found, key=str)]


def compare(people: int, first: date, last: date) -> set[str]:
    """The rules by which somebody was told."""
    app, oracle = lived(people, first, last)
    told = oracle.told
    wrong = differences(app.told("inbox"), told) + differences(app.told("email"), oracle.mails)
    assert not wrong, "\n".join([f"{len(wrong)} of {len(told)} and {len(oracle.mails)} mails", *wrong[:20]])
    return {due.rule for due in told}


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2028, 2, 20), date(2028, 4, 2)), (date(2028, 10, 14), date(2028, 11, 12))],
    ids=["leap day and spring", "autumn"],
)
def test_some_weeks_of_forty_people_are_told_as_the_table_says(db, known_rules, first, last):
    assert len(compare(40, first, last)) >= len(TOLD_TWICE) - 3


@pytest.mark.slow
def test_a_year_of_five_hundred_people_is_told_as_the_table_says(db, known_rules):
    assert compare(500, date(2028, 1, 1), date(2028, 12, 31)) == TOLD_TWICE
