"""What this room holds on a person (see `mentoring.conventions`)."""

from matching.cover import held as cover
from matching.endings import held as endings
from matching.expenses import held as expenses
from matching.pairing import held as pairing
from matching.pairing.models import Match
from matching.relationships import held as relationships
from matching.supervision import held as supervision
from matching.support import held as support
from mentoring.held.kinds import Chapter, in_chapter


def paired_with(user) -> tuple[set, set, set]:
    """Keys of (accounts, volunteers, young people) with whom this user is or was in a match: they never answer for what
    is held on the other one (roles.md)."""
    mentees = Match.objects.filter(volunteer__user=user).values_list("young_person__user", "young_person")
    mentors = Match.objects.filter(young_person__user=user).values_list("volunteer__user", "volunteer")
    accounts = {account for account, _ in (*mentees, *mentors) if account}
    return accounts, {key for _, key in mentors}, {key for _, key in mentees}


KINDS = in_chapter(
    Chapter.TOGETHER,
    (
        *pairing.KINDS,
        *relationships.KINDS,
        *cover.KINDS,
        *supervision.KINDS,
        *support.KINDS,
        *endings.KINDS,
        *expenses.KINDS,
    ),
)
ELSEWHERE = {**pairing.ELSEWHERE, **relationships.ELSEWHERE, **support.ELSEWHERE, **expenses.ELSEWHERE}
