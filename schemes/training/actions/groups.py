"""Writes about the peer support group (P6)."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.training.models import GroupPlace, GroupSession
from schemes.training.queries.groups import IN_THE_GROUP


@transaction.atomic
def group_session_add(*, scheme, starts_at, place, about="", led_by=None, by) -> GroupSession:
    """The group meets on a day."""
    session = GroupSession.objects.create(
        scheme=scheme, starts_at=starts_at, place=place, about=about, led_by=led_by or by
    )
    audit_record(verb="groupsession.added", subject=session, scheme=scheme, by=by)
    return session


@transaction.atomic
def group_session_mark(*, session, came: dict, by) -> None:
    """Who came: `came` maps volunteers to yes or no. Whoever is not named stays as they were."""
    session = locked(session)
    if timezone.localdate(session.starts_at) > timezone.localdate():
        raise Refused("The group has not met yet. Who came is noted on the day.")
    for volunteer, was_there in came.items():
        if volunteer.scheme_id != session.scheme_id or volunteer.state not in IN_THE_GROUP:
            raise Refused(f"{volunteer} is not in the group.")
        GroupPlace.objects.update_or_create(session=session, volunteer=volunteer, defaults={"came": was_there})
    details = {"n": sum(came.values())}
    audit_record(verb="groupsession.marked", subject=session, scheme=session.scheme, details=details, by=by)
