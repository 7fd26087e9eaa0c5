"""Correcting a session: freely until supervision has been held after it, with a reason and both versions since."""

from django.db import transaction

from matching.pairing.actions import match_activate
from matching.pairing.actions.holding import match_held
from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.actions.noting import noted
from matching.relationships.actions.sessions import written
from matching.relationships.amendments.models import SessionAmendment
from matching.relationships.amendments.queries import is_locked, version_of
from matching.relationships.models import MentoringSession
from mentoring.transitions import Refused, locked


@transaction.atomic
def session_correct(*, session, because: str = "", by, **said) -> MentoringSession:
    """The mentor, or whoever stood in, puts right what they wrote down. `said` is the whole of it, as in
    `session_log`; two who turn out to have met are a pair.

    The mentor's record is locked first, as it is where supervision is written down: of the two, one comes first.
    """
    match = match_held(session.match)
    if session.with_cover_id:
        locked(session.with_cover.volunteer)
    session = locked(session)
    if session.outcome == MentoringSession.Outcome.PLANNED:
        raise Refused("This session is not written down yet.")
    if match.state not in TOGETHER:
        raise Refused("This match has ended. What was written down stays as it is.")
    is_amended = is_locked(session)
    if is_amended and not because.strip():
        raise Refused("This session came up in supervision. Say in a few words why it is changed.")
    before = version_of(session)
    written(session, said)
    if version_of(session) == before:
        return session
    if is_amended:
        SessionAmendment.objects.create(session=session, before=before, because=because, by=by)
    session.save()
    noted(session, "session.amended" if is_amended else "session.corrected", by)
    if session.is_met and match.state == Match.State.INTRODUCED:
        match_activate(match=match, by=by)
    return session
