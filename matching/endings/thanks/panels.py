"""What a mentor has given, on their record: with the papers that thank them for it."""

from matching.endings.thanks.queries import mentoring_time, reference_of
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def thanks_panel(volunteer, actor) -> list[Card]:
    """For those who may write the reference, once there is something to thank for; nobody their own."""
    if not actor.may(Permission.MATCH_EDIT, volunteer) or volunteer.user_id == actor.user.pk:
        return []
    time = mentoring_time(volunteer)
    if not time.sessions:
        return []
    context = {"volunteer": volunteer, "time": time, "reference": reference_of(volunteer)}
    return [Card("Thanks", "matching/endings/thanks/thanks_panel.html", context)]
