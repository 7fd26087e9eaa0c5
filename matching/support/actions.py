"""Writes about staff contact (S14, L6)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from matching.pairing.actions.holding import not_one_of_two
from matching.pairing.states import TOGETHER
from matching.relationships.actions.noting import noted
from matching.support.models import CheckIn, Debrief
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def check_in_add(
    *, match, side: str, spoken_on: date, how: str, words: str, to_do: str = "", to_do_on: date | None = None,
    cover=None, by,
) -> CheckIn:  # fmt: skip
    """Write down that somebody spoke with one of the two, or with whoever stood in (`cover`), and what they promised to
    do. Pressing twice writes one."""
    match = locked(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    if match.state not in TOGETHER:
        raise Refused("Check-ins begin once the two have been introduced, and are over when the match has ended.")
    if cover and (cover.pause.match_id != match.pk or cover.volunteer.user_id == by.pk):
        raise Refused("This is about you, or about another match. Nothing was changed.")
    same = match.check_ins.filter(side=side, cover=cover, spoken_on=spoken_on, how=how, spoken_by=by)
    if any(row.words == words for row in same):
        raise Refused("You have written this down already. Nothing was changed.")
    promised = {"to_do": to_do, "to_do_on": to_do_on, "to_do_by": by} if to_do else {}
    check_in = match.check_ins.create(
        side=side, cover=cover, spoken_on=spoken_on, how=how, words=words, spoken_by=by, **promised
    )
    _spoken_noted(check_in, "checkin.added", by)
    return check_in


@transaction.atomic
def check_in_done(*, check_in, by) -> CheckIn:
    """What was promised has been done; twice is once."""
    check_in = locked(check_in)
    not_one_of_two(check_in.match.volunteer, check_in.match.young_person, by)
    if check_in.to_do_by_id is None:
        raise Refused("Nothing was promised here.")
    if check_in.done_on is None:
        check_in.done_on = timezone.localdate()
        check_in.save(update_fields=["done_on"])
        _spoken_noted(check_in, "checkin.done", by)
    return check_in


def _spoken_noted(check_in, verb: str, by) -> None:
    """Only the side that was spoken with is named: the other one's days are not theirs to read, in the trail either."""
    match, person, details = check_in.match, check_in.person, {"side": str(check_in.side)}
    audit_record(verb=verb, subject=check_in, scheme=match.scheme_id, about=[person.user_id], details=details, by=by)


@transaction.atomic
def debrief_say(*, session, feeling: str, words: str = "", talk_over: str = "", by) -> Debrief:
    """How a session was for the mentor, in their own words; they can change it until somebody has talked with them."""
    session = locked(session)
    if by.pk != _who_met(session).user_id:
        raise Refused("Only the mentor can say this.")
    if not session.is_met:
        raise Refused("You can say this once you have met.")
    said = {"feeling": feeling, "words": words, "talk_over": talk_over, "wants_talk": bool(talk_over)}
    debrief, _ = Debrief.objects.update_or_create(session=session, defaults=said)
    noted(session, "session.debriefed", by)
    return debrief


def _who_met(session):
    """The mentor, or whoever stood in."""
    return session.with_cover.volunteer if session.with_cover_id else session.match.volunteer
