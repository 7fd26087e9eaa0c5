"""Cards that the rooms above add to a record (checks, consents, matches): `panels.py` of the conventions."""

from mentoring.conventions import modules
from mentoring.home.cards import Card


def volunteer_panels(volunteer, actor) -> list[Card]:
    return _gathered("volunteer_panels", volunteer, actor)


def young_person_panels(young_person, actor) -> list[Card]:
    return _gathered("young_person_panels", young_person, actor)


def _gathered(name: str, person, actor) -> list[Card]:
    """A room gives only what this actor may read."""
    return [card for room in modules("panels") if hasattr(room, name) for card in getattr(room, name)(person, actor)]
