"""The demo's answers to "how is it going": most go up, some young people skip, and one says that it is not good."""

from datetime import timedelta
from random import Random

from matching.endings.demo import last_days
from matching.relationships.pulses.actions import pulse_add_words, pulse_answer
from matching.relationships.pulses.rules import EVERY_DAYS, HIGHEST, QUESTIONS

#: What the one writes who says that it is not good; the demo's own young person is asked today.
LOW_WORDS = "We keep missing each other. I would like to ring before we meet."
SKIPS = 0.35


def pulses_load(stage) -> None:
    until = last_days(stage)
    for number, match in enumerate(stage.matches):
        if match.young_person.user:
            _line_of(stage, match, until.get(match.pk, stage.day(3)), number)


def _line_of(stage, match, until, number: int) -> None:
    dice = Random(number)  # noqa: S311  made-up data, not secrets
    asked_today = match.young_person.user == stage.users["mentee"]
    last = stage.day(EVERY_DAYS + 1) if asked_today else until
    day, value = match.introduced_on + timedelta(days=EVERY_DAYS), 2
    while day < last:
        value = min(HIGHEST, value + dice.choice((0, 0, 1)))
        if dice.random() > SKIPS:
            _said(stage, match, day, dict.fromkeys(QUESTIONS, value))
        day += timedelta(days=EVERY_DAYS)
    if not asked_today and last == stage.day(3):
        _said(stage, match, stage.day(2), {"going": 1, "heard": 3, "wanted": 2}, LOW_WORDS)


def _said(stage, match, day, answers: dict, words: str = "") -> None:
    by = match.young_person.user
    with stage.on(day, hour=19):
        for question, value in answers.items():
            pulse_answer(match=match, question=question, value=value, by=by)
        if words:
            pulse_add_words(match=match, words=words, by=by)
