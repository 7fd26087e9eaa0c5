"""From the proposal to two people who both said yes; each may say no, without having to say why (S12, R8)."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.pairing.actions.holding import match_held, not_one_of_two, pair_held
from matching.pairing.actions.letting_go import meetings_let_go
from matching.pairing.actions.notes import technique_log
from matching.pairing.gate import blocked_by
from matching.pairing.models import Match, Technique
from matching.pairing.queries import gate_before_proposal, gate_still_proposed
from matching.pairing.states import NONE_OF_THESE, ON_THE_WAY
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from schemes.people.actions import young_person_edit

#: So many mentors a young person is shown at once: enough to choose, few enough to read.
SHOWN_AT_ONCE = 3


def moved(match, to: str, by, why: str = "") -> Match:
    """One step of a match's life, with both people's records named in the trail; no meeting outlives its pair."""
    about = [match.volunteer.user, match.young_person.user]
    match = state_move(row=match, to=to, moves=Match.moves, changes="state_changes", why=why, about=about, by=by)
    meetings_let_go(match, to, by)
    return match


@transaction.atomic
def match_propose(*, scheme, volunteer, young_person, score=None, reasons=(), by) -> Match:
    """Propose a pair, found by the score or by hand: the same gate for both. The mentor's place is kept from now on.

    The volunteer is locked while places are counted, so that two proposals at once cannot take the same place.
    """
    volunteer, young_person = pair_held(volunteer, young_person)
    not_one_of_two(volunteer, young_person, by)
    wrong = blocked_by(gate_before_proposal(scheme, volunteer, young_person, timezone.localdate()))
    if wrong:
        raise Refused(*wrong)
    try:
        with transaction.atomic():
            match = Match.objects.create(
                scheme=scheme, volunteer=volunteer, young_person=young_person, score=score, reasons=list(reasons)
            )
    except IntegrityError as problem:
        raise Refused("These two are proposed to each other already.") from problem
    match.state_changes.create(to_state=match.state, by=by)
    audit_record(
        verb="match.proposed",
        subject=match,
        scheme=scheme,
        about=[volunteer.user, young_person.user],
        details={"by_hand": score is None},
        by=by,
    )
    return match


@transaction.atomic
def match_share_profiles(*, match, by) -> Match:
    """Let the young person read what the mentor agreed to show; three mentors at once at most. The gate is asked again:
    a mentor may have been held or paused since the proposal."""
    match = match_held(match)
    wrong = blocked_by(gate_still_proposed(match, timezone.localdate()))
    if wrong:
        raise Refused(*wrong)
    young_person = match.young_person
    if young_person.matches.filter(state=Match.State.PROFILES_SHARED).count() >= SHOWN_AT_ONCE:
        raise Refused(f"{young_person.first_name} has three profiles to look at already. Wait for an answer first.")
    match = moved(match, Match.State.PROFILES_SHARED, by)
    technique_log(match=match, kind=Technique.Kind.PAPER_PROFILE, used_on=timezone.localdate(), by=by)
    return match


@transaction.atomic
def match_mentee_answer(*, match, answer: str, because: str = "", by) -> Match:
    """The young person picks this mentor or does not. A yes also says that they still want a mentor, today."""
    match = asked_match(match, "mentee", by)
    if answer == Match.Answer.NO:
        return _no(match, "mentee", because, by)
    others = match.young_person.matches.filter(state__in=ON_THE_WAY)
    if others.filter(mentee_answer=Match.Answer.YES).exclude(pk=match.pk).exists():
        raise Refused("You have picked somebody already. We are asking them now.")
    young_person_edit(young_person=match.young_person, changes={"still_wants_mentor_on": timezone.localdate()}, by=by)
    return _yes(match, "mentee", by)


@transaction.atomic
def match_mentee_take_back(*, match, by) -> Match:
    """The young person changes their mind until the mentor has answered; the profile is open again."""
    match = asked_match(match, "mentee", by)
    if match.mentee_answer != Match.Answer.YES:
        raise Refused("You have not picked anybody. Nothing was changed.")
    if match.mentor_answer:
        raise Refused(f"{match.volunteer.first_name} has answered. Tell us if it does not feel right.")
    match.mentee_answer = Match.Answer.OPEN
    match.save(update_fields=["mentee_answer"])
    _note_answer(match, "mentee", "taken-back", by)
    return match


@transaction.atomic
def match_mentor_answer(*, match, answer: str, because: str = "", by) -> Match:
    """The mentor says yes or no to the young person who picked them."""
    match = asked_match(match, "mentor", by)
    return _no(match, "mentor", because, by) if answer == Match.Answer.NO else _yes(match, "mentor", by)


@transaction.atomic
def match_decline(*, match, because: str = "", by) -> Match:
    """The co-ordinator takes a proposal back; the two do not see why."""
    return moved(match, Match.State.DECLINED, by, why=because or "Taken back by the co-ordinator")


@transaction.atomic
def match_none_of_these(*, young_person, wish: str, by) -> None:
    """ "None of these, and here is what I'd like": every open profile is let go, the wish is kept in their words."""
    shown = locked(young_person).matches.filter(state=Match.State.PROFILES_SHARED)
    for match in shown.exclude(mentee_answer=Match.Answer.YES):
        _no(match, "mentee", "", by, why=NONE_OF_THESE)
    if wish:
        young_person_edit(young_person=young_person, changes={"mentor_wish": wish}, by=by)


def asked_match(match, side: str, by) -> Match:
    """The match under a lock, while it is asked about. Nobody answers for the person they would be matched with, not
    even a co-ordinator who mentors too."""
    match = match_held(match)
    asked, other = (match.young_person, match.volunteer) if side == "mentee" else (match.volunteer, match.young_person)
    if by and other.user_id == by.pk:
        raise Refused(f"Only {asked.first_name} can say this. Ask another co-ordinator to write it down.")
    if match.state != Match.State.PROFILES_SHARED:
        raise Refused("This is not open any more. Nothing was changed.")
    return match


def _yes(match, side: str, by) -> Match:
    setattr(match, f"{side}_answer", Match.Answer.YES)
    match.save(update_fields=[f"{side}_answer"])
    if side == "mentee":
        meetings_let_go(match, Match.Answer.YES, by)
    _note_answer(match, side, Match.Answer.YES, by)
    if match.mentee_answer == match.mentor_answer == Match.Answer.YES:
        match = moved(match, Match.State.ACCEPTED, by)
        _let_others_go(match, by)
    return match


def _no(match, side: str, because: str, by, why: str = "") -> Match:
    """A no is private: the reason is sealed and read by co-ordinators only."""
    setattr(match, f"{side}_answer", Match.Answer.NO)
    setattr(match, f"{side}_no_because", because)
    match.save(update_fields=[f"{side}_answer", f"{side}_no_because"])
    _note_answer(match, side, Match.Answer.NO, by)
    return moved(match, Match.State.DECLINED, by, why=why)


def _note_answer(match, side, answer, by) -> None:
    audit_record(
        verb="match.answered",
        subject=match,
        scheme=match.scheme,
        about=[match.volunteer.user, match.young_person.user],
        details={"side": side, "answer": answer},
        by=by,
    )


def _let_others_go(match, by) -> None:
    """The other proposals of a young person who has found somebody free their mentors' places."""
    waiting = [Match.State.PROPOSED, Match.State.PROFILES_SHARED]
    for other in match.young_person.matches.filter(state__in=waiting).exclude(pk=match.pk):
        moved(other, Match.State.DECLINED, by, why="The young person has found another mentor")
