"""Whom to tell that somebody is not back: first themselves, then those who answer an alarm."""

from django.urls import reverse
from django.utils.timezone import localdate

from mentoring.notices.rules import Due, key_of
from safeguarding.visits.queries import is_alarming, watchers


def back_dues(visit) -> list[Due]:
    """Their time is up: have they forgotten to say so?"""
    return [_due(visit, visit.who_id, reverse("safeguarding:visit_mine"))]


def alarm_dues(visit, at) -> list[Due]:
    """A quarter of an hour later: everybody who may act, but for the one who is out."""
    if not is_alarming(visit, at):
        return []
    path = reverse("safeguarding:visit_list", kwargs={"scheme": visit.scheme.slug})
    return [_due(visit, key, path) for key in watchers(visit.scheme_id) if key != visit.who_id]


def _due(visit, recipient, path) -> Due:
    """Needing longer makes a new one: its time is part of what it is."""
    step = visit.back_by.strftime("%H%M")
    return Due(key_of(visit), localdate(visit.back_by), recipient, path, step=step, scheme_key=str(visit.scheme_id))
