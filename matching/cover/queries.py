"""Reading pauses and covers. The rules of time take the day or the moment that is asked about."""

from datetime import date, datetime, timedelta

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate
from django.utils.translation import gettext

from matching.cover.models import COVERED, Cover, Pause
from matching.pairing.models import Match
from mentoring.accounts.models import User
from mentoring.transitions import Refused
from mentoring.web.wording import short_day
from schemes.people.models import Membership
from schemes.people.permissions import Role

#: Somebody is told that a pause comes to its end so many days before.
AHEAD_DAYS = 7
PEOPLE = ("match__scheme", "match__volunteer__user", "match__young_person__user", "contact_by")


def open_pauses():
    """Planned, going on, or over its last day with nobody back."""
    return Pause.objects.filter(over_on__isnull=True, withdrawn_at__isnull=True)


def pause_of(match) -> Pause | None:
    """The one that is open, with who keeps in touch and who planned it."""
    found = open_pauses().filter(match=match).select_related("contact_by", "planned_by").first()
    if found:
        found.match = match
    return found


def cover_of(pause) -> Cover | None:
    """Whoever is asked, or has agreed, to stand in."""
    found = pause.covers.filter(stopped_at__isnull=True).select_related("volunteer__user").first()
    if found:
        found.pause = pause
    return found


def covers_mine(user, day: date):
    """What a mentor is asked, stands in for today, and will: their own share, the next first."""
    rows = Cover.objects.wanted().filter(volunteer__user=user, mentee_answer=Cover.Answer.YES)
    rows = rows.filter(Q(pause__until_on__isnull=True) | Q(pause__until_on__gte=day))
    people = ("pause__match__volunteer", "pause__match__young_person", "pause__match__scheme", "volunteer")
    return rows.select_related(*people).order_by("pause__from_on")


def who_meets(match, day: date) -> Cover | None:
    """Who meets the young person on this day: None for the mentor, or the cover; Refused where nobody does."""
    pause = next((one for one in open_pauses().filter(match=match) if one.holds_on(day)), None)
    if pause is None:
        return None
    cover = Cover.objects.open_on(day).filter(pause=pause).first()
    if cover is None:
        raise Refused(_nobody_meets(pause.until_on and short_day(pause.until_on, localdate())))
    return cover


def _nobody_meets(until: str | None) -> str:
    if until is None:
        return gettext("The two have a pause for now. Choose a day on which they meet again.")
    return gettext("The two have a pause until %(day)s. Choose a day on which they meet again.") % {"day": until}


def with_back_on(matches):
    """Each match with the day on which its last pause was over, None where it had none: silence counts from then."""
    return matches.annotate(back_on=last_back())


def last_back() -> Subquery:
    over = Pause.objects.filter(match=OuterRef("pk"), over_on__isnull=False).order_by("-over_on")
    return Subquery(over.values("over_on")[:1])


def paused_days_of(keys) -> dict:
    """match key → [(first day, first day after)] of its pauses, as far as is known: no meeting was foreseen on them."""
    found: dict = {}
    rows = Pause.objects.filter(match__in=keys, withdrawn_at__isnull=True).order_by("from_on")
    for key, begins, until, over in rows.values_list("match", "from_on", "until_on", "over_on"):
        ends = over or (until + timedelta(days=1) if until else date.max)
        found.setdefault(key, []).append((begins, max(ends, begins)))
    return found


def pauses_ending(at: datetime):
    """Those whose last day, or day to look again, comes within a week; the nearest first."""
    soon = localdate(at) + timedelta(days=AHEAD_DAYS)
    rows = open_pauses().annotate(ends=pause_ends()).filter(from_on__lte=localdate(at), ends__lte=soon)
    return rows.filter(ends__gte=localdate(at), match__state__in=COVERED).select_related(*PEOPLE).order_by("ends")


def returns_unconfirmed(at: datetime):
    """The last day has passed, or the day to look again, and nobody said how it goes on; the longest first."""
    rows = open_pauses().annotate(ends=pause_ends()).filter(ends__lt=localdate(at), match__state__in=COVERED)
    return rows.select_related(*PEOPLE).order_by("ends")


def pause_ends():
    """Its last day, or the day to look again."""
    return Coalesce(F("until_on"), F("look_again_on"))


def answers_to_cover(at: datetime):
    """Covers whose next answer is outstanding, of pauses that are not over; the longest asked first."""
    rows = Cover.objects.wanted().filter(Q(mentee_answer="") | Q(mentor_answer=""), created_at__lte=at)
    people = ("pause__match__scheme", "pause__match__volunteer", "pause__match__young_person", "volunteer")
    return rows.select_related(*people).order_by("created_at")


def pauses_to_begin(day: date):
    """Those whose first day has come while the match still stands as if they met."""
    states = [state for state in COVERED if state != Match.State.PAUSED]
    return open_pauses().filter(from_on__lte=day, match__state__in=states).select_related("match")


def contact_people(match):
    """Who of the staff may keep in touch with a young person meanwhile: co-ordinators who are not one of the two."""
    live = Membership.objects.filter(
        scheme=match.scheme_id, role=Role.COORDINATOR, ended_at__isnull=True, user__is_active=True
    )
    two = [key for key in (match.volunteer.user_id, match.young_person.user_id) if key]
    return User.objects.filter(pk__in=live.values("user")).exclude(pk__in=two).order_by("name")


def session_left(cover, at: datetime):
    """The oldest meeting with this cover that has begun and of which nobody said how it went; or none."""
    planned = cover.sessions.filter(outcome="planned", planned_at__lte=at)
    return planned.order_by("planned_at").first()
