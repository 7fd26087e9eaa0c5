"""What this room shows on somebody's record, gathered from its parts."""

from schemes.recruitment import panels as recruitment
from schemes.training import panels as training
from schemes.young_people.panels import young_person_panels


def volunteer_panels(volunteer, actor) -> list:
    return [*recruitment.volunteer_panels(volunteer, actor), *training.volunteer_panels(volunteer, actor)]


__all__ = ["volunteer_panels", "young_person_panels"]
