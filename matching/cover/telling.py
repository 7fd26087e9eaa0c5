"""A pause in words, as the two read it: never why. Pure."""

from datetime import date, timedelta

from mentoring.web.wording import counted, short_day

#: The mentor, to themselves.
YOU = "You"


def away_words(pause, mentor: str, today: date, both: str = "You two") -> str:
    """ "Zofia is away until 12 January.", "You two have a break." `mentor`: a name, or `YOU` where it is they who read
    it; `both`: what the pair is called by whoever reads of them."""
    stage = pause.stage(today)
    now, then = ("are", "were") if mentor == YOU else ("is", "was")
    verb = (now, then) if pause.whose == "mentor" else ("have", "had")
    who, what = (mentor, "away") if pause.whose == "mentor" else (both, "a break")
    if stage == "late":
        return f"{who} {verb[1]} {what} until {short_day(pause.until_on, today)}."
    who = f"{who} {verb[0]} {what}"
    begins = f" from {short_day(pause.from_on, today)}" if stage == "ahead" else ""
    if pause.until_on:
        return f"{who}{begins} until {short_day(pause.until_on, today)}."
    return f"{who}{begins or ' for now'}. We look at it again on {short_day(pause.look_again_on, today)}."


def until_words(pause, today: date) -> str:
    """ "until then", or how long a cover can meet somebody whose pause has no last day."""
    return "until then" if pause.until_on else f"until {short_day(pause.look_again_on, today)} at least"


def days_words(pause, today: date) -> str:
    """ "3 December to 12 January", "from 3 December"."""
    first = short_day(pause.from_on, today)
    return f"{first} to {short_day(pause.until_on, today)}" if pause.until_on else f"from {first}"


def often_words(every_days: int) -> str:
    """How often somebody gets in touch: "every week", "every 2 weeks", "every 10 days"."""
    if every_days % 7:
        return "every day" if every_days == 1 else f"every {counted(every_days, 'day')}"
    return "every week" if every_days == 7 else f"every {counted(every_days // 7, 'week')}"


def back_on(pause) -> date | None:
    """The first day after it; None while nobody knows."""
    return pause.until_on + timedelta(days=1) if pause.until_on else None
