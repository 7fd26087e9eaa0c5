"""What the records show of step 13: goals agreed in the first meetings, and that people meet (S13)."""

from datetime import date

from django.db.models import Exists, OuterRef

from matching.pairing.models import Match
from matching.pairing.states import MET
from matching.relationships.models import Goal, MentoringSession
from mentoring.web.wording import counted
from schemes.planning.evidence import Evidence


def goals(scheme, today: date) -> Evidence:
    """Goals of those who are together now; "getting to know each other" is one too."""
    together = Match.objects.together().filter(scheme=scheme)
    number = together.count()
    if not number:
        return Evidence(missing=("Nobody is together yet, so there are no goals.",))
    aim = Exists(Goal.objects.chosen().filter(match=OuterRef("pk")))
    met = Exists(MentoringSession.objects.filter(match=OuterRef("pk"), outcome__in=MET))
    with_goal, with_session = together.filter(aim).count(), together.filter(met).count()
    found = [f"{with_goal} of {counted(number, 'pair')} have a first goal; {with_session} have met."]
    missing = []
    if with_goal < number:
        missing.append(f"{counted(number - with_goal, 'pair')} without a first goal.")
    if (
        late := Goal.objects.chosen()
        .filter(match__in=together, progress=Goal.Progress.OPEN, review_on__lt=today)
        .count()
    ):
        missing.append(f"{counted(late, 'goal')} not looked at again on the day that was set.")
    return Evidence(tuple(found), tuple(missing), f"{with_goal} of {number} pairs have a first goal")
