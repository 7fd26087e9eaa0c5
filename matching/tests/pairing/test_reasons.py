"""Every reason and every doubt is true: each sentence is looked up again in the records (issue, done when 4)."""

import json
import re

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.pairing import actions
from matching.pairing.criteria import CRITERIA, score_of
from matching.pairing.models import Profile
from matching.pairing.proposals import proposals_for
from matching.pairing.sides import sides
from matching.tests.pairing.made_facts import TODAY, facts_made
from matching.tests.pairing.pairing_world import mentor, young
from matching.tests.pairing.truth import CLAIMS, is_true
from schemes.people.models import Volunteer, YoungPerson

EVERY = dict.fromkeys(CRITERIA, 1)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_every_sentence_about_any_two_people_is_true(seed):
    facts = facts_made(seed)
    for one in facts.volunteers:
        for other in facts.young_people:
            for part in score_of(*sides(facts, one, other), EVERY).parts:
                wishes = facts.profiles.get(one.pk), facts.profiles.get(other.pk)
                assert is_true(part.words, one, other, *wishes, TODAY), part.words


def test_each_sentence_there_is_has_been_said_and_none_is_true_of_everybody():
    """So that the look-up above looks at all of them, and can say no."""
    said, untrue = set(), set()
    for seed in range(120):
        facts = facts_made(seed)
        one, other, *_ = facts.volunteers
        for mentee in facts.young_people:
            wishes = facts.profiles.get(mentee.pk)
            for part in score_of(*sides(facts, one, mentee), EVERY).parts:
                said.add(shape_of(part.words, one, mentee))
                words = part.words.replace(one.first_name, other.first_name)
                if not is_true(words, other, mentee, facts.profiles.get(other.pk), wishes, TODAY):
                    untrue.add(shape_of(part.words, one, mentee))
    assert len(said) == len(CLAIMS)
    assert said == untrue


def shape_of(words, one, mentee) -> str:
    names = {"MENTOR": re.escape(one.first_name), "MENTEE": re.escape(mentee.first_name)}
    for shape, _ in CLAIMS:
        told = shape
        for name, word in names.items():
            told = told.replace(name, word)
        if re.fullmatch(told, words):
            return shape
    raise AssertionError(words)


@pytest.fixture
def town(cast):
    """Four mentors and four young people whose records differ in all that matching asks."""
    tastes = {"interests": ["cooking", "Chess"], "strengths": ["budgeting"], "free_times": ["Mon eve", "Sat am"]}
    mentor(cast, "Ada Obi", **tastes, outcode="S1", gender="woman", languages=["English", "Twi"], capacity=2)
    mentor(cast, "Ben Roe", interests=["football"], area="Leith", gender="man", is_peer=True)
    mentor(cast, "Cleo Hart", **tastes, outcode="S70", languages=["Polish"])
    mentor(cast, "Dan Fox", strengths=["forms and letters"], outcode="EH6")
    wants = {"wants_help_with": ["Budgeting", "driving theory"], "free_times": ["sat am"], "languages": ["twi"]}
    asks = {"mentor_gender_wish": "Female", "background_wish": "elsewhere", "why_now_kinds": ["leaving care"]}
    young(cast, "Jo", interests=["chess"], **wants, outcode="S2", **asks)
    young(cast, "Kai", interests=["football", "cooking"], area="leith", mentor_gender_wish="man")
    young(cast, "Lou", background_wish="like-me", outcode="S60", languages=["Polish", "English"])
    young(cast, "Moe", **wants)
    wished = {"communities": ["Deaf"], "months": 6, "knows_about": ["leaving care"]}
    for one in Volunteer.objects.filter(name__in=["Ada Obi", "Cleo Hart"]):
        Profile.objects.create(volunteer=one, **wished)
    for one in YoungPerson.objects.filter(name__in=["Jo", "Lou"]):
        Profile.objects.create(young_person=one, communities=["deaf"], months=12, mentor_age_wish="middle")
    return cast


def true_of(words, volunteer, young_person) -> bool:
    offers = Profile.objects.filter(volunteer=volunteer).first()
    wishes = Profile.objects.filter(young_person=young_person).first()
    return is_true(words, volunteer, young_person, offers, wishes, timezone.localdate())


def test_every_reason_of_the_command_is_true_of_the_records(town, capsys):
    call_command("match_propose", town.scheme.slug, "--json")
    found = json.loads(capsys.readouterr().out)["proposals"]
    assert len(found) == 4
    for row in found:
        two = Volunteer.objects.get(ref=row["mentor"]), YoungPerson.objects.get(ref=row["mentee"])
        assert row["reasons"]
        assert [words for words in row["reasons"] if not true_of(words, *two)] == []


def test_every_reason_and_doubt_of_every_proposal_on_the_board_is_true_and_is_kept_with_the_match(town):
    rows = proposals_for(town.scheme, timezone.localdate())
    pairs = [(proposal, row.young_person) for row in rows for proposal in row.proposals]
    assert len(pairs) >= 12
    for proposal, young_person in pairs:
        for words in (*proposal.score.reasons, *proposal.score.doubts):
            assert true_of(words, proposal.volunteer, young_person), words
    proposal, young_person = pairs[0]
    reasons = list(proposal.score.reasons)
    match = actions.match_propose(
        scheme=town.scheme, volunteer=proposal.volunteer, young_person=young_person, score=proposal.value,
        reasons=reasons, by=town.coordinator,
    )  # fmt: skip
    assert match.reasons == reasons
