"""Where to begin: what several young people said or asked of late. What few of them said is left out (R11, R12)."""

from collections import defaultdict
from datetime import date, timedelta

from matching.relationships.asks.models import Ask
from matching.relationships.pulses.models import Pulse
from matching.relationships.pulses.rules import QUESTIONS
from mentoring.web.small_numbers import Shown, protect

#: What was said and asked in the last three months.
LATELY_DAYS = 91
#: The two lower of the four answers.
LESS_THAN_GOOD = 2


def hints(scheme, today: date) -> list[tuple[str, Shown]]:
    """(what was said, how many young people said so), by the words. What fewer than five said is not there at all: in
    a small scheme the kind alone tells who it was, and so would its place among the others."""
    since, people = today - timedelta(days=LATELY_DAYS), defaultdict(set)
    for pulse in Pulse.objects.filter(match__scheme=scheme, said_on__gt=since):
        for key, value in pulse.answers.items():
            if value <= LESS_THAN_GOOD:
                people[_of_answer(key)].add(pulse.match_id)
    asked = Ask.objects.filter(match__scheme=scheme, created_at__date__gt=since, taken_back_at__isnull=True)
    for ask in asked:
        people[f"Asked for {ask.asked_for}"].add(ask.match_id)
    shown = protect({words: len(matches) for words, matches in people.items()})
    return sorted((words, number) for words, number in shown.items() if not number.hidden)


def _of_answer(key: str) -> str:
    low, middle = (word.lower() for word in QUESTIONS[key].answers[:2])
    return f"{QUESTIONS[key].short}: “{low}” or “{middle}”"
