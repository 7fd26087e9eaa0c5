"""A pause is planned, begins, is changed, and is over once somebody says so."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from matching.cover.actions.holding import called_off, locked_pause, open_pause
from matching.cover.models import COVERED, Pause
from matching.pairing.actions.choosing import moved
from matching.pairing.actions.holding import match_held, not_one_of_two
from matching.pairing.models import Match
from matching.relationships.models import MentoringSession
from matching.relationships.sides import side_of
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked

Outcome = MentoringSession.Outcome


@transaction.atomic
def pause_plan(
    *, match, whose: str, from_on: date, until_on: date | None, look_again_on: date | None = None, why: str, contact_by,
    contact_every_days: int, by,
) -> Pause:  # fmt: skip
    """Plan a pause; one that has begun moves the match at once. Meetings planned on its days are called off."""
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    if match.state not in COVERED:
        raise Refused("Only two who are together and have met can have a pause.")
    _after_the_last(match, from_on)
    days = {"from_on": from_on, "until_on": until_on, "look_again_on": None if until_on else look_again_on}
    _in_order(**days)
    try:
        with transaction.atomic():
            pause = Pause.objects.create(
                match=match, whose=whose, **days, why=why, contact_by=contact_by,
                contact_every_days=contact_every_days, planned_by=by,
            )  # fmt: skip
    except IntegrityError as problem:
        raise Refused("A pause of these two is planned already. Change that one.") from problem
    _pause_noted(pause, "pause.planned", by)
    _meetings_fit(pause)
    return pause_begin(pause=pause, by=by) if from_on <= timezone.localdate() else pause


@transaction.atomic
def pause_begin(*, pause, by) -> Pause:
    """Its first day has come: the match stands as paused. Safe to run twice; the clock does it too (`by` None)."""
    pause = locked(pause)
    match = locked(pause.match)
    if pause.is_open and pause.from_on <= timezone.localdate() and match.state in COVERED:
        if match.state != Match.State.PAUSED:
            match = moved(match, Match.State.PAUSED, by)
        pause.match = match
    return pause


@transaction.atomic
def pause_change(
    *, pause, until_on: date | None, look_again_on: date | None = None, contact_by, contact_every_days: int, by
) -> Pause:
    """Longer, shorter, or somebody else keeps in touch. A day that has passed is no last day: then it is over."""
    pause = open_pause(pause, by)
    if until_on and until_on < timezone.localdate():
        raise Refused("This day has passed. If they are together again, say so instead.")
    look_again_on = None if until_on else look_again_on
    _in_order(pause.from_on, until_on, look_again_on)
    pause.until_on, pause.look_again_on = until_on, look_again_on
    pause.contact_by, pause.contact_every_days = contact_by, contact_every_days
    pause.save(update_fields=["until_on", "look_again_on", "contact_by", "contact_every_days"])
    _pause_noted(pause, "pause.changed", by)
    _meetings_fit(pause)
    return pause


@transaction.atomic
def pause_withdraw(*, pause, by) -> Pause:
    """It is not needed after all. Only before it begins: what has begun is brought to its end."""
    pause = open_pause(pause, by)
    if pause.from_on <= timezone.localdate() or pause.match.state == Match.State.PAUSED:
        raise Refused("This pause has begun. Say that they are together again instead.")
    return _withdrawn(pause, by)


@transaction.atomic
def pause_return(*, pause, because: str = "", by) -> Pause:
    """They are together again. Staff say so on any day of the pause, with a reason before its last; the mentor, or the
    young person whose break it was, from the last day on."""
    pause = locked_pause(pause)
    match, today = pause.match, timezone.localdate()
    if pause.from_on > today:
        raise Refused(gettext("This pause has not begun yet."))
    is_early = pause.until_on is None or today <= pause.until_on
    side = side_of(match, by)
    if side and side != pause.whose:
        raise Refused("Only whoever was away can say that they are back.")
    if side and (pause.ends_on is None or today < pause.ends_on):
        raise Refused("Back early? Tell the co-ordinator, who brings the pause to its end.")
    if not side and is_early and not because.strip():
        raise Refused("Say in a few words why it ends before its last day.")
    _over(pause, by, because)
    if match.state == Match.State.PAUSED:
        moved(match, Match.State.ACTIVE, by)
    return pause


@transaction.atomic
def pause_close(*, match, by) -> None:
    """The match comes to an end: so does its pause, and whoever stood in opens nothing from the next request on."""
    pause = Pause.objects.filter(match=match, over_on__isnull=True, withdrawn_at__isnull=True).first()
    if pause is None:
        return
    pause = locked_pause(pause)
    if pause.from_on > timezone.localdate():
        _withdrawn(pause, by)
    else:
        _over(pause, by, "")


def _over(pause, by, because: str) -> None:
    pause.over_on, pause.over_by, pause.over_because = timezone.localdate(), by, because
    pause.save(update_fields=["over_on", "over_by", "over_because"])
    _meetings_fit(pause)
    _pause_noted(pause, "pause.over", by)


def _withdrawn(pause, by) -> Pause:
    pause.withdrawn_at = timezone.now()
    pause.save(update_fields=["withdrawn_at"])
    _meetings_fit(pause)
    _pause_noted(pause, "pause.withdrawn", by)
    return pause


def _meetings_fit(pause) -> None:
    """No meeting ahead stands on a day on which nobody would come: not of the two within the pause, not of a cover
    outside it."""
    ahead = pause.match.mentoringsessions.filter(outcome=Outcome.PLANNED, planned_at__gte=timezone.now())
    within = {session.pk: pause.holds_on(timezone.localdate(session.planned_at)) for session in ahead}
    called_off([session for session in ahead if within[session.pk] is (session.with_cover_id is None)])


def _after_the_last(match, from_on: date) -> None:
    """Two pauses of a match never share a day."""
    last = match.pauses.filter(over_on__isnull=False).order_by("-over_on").first()
    if last and from_on < last.over_on:
        raise Refused("These days belong to the pause before. Choose a later first day.")


def _in_order(from_on: date, until_on: date | None, look_again_on: date | None) -> None:
    if until_on and until_on < from_on:
        raise Refused("The last day comes before the first. Check both.")
    if not until_on and (look_again_on is None or look_again_on < from_on):
        raise Refused("Say on which day of the pause you look at it again.")


def _pause_noted(pause, verb: str, by) -> None:
    match = pause.match
    both = [match.volunteer.user_id, match.young_person.user_id]
    audit_record(verb=verb, subject=pause, scheme=match.scheme_id, about=both, by=by)
