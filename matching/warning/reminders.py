"""A red match waits for a person's note: told to who looks after it, after seven days to the manager (R10)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from matching.pairing.models import Match
from matching.support.reminders import co_ordinators_of
from matching.warning.queries import NOTE_WITHIN_DAYS, watched
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders


@rule("A match needs somebody to look at it.")
def match_to_look_at(at: datetime):
    holders = Holders()
    for row in watched(Match.objects.all(), at):
        if row.asked_on and row.asked_on <= localdate(at):
            yield from _dues(row, at, holders)


def _dues(row, at: datetime, holders):
    match = row.match
    path = reverse("matching:sign_note_add", args=[match.scheme.slug, match.pk])
    managers = tuple(holders.of(match.scheme_id, "manager"))
    rungs = [
        Rung(0, "", co_ordinators_of(match, holders), path),
        Rung(NOTE_WITHIN_DAYS, "manager", managers, "/"),
    ]
    own = {match.volunteer.user_id, match.young_person.user_id}
    for person, rung in rungs_reached(row.asked_on, localdate(at), rungs):
        if person not in own:
            yield Due(key_of(match), row.asked_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))
