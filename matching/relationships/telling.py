"""Sessions as a page tells them: a page at a time, each with what became of it in words for whoever reads it."""

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext

from matching.relationships.amendments.queries import amendments_of
from matching.relationships.outcomes import outcome_words

#: So many sessions stand on a page; older ones behind it.
PAGE = 20
TONES = {"planned": "waiting", "held": "good", "partly": "watch"}


def sessions_told(match, asked: str, actor, side: str = "") -> Page:
    """The newest sessions of a match, or the page that is asked for. `side`: "mentee" or "mentor" where one of the two
    reads, who is called "You" then; "" for staff, who read what was changed after supervision too."""
    sessions = match.mentoringsessions.select_related("logged_by", "with_cover__volunteer")
    page = Paginator(sessions, PAGE).get_page(asked)
    names = {"mentee": match.young_person.first_name, "mentor": match.volunteer.first_name}
    names |= {side: gettext("You")} if side else {}
    amended = {} if side else amendments_of(page, actor)
    for session in page:
        session.amended = amended.get(session.pk, [])
        cover = session.with_cover
        session.cover_name = cover.volunteer.first_name if cover else ""
        came = names | ({"mentor": session.cover_name} if cover else {})
        session.outcome_words = outcome_words(session.outcome, session.called_off_by, **came)
        session.tone = TONES.get(session.outcome, "warn")
    return page
