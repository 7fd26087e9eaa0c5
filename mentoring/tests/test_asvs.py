"""The list against OWASP ASVS 5.0, levels 1 and 2 (`docs/asvs.csv`): whole, no row blank, and nothing claimed that no
test proves (issue 6, done when 7)."""

import ast
import csv
import hashlib
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MET, NOT_APPLICABLE, OPEN = "met", "not applicable", "open"
#: How many requirements of level 1 and 2 the standard's chapters have, and its ids with their levels, hashed.
CHAPTERS = {
    "V1": 27, "V2": 11, "V3": 19, "V4": 10, "V5": 9, "V6": 35, "V7": 18, "V8": 7, "V9": 7,
    "V10": 29, "V11": 14, "V12": 9, "V13": 13, "V14": 9, "V15": 13, "V16": 16, "V17": 7,
}  # fmt: skip
IDS = "cc9b1ecbd1db88ece0e5e95f4c4b55fd753cae92acc8261b4d8827b434041a86"


def the_list() -> list[dict]:
    with (ROOT / "docs" / "asvs.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


ROWS = the_list()


@cache
def names_in(path: str) -> frozenset[str]:
    """Names of a file's tests, those of its classes with the class in front."""
    if not (ROOT / path).is_file():
        return frozenset()
    found = set()
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)}
    return frozenset(name for name in found if name.split("::")[-1].startswith("test_"))


def faults(row: dict) -> list[str]:
    """What keeps one row from being complete."""
    wrong = [f"{name} is blank" for name in ("id", "level", "about", "status") if not (row[name] or "").strip()]
    if row["status"] not in (MET, NOT_APPLICABLE, OPEN):
        wrong.append(f"no such status: {row['status']}")
    proofs = row["proof"].split()
    if row["status"] == MET and not proofs:
        wrong.append("met, and no test proves it")
    if row["status"] != MET and (proofs or not row["reason"].strip()):
        wrong.append("needs a reason, and no proof")
    return wrong + [f"no such test: {test}" for test in proofs if not is_test(test)]


def is_test(name: str) -> bool:
    path, _, test = name.partition("::")
    return test in names_in(path)


def told() -> list[int]:
    """The figures of README's sentence: how many in all, met, not applicable, open."""
    sentence = re.search(
        r"Of the (\d+) requirements of OWASP ASVS 5\.0 at levels 1 and 2, (\d+) are met and proven by a named test, "
        r"(\d+) do not apply and (\d+) are open",
        " ".join((ROOT / "README.md").read_text(encoding="utf-8").split()),
    )
    return [int(figure) for figure in sentence.groups()]


def test_each_row_is_complete_and_each_named_test_exists():
    assert [f"{row['id']}: {wrong}" for row in ROWS for wrong in faults(row)] == []


def test_the_ids_are_those_of_the_standard_each_once():
    asked = [row for row in ROWS if row["level"] in "12"]
    assert Counter(row["id"].split(".")[0] for row in asked) == CHAPTERS
    assert hashlib.sha256(" ".join(f"{row['id']}:{row['level']}" for row in asked).encode()).hexdigest() == IDS
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_of_the_third_level_stands_only_what_is_met():
    assert {row["status"] for row in ROWS if row["level"] not in "12"} <= {MET}


def test_readme_counts_what_the_list_says():
    count = Counter(row["status"] for row in ROWS if row["level"] in "12")
    assert told() == [sum(count.values()), count[MET], count[NOT_APPLICABLE], count[OPEN]]


WHOLE = {
    "id": "V1", "level": "1", "about": "a few words", "status": MET, "reason": "",
    "proof": "mentoring/tests/test_asvs.py::test_each_row_is_complete_and_each_named_test_exists",
}  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"about": " "},
        {"status": "perhaps"},
        {"proof": ""},
        {"proof": "mentoring/tests/test_asvs.py::test_that_nobody_wrote"},
        {"proof": "mentoring/tests/nowhere.py::test_x"},
        {"proof": "mentoring/tests/test_asvs.py::faults"},
        {"status": OPEN, "proof": ""},
        {"status": NOT_APPLICABLE, "reason": "no LDAP"},
    ],
)
def test_each_rule_catches_what_it_is_for(wrong):
    assert faults(WHOLE) == []
    assert faults(WHOLE | wrong)
