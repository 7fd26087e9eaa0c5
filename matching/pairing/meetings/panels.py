"""What the page of a match says about meetings with the co-ordinator there."""

from matching.pairing.meetings.checklist import talked_about_words
from matching.pairing.meetings.queries import first_meeting_held, meeting_of
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """The one that is coming, or the first one with what was talked about; nothing where there is neither."""
    if not actor.may(Permission.MATCH_READ, match):
        return []
    meeting, held = meeting_of(match), first_meeting_held(match)
    if meeting is None and held is None:
        return []
    said, left = talked_about_words(held.talked_about) if held else ([], [])
    context = {
        "match": match, "meeting": meeting, "held": held, "said": said, "left": left,
        "may_edit": actor.may(Permission.MATCH_EDIT, match),
    }  # fmt: skip
    title = "Before choosing: a short meeting" if meeting and meeting.kind == "look" else "Their first meeting"
    return [Card(title, "matching/pairing/meetings/meeting_panel.html", context, column="main")]
