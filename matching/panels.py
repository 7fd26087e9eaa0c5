"""What matching adds to a person's record and to the page of a match."""

from matching.endings import panels as endings
from matching.pairing import panels as pairing
from matching.pairing.conditions import conditions_panel
from matching.pairing.meetings import panels as meetings
from matching.pairing.wishes.panels import wishes_panel
from matching.relationships import panels as relationships
from matching.waiting import panels as waiting


def volunteer_panels(volunteer, actor) -> list:
    return [*pairing.volunteer_panels(volunteer, actor), *wishes_panel(volunteer, actor)]


def young_person_panels(young_person, actor) -> list:
    return [
        *waiting.young_person_panels(young_person, actor),
        *pairing.young_person_panels(young_person, actor),
        *endings.last_ending_panels(young_person, actor),
        *wishes_panel(young_person, actor),
    ]


def match_panels(match, actor) -> list:
    """Conditions that hold for the pair first, then meetings with the co-ordinator there, then the later steps."""
    parts = (meetings, relationships, endings)
    cards = [card for part in parts for card in part.match_panels(match, actor)]
    return [*conditions_panel(match, actor), *cards]
