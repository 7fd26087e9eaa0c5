"""What the two can open about their match, for whichever page lists it: with a mark where it waits for them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from matching.pairing.states import TOGETHER
from matching.relationships.agreements.queries import SIGNATURES, newest_agreement
from matching.relationships.reviews.queries import review_asked
from matching.relationships.sides import AGREEING, side_of


@dataclass(frozen=True)
class PairLink:
    """`waiting`: something is asked of this person there; the label then says what."""

    label: str
    url: str
    waiting: bool = False


def pair_links(match, user, today: date) -> list[PairLink]:
    """Agreement, goals and review of this match, for one of its two; empty for everybody else."""
    side = side_of(match, user)
    if not side or match.state not in AGREEING:
        return []
    return [*_agreement(match, side), *_goals(match), *_review(match, side, today), *_known(match)]


def _agreement(match, side) -> list[PairLink]:
    newest = newest_agreement(match)
    if newest is None:
        if side == "mentor":
            return [
                PairLink("Write down what you agree", reverse("matching:agreement_draft_mine", args=[match.pk]), True)
            ]
        return []
    waits = not getattr(newest, SIGNATURES[side])
    label = "What you two agree: read it and sign" if waits else "What you two agreed"
    return [PairLink(label, reverse("matching:agreement_mine", args=[match.pk]), waits)]


def _goals(match) -> list[PairLink]:
    if match.state not in TOGETHER:
        return []
    return [PairLink("Goals", reverse("matching:goal_list_mine", args=[match.pk]))]


def _known(match) -> list[PairLink]:
    """Found out late that they know each other: there is always a way to say so."""
    if match.state == "ending":
        return []
    return [PairLink("We know each other from before", reverse("matching:conflict_say", args=[match.pk]))]


def _review(match, side, today) -> list[PairLink]:
    review = review_asked(match, today)
    if review is None:
        return []
    waits = not getattr(review, f"{side}_view")
    label = "Review: tell us how it is" if waits else "Review: what you told us"
    return [PairLink(label, reverse("matching:review_say", args=[match.pk]), waits)]
