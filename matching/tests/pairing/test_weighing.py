"""S12: a co-ordinator weighs the questions, tries out before anything is saved, and asks why nobody is proposed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import PairingRules
from matching.pairing.actions import conflict_declare, match_propose
from matching.pairing.criteria import CRITERIA
from matching.pairing.engine.what_if import Outcome, WhatIf
from matching.pairing.proposals import proposals_for
from matching.pairing.weighing.actions import pairing_rules_edit
from matching.pairing.weighing.told import figures, moved
from matching.tests.pairing.pairing_world import mentor, young
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_edit, young_person_edit

WEIGHTS = {key: criterion.weight for key, criterion in CRITERIA.items()}


def page(cast, name, *args, **asked) -> str:
    url = reverse(f"matching:{name}", args=[cast.scheme.slug, *args])
    return cast.client(cast.coordinator).get(url, asked).content.decode()


def rules(cast, **sent):
    url = reverse("matching:pairing_rules_edit", args=[cast.scheme.slug])
    return cast.client(cast.coordinator).post(url, {**WEIGHTS, "aim": "most", "farthest_km": "", **sent})


@pytest.fixture
def two_mentors(pair):
    """Jay likes cooking as Zofia does; Ada can help with what Jay wants help with."""
    pair.ada = mentor(pair, "Ada Lane", interests=["chess"], strengths=["budgeting"])
    volunteer_edit(volunteer=pair.volunteer, changes={"strengths": ["moving home"]}, by=pair.coordinator)
    young_person_edit(young_person=pair.young_person, changes={"wants_help_with": ["budgeting"]}, by=pair.coordinator)
    return pair


def first(cast) -> str:
    (row,) = proposals_for(cast.scheme, timezone.localdate())
    return row.proposals[0].volunteer.name


def test_s12_the_weights_sort_the_proposals(two_mentors):
    rules(two_mentors, interests=5, help=0)
    assert first(two_mentors) == "Zofia Nowak"
    rules(two_mentors, interests=0, help=5)
    assert first(two_mentors) == "Ada Lane"


def test_what_a_change_would_do_is_seen_before_it_is_saved(two_mentors):
    rules(two_mentors, interests=5, help=0)
    seen = rules(two_mentors, interests=0, help=5, look="1").content.decode()
    assert "Nothing is saved" in seen
    assert "Zofia Nowak now, then Ada Lane" in seen
    assert PairingRules.objects.get().weights["interests"] == 5


def test_the_trail_says_what_was_weighed_and_by_whom(pair):
    rules(pair, interests=5, farthest_km=20)
    entry = AuditEntry.objects.get(verb="pairingrules.edited")
    assert (entry.details["weights"]["interests"], entry.details["farthest_km"]) == (5, 20)
    assert entry.by_key == str(pair.coordinator.pk)


def test_back_to_what_every_scheme_begins_with(pair):
    assert "Back to the first weights" not in page(pair, "pairing_rules_edit")
    rules(pair, interests=5)
    assert "Back to the first weights" in page(pair, "pairing_rules_edit")
    rules(pair, reset="1")
    assert not PairingRules.objects.exists()
    assert AuditEntry.objects.filter(verb="pairingrules.reset").exists()


@pytest.mark.parametrize("wrong", [{"interests": "6"}, {"interests": ""}, {"aim": "x"}, {"farthest_km": "0"}])
def test_a_weight_that_there_is_not_is_said_beside_it(pair, wrong):
    assert rules(pair, **wrong).status_code == 422
    assert not PairingRules.objects.exists()


@pytest.mark.parametrize("weights", [{"charm": 1}, {"interests": 6}, {"interests": -1}])
def test_no_other_door_writes_a_weight_that_there_is_not(pair, weights):
    with pytest.raises(Refused):
        pairing_rules_edit(scheme=pair.scheme, weights=weights, aim="most", farthest_km=None, by=pair.coordinator)


def test_r8_the_page_says_what_counts_only_where_it_was_asked_for(pair):
    text = page(pair, "pairing_rules_edit")
    assert "count only where the young person asked for it" in text
    assert text.count("Counts only where the young person asked for it.") == sum(
        criterion.if_asked for criterion in CRITERIA.values()
    )
    for criterion in CRITERIA.values():
        assert criterion.question in text


def test_what_if_two_more_mentors_came(pair):
    volunteer_edit(volunteer=pair.volunteer, changes={"capacity": 0}, by=pair.coordinator)
    tried = {"try": "1", "one-kind": "traditional", "one-strengths": "budgeting", "two-kind": "", **WEIGHTS}
    seen = page(pair, "what_if_show", **tried)
    assert "Would have somebody" in seen
    assert "Jay</a>: A new mentor" in seen
    assert not pair.scheme.volunteers.filter(name="A new mentor").exists()


def test_what_if_one_rule_less(pair):
    young_person_edit(young_person=pair.young_person, changes={"mentor_kind": "peer"}, by=pair.coordinator)
    assert "Jay</a>: Zofia Nowak" in page(pair, "what_if_show", **{"try": "1", "without_rule": "kind", **WEIGHTS})
    assert "the same as now" in page(pair, "what_if_show", **{"try": "1", **WEIGHTS})


def test_no_rule_that_keeps_people_safe_can_be_left_out(pair):
    seen = page(pair, "what_if_show", **{"try": "1", "without_rule": "checks", **WEIGHTS})
    assert "What would change" not in seen
    assert "not one of the available choices" in seen


def test_trying_out_writes_nothing_at_all(pair):
    before = AuditEntry.objects.count()
    page(pair, "what_if_show", **{"try": "1", "without_rule": "capacity", "one-kind": "peer", **WEIGHTS})
    assert not PairingRules.objects.exists()
    assert AuditEntry.objects.count() == before


def why(cast) -> str:
    return page(cast, "why_nobody_show", cast.young_person.pk)


def test_why_nobody_says_the_least_that_would_help_with_the_page_that_does_it(pair):
    volunteer_edit(volunteer=pair.volunteer, changes={"capacity": 0}, by=pair.coordinator)
    text = why(pair)
    assert "could be proposed after 1 change" in text
    assert "one more place with Zofia" in text
    assert reverse("schemes:volunteer_edit", args=[pair.scheme.slug, pair.volunteer.pk]) + "#id_capacity" in text


def test_what_is_missing_with_the_young_person_is_said_once_and_first(pair):
    young_person_edit(young_person=pair.young_person, changes={"still_wants_mentor_on": None}, by=pair.coordinator)
    text = why(pair)
    assert "First of all" in text
    assert text.count("still want") == 1
    assert "could then be proposed." in " ".join(text.split())


def test_a_conflict_is_never_suggested_to_be_put_right(pair):
    two = {"volunteer": pair.volunteer, "young_person": pair.young_person}
    conflict_declare(scheme=pair.scheme, **two, kind="know", by=pair.coordinator)
    assert "Zofia" not in why(pair).split("<main")[1]


def test_somebody_planned_and_somebody_not_waiting_are_told_as_they_are(pair):
    assert "the plan for everybody who waits gives Jay Zofia Nowak" in why(pair)
    kit = young(pair, "Kit")
    young_person_edit(young_person=kit, changes={"born_on": None}, by=pair.coordinator)
    match_propose(scheme=pair.scheme, volunteer=pair.volunteer, young_person=pair.young_person, by=pair.coordinator)
    assert "gives Jay" not in why(pair)


def test_a_young_person_of_another_scheme_is_not_there(pair):
    outsider = pair.client(pair.outsider)
    url = reverse("matching:why_nobody_show", args=[pair.other_scheme.slug, pair.young_person.pk])
    assert outsider.get(url).status_code == 404


def test_the_figures_say_now_and_then_and_which_way():
    before = Outcome(2, 0.5, (0, 1, -1), {"gender": (1, 2)})
    after = Outcome(2, 0.6, (0, -1, 2), {"gender": (2, 2), "age": (0, 1)})
    found = WhatIf(before, after)
    assert [(f.before, f.after, f.tone) for f in figures(found, 3)] == [
        ("2", "2", ""),
        ("50", "60", "good"),
        ("1 of 2", "2 of 2", "good"),
        ("–", "0 of 1", ""),
    ]
    assert [(row.before, row.after) for row in moved(found, found.gained, ["Ada", "Bo", "A new mentor"])] == [
        ("nobody", "A new mentor")
    ]
    assert [row.before for row in moved(found, found.lost, ["Ada", "Bo", "A new mentor"])] == ["Bo"]
