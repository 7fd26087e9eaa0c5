"""What a mentor was cleared under, for those who match and those who approve the risk (S9, S12).

The words are those written for matching when the check was decided; what was disclosed stays in the guarded decision.
"""

from django.utils import timezone

from mentoring.home.cards import Card
from safeguarding.vetting.queries import conditions_of
from schemes.people.permissions import Permission


def conditions_panel(match, actor) -> list[Card]:
    """The fact for whoever sees the pair, the words for those who read vetting; nobody reads them of themselves."""
    volunteer = match.volunteer
    conditions = conditions_of(volunteer, timezone.localdate())
    if not conditions or volunteer.user_id == actor.user.pk:
        return []
    may_read = actor.may(Permission.VETTING_READ, volunteer)
    shown = {"volunteer": volunteer, "conditions": conditions if may_read else []}
    return [Card("Cleared with conditions", "matching/pairing/conditions_panel.html", shown, column="main")]
