"""Writes about supervision (S14)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from matching.pairing.models import GONE
from matching.supervision.agenda.actions import points_settled
from matching.supervision.following.actions import actions_agreed
from matching.supervision.groups.models import SupervisionGroup
from matching.supervision.models import Supervision
from matching.supervision.noting import not_about_oneself, noted
from mentoring.transitions import Refused, locked
from schemes.training.actions import training_need_add

NOTES = ("shared_note", "private_note")


@transaction.atomic
def supervision_plan(*, volunteers, supervisor, planned_at: datetime, place: str = "", by) -> list[Supervision]:
    """Plan one supervision: one to one, or a group with a place for each mentor where several come together."""
    volunteers = [locked(volunteer) for volunteer in sorted(volunteers, key=lambda row: row.pk)]
    if not volunteers:
        raise Refused("Choose at least one mentor.")
    not_about_oneself(volunteers, by)
    group = None
    if len(volunteers) > 1:
        group = SupervisionGroup.objects.create(
            scheme=volunteers[0].scheme, led_by=supervisor, planned_at=planned_at, place=place
        )
    return [place_given(volunteer, supervisor, planned_at, place, group, by) for volunteer in volunteers]


def place_given(volunteer, supervisor, planned_at, place, group, by) -> Supervision:
    """One mentor's supervision, alone or in a group; of a volunteer read under a lock."""
    if volunteer.user_id == supervisor.pk:
        raise Refused(f"{volunteer.first_name} cannot supervise themselves. Choose somebody else.")
    if volunteer.state in GONE:
        raise Refused(f"{volunteer.first_name} is not with the scheme any more.")
    if volunteer.supervisions.filter(outcome=Supervision.Outcome.PLANNED, planned_at=planned_at).exists():
        raise Refused(f"{volunteer.first_name} has a supervision at that time already.")
    supervision = Supervision.objects.create(
        scheme=volunteer.scheme, volunteer=volunteer, supervisor=supervisor, planned_at=planned_at, place=place,
        group=group, kind=Supervision.Kind.GROUP if group else Supervision.Kind.INDIVIDUAL,
    )  # fmt: skip
    noted(supervision, "planned", by)
    return supervision


@transaction.atomic
def supervision_series_plan(*, volunteers, supervisor, moments: Sequence[datetime], place: str = "", by) -> list:
    """Several dates at once, for one mentor or a group: all of them, or none where one cannot be."""
    if not moments:
        raise Refused("Give at least one date.")
    days = [localdate(moment) for moment in moments]
    if len(set(days)) < len(days):
        raise Refused("Two of these are on the same day. Change one, or leave it out.")
    return [
        row
        for moment in sorted(moments)
        for row in supervision_plan(volunteers=volunteers, supervisor=supervisor, planned_at=moment, place=place, by=by)
    ]


def held_still(supervision, by) -> Supervision:
    """The supervision read again, its mentor's record held first: whoever introduces them at this moment, or corrects a
    session, sees it or came first. Refused where it is written down, or about whoever acts."""
    volunteer = locked(supervision.volunteer)
    supervision = locked(supervision)
    supervision.volunteer = volunteer
    not_about_oneself([volunteer], by)
    if not supervision.is_planned:
        raise Refused("This supervision has been written down already.")
    return supervision


def alone(supervision) -> None:
    if supervision.group_id:
        raise Refused("This is a group. Change it for all of them, on the page of the group.")


@transaction.atomic
def supervision_move(*, supervision, planned_at: datetime, place: str = "", by) -> Supervision:
    """Another time, or another place; whether the mentor comes is asked anew."""
    supervision = held_still(supervision, by)
    alone(supervision)
    if localdate(planned_at) < localdate():
        raise Refused("This day has passed. Choose one to come.")
    moved_to(supervision, planned_at, place, by)
    return supervision


def moved_to(supervision, planned_at, place, by) -> None:
    if supervision.planned_at != planned_at:
        supervision.times_moved += 1
        supervision.mentor_coming = None
    supervision.planned_at, supervision.place = planned_at, place
    supervision.save(update_fields=["planned_at", "place", "times_moved", "mentor_coming"])
    noted(supervision, "moved", by)


@transaction.atomic
def supervision_call_off(*, supervision, reason: str, because: str = "", by) -> Supervision:
    """It will not take place; why stays with it."""
    supervision = held_still(supervision, by)
    alone(supervision)
    outcome_set(supervision, Supervision.Outcome.CALLED_OFF, by, reason=reason, because=because)
    return supervision


def outcome_set(supervision, outcome: str, by, **fields) -> None:
    supervision.outcome = outcome
    for name, value in fields.items():
        setattr(supervision, name, value)
    supervision.save()
    noted(supervision, outcome, by)


@transaction.atomic
def supervision_answer(*, supervision, coming: bool, by) -> Supervision:
    """The mentor says whether they come; they can change their mind until then."""
    supervision = locked(supervision)
    if by.pk != supervision.volunteer.user_id:
        raise Refused("Only the mentor can say this.")
    if not supervision.is_planned or localdate(supervision.planned_at) < localdate():
        raise Refused("This one is over.")
    supervision.mentor_coming = coming
    supervision.save(update_fields=["mentor_coming"])
    noted(supervision, "answered", by)
    return supervision


@transaction.atomic
def supervision_record(
    *, supervision, outcome: str, notes: dict, to_do=(), settled=(), missed_by: str = "", reason: str = "",
    because: str = "", need_topic: str = "", need_words: str = "", next_at: datetime | None = None, by,
) -> Supervision:  # fmt: skip
    """Write down whether it was held and what was agreed, and sign it; the next one is planned in the same breath.

    `notes`: shared_note, private_note. `to_do`: what was agreed, each a `Todo`. `settled`: points of the agenda that
    were talked about; the others wait for the next time. `need_topic`: what they need to learn next. Signed once; a
    later change keeps what it said before.
    """
    supervision = held_still(supervision, by)
    alone(supervision)
    if outcome == Supervision.Outcome.HELD and localdate(supervision.planned_at) > localdate():
        raise Refused("It is planned for a day still to come. Write it down once it has been held.")
    is_missed = outcome == Supervision.Outcome.MISSED
    why = {} if outcome == Supervision.Outcome.HELD else {"reason": reason, "because": because}
    said = {name: notes.get(name, "") for name in NOTES}
    signed = {"written_at": timezone.now(), "written_by": by}
    outcome_set(supervision, outcome, by, missed_by=missed_by if is_missed else "", **why, **said, **signed)
    if outcome == Supervision.Outcome.HELD:
        actions_agreed(supervision, to_do)
        points_settled(supervision, settled)
        if need_topic:
            training_need_add(volunteer=supervision.volunteer, topic=need_topic, words=need_words, by=by)
    if next_at:
        supervision_plan(
            volunteers=[supervision.volunteer], supervisor=supervision.supervisor, planned_at=next_at,
            place=supervision.place, by=by,
        )  # fmt: skip
    return supervision
