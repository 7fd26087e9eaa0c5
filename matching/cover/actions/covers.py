"""Somebody is asked to stand in, agreed to by the young person first; they answer, or stop."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.cover.actions.holding import called_off, locked_pause, open_pause
from matching.cover.gate import cover_lines
from matching.cover.models import Cover, Pause
from matching.pairing.actions.holding import pair_held
from matching.pairing.gate import blocked_by
from matching.relationships.models import MentoringSession
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked

Outcome = MentoringSession.Outcome
ABOUT_YOU = "This is about you. Somebody else of the scheme has to do it."


@transaction.atomic
def cover_ask(*, pause, volunteer, by) -> Cover:
    """Somebody might stand in: past the same gate as a mentor, and the young person is asked first."""
    pause = open_pause(pause, by)
    volunteer, _ = pair_held(volunteer, pause.match.young_person)
    if pause.whose != Pause.Whose.MENTOR:
        raise Refused("The young person asked for a break, so nobody stands in.")
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused(ABOUT_YOU)
    if volunteer.pk == pause.match.volunteer_id or volunteer.scheme_id != pause.match.scheme_id:
        raise Refused("Choose another mentor of this scheme.")
    _past_the_gate(pause, volunteer)
    try:
        with transaction.atomic():
            cover = Cover.objects.create(pause=pause, volunteer=volunteer, asked_by=by)
    except IntegrityError as problem:
        raise Refused("Somebody is asked to stand in already. Call that off first.") from problem
    _cover_noted(cover, "cover.asked", [pause.match.young_person.user], by)
    return cover


@transaction.atomic
def cover_mentee_answer(*, cover, answer: str, goals_shown: bool = False, by) -> Cover:
    """The young person's choice; staff write it down for those without an account. No needs no reason, and any day."""
    cover = _wanted(cover, by, "mentee")
    if answer == Cover.Answer.YES:
        if cover.mentee_answer:
            raise Refused("This was answered already.")
        cover.mentee_answer, cover.mentee_answered_at, cover.goals_shown = answer, timezone.now(), goals_shown
    else:
        _stopped(cover, by)
        if not cover.mentor_answer:
            cover.mentee_answer, cover.mentee_answered_at = answer, timezone.now()
    cover.save(update_fields=["mentee_answer", "mentee_answered_at", "goals_shown", "stopped_at", "stopped_by"])
    _cover_noted(cover, "cover.chosen", [cover.pause.match.young_person.user], by)
    return cover


@transaction.atomic
def cover_mentor_answer(*, cover, answer: str, by) -> Cover:
    """Whoever was asked says yes or no, once the young person has said yes; the gate is asked again."""
    cover = _wanted(cover, by, "cover")
    if cover.mentee_answer != Cover.Answer.YES:
        raise Refused(f"{cover.pause.match.young_person.first_name} has not said yes yet.")
    if answer == Cover.Answer.YES:
        if cover.mentor_answer:
            raise Refused("This was answered already.")
        _past_the_gate(cover.pause, cover.volunteer)
    else:
        _stopped(cover, by)
    cover.mentor_answer, cover.mentor_answered_at = answer, timezone.now()
    cover.save(update_fields=["mentor_answer", "mentor_answered_at", "stopped_at", "stopped_by"])
    _cover_noted(cover, "cover.answered", [cover.volunteer.user], by)
    return cover


@transaction.atomic
def cover_stop(*, cover, because: str, by) -> Cover:
    """Nobody stands in any more, or somebody else will: access ends with this."""
    cover = locked(cover)
    cover.pause = open_pause(cover.pause, by)
    if cover.stopped_at:
        raise Refused("This is called off already.")
    if cover.volunteer.user_id == by.pk:
        raise Refused(ABOUT_YOU)
    if not because.strip():
        raise Refused("Say in a few words why.")
    _stopped(cover, by)
    cover.stopped_because = because
    cover.save(update_fields=["stopped_at", "stopped_by", "stopped_because"])
    _cover_noted(cover, "cover.stopped", [cover.pause.match.young_person.user, cover.volunteer.user], by)
    return cover


def _past_the_gate(pause, volunteer) -> None:
    if wrong := blocked_by(cover_lines(pause, volunteer, timezone.localdate())):
        raise Refused(*wrong)


def _wanted(cover, by, whose: str) -> Cover:
    """The cover under a lock with its pause; answered by whoever it asks, or by staff who are none of the three."""
    cover = locked(cover)
    pause = cover.pause = locked_pause(cover.pause)
    person = pause.match.young_person if whose == "mentee" else cover.volunteer
    if by.pk != person.user_id and cover.is_of_three(by):
        raise Refused(ABOUT_YOU)
    if cover.stopped_at or pause.stage(timezone.localdate()) not in ("ahead", "on"):
        raise Refused("This is over. Nothing was changed.")
    return cover


def _stopped(cover, by) -> None:
    """What was planned with somebody who does not stand in any more does not take place."""
    cover.stopped_at, cover.stopped_by = timezone.now(), by
    called_off(cover.sessions.filter(outcome=Outcome.PLANNED, planned_at__gte=timezone.now()))


def _cover_noted(cover, verb: str, about, by) -> None:
    details = {"answers": f"{cover.mentee_answer or '-'} {cover.mentor_answer or '-'}"}
    scheme = cover.pause.match.scheme_id
    audit_record(verb=verb, subject=cover, scheme=scheme, about=about, details=details, by=by)
