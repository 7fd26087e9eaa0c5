"""docs/reminders.txt is true: every line of the table of reminders has a rule or says what it waits for, every rule is
listed once for each line it serves, and its cases stand where the list says."""

import re
from pathlib import Path

import pytest

from mentoring.notices.rules import all_rules

ROOT = Path(__file__).resolve().parents[2]
LISTED = [
    tuple(part.strip() for part in line.split("|"))
    for line in (ROOT / "docs" / "reminders.txt").read_text(encoding="utf-8").splitlines()
    if line.count("|") == 2 and line != "line | rule | cases"
]
#: The table, line by line, as it was agreed.
LINES = (
    "session coming", "session not logged", "no contact in a match", "first-month check-in",
    "individual supervision due / overdue", "group supervision coming", "match review due / overdue",
    "goal review date", "ending not recorded", "DBS, PVG, reference, risk assessment expiring",
    "vetting or referral stuck at a stage", "training place, reminder", "training, evaluation form",
    "policy or document review", "scheme step or action due / overdue", "concern not acknowledged",
    "concern, out-of-hours contact", "event: staffing or travel plan missing", "survey or measure due",
    "retention: record due for anonymising", "heartbeat: the reminder run itself is late",
)  # fmt: skip
#: Rules without cases of their own: taken away as they get them, never added to.
WITHOUT_CASES = {"access_step"}
NONE, WAITS = "none yet", "waits"
WITH_CASES = sorted({(rule, cases) for _, rule, cases in LISTED if rule != WAITS and cases != NONE})


def test_every_line_of_the_table_has_a_rule_or_says_what_it_waits_for():
    assert set(LINES) == {line for line, _, _ in LISTED} - {"-"}


def test_every_rule_is_listed_and_every_listed_rule_is_there():
    """A test may have made up a rule of its own: that one is left out."""
    rules = {rule.name for rule in all_rules() if "tests" not in rule.find.__module__.split(".")}
    assert {rule for _, rule, _ in LISTED} - {WAITS} == rules


def test_no_new_rule_comes_without_cases():
    assert {rule for _, rule, cases in LISTED if cases == NONE} == WITHOUT_CASES


@pytest.mark.parametrize(("rule", "cases"), WITH_CASES)
def test_the_cases_stand_where_the_list_says(rule, cases):
    source = (ROOT / cases).read_text(encoding="utf-8")
    assert re.search(rf"\b{rule}\b", source), f"{cases} does not call {rule}"
    assert re.search(r"^    def test_|^def test_", source, flags=re.MULTILINE)
