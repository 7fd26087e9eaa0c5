"""What the two can open about their match, for whichever page lists it: with a mark where it waits for them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from matching.endings.planning.queries import plan_of
from matching.endings.queries import ending_of
from matching.pairing.states import TOGETHER
from matching.relationships.agreements.queries import SIGNATURES, newest_agreement
from matching.relationships.messages.queries import may_write, unread_number
from matching.relationships.reviews.queries import review_asked
from matching.relationships.sides import AGREEING, person_of, side_of
from matching.support.debriefs import debrief_asked
from mentoring.web.wording import weekday


@dataclass(frozen=True)
class PairLink:
    """`waiting`: something is asked of this person there; the label then says what."""

    label: str
    url: str
    waiting: bool = False


def pair_links(match, user, today: date) -> list[PairLink]:
    """Messages, agreement, goals and review of this match, for one of its two; empty for everybody else."""
    side = side_of(match, user)
    if not side or match.state not in AGREEING:
        return []
    return [
        *_messages(match, user, side),
        *_debrief(match, side, today),
        *_agreement(match, side),
        *_goals(match),
        *_review(match, side, today),
        *_last_weeks(match),
        *_ending(match, side),
        *_calendar(match),
        *_asked(match),
        *_known(match),
    ]


def _messages(match, user, side) -> list[PairLink]:
    if not may_write(match):
        return []
    name, new = person_of(match, "mentor" if side == "mentee" else "mentee").first_name, unread_number(match, user)
    label = ngettext("%(number)s new message from %(name)s", "%(number)s new messages from %(name)s", new)
    label = (label if new else gettext("Write to %(name)s")) % {"number": new, "name": name}
    return [PairLink(label, reverse("matching:message_list_mine", args=[match.pk]), bool(new))]


def _agreement(match, side) -> list[PairLink]:
    newest = newest_agreement(match)
    if newest is None:
        if side == "mentor":
            where = reverse("matching:agreement_draft_mine", args=[match.pk])
            return [PairLink(gettext("Write down what you agree"), where, True)]
        return []
    waits = not getattr(newest, SIGNATURES[side])
    label = gettext("What you two agree: read it and sign") if waits else gettext("What you two agreed")
    return [PairLink(label, reverse("matching:agreement_mine", args=[match.pk]), waits)]


def _goals(match) -> list[PairLink]:
    if match.state not in TOGETHER:
        return []
    return [PairLink(gettext("Goals"), reverse("matching:goal_list_mine", args=[match.pk]))]


def _last_weeks(match) -> list[PairLink]:
    if match.state not in TOGETHER or plan_of(match) is None:
        return []
    return [PairLink(gettext("Our last weeks"), reverse("matching:ending_plan_mine", args=[match.pk]))]


def _ending(match, side) -> list[PairLink]:
    """Each side's own words while it comes to an end: asked for, never needed."""
    if match.state != "ending":
        return []
    ending = ending_of(match)
    waits = not (ending and getattr(ending, f"{side}_said_at"))
    label = gettext("Looking back: what was it like?") if waits else gettext("Looking back: what you told us")
    return [PairLink(label, reverse("matching:ending_say", args=[match.pk]), waits)]


def _calendar(match) -> list[PairLink]:
    if match.state not in TOGETHER:
        return []
    return [PairLink(gettext("Our meetings in your calendar"), reverse("matching:calendar_show"))]


def _debrief(match, side, today) -> list[PairLink]:
    """How the last session was for the mentor: asked for some days, never twice (L6)."""
    session = debrief_asked(match, today) if side == "mentor" else None
    if session is None:
        return []
    label = gettext("How was %(weekday)s for you?") % {"weekday": weekday(localdate(session.planned_at))}
    return [PairLink(label, reverse("matching:debrief_say", args=[session.pk]), True)]


def _asked(match) -> list[PairLink]:
    """Staff ask each of the two how it is (S14); each sees on which days."""
    if match.state not in TOGETHER:
        return []
    return [PairLink(gettext("When we asked how it is"), reverse("matching:check_in_list_mine", args=[match.pk]))]


def _known(match) -> list[PairLink]:
    """Found out late that they know each other: there is always a way to say so."""
    if match.state == "ending":
        return []
    return [PairLink(gettext("We know each other from before"), reverse("matching:conflict_say", args=[match.pk]))]


def _review(match, side, today) -> list[PairLink]:
    review = review_asked(match, today)
    if review is None:
        return []
    waits = not getattr(review, f"{side}_view")
    label = gettext("Review: tell us how it is") if waits else gettext("Review: what you told us")
    return [PairLink(label, reverse("matching:review_say", args=[match.pk]), waits)]
