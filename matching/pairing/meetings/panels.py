"""What the page of a match says about meetings with the co-ordinator there."""

from django.utils import timezone

from matching.pairing.meetings.checklist import talked_about_words
from matching.pairing.meetings.queries import first_meeting_held, is_stopped, meeting_of
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """The one that is coming, or the first one with what was talked about; nothing where there is neither. Whoever of
    the staff is one of the two learns of it with its date, and of no hold on themselves."""
    if not actor.may(Permission.MATCH_READ, match):
        return []
    meeting, held = meeting_of(match), first_meeting_held(match)
    is_own = match.is_one_of_two(actor.user)
    if is_own and meeting and meeting.planned_at is None:
        meeting = None
    if meeting is None and held is None:
        return []
    said, left = talked_about_words(held.talked_about) if held else ([], [])
    context = {
        "match": match, "meeting": meeting, "held": held, "said": said, "left": left,
        "stopped": meeting is not None and not is_own and is_stopped(meeting, timezone.now()),
        "may_edit": actor.may(Permission.MATCH_EDIT, match) and not is_own,
    }  # fmt: skip
    title = "Before choosing: a short meeting" if meeting and meeting.kind == "look" else "Their first meeting"
    return [Card(title, "matching/pairing/meetings/meeting_panel.html", context, column="main")]
