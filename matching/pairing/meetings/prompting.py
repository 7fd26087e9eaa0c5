"""The card before a first meeting, for one of the two: there once the meeting has a time, gone when they have met."""

from datetime import date

from matching.pairing.meetings.prompts import Prompts, both_like, for_mentor, for_young_person
from matching.pairing.models import Match, Meeting
from matching.pairing.profiles import MENTOR_HEADINGS
from matching.pairing.queries import mentor_shown
from schemes.people.sharing import AFTER, FIELDS, shown_to_mentor


def prompts_of(meeting: Meeting | None, side: str, today: date) -> Prompts | None:
    """None unless these two were introduced, and have a time for their first meeting and have not met yet."""
    if meeting is None or meeting.kind != Meeting.Kind.FIRST or meeting.planned_at is None:
        return None
    match = meeting.match
    if match.state != Match.State.INTRODUCED:
        return None
    told = {
        "staff": meeting.staff.first_name,
        "phone": match.scheme.contact_phone,
        "shared": shared_likes(match, today),
    }
    if side == "mentor":
        return for_mentor(name=match.young_person.first_name, place_kind=meeting.place_kind, **told)
    return for_young_person(name=match.volunteer.first_name, **told)


def shared_likes(match, today: date) -> list[str]:
    """What both like, where each lets the other read it; nothing where one of them does not."""
    mentor = dict(mentor_shown(match.volunteer, today)).get(MENTOR_HEADINGS["interests"], "")
    mentee = dict(shown_to_mentor(match.young_person, today, moment=AFTER)).get(FIELDS["interests"].heading, "")
    return both_like(mentor.split(","), mentee.split(",")) if mentor and mentee else []
