"""Reads for the way from enquiry to approved, and from the first word to a mentor (S16, R12)."""

from __future__ import annotations

from evaluation.turnover.passage import PassageFigures, age_band, passage_figures, passages
from evaluation.turnover.periods import Period
from schemes.people.models import Referral, Volunteer, YoungPerson

VOLUNTEERS_LOST_IN = ("withdrawn", "declined", "left")
YOUNG_LOST_IN = ("chose-not", "not-eligible", "signposted", "moved-on")
VOLUNTEER_AGES = (25, 40, 60)
YOUNG_AGES = (16, 18, 21, 26)
CARE = {True: "Has been in care", False: "Has not been in care", None: "Not known"}


def volunteer_passage(scheme, moves, stages, period: Period) -> PassageFigures:
    """`moves`: (person, state, day, words) of those who came in the period, approved for the group told as approved."""
    found = passages(moves, stages=stages, lost_in=VOLUNTEERS_LOST_IN, today=period.to_on)
    fields = ("pk", "heard_from__channel", "born_on", "gender", "care_experienced", "area")
    kinds = {"How they heard of it": {}, "Age": {}, "Gender": {}, "Time in care": {}, "Area": {}}
    for key, heard_from, born_on, gender, in_care, area in rows_of(Volunteer, scheme, found, fields):
        told = (heard_from, age_band(born_on, found[key].came_on, VOLUNTEER_AGES), gender, CARE[in_care], area)
        for kind, group in zip(kinds, told, strict=True):
            kinds[kind][key] = (group or "").strip()
    return passage_figures(found, stages=stages, groups=kinds)


def young_passage(scheme, moves, stages, period: Period) -> PassageFigures:
    """`moves`: (person, state, day, words) of those who came in the period, an introduction told as matched."""
    found = passages(moves, stages=stages, lost_in=YOUNG_LOST_IN, today=period.to_on)
    by_themselves = dict(
        Referral.objects.filter(scheme=scheme).order_by("-created_at").values_list("young_person", "is_self_referral")
    )
    kinds = {"How they came": {}, "Age": {}, "Area": {}}
    for key, born_on, area in rows_of(YoungPerson, scheme, found, ("pk", "born_on", "area")):
        route = {True: "By themselves", False: "Through an agency"}.get(by_themselves.get(key), "")
        told = (route, age_band(born_on, found[key].came_on, YOUNG_AGES), area)
        for kind, group in zip(kinds, told, strict=True):
            kinds[kind][key] = (group or "").strip()
    return passage_figures(found, stages=stages, groups=kinds)


def rows_of(model, scheme, found, fields):
    """Only of those who came in the period; one query however many."""
    return (row for row in model.objects.filter(scheme=scheme).values_list(*fields) if row[0] in found)
