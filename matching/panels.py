"""What matching adds to a person's record and to the page of a match."""

from matching.cover import panels as cover
from matching.endings import panels as endings
from matching.endings.afterwards import panels as afterwards
from matching.endings.planning import panels as plans
from matching.endings.thanks.panels import thanks_panel
from matching.pairing import panels as pairing
from matching.pairing.conditions import conditions_panel
from matching.pairing.meetings import panels as meetings
from matching.pairing.wishes import panels as wishes
from matching.pairing.wishes.panels import wishes_panel
from matching.relationships import panels as relationships
from matching.supervision import panels as supervision
from matching.support import panels as support
from matching.waiting import panels as waiting
from matching.warning import panels as warning


def volunteer_panels(volunteer, actor) -> list:
    return [
        *pairing.volunteer_panels(volunteer, actor),
        *wishes_panel(volunteer, actor),
        *thanks_panel(volunteer, actor),
        *supervision.volunteer_panels(volunteer, actor),
    ]


def young_person_panels(young_person, actor) -> list:
    return [
        *waiting.young_person_panels(young_person, actor),
        *pairing.young_person_panels(young_person, actor),
        *endings.last_ending_panels(young_person, actor),
        *wishes_panel(young_person, actor),
    ]


def match_panels(match, actor) -> list:
    """Conditions that hold for the pair first, then signs to look at, meetings with staff there and staff contact, the
    later steps."""
    parts = (wishes, meetings, cover, support, relationships, plans, endings, afterwards)
    cards = [card for part in parts for card in part.match_panels(match, actor)]
    return [*conditions_panel(match, actor), *warning.match_panels(match, actor), *cards]
