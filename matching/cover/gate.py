"""Who may stand in for a mentor: the lines of the gate before introduction, asked of the cover and the young person.

Left out are the lines about taking up a match: that somebody still looks for a mentor and has none, what two who are
proposed sign, what an earlier ending asks. Every other line holds, and a new one holds from its first day.
"""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from matching.cover.models import Cover
from matching.pairing.facts import Facts, risk_standing
from matching.pairing.gate import LINES, GateLine, line_of
from schemes.people.models import Volunteer

OF_A_MATCH = frozenset({"wish", "proposed", "agreement", "last-ending"})
COVER_LINES = tuple(key for key in LINES if key not in OF_A_MATCH)


def cover_lines(pause, volunteer, today: date) -> list[GateLine]:
    """Every line for one mentor; the risk assessment is that of the match, whose plan for meeting safely goes on."""
    return _lines(pause, [volunteer], today)[volunteer.pk]


def covers_to_choose(pause, today: date) -> list[tuple[Volunteer, list[GateLine]]]:
    """Mentors of the scheme with the lines that do not hold for them, those who are free first; not the mentor who is
    away, nor those who are not approved, nor whoever was asked for this pause and said no."""
    match = pause.match
    asked = pause.covers.values("volunteer")
    found = Volunteer.objects.filter(scheme=match.scheme, state=Volunteer.State.APPROVED).exclude(pk__in=asked)
    mentors = list(found.exclude(pk=match.volunteer_id).order_by("name"))
    lines = _lines(pause, mentors, today)
    rows = [(mentor, [line for line in lines[mentor.pk] if not line.ok]) for mentor in mentors]
    return sorted(rows, key=lambda row: (len(row[1]) > 0, len(row[1])))


def _lines(pause, volunteers, today: date) -> dict:
    match = pause.match
    facts = Facts(match.scheme, volunteers, [match.young_person], today)
    risk, covering = risk_standing(match, today), places_covering(pause)
    found = {}
    for volunteer in volunteers:
        known = facts.of(volunteer, match.young_person)
        known = replace(
            known, risk=risk, supervision_planned=volunteer.pk in facts.supervised,
            places_taken=known.places_taken + covering.count(volunteer.pk),
        )  # fmt: skip
        found[volunteer.pk] = [line_of(key, known) for key in COVER_LINES]
    return found


def places_covering(pause) -> list:
    """Keys of mentors who stand in for somebody else on days of this pause: each takes a place for that while."""
    within = Q(pause__until_on__isnull=True) | Q(pause__until_on__gte=pause.from_on)
    if pause.until_on:
        within &= Q(pause__from_on__lte=pause.until_on)
    return list(Cover.objects.wanted().filter(within).exclude(pause=pause).values_list("volunteer", flat=True))
