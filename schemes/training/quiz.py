"""The questions of a module that is studied alone, as a trainer writes them and as they are marked (S11). Pure.

Written as people write a quiz on paper: the question on a line, an answer on each line below it ("*" before the right
one, "-" before the others), an empty line before the next question.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

QUESTIONS_MOST = 20
HOW = "Write the question on one line and each answer on its own: * before the right one, - before the others."


@dataclass(frozen=True)
class Question:
    """`right` is the place of the right answer among `answers`, counted from nought."""

    words: str
    answers: tuple[str, ...]
    right: int


def questions_in(written: str) -> tuple[Question, ...]:
    """The questions; ValueError with a sentence for whoever wrote them."""
    blocks = [block for block in re.split(r"\n\s*\n", written.replace("\r\n", "\n").strip()) if block.strip()]
    if len(blocks) > QUESTIONS_MOST:
        raise ValueError(f"{QUESTIONS_MOST} questions are the most that fit on a phone.")
    return tuple(question_in(block) for block in blocks)


def question_in(block: str) -> Question:
    words, *lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
    if words[0] in "*-" or any(line[0] not in "*-" for line in lines):
        raise ValueError(f"“{words}”: {HOW}")
    answers = tuple(line[1:].strip() for line in lines)
    right = [place for place, line in enumerate(lines) if line[0] == "*"]
    if len(answers) < 2 or not all(answers) or len(set(answers)) < len(answers):
        raise ValueError(f"“{words}” needs at least two different answers.")
    if len(right) != 1:
        raise ValueError(f"“{words}” needs one right answer, with a * before it.")
    return Question(words, answers, right[0])


def right_of(questions: tuple[Question, ...], chosen: Mapping[int, int]) -> int:
    """How many were answered rightly; `chosen`: place of the question -> place of the answer."""
    return sum(chosen.get(place) == question.right for place, question in enumerate(questions))


def is_passed(right: int, of: int, pass_mark: int) -> bool:
    """`pass_mark` in per cent of the questions; no questions, nothing to pass."""
    return of > 0 and right * 100 >= pass_mark * of
