"""Asking how a young person is, three months on; taking an ending back within a fortnight (S15)."""

from datetime import date

from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict
from django.utils import timezone

from matching.endings.afterwards.queries import may_reopen
from matching.endings.afterwards.rules import REOPEN_DAYS
from matching.endings.models import Ending, EndingTakenBack, FollowUp
from matching.endings.queries import have_met
from matching.pairing.actions.holding import match_held, not_one_of_two, scheme_held
from matching.pairing.actions.reviewing import reviews_set
from matching.pairing.gate import blocked_by
from matching.pairing.models import Match
from matching.pairing.queries import gate_of
from matching.pairing.states import REOPENS
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move

#: What no form shows, and still is on record of an ending; and what somebody wrote down of the call that follows.
SAID_AT = ("mentee_said_at", "mentor_said_at", "review_signed_at")
FOLLOWED_UP = ("outcome", "spoken_on", "words", "recorded_by")


@transaction.atomic
def follow_up_record(*, follow_up, outcome: str, spoken_on: date, words: str, by) -> FollowUp:
    """How the young person is, in their words; or that they could not be reached, and what was tried."""
    follow_up = locked(follow_up)
    match = follow_up.ending.match
    not_one_of_two(match.volunteer, match.young_person, by)
    follow_up.outcome, follow_up.spoken_on = FollowUp.Outcome(outcome), spoken_on
    follow_up.words, follow_up.recorded_by = words, by
    follow_up.save(update_fields=["outcome", "spoken_on", "words", "recorded_by"])
    _audit("followup.recorded", follow_up, match, by)
    return follow_up


@transaction.atomic
def match_reopen(*, match, note: str, by) -> Match:
    """Two who ended a few days ago go on after all. The gate is asked again under lock, all but its line about this
    very ending; the ending that was recorded is kept, and when they end again there is one again."""
    scheme_held(match.scheme)
    match, today = match_held(match), timezone.localdate()
    not_one_of_two(match.volunteer, match.young_person, by)
    if not may_reopen(match, today):
        raise Refused(f"Only an ending of the last {REOPEN_DAYS} days can be taken back. Propose the two again.")
    if wrong := blocked_by([line for line in gate_of(match, today) if line.key != "last-ending"]):
        raise Refused(*wrong)
    ended_on, to = match.ended_on, Match.State.ACTIVE if have_met(match) else Match.State.INTRODUCED
    about = [match.volunteer.user, match.young_person.user]
    try:
        with transaction.atomic():
            match = state_move(
                row=match, to=to, moves=REOPENS, changes="state_changes", why=note, about=about, by=by
            )  # fmt: skip
    except IntegrityError as problem:
        raise Refused(f"{match.young_person.first_name} has a mentor already.") from problem
    match.ended_on = None
    match.save(update_fields=["ended_on"])
    _ending_kept(match, ended_on, note, by)
    reviews_set(match, today)
    return match


def _ending_kept(match, ended_on: date, note: str, by) -> None:
    """The whole of it, sealed, with what became of the goals and how the young person was when somebody asked; then the
    match has no ending any more (one at a time)."""
    ending = Ending.objects.get(match=match)
    told = model_to_dict(ending) | {name: getattr(ending, name) for name in SAID_AT}
    told["goals"] = list(ending.goals.values("goal__words", "outcome", "carried_on_with"))
    told["follow_up"] = FollowUp.objects.filter(ending=ending).exclude(outcome="").values(*FOLLOWED_UP).first()
    kept = EndingTakenBack.objects.create(
        match=match, ended_on=ended_on, planned=ending.planned, told=told, note=note, reopened_by=by
    )
    _audit("ending.taken-back", kept, match, by)
    ending.delete()


def _audit(verb: str, row, match, by) -> None:
    about = [match.volunteer.user, match.young_person.user]
    audit_record(verb=verb, subject=row, scheme=match.scheme, about=about, by=by)
