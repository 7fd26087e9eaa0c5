"""A pause as each of the two reads it on their own page, and what whoever stands in needs to know."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from matching.cover.models import COVERED, Cover, Pause
from matching.cover.queries import cover_of, pause_of
from matching.cover.telling import YOU, away_words, can_meet_words, in_touch_words, meets_words, often_words
from matching.relationships.agreements.queries import agreement_in_force
from matching.relationships.agreements.rules import HEADINGS, hours_words
from matching.relationships.models import Goal, MentoringSession
from matching.relationships.sides import side_of

#: A pause that is planned stands on both pages so many days before it begins; what is asked is asked at once.
SHOWN_AHEAD_DAYS = 28
#: What is agreed about how people meet and keep in touch: for whoever stands in. What the two are there for is theirs.
CONTACT_RULES = ("when_where", "channels", "hours", "channels_seen_by", "money", "boundaries", "when_worried")


@dataclass(frozen=True)
class Away:
    """`words`: "Zofia is away until 12 January."; `meets`: what comes of it meanwhile; `asks`: the young person is
    asked about the cover now; `may_say_back`: whoever was away can press that they are back; `nobody`: nobody meets
    the young person today."""

    pause: Pause
    cover: Cover | None
    words: str
    meets: str
    stage: str
    asks: bool = False
    may_say_back: bool = False
    nobody: bool = False


def away_of(match, user, today: date) -> Away | None:
    """For one of the two; None where there is no pause near."""
    pause = pause_of(match) if match.state in COVERED else None
    if pause is None:
        return None
    side, cover, stage = side_of(match, user), cover_of(pause), pause.stage(today)
    asks = bool(cover) and side == "mentee" and cover.waits_for == "mentee" and stage != "late"
    if stage == "ahead" and not asks and pause.from_on > today + timedelta(days=SHOWN_AHEAD_DAYS):
        return None
    is_covered = Cover.objects.open_on(max(today, pause.from_on)).filter(pause=pause).exists()
    return Away(
        pause=pause,
        cover=cover,
        words=away_words(pause, YOU if side == "mentor" else match.volunteer.first_name, today),
        meets=_meets(pause, cover, is_covered, side, today),
        stage=stage,
        asks=asks,
        may_say_back=side == pause.whose and stage != "ahead" and bool(pause.ends_on) and pause.ends_on <= today,
        nobody=stage == "on" and not is_covered,
    )


def _meets(pause, cover, is_covered: bool, side: str, today: date) -> str:
    name, staff = cover and cover.volunteer.first_name, pause.contact_by.first_name
    whom = "" if side == "mentee" else pause.match.young_person.first_name
    if pause.stage(today) == "late":
        return gettext("We are finding out when you two meet again.") if side == "mentee" else ""
    if is_covered:
        return meets_words(pause, name, whom, today)
    if side == "mentee" and cover and cover.waits_for == "mentee":
        return can_meet_words(pause, name, today)
    if side == "mentee" and cover and cover.waits_for == "mentor":
        return gettext("We are asking %(name)s. %(staff)s tells you soon.") % {"name": name, "staff": staff}
    return in_touch_words(staff, whom, often_words(pause.contact_every_days))


def contact_rules(match) -> list[tuple[str, str]]:
    """(heading, words) of the agreement in force; what the two are there for, and how long, is not among it."""
    agreement = agreement_in_force(match)
    if agreement is None:
        return []
    said = {name: getattr(agreement, name, "") for name in CONTACT_RULES}
    said["hours"] = hours_words(agreement.contact_from, agreement.contact_until)
    return [(HEADINGS[name], words) for name, words in said.items() if words]


def goals_for(cover) -> list[str]:
    """The words of open goals, where the young person lets the cover read them."""
    if not cover.goals_shown:
        return []
    goals = cover.pause.match.goals.chosen().filter(progress=Goal.Progress.OPEN)
    return list(goals.values_list("words", flat=True))


def sessions_of(cover) -> list[MentoringSession]:
    """Those of this cover alone, the newest first."""
    return list(cover.sessions.order_by("-planned_at"))
