"""Reading how it is going: what is asked of a young person now, and the line of answers for who was told (R11)."""

from datetime import date, timedelta

from matching.relationships.pulses.models import Pulse, PulseAsking
from matching.relationships.pulses.rules import QUESTIONS, is_due
from matching.relationships.queries import MEETING
from mentoring.web.charts import Chart, bands
from mentoring.web.wording import short_day

#: A low answer stands on the first page until somebody followed it up, or for so long.
LOW_DAYS = 28
#: So many of the newest answers are drawn.
DRAWN = 8


def pulse_of(match, day: date) -> Pulse | None:
    """What was said on that day."""
    return match.pulses.filter(said_on=day).first()


def asking_of(match) -> PulseAsking:
    """When they are asked; not kept yet where they have said nothing about it."""
    return match.pulseaskings.first() or PulseAsking(match=match)


def pulse_asked(match, today: date) -> bool:
    """Are they asked today? Between the first meeting and the ending, and not while they have a break."""
    if match.state not in MEETING or match.state == match.State.INTRODUCED:
        return False
    asking = asking_of(match)
    when = {"not_before": asking.not_before, "is_off": asking.is_off}
    return is_due(together_since=match.introduced_on, **when, today=today)


def pulses_by_match(rows) -> dict:
    """match key → its answers, the oldest first: in one query, for pages and signs that look at many pairs. `rows`
    are what the reader may see (`Pulse.objects.visible_to(actor)`)."""
    found: dict = {}
    for pulse in rows.order_by("said_on"):
        found.setdefault(pulse.match_id, []).append(pulse)
    return found


def low_pulses(rows, today: date) -> list[Pulse]:
    """Each pair's newest answers where one is the lowest and nobody has followed it up, the oldest first."""
    people = ("match__volunteer__user", "match__young_person__user", "match__scheme")
    recent = rows.filter(said_on__gt=today - timedelta(days=LOW_DAYS)).select_related(*people)
    newest = [pulses[-1] for pulses in pulses_by_match(recent).values()]
    return sorted((p for p in newest if p.is_low and not p.followed_up_at), key=lambda pulse: pulse.said_on)


def pulse_chart(title: str, pulses: list[Pulse], today: date) -> Chart:
    """Three lines under each other over the newest answers, with the same in words beneath."""
    shown = pulses[-DRAWN:]
    days = [short_day(pulse.said_on, today) for pulse in shown]
    lines = [
        (question.short, [pulse.answers.get(key) for pulse in shown], question.answers)
        for key, question in QUESTIONS.items()
    ]
    return bands(title, days, lines)
