"""A calendar's private link: made, made anew, switched off by its owner alone."""

from django.db import transaction

from matching.relationships.calendar.models import CalendarFeed
from mentoring.audit.actions import audit_record
from schemes.people.tokens import new_token, token_hash


@transaction.atomic
def calendar_make(*, with_place: bool, by) -> str:
    """The new link's secret, which is told this once. Any link before it leads nowhere from now on."""
    token = new_token()
    said = {"token_hash": token_hash(token), "with_place": with_place}
    feed, _ = CalendarFeed.objects.update_or_create(owner=by, defaults=said)
    audit_record(verb="calendar.made", subject=feed, about=[by], by=by)
    return token


@transaction.atomic
def calendar_stop(*, by) -> None:
    """No link any more; pressing twice does no harm."""
    for feed in CalendarFeed.objects.filter(owner=by):
        audit_record(verb="calendar.stopped", subject=feed, about=[by], by=by)
        feed.delete()
