"""A pause in words, as the two read it: never why. Pure."""

from datetime import date, timedelta

from django.utils.translation import gettext, gettext_noop, ngettext

from mentoring.web.wording import short_day

#: The mentor, to themselves; the pair, to one of the two.
YOU, YOU_TWO = "You", "You two"
#: {who: (what holds now, what was over)}, each followed by its days.
WHO = {
    YOU: (gettext_noop("You are away"), gettext_noop("You were away")),
    "mentor": (gettext_noop("%(who)s is away"), gettext_noop("%(who)s was away")),
    YOU_TWO: (gettext_noop("You two have a break"), gettext_noop("You two had a break")),
    "pair": (gettext_noop("%(who)s have a break"), gettext_noop("%(who)s had a break")),
}


def away_words(pause, mentor: str, today: date, both: str = YOU_TWO) -> str:
    """ "Zofia is away until 12 January.", "You two have a break." `mentor`: a name, or `YOU` where it is they who read
    it; `both`: what the pair is called by whoever reads of them."""
    stage, who = pause.stage(today), mentor if pause.whose == "mentor" else both
    holds, over = WHO.get(who) or WHO["mentor" if pause.whose == "mentor" else "pair"]
    said = {"what": gettext(over if stage == "late" else holds) % {"who": who}}
    for name, day in (("from", pause.from_on), ("until", pause.until_on), ("again", pause.look_again_on)):
        said[name] = short_day(day, today) if day else ""
    return _with_days(stage, bool(pause.until_on)) % said


def _with_days(stage: str, is_known: bool) -> str:
    if stage == "ahead":
        if is_known:
            return gettext("%(what)s from %(from)s until %(until)s.")
        return gettext("%(what)s from %(from)s. We look at it again on %(again)s.")
    if is_known:
        return gettext("%(what)s until %(until)s.")
    return gettext("%(what)s for now. We look at it again on %(again)s.")


def meets_words(pause, name: str, whom: str, today: date) -> str:
    """Who meets the young person meanwhile, and for how long; `whom`: their name, or "" for themselves."""
    said = {"name": name, "whom": whom}
    if pause.until_on:
        words = gettext("%(name)s meets %(whom)s until then.") if whom else gettext("%(name)s meets you until then.")
        return words % said
    said["day"] = short_day(pause.look_again_on, today)
    if whom:
        return gettext("%(name)s meets %(whom)s until %(day)s at least.") % said
    return gettext("%(name)s meets you until %(day)s at least.") % said


def can_meet_words(pause, name: str, today: date) -> str:
    """The young person is asked whether they want it."""
    if pause.until_on:
        return gettext("%(name)s can meet you until then.") % {"name": name}
    day = short_day(pause.look_again_on, today)
    return gettext("%(name)s can meet you until %(day)s at least.") % {"name": name, "day": day}


def days_words(pause, today: date) -> str:
    """ "3 December to 12 January", "from 3 December"."""
    first = short_day(pause.from_on, today)
    if pause.until_on:
        return gettext("%(first)s to %(last)s") % {"first": first, "last": short_day(pause.until_on, today)}
    return gettext("from %(first)s") % {"first": first}


def often_words(every_days: int) -> str:
    """How often somebody gets in touch: "every week", "every 2 weeks", "every 10 days"."""
    if every_days % 7:
        return ngettext("every day", "every %(number)s days", every_days) % {"number": every_days}
    return ngettext("every week", "every %(number)s weeks", every_days // 7) % {"number": every_days // 7}


def in_touch_words(staff: str, whom: str, often: str) -> str:
    """Who keeps in touch with the young person while nobody meets them; `whom`: their name, or "" for themselves."""
    said = {"staff": staff, "whom": whom, "often": often}
    if whom:
        return gettext("%(staff)s gets in touch with %(whom)s %(often)s.") % said
    return gettext("%(staff)s gets in touch with you %(often)s.") % said


def back_on(pause) -> date | None:
    """The first day after it; None while nobody knows."""
    return pause.until_on + timedelta(days=1) if pause.until_on else None
