"""Matches that show signs: one definition for list, match page, first page and reminder (R10)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Q
from django.utils.timezone import localdate

from matching.pairing.models import Match
from matching.relationships.pulses.models import Pulse
from matching.relationships.queries import MEETING
from matching.warning.facts import told_of
from matching.warning.models import SignNote
from matching.warning.signs import Sign, colour_of, note_asked_on, signs_of

#: A red match is looked at by a person within so many days (R10).
NOTE_WITHIN_DAYS = 7


@dataclass
class Watched:
    """A match with its signs on one day and the notes on them, the oldest first."""

    match: Match
    signs: list[Sign]
    notes: list[SignNote]
    today: date

    @cached_property
    def colour(self) -> str:
        return colour_of(self.signs)

    @cached_property
    def asked_on(self) -> date | None:
        """From when a note is asked for; None: none is."""
        return note_asked_on(self.signs, [(note.noted_on, note.keys) for note in self.notes], self.today)

    @property
    def note(self) -> SignNote | None:
        return self.notes[-1] if self.notes else None

    @property
    def note_due_on(self) -> date | None:
        return self.asked_on + timedelta(days=NOTE_WITHIN_DAYS) if self.asked_on else None


def others_matches(actor, scheme_ids):
    """Matches of these schemes that this person may read and is not one of the two of."""
    two = Q(volunteer__user=actor.user) | Q(young_person__user=actor.user)
    return Match.objects.visible_to(actor).filter(scheme_id__in=scheme_ids, state__in=MEETING).exclude(two)


def watched_by(actor, scheme_ids, at: datetime) -> list[Watched]:
    """Those with a sign that this person may read, the reddest first. What a young person told the co-ordinators alone
    counts only for them."""
    return watched(others_matches(actor, scheme_ids), at, Pulse.objects.visible_to(actor))


def watched_one(match, at: datetime, pulses=None) -> Watched | None:
    """One match, where it shows a sign."""
    return next(iter(watched(Match.objects.filter(pk=match.pk), at, pulses)), None)


def watched(matches, at: datetime, pulses=None) -> list[Watched]:
    """Those of these matches (a queryset) with a sign; `pulses` as `told_of` has it, all where none are given."""
    said = Pulse.objects.all() if pulses is None else pulses
    told = told_of(matches.filter(state__in=MEETING), at, said)
    signs = [(match, found) for match, one in told if (found := signs_of(one))]
    notes = notes_by_match([match.pk for match, _ in signs])
    rows = [Watched(match, found, notes[match.pk], localdate(at)) for match, found in signs]
    return sorted(rows, key=lambda row: (row.colour != "bad", row.asked_on is None, -len(row.signs)))


def notes_by_match(keys) -> dict:
    found = defaultdict(list)
    for row in SignNote.objects.filter(match__in=keys).select_related("by").order_by("noted_on", "created_at"):
        found[row.match_id].append(row)
    return found
