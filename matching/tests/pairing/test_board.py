"""The co-ordinator’s board: the plan for all, filters that stay, several proposed at once, side by side (S12, R6)."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match
from matching.pairing import actions
from matching.pairing.board.filters import Filters
from matching.pairing.board.queries import board_of
from matching.tests.pairing.pairing_world import mentor, young
from matching.tests.readying import proposed
from schemes.people.actions import volunteer_edit, young_person_edit


def at(world, name, *args, **query):
    address = reverse(f"matching:{name}", args=[world.scheme.slug, *args])
    return f"{address}?{urlencode(query, doseq=True)}" if query else address


def words(response) -> str:
    return response.content.decode()


def board(world, **asked):
    return board_of(world.scheme, Filters.read(asked), timezone.localdate())


def rows(world, **asked) -> dict:
    return {row.person.name: row for row in board(world, **asked).page}


def key(young_person, volunteer) -> str:
    return f"{young_person.pk}:{volunteer.pk}"


@pytest.fixture
def two(pair):
    """Zofia suits Jay best, and is the only one whom Kit may have; Ada may be Jay's too."""
    pair.ada = mentor(pair, "Ada Lind", is_peer=True, care_experienced=True, area="Crookes")
    pair.kit = young(pair, "Kit", area="Crookes", interests=["cooking"])
    pair.kit = young_person_edit(young_person=pair.kit, changes={"mentor_kind": "traditional"}, by=pair.coordinator)
    return pair


@pytest.fixture
def desk(two):
    return two.client(two.coordinator)


def test_the_plan_matches_most_though_one_gets_the_second_best(two):
    """S12: given Zofia suits both and Kit may have nobody else, then Jay's planned mentor is Ada, with Zofia beside."""
    found = rows(two)
    assert [row.planned.volunteer for row in found.values()] == [two.ada, two.volunteer]
    assert [p.volunteer for p in found["Jay"].proposals] == [two.ada, two.volunteer]
    assert board(two).planned == board(two).waiting == 2


def test_the_longest_wait_stands_first_and_keeps_its_place_when_filtered(two):
    assert [row.place for row in rows(two).values()] == [1, 2]
    assert [(name, row.place) for name, row in rows(two, area="Crookes").items()] == [("Kit", 2)]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Jay", "Kit"]),
        ({"kind": "traditional"}, ["Kit"]),
        ({"area": "Crookes"}, ["Kit"]),
        ({"q": "ki"}, ["Kit"]),
        ({"q": "ada"}, ["Jay"]),
        ({"standing": "nobody"}, []),
        ({"standing": "plan"}, ["Jay", "Kit"]),
        ({"standing": "nonsense", "kind": "nonsense", "who": "nonsense"}, ["Jay", "Kit"]),
    ],
)
def test_filters_and_search(two, asked, names):
    assert list(rows(two, **asked)) == names


def test_filters_stay_in_every_link_of_the_page(two, desk):
    page = words(desk.get(at(two, "match_proposals", kind="traditional", area="Crookes")))
    assert "?standing=plan&amp;kind=traditional&amp;area=Crookes" in page
    assert f"?kind=traditional&amp;area=Crookes&amp;pick={two.volunteer.pk}" in page


def test_r6_who_is_free_with_places_left_and_who_is_full(two, desk):
    volunteer_edit(volunteer=two.ada, changes={"capacity": 2}, by=two.coordinator)
    proposed(two, two.volunteer, two.kit)
    found = board(two)
    assert [(place.volunteer.pk, place.left) for place in found.free] == [(two.ada.pk, 2)]
    assert [place.volunteer.pk for place in found.full] == [two.volunteer.pk]
    assert "1 mentor with no place left" in words(desk.get(at(two, "match_proposals")))


def test_what_is_on_the_way_says_whose_turn_it_is(two, desk):
    actions.match_share_profiles(match=proposed(two, two.volunteer, two.kit), by=two.coordinator)
    assert rows(two)["Kit"].standings >= {"on-the-way"}
    assert "Kit" in rows(two, standing="on-the-way")
    assert "waits for: the young person’s answer" in words(desk.get(at(two, "match_proposals")))


def test_a_proposal_from_the_board_comes_back_to_the_board_as_it_was(two, desk):
    sent = {"young_person": two.kit.pk, "volunteer": two.volunteer.pk, "board": "area=Crookes&next=//evil.example"}
    assert desk.post(at(two, "match_propose"), sent).headers["Location"] == at(two, "match_proposals", area="Crookes")


def test_several_at_once_each_through_the_gate_and_one_refusal_keeps_the_others(two, desk):
    """Given Zofia has one place and is ticked for both, then one stands and one is refused with its reason."""
    pairs = [key(two.kit, two.volunteer), key(two.young_person, two.volunteer)]
    check = words(desk.get(at(two, "match_propose_many", pair=pairs)))
    assert "Propose these 2 pairs" in check
    assert not Match.objects.exists(), "looking changes nothing"
    page = words(desk.post(at(two, "match_propose_many"), {"pair": pairs}, follow=True))
    match = Match.objects.get()
    assert match.young_person == two.kit
    assert "Both like cooking." in match.reasons
    assert match.score > 0
    assert "1 pair proposed." in page
    assert "Zofia and Jay are not proposed. Zofia has no place left: 1 taken, room for 1." in page


def test_the_check_page_says_what_may_not_be_proposed_and_leaves_it_out(two, desk):
    check = words(desk.get(at(two, "match_propose_many", pair=[key(two.kit, two.ada)])))
    assert "Kit did not choose a peer mentor; Ada is one." in check
    assert "Propose these" not in check


@pytest.mark.parametrize("ticked", [[], ["nonsense"], [":"], ["a:b:c"], ["00000000-0000-0000-0000-000000000000:"]])
def test_nothing_sensible_ticked_proposes_nothing(two, desk, ticked):
    assert "Nothing is ticked" in words(desk.post(at(two, "match_propose_many"), {"pair": ticked}))


def test_people_of_another_scheme_cannot_be_ticked(two, desk):
    stranger = two.client(two.outsider)
    address = reverse("matching:match_propose_many", args=[two.other_scheme.slug])
    stranger.post(address, {"pair": [key(two.kit, two.volunteer)]})
    assert not Match.objects.exists()


def test_what_was_just_proposed_is_undone_while_nobody_has_been_told(two, desk):
    told = actions.match_share_profiles(match=proposed(two, two.volunteer, two.kit), by=two.coordinator)
    untold = proposed(two, two.ada, two.young_person)
    page = words(desk.get(at(two, "match_proposals")))
    assert f'value="{untold.pk}"' in page
    assert f'value="{told.pk}"' not in page
    page = words(desk.post(at(two, "match_propose_undo"), {"match": [untold.pk, told.pk, "nonsense"]}, follow=True))
    assert "1 proposal taken back. Nobody was told." in page
    assert "Zofia and Kit: somebody has been told, so it stays." in page
    states = {match.young_person.name: match.state for match in Match.objects.select_related("young_person")}
    assert states == {"Jay": "declined", "Kit": "profiles-shared"}


def test_choosing_for_a_mentor_by_keyboard_leads_where_dragging_leads(two, desk):
    page = words(desk.get(at(two, "match_proposals", pick=two.ada.pk)))
    assert "Choosing for <strong>Ada Lind</strong>" in page
    dropped_on = at(two, "match_compare", two.kit.pk)
    assert f'data-compare="{dropped_on}"' in page
    assert f'href="{dropped_on}?volunteer={two.ada.pk}"' in page


def test_two_mentors_side_by_side_with_what_each_told_and_what_is_in_the_way(two, desk):
    asked = at(two, "match_compare", two.kit.pk, volunteer=[two.volunteer.pk, two.ada.pk])
    page = words(desk.get(asked))
    assert "Both like cooking." in page
    assert "Kit did not choose a peer mentor; Ada is one." in page
    assert page.index("Zofia Nowak") < page.index("Ada Lind")
    assert "Propose Zofia" in page
    assert "Propose Ada" not in page


def test_without_a_name_the_best_stand_beside_and_a_pair_that_was_before_is_told(two, desk):
    actions.match_decline(match=proposed(two, two.volunteer, two.kit), by=two.coordinator)
    page = words(desk.get(at(two, "match_compare", two.young_person.pk)))
    assert "Zofia Nowak" in page
    assert "Ada Lind" in page
    before = words(desk.get(at(two, "match_compare", two.kit.pk, volunteer=two.volunteer.pk)))
    assert "Not taken up" in before


def test_an_empty_board_says_so_kindly_and_a_filter_that_finds_nobody_says_that(cast):
    desk = cast.client(cast.coordinator)
    assert "Nobody waits" in words(desk.get(at(cast, "match_proposals")))
    assert "No mentor has a place" in words(desk.get(at(cast, "match_proposals")))
    assert "Nobody fits this filter" in words(desk.get(at(cast, "match_proposals", q="zz")))


def test_undo_is_offered_for_two_hours_to_whoever_proposed(two, desk):
    match = proposed(two, two.volunteer, two.kit)
    assert "Proposed by you just now" in words(desk.get(at(two, "match_proposals")))
    match.state_changes.update(created_at=timezone.now() - timedelta(hours=3))
    assert "Proposed by you just now" not in words(desk.get(at(two, "match_proposals")))


def test_s12_what_brought_two_together_is_noted_before_they_are_proposed_and_stays_with_the_pair(two, desk):
    """Over months and in more than one way: an event in spring, the profile in autumn; the match tells both."""
    day = timezone.localdate() - timedelta(days=90)
    sent = {"young_person": two.kit.pk, "volunteer": two.volunteer.pk, "kind": "group-event", "used_on": day}
    page = words(desk.post(at(two, "pair_technique_log"), {**sent, "note": "Laughed a lot"}, follow=True))
    assert "Group event" in page
    assert "Laughed a lot" in page
    match = actions.match_share_profiles(match=proposed(two, two.volunteer, two.kit), by=two.coordinator)
    assert list(match.techniques.values_list("kind", flat=True)) == ["group-event", "paper-profile"]
    told = words(desk.get(at(two, "match_show", match.pk)))
    assert told.index("Laughed a lot") < told.index("The mentor’s profile was shared")


def test_a_technique_of_a_pair_is_no_technique_of_another_pair(two):
    actions.pair_technique_log(
        scheme=two.scheme, volunteer=two.ada, young_person=two.kit, kind="interview", used_on=timezone.localdate(),
        by=two.coordinator,
    )  # fmt: skip
    assert not proposed(two, two.volunteer, two.kit).techniques.exists()


def test_by_hand_each_thing_in_the_way_has_the_page_that_puts_it_right(two, desk):
    young_person_edit(young_person=two.kit, changes={"still_wants_mentor_on": None}, by=two.coordinator)
    page = words(desk.post(at(two, "match_propose"), {"young_person": two.kit.pk, "volunteer": two.ada.pk}))
    assert "Where to put it right" in page
    record = reverse("schemes:young_person_show", args=[two.scheme.slug, two.kit.pk])
    assert f'<a href="{record}">Kit has not said in the last six months that they still want a mentor.</a>' in page


def test_both_records_lead_to_the_board_and_to_a_match_by_hand_with_them_chosen(two, desk):
    for name, record, chosen in (
        ("volunteer_show", two.ada, {"pick": two.ada.pk}),
        ("young_person_show", two.kit, {"who": two.kit.pk}),
    ):
        page = words(desk.get(reverse(f"schemes:{name}", args=[two.scheme.slug, record.pk])))
        assert f'href="{at(two, "match_proposals", **chosen)}"' in page
        side = "volunteer" if record == two.ada else "young_person"
        assert f'href="{at(two, "match_propose", **{side: record.pk})}"' in page
