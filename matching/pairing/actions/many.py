"""Several proposals at once, each through the same gate as one; and taking them back while nobody has been told."""

from collections.abc import Iterable

from django.db import transaction

from matching.pairing.actions.choosing import match_propose, moved
from matching.pairing.models import Match
from mentoring.transitions import Refused, locked


def match_propose_many(*, scheme, pairs: Iterable[dict], by) -> tuple[list[Match], list[tuple[dict, list[str]]]]:
    """Propose each pair (what `match_propose` takes, without scheme and by) in a transaction of its own: one that is
    refused takes nothing from the others. Returns the matches, and the pairs refused with their reasons."""
    done, refused = [], []
    for pair in pairs:
        try:
            done.append(match_propose(scheme=scheme, **pair, by=by))
        except Refused as problem:
            refused.append((pair, problem.reasons))
    return done, refused


def match_propose_undo(*, matches: Iterable[Match], by) -> tuple[list[Match], list[Match]]:
    """Take proposals back of which nobody has been told. Returns those taken back, and those that somebody has been
    told of by now, which stay."""
    done, told = [], []
    for match in matches:
        (done if _taken_back(match, by) else told).append(match)
    return done, told


@transaction.atomic
def _taken_back(match, by) -> bool:
    if locked(match).state != Match.State.PROPOSED:
        return False
    moved(match, Match.State.DECLINED, by, why="Taken back before anybody was told")
    return True
