"""R10: early signs, each with its evidence and what to do; no score, and nothing that a person cannot help."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from matching.relationships.doses.rules import Dose
from matching.warning.signs import AGAIN_AFTER_DAYS, Sign, Told, colour_of, note_asked_on, signs_of

TODAY = date(2026, 11, 30)
FINE = Told(
    mentor="Zofia", mentee="Jay", today=TODAY, introduced_on=TODAY - timedelta(days=200), rhythm_days=7,
    last_met_on=TODAY - timedelta(days=6), supervision_due_on=TODAY, goals_moved_on=TODAY - timedelta(days=55),
    pulses=((TODAY - timedelta(days=20), 4.0), (TODAY, 3.5)), moved=2, dose=Dose(28, 25),
)  # fmt: skip


def ago(days):
    return TODAY - timedelta(days=days)


#: What is different from FINE, which sign there is, its tone, since when, and words of its evidence.
CASES = [
    ({"last_met_on": ago(14)}, None, "", None, ""),
    ({"last_met_on": ago(15)}, "silence", "warn", TODAY, "met 15 days ago; they agreed to meet every 7 days."),
    ({"last_met_on": ago(21)}, "silence", "warn", ago(6), "21 days ago"),
    ({"last_met_on": ago(22)}, "silence", "bad", TODAY, "22 days ago"),
    ({"last_met_on": ago(22), "rhythm_days": 14}, None, "", None, ""),
    ({"last_met_on": None, "introduced_on": ago(16)}, "silence", "warn", ago(1), "16 days ago and have not met"),
    ({"last_met_on": ago(60), "back_on": ago(14)}, None, "", None, ""),
    ({"last_met_on": ago(60), "back_on": ago(15)}, "silence", "warn", TODAY, "pause was over 15 days ago"),
    ({"last_met_on": ago(15), "back_on": ago(60)}, "silence", "warn", TODAY, "met 15 days ago"),
    ({"missed_by": "mentee", "missed": 1}, None, "", None, ""),
    ({"missed_by": "mentee", "missed": 2, "missed_since": ago(3)}, "missed", "warn", ago(3), "Jay could not come"),
    ({"missed_by": "mentor", "missed": 3, "missed_since": ago(9)}, "missed", "bad", ago(9), "Zofia could not come"),
    ({"supervision_due_on": ago(1)}, "supervision", "warn", TODAY, "Supervision of Zofia is 1 day late."),
    ({"goals_moved_on": ago(56)}, "goals", "warn", TODAY, "Nothing has moved on Jay’s goals for 8 weeks."),
    ({"goals_moved_on": ago(80), "back_on": ago(55)}, None, "", None, ""),
    ({"goals_moved_on": ago(80), "back_on": ago(56)}, "goals", "warn", TODAY, "for 8 weeks."),
    ({"goals_moved_on": None}, None, "", None, ""),
    ({"pulses": ((TODAY, 2.0),)}, None, "", None, ""),
    ({"pulses": ((ago(2), 1.9),)}, "answers", "bad", ago(2), "On 28 November Jay said that it is not going well."),
    ({"pulses": ((ago(20), 4.0), (ago(2), 3.0))}, "answers", "warn", ago(2), "less well than before"),
    ({"moved": 3, "moved_on": ago(4)}, "moved", "warn", ago(4), "were moved 3 times"),
    ({"introduced_on": ago(29)}, None, "", None, ""),
    ({"introduced_on": ago(30)}, "first-month", "warn", TODAY, "nobody of the staff spoke with them"),
    ({"introduced_on": ago(31), "contacts": 1}, "first-month", "warn", ago(1), "staff spoke with them once"),
    ({"introduced_on": ago(31), "contacts": 2}, None, "", None, ""),
    ({"introduced_on": ago(61)}, None, "", None, ""),
    ({"dose": Dose(10, 6)}, None, "", None, ""),
    ({"dose": Dose(10, 5), "introduced_on": ago(75)}, "dose", "warn", ago(12), "They have met 5 times"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "key", "tone", "since", "words"), CASES)
def test_r10_each_sign_says_what_it_rests_on_and_since_when(changed, key, tone, since, words):
    found = signs_of(replace(FINE, **changed))
    assert [(sign.key, sign.tone, sign.since) for sign in found] == ([(key, tone, since)] if key else [])
    assert all(words in sign.evidence and sign.do for sign in found)


def test_r10_what_a_young_person_told_the_co_ordinators_alone_is_marked():
    found = signs_of(replace(FINE, pulses=((TODAY, 1.0),), moved=5))
    assert {sign.key: sign.private for sign in found} == {"answers": True, "moved": False}


def sign(tone, since=TODAY, key="any"):
    return Sign(key, tone, since, "Evidence.", "Do.")


@pytest.mark.parametrize(
    ("tones", "colour"),
    [([], "good"), (["warn"], "warn"), (["warn", "warn"], "warn"), (["warn"] * 3, "bad"), (["warn", "bad"], "bad")],
)
def test_r10_a_red_sign_or_three_amber_ones_are_red(tones, colour):
    assert colour_of([sign(tone) for tone in tones]) == colour


AMBERS = [sign("warn", ago(9), "a"), sign("warn", ago(40), "b"), sign("warn", ago(4), "c")]
OLD, NEW = sign("bad", ago(40), "old"), sign("bad", ago(2), "new")


@pytest.mark.parametrize(
    ("signs", "notes", "asked"),
    [
        ([sign("warn")], [], None),
        ([NEW], [], ago(2)),
        ([OLD, NEW], [], ago(40)),  # the day does not move on when another sign comes
        ([NEW, sign("warn", ago(1), "c")], [], ago(2)),
        ([NEW], [(ago(2), ["new"])], None),
        ([NEW], [(ago(3), ["new"])], ago(2)),  # written before it stood there
        ([NEW], [(ago(1), ["other"])], ago(2)),  # whoever wrote did not see it
        ([OLD, NEW], [(ago(10), ["old"])], ago(2)),
        ([OLD], [(ago(AGAIN_AFTER_DAYS), ["old"])], TODAY),
        ([OLD], [(ago(AGAIN_AFTER_DAYS - 1), ["old"])], None),
        (AMBERS, [], ago(4)),  # red since the third
        (AMBERS, [(ago(4), ["a", "b", "c"])], None),
        (AMBERS, [(ago(4), ["a", "b"])], ago(4)),
    ],
)
def test_r10_every_red_asks_for_a_persons_note_until_there_is_one(signs, notes, asked):
    assert note_asked_on(signs, notes, TODAY) == asked


def test_r10_nothing_that_a_person_cannot_help_is_known_to_the_signs():
    """No age, gender, background, area, care status: whoever adds a field here has to think about it."""
    assert {field.name for field in fields(Told)} == {
        "mentor", "mentee", "today", "introduced_on", "rhythm_days", "last_met_on", "missed_by", "missed",
        "missed_since", "supervision_due_on", "goals_moved_on", "pulses", "moved", "moved_on", "contacts", "dose",
        "back_on", "change",
    }  # fmt: skip
