"""Days, times and spans as people say them, in the language the page speaks. Pure but for that: the day it is today is
passed in; instants are given in local time.

Source: the look and words of the product ("Times as 'Thursday, 5.30 pm'"; dates as people write them).
"""

from datetime import date, datetime, time
from decimal import Decimal

from django.utils.translation import gettext, gettext_noop, ngettext

DAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
MONTHS = (
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
)


def weekday(day: date) -> str:
    """Says "Monday"."""
    return gettext(DAYS[day.weekday()])


def month(day: date) -> str:
    """Says "January"."""
    return gettext(MONTHS[day.month - 1])


def counted(number: int, one: str, many: str = "") -> str:
    """Says "1 day", "3 days", "2 people": a number with its word in the right form. English only: pages that are there
    in other languages use `ngettext`, which knows their plurals."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_words(day: date, today: date) -> str:
    """Says "Thursday 26 November", with the year when it is not this year's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{weekday(day)} {day.day} {month(day)}{year}"


def short_day(day: date, today: date) -> str:
    """Says "26 November", with the year when it is not this year's: for tables and small lines."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {month(day)}{year}"


def clock(moment: time | datetime) -> str:
    """Says "5.30 pm", "9 am", "midday", "midnight"."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return gettext("midday") if moment.hour else gettext("midnight")
    minutes = f".{moment.minute:02}" if moment.minute else ""
    half = gettext("am") if moment.hour < 12 else gettext("pm")
    return f"{moment.hour % 12 or 12}{minutes} {half}"


def when_words(moment: datetime, today: date) -> str:
    """Says "today, 5.30 pm", "Thursday, 5.30 pm" in the week around today, else "Thursday 3 December, 5.30 pm"."""
    away = (moment.date() - today).days
    if -1 <= away <= 1:
        day = near_day(away)
    elif 1 < away < 7:
        day = weekday(moment.date())
    else:
        day = day_words(moment.date(), today)
    return f"{day}, {clock(moment)}"


def near_day(away: int) -> str:
    """Says "yesterday", "today" or "tomorrow"; `away` is -1, 0 or 1."""
    return {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}[away]


def distance(day: date, today: date) -> str:
    """Says "today", "tomorrow", "in 3 days", "yesterday", "3 days ago"; weeks, months further off."""
    away = (day - today).days
    if away in (-1, 0, 1):
        return near_day(away)
    span = how_long(min(day, today), max(day, today))
    return (gettext("in %(span)s") if away > 0 else gettext("%(span)s ago")) % {"span": span}


def since(seconds: float) -> str:
    """Says "just now", "1 minute ago", "12 minutes ago": for what lies less than some hours back."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return gettext("just now")
    return ngettext("%(minutes)s minute ago", "%(minutes)s minutes ago", minutes) % {"minutes": minutes}


def whole_months(start: date, end: date) -> int:
    """Months completed between two days; never negative."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return max(months, 0)


def how_long(start: date, end: date) -> str:
    """Says "12 days", "5 weeks", "4 months", "1 year and 2 months": a span to the grain people use."""
    days = max((end - start).days, 0)
    if days < 14:
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    if days < 70:
        weeks = days // 7
        return ngettext("%(number)s week", "%(number)s weeks", weeks) % {"number": weeks}
    return months_words(whole_months(start, end))


def months_words(months: int) -> str:
    """Says "3 months", "1 year", "1 year and 2 months"."""
    years, rest = divmod(months, 12)
    said = ngettext("%(number)s month", "%(number)s months", rest) % {"number": rest}
    if not years:
        return said
    whole = ngettext("%(number)s year", "%(number)s years", years) % {"number": years}
    return gettext("%(years)s and %(months)s") % {"years": whole, "months": said} if rest else whole


def due_words(due: date, today: date) -> str:
    """The badge of a thing with a day: "Overdue 3 days", "Today", "Tomorrow", "In 5 days"."""
    if due < today:
        return gettext("Overdue %(span)s") % {"span": how_long(due, today)}
    return distance(due, today).capitalize()


def due_tone(due: date, today: date) -> str:
    """Says "overdue", "today" or "waiting": the colour that goes with `due_words`."""
    return "overdue" if due < today else "today" if due == today else "waiting"


def pounds(amount: Decimal) -> str:
    """Says "£4.50", "£1,204.00"."""
    return f"£{amount:,.2f}"


def initials(name: str) -> str:
    """Says "J." of Jay, "J. H." of Jay Holt: where a name would go further than it should."""
    return " ".join(f"{part[0].upper()}." for part in name.split())


def listed(words: list[str], last: str = "and") -> str:
    """Says "Kofi", "Kofi and Zofia", "Kofi, Zofia and Jay"; `last` "or" where any one of them is meant."""
    if len(words) < 2:
        return "".join(words)
    joined = gettext("%(most)s and %(last)s") if last == "and" else gettext("%(most)s or %(last)s")
    return joined % {"most": ", ".join(words[:-1]), "last": words[-1]}
