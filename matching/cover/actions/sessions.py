"""What whoever stands in plans, writes down and puts right, on the days of the pause."""

from django.db import transaction
from django.utils import timezone

from matching.cover.models import Cover
from matching.cover.queries import who_meets
from matching.pairing.actions.holding import match_held
from matching.relationships.actions import session_log, session_plan
from matching.relationships.amendments.actions import session_correct
from matching.relationships.models import MentoringSession
from mentoring.transitions import Refused, locked

ABOUT_YOU = "This is about you. Somebody else of the scheme has to do it."


@transaction.atomic
def cover_session_plan(*, cover, planned_at, place: str = "", by) -> MentoringSession:
    """The next time of whoever stands in, within the days of the pause."""
    cover = _open_to(cover, by)
    meets = who_meets(cover.pause.match, timezone.localdate(planned_at))
    if meets is None or meets.pk != cover.pk:
        raise Refused("Choose a day on which you stand in.")
    return session_plan(match=cover.pause.match, planned_at=planned_at, place=place, by=by)


@transaction.atomic
def cover_session_log(*, cover, planned_at, session=None, by, **said) -> MentoringSession:
    """Whoever stands in writes down how it went, while they do; staff what was left when it was over. It is marked as
    held with the cover."""
    cover = locked(cover) if by.pk != cover.volunteer.user_id else _open_to(cover, by)
    cover.pause.match = match = match_held(cover.pause.match)
    if by.pk != cover.volunteer.user_id and cover.is_of_three(by):
        raise Refused(ABOUT_YOU)
    _on_its_days(cover, timezone.localdate(planned_at))
    return session_log(match=match, session=session, planned_at=planned_at, cover=cover, by=by, **said)


@transaction.atomic
def cover_session_correct(*, cover, session, planned_at, by, **said) -> MentoringSession:
    """Whoever stands in puts right what they wrote down themselves, while they do; once they had supervision with a
    reason, as a mentor does."""
    cover = _open_to(cover, by)
    session = cover.sessions.filter(pk=session.pk, logged_by=by).first()
    if session is None:
        raise Refused("You did not write this down. Nothing was changed.")
    session.with_cover = cover
    _on_its_days(cover, timezone.localdate(planned_at))
    return session_correct(session=session, planned_at=planned_at, by=by, **said)


def _on_its_days(cover, day) -> None:
    if not (cover.mentor_answered_at and timezone.localdate(cover.mentor_answered_at) <= day):
        raise Refused(f"{cover.volunteer.first_name} did not stand in yet on that day.")
    if not cover.pause.holds_on(day):
        raise Refused("That day is none of the pause. Check the date.")


def _open_to(cover, by) -> Cover:
    """Open to whoever stands in on this very day, read under a lock; refused to everybody else."""
    cover = locked(cover)
    cover.pause = locked(cover.pause)
    if by.pk != cover.volunteer.user_id or not Cover.objects.open_on(timezone.localdate()).filter(pk=cover.pk).exists():
        raise Refused("You do not stand in today. Nothing was changed.")
    return cover
