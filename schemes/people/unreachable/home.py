"""Whom we do not reach, on the first page of whoever can ask them."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import TodayRow
from schemes.people.permissions import Permission
from schemes.people.unreachable.queries import unreached


def today_rows(actor) -> list[TodayRow]:
    found = unreached(timezone.now(), actor.schemes_for(Permission.PEOPLE_EDIT))
    return [
        TodayRow(
            one.since,
            f"Our mail does not reach {one.person.name}",
            reverse(f"schemes:{one.stem}_show", args=[one.person.scheme.slug, one.person.pk]),
            detail="Ring them, and ask for another address.",
        )
        for one in found
        if one.person.user_id != actor.user.pk
    ]
