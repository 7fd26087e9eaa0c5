"""Proposals for everybody who waits: the best first, and why somebody has nobody (S12, match_propose)."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from matching.pairing.proposals import proposals_for
from matching.tests.pairing.test_actions import another_young_person
from matching.tests.readying import mentor_ready, proposed
from schemes.people.actions import volunteer_edit, young_person_edit


def found(world):
    return proposals_for(world.scheme, timezone.localdate())


def command(*args, capsys):
    call_command("match_propose", *args)
    return capsys.readouterr().out


def test_the_best_first_with_reasons_and_the_others_with_what_blocks_them(pair):
    peer = mentor_ready(pair, pair.peer_volunteer, interests=["chess"])
    (row,) = found(pair)
    assert [p.volunteer for p in row.proposals] == [pair.volunteer, peer]
    assert "Both like cooking." in row.best[0].score.reasons
    assert row.blocked == []


def test_why_nobody_is_counted_and_what_is_about_the_young_person_is_said_once(pair):
    young_person_edit(
        young_person=pair.young_person,
        changes={"mentor_kind": "peer", "still_wants_mentor_on": None},
        by=pair.coordinator,
    )
    (row,) = found(pair)
    assert row.proposals == []
    assert row.why_nobody == [(1, "not the kind of mentor they chose")]
    assert [line.key for line in row.own_reasons] == ["wish"]


def test_match_propose_gives_each_place_once_and_matches_most(pair, capsys):
    """Given one mentor for two young people, then one is proposed and the other is told why not."""
    kit = another_young_person(pair)
    out = json.loads(command(pair.scheme.slug, "--json", capsys=capsys))
    (proposal,) = out["proposals"]
    assert proposal["mentor"] == pair.volunteer.ref
    assert proposal["mentee"] == pair.young_person.ref
    assert 0 < proposal["score"] <= 1
    assert "Both like cooking." in proposal["reasons"]
    (unmatched,) = out["unmatched"]
    assert unmatched["mentee"] == kit.ref
    assert unmatched["blocked_by"][0]["mentor"] == pair.volunteer.ref
    assert all(row["reasons"] for row in unmatched["blocked_by"])


def test_match_propose_names_what_blocks(pair, capsys):
    volunteer_edit(volunteer=pair.volunteer, changes={"born_on": None}, by=pair.coordinator)
    out = json.loads(command(pair.scheme.slug, "--json", capsys=capsys))
    assert out["proposals"] == []
    (blocked,) = out["unmatched"][0]["blocked_by"]
    assert "We don’t know Zofia’s date of birth." in blocked["reasons"][0]


@pytest.mark.django_db
def test_match_propose_of_an_unknown_scheme_fails_in_one_sentence():
    with pytest.raises(CommandError, match="no scheme called"):
        call_command("match_propose", "nowhere")


def test_match_solve_reads_a_file(tmp_path, capsys):
    problem = {
        "mentors": [{"id": "anna", "capacity": 1}, {"id": "ben", "capacity": 1}],
        "mentees": [{"id": "sam"}, {"id": "jo"}],
        "scores": [
            {"mentor": "anna", "mentee": "sam", "score": 0.9},
            {"mentor": "ben", "mentee": "sam", "score": 0.1},
            {"mentor": "anna", "mentee": "jo", "score": 0.5},
            {"mentor": "ben", "mentee": "jo", "score": 0.9},
        ],
        "forbidden": [["ben", "jo"]],
    }
    (tmp_path / "p.json").write_text(json.dumps(problem))
    call_command("match_solve", str(tmp_path / "p.json"))
    out = json.loads(capsys.readouterr().out)
    assert {(p["mentor"], p["mentee"]) for p in out["pairs"]} == {("ben", "sam"), ("anna", "jo")}
    assert out["total"] == pytest.approx(0.6)


@pytest.mark.parametrize("text", ["[]", "{}", "not json", '{"mentors": [1], "mentees": [], "scores": []}'])
def test_match_solve_says_what_is_wrong_with_a_file(tmp_path, text):
    (tmp_path / "p.json").write_text(text)
    with pytest.raises(CommandError):
        call_command("match_solve", str(tmp_path / "p.json"))


def test_gathering_facts_takes_the_same_few_queries_however_many_people(pair, django_assert_max_num_queries):
    """And six more, however many people, where what is kept of them has to be made."""
    for number in range(3):
        another_young_person(pair, f"Kit{number}")
    with django_assert_max_num_queries(30):
        found(pair)
    with django_assert_max_num_queries(24) as few:
        found(pair)
    before = len(few)
    for number in range(6):
        another_young_person(pair, f"Lee{number}")
    mentor_ready(pair, pair.peer_volunteer)
    with django_assert_max_num_queries(before + 6):
        assert len(found(pair)) == 10
    with django_assert_max_num_queries(before):
        assert len(found(pair)) == 10


def test_a_proposed_pair_no_longer_shows_as_a_proposal(pair):
    proposed(pair, pair.volunteer, pair.young_person)
    (row,) = found(pair)
    assert row.proposals == []
