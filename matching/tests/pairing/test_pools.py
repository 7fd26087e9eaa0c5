"""R6: free places beside those who wait, by what was asked for; small numbers stay hidden, also from who subtracts."""

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.pairing import actions
from matching.pairing.pools.counting import finding, kind_rows, pool_rows, tag_rows
from matching.pairing.pools.queries import pools_of
from matching.tests.pairing.pairing_world import mentor, young
from schemes.people.actions import volunteer_edit, young_person_edit

AREAS = st.lists(st.sampled_from(["Leith", "Gorgie", "Granton", "Muirhouse"]), min_size=5, max_size=40)


def shown(rows) -> dict:
    return {row.words: (row.waiting, row.free) for row in rows}


def test_numbers_from_five_on_are_shown_and_nought_is():
    rows = pool_rows(["Leith"] * 7 + ["Gorgie"] * 6, ["Leith"] * 6)
    assert shown(rows) == {"Gorgie": ("6", "0"), "Leith": ("7", "6")}
    assert [row.words for row in rows if row.nobody] == ["Gorgie"]
    assert [row.words for row in rows if row.short] == ["Gorgie"]


def test_one_small_number_takes_a_neighbour_with_it_because_the_whole_is_known():
    rows = pool_rows(["Leith"] * 9 + ["Gorgie"] * 6 + ["Granton"] * 2, [])
    assert {row.words: row.waiting for row in rows} == {"Granton": "under 5", "Gorgie": "hidden", "Leith": "9"}


@given(AREAS)
def test_r6_who_knows_how_many_wait_in_all_can_work_out_no_hidden_number(waiting):
    """The attacker takes the shown numbers from the whole: each hidden one could still be another number. (Of fewer
    than five people in all every number is small, and nothing is shown.)"""
    rows = pool_rows(waiting, [])
    hidden = [row for row in rows if row.waiting_number is None]
    rest = len(waiting) - sum(row.waiting_number or 0 for row in rows)
    told = {row.words: range(1, 5) if row.waiting == "under 5" else range(1, rest + 1) for row in hidden}
    for row in hidden:
        others = [told[name] for name in told if name != row.words]
        could_be = [n for n in told[row.words] if _reachable(rest - n, others)]
        assert len(could_be) > 1, shown(rows)


def _reachable(rest: int, others) -> bool:
    return sum(part[0] for part in others) <= rest <= sum(part[-1] for part in others)


def test_two_small_numbers_that_only_fit_the_whole_one_way_are_hidden_alike():
    rows = pool_rows(["Leith"] * 4 + ["Gorgie"] * 4, [])
    assert [row.waiting for row in rows] == ["hidden", "hidden"], "“under 5” twice, of eight, is four twice"


def test_either_kind_stands_apart_and_gives_no_other_number_away():
    rows = kind_rows(["peer"] * 3 + ["either"] * 8 + ["traditional"] * 9, ["peer"] * 5 + ["traditional"] * 6)
    assert shown(rows) == {
        "A peer mentor": ("under 5", "5"),
        "A traditional mentor": ("9", "6"),
        "Either is fine": ("hidden", "any of these"),
    }


def test_what_is_hidden_is_sorted_by_name_so_that_its_place_tells_nothing():
    waiting = [["music"]] * 4 + [["art"]] * 1 + [["Gym", "gym "]] * 6
    assert [row.words for row in tag_rows(waiting, [])] == ["Gym", "art", "music"]


def test_the_title_of_a_picture_says_what_it_shows():
    rows = pool_rows(["Leith"] * 12 + ["Gorgie"] * 6, ["Leith"] * 6 + ["Gorgie"] * 6)
    assert finding("Areas", rows) == "Areas: the widest gap is “Leith”"
    assert finding("Areas", pool_rows(["Leith"] * 5, ["Leith"] * 5)) == "Areas: no wide gap"
    assert finding("Areas", pool_rows(["Leith"], [])) == "Areas: nobody free for “Leith”"


def by_key(cast) -> dict:
    return {pool.key: pool for pool in pools_of(cast.scheme, timezone.localdate())}


@pytest.mark.django_db
def test_nobody_who_speaks_tigrinya_starts_a_campaign(pair):
    young_person_edit(young_person=pair.young_person, changes={"languages": ["Tigrinya"]}, by=pair.coordinator)
    desk = pair.client(pair.coordinator)
    page = desk.get(reverse("matching:pool_show", args=[pair.scheme.slug])).content.decode()
    assert "Nobody free speaks Tigrinya." in page
    link = page.split("Nobody free speaks Tigrinya.")[1].split('href="')[1].split('"')[0]
    assert "Do you speak Tigrinya?" in desk.get(link).content.decode()


@pytest.mark.django_db
def test_a_mentor_counts_once_for_each_place_that_is_free(pair):
    young_person_edit(young_person=pair.young_person, changes={"area": "Leith"}, by=pair.coordinator)
    volunteer_edit(volunteer=pair.volunteer, changes={"area": "Leith", "capacity": 6}, by=pair.coordinator)
    assert shown(by_key(pair)["areas"].rows) == {"Leith": ("under 5", "6")}
    actions.match_propose(
        scheme=pair.scheme, volunteer=pair.volunteer, young_person=young(pair, "Kit", area="Leith"), by=pair.coordinator
    )
    assert shown(by_key(pair)["areas"].rows) == {"Leith": ("under 5", "5")}


@pytest.mark.django_db
def test_r6_care_experience_is_told_of_the_places(pair):
    note = by_key(pair)["kind"].note
    assert note == "Places free with somebody who was in care: 0."
    volunteer_edit(volunteer=pair.volunteer, changes={"care_experienced": True, "capacity": 5}, by=pair.coordinator)
    assert by_key(pair)["kind"].note == "Places free with somebody who was in care: 5."


@pytest.mark.django_db
def test_r8_gender_age_and_community_count_only_where_they_were_asked_for(pair):
    volunteer_edit(volunteer=pair.volunteer, changes={"gender": "Female", "capacity": 6}, by=pair.coordinator)
    young_person_edit(young_person=pair.young_person, changes={"gender": "Female"}, by=pair.coordinator)
    actions.profile_edit(person=pair.young_person, changes={"communities": ["Quaker"]}, by=pair.mentee)
    assert not {"gender", "age", "communities"} & set(by_key(pair))
    young_person_edit(young_person=pair.young_person, changes={"mentor_gender_wish": "a woman"}, by=pair.coordinator)
    assert shown(by_key(pair)["gender"].rows) == {"A woman": ("under 5", "6")}


@pytest.mark.django_db
def test_a_community_is_drawn_only_where_five_asked_for_the_same(pair):
    asked = {"communities": ["Quaker"], "background_wish": "like-me"}
    people = [young(pair, f"Kit {number}") for number in range(5)]
    for person in people[:4]:
        actions.profile_edit(person=person, changes=asked, by=pair.coordinator)
    assert "communities" not in by_key(pair)
    actions.profile_edit(person=people[4], changes=asked, by=pair.coordinator)
    assert shown(by_key(pair)["communities"].rows) == {"Quaker": ("5", "0")}
    assert by_key(pair)["communities"].missing == [], "no campaign asks for a protected characteristic"


@pytest.mark.django_db
def test_the_picture_keeps_its_few_queries(pair, django_assert_num_queries):
    for number in range(3):
        mentor(pair, f"Ada {number}")
    with django_assert_num_queries(4):
        pools_of(pair.scheme, timezone.localdate())


def test_times_stand_in_the_order_of_the_week(pair):
    times = ["Fri am", "Mon eve", "Tue am", "whenever", "Mon am"]
    young_person_edit(young_person=pair.young_person, changes={"free_times": times}, by=pair.coordinator)
    (week,) = [pool for pool in pools_of(pair.scheme, timezone.localdate()) if pool.key == "times"]
    assert [row.words for row in week.rows] == ["Mon am", "Mon eve", "Tue am", "Fri am", "whenever"]
