"""Two plans for a scheme beside each other, and what would give one young person somebody. Nothing here is saved."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from django.urls import reverse

from matching.pairing.engine.columns import Loaded, load
from matching.pairing.engine.plan import plan
from matching.pairing.engine.what_if import WhatIf, outcome, what_if
from matching.pairing.engine.why_nobody import Change, why_nobody
from matching.pairing.fixes import fix_url, pair_url
from matching.pairing.models import PairingRules
from matching.pairing.weighing.told import figures, moved


def rules_of(scheme) -> PairingRules:
    """The scheme's own, or what every scheme begins with (not saved)."""
    return PairingRules.objects.filter(scheme=scheme).first() or PairingRules(scheme=scheme)


def under_other_rules(scheme, today: date, *, weights: dict, aim: str, farthest_km: int | None) -> dict:
    """What these rules would change in the plan for everybody who waits."""
    loaded = load(scheme, today)
    problem = loaded.problem
    changed = replace(problem, rules=replace(problem.rules, weights=weights, aim=aim, farthest_km=farthest_km))
    return _told(loaded, WhatIf(outcome(problem, plan(problem)), outcome(changed, plan(changed))), [])


def tried_out(scheme, today: date, *, weights: dict, without_rule: str, extra_mentors: list) -> dict:
    """Other weights, one rule less, mentors who are not there yet."""
    loaded = load(scheme, today)
    found = what_if(
        loaded.problem, weights=weights, without_rule=without_rule or None, extra_mentors=tuple(extra_mentors)
    )
    return _told(loaded, found, [side.name for side in extra_mentors])


def _told(loaded: Loaded, found: WhatIf, extra: list[str]) -> dict:
    names = [*(mentor.name for mentor in loaded.mentors), *extra]

    def people(places) -> list[tuple]:
        return [(loaded.mentees[row.mentee], row) for row in moved(found, places, names)]

    return {
        "waiting": len(loaded.mentees),
        "figures": figures(found, len(loaded.mentees)),
        "gained": people(found.gained),
        "lost": people(found.lost),
        "changed": people(found.changed),
        "more": found.more_matched,
    }


def ways_to_somebody(young_person, today: date, reader) -> dict:
    """Whom the plan for everybody gives this young person, and if nobody: the smallest sets of changes that would,
    each change with the page that makes it. What is missing for the reader's own record is for others to read."""
    loaded = load(young_person.scheme, today)
    place = next((n for n, row in enumerate(loaded.mentees) if row.pk == young_person.pk), None)
    if place is None:
        return {"waits": False}
    if loaded.problem.mentees.settled[place]:
        return {"waits": True, "settled": True}
    found = plan(loaded.problem)
    mentor = int(found.chosen[place])
    if mentor >= 0:
        return {"waits": True, "planned": loaded.mentors[mentor].name}
    return {
        "waits": True,
        "possible": len(found.by_mentee[place]),
        "own": _own(young_person, loaded, place),
        "ways": [
            _way(young_person, loaded, place, remedy)
            for remedy in why_nobody(loaded.problem, place, found)
            if loaded.mentors[remedy.mentor].user_id != reader.pk
        ],
    }


def _own(young_person, loaded: Loaded, place: int) -> list[dict]:
    """What stands in the way of every mentor alike."""
    pair = _pair(young_person, None)
    return [{"words": f"{line.words} {line.fix}", "url": fix_url(pair, line)} for line in loaded.own_lines(place)]


def _pair(young_person, mentor_key) -> SimpleNamespace:
    """These two as the pages that put things right know a pair; there is no match yet."""
    return SimpleNamespace(
        scheme=young_person.scheme, volunteer_id=mentor_key, young_person_id=young_person.pk, pk=None
    )


def _way(young_person, loaded: Loaded, place: int, remedy) -> dict:
    """One mentor, and what is to be done beside what has to be done in any case."""
    mentor, anyway = loaded.mentors[remedy.mentor], {line.key for line in loaded.own_lines(place)}
    lines = {line.key: line for line in loaded.lines(remedy.mentor, place)}
    pair = _pair(young_person, mentor.pk)
    changes = [
        {"words": change.words, "url": _where(pair, change, lines)}
        for change in remedy.changes
        if change.key not in anyway
    ]
    return {"mentor": mentor, "changes": changes}


def _where(pair, change: Change, lines: dict) -> str:
    """The page on which this change is made; "" where it is made by speaking with somebody."""
    scheme = pair.scheme.slug
    own = {
        "capacity": lambda: reverse("schemes:volunteer_edit", args=[scheme, pair.volunteer_id]) + "#id_capacity",
        "distance": lambda: reverse("matching:pairing_rules_edit", args=[scheme]) + "#id_farthest_km",
        "proposed": lambda: reverse("matching:match_list", args=[scheme]) + "?group=on-the-way",
        "said-no": lambda: pair_url("match_propose", pair),
    }
    if change.key in own:
        return own[change.key]()
    return fix_url(pair, lines[change.key]) if change.key in lines else ""
