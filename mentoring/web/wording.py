"""Days, times and spans as people say them. Pure: the day it is today is passed in; instants are given in local time.

Source: the look and words of the product ("Times as 'Thursday, 5.30 pm'"; dates as people write them).
"""

from datetime import date, datetime, time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def counted(number: int, one: str, many: str = "") -> str:
    """Says "1 day", "3 days", "2 people": a number with its word in the right form."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_words(day: date, today: date) -> str:
    """Says "Thursday 26 November", with the year when it is not this year's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def short_day(day: date, today: date) -> str:
    """Says "26 November", with the year when it is not this year's: for tables and small lines."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def clock(moment: time | datetime) -> str:
    """Says "5.30 pm", "9 am", "midday", "midnight"."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes} {'am' if moment.hour < 12 else 'pm'}"


def when_words(moment: datetime, today: date) -> str:
    """Says "today, 5.30 pm", "Thursday, 5.30 pm" in the week around today, else "Thursday 3 December, 5.30 pm"."""
    away = (moment.date() - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if away in near:
        day = near[away]
    elif 1 < away < 7:
        day = DAYS[moment.weekday()]
    else:
        day = day_words(moment.date(), today)
    return f"{day}, {clock(moment)}"


def distance(day: date, today: date) -> str:
    """Says "today", "tomorrow", "in 3 days", "yesterday", "3 days ago"; weeks, months further off."""
    away = (day - today).days
    if away in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[away]
    span = how_long(min(day, today), max(day, today))
    return f"in {span}" if away > 0 else f"{span} ago"


def whole_months(start: date, end: date) -> int:
    """Months completed between two days; never negative."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return max(months, 0)


def how_long(start: date, end: date) -> str:
    """Says "12 days", "5 weeks", "4 months", "1 year and 2 months": a span to the grain people use."""
    days = max((end - start).days, 0)
    if days < 14:
        return counted(days, "day")
    if days < 70:
        return counted(days // 7, "week")
    return months_words(whole_months(start, end))


def months_words(months: int) -> str:
    """Says "3 months", "1 year", "1 year and 2 months"."""
    if months < 12:
        return counted(months, "month")
    years, rest = divmod(months, 12)
    return counted(years, "year") + (f" and {counted(rest, 'month')}" if rest else "")


def due_words(due: date, today: date) -> str:
    """The badge of a thing with a day: "Overdue 3 days", "Today", "Tomorrow", "In 5 days"."""
    late = (today - due).days
    if late > 0:
        return f"Overdue {counted(late, 'day')}" if late < 14 else f"Overdue {how_long(due, today)}"
    return distance(due, today).capitalize()


def due_tone(due: date, today: date) -> str:
    """Says "overdue", "today" or "waiting": the colour that goes with `due_words`."""
    return "overdue" if due < today else "today" if due == today else "waiting"


def listed(words: list[str], last: str = "and") -> str:
    """Says "Kofi", "Kofi and Zofia", "Kofi, Zofia and Jay"; `last` "or" where any one of them is meant."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + f" {last} {words[-1]}"
