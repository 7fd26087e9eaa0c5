"""The pages of pairs: the same gate by hand, private answers, nothing shown too early or too late (S12, P4, R8)."""

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, Profile
from matching.pairing import actions
from matching.pairing.home import today_rows
from matching.tests.pairing.pairing_world import shared, young
from matching.tests.readying import accepted, may_be_introduced, mentor_ready, proposed, said_yes
from safeguarding.vetting.models import VettingCheck
from schemes.people.actions import volunteer_edit, young_person_edit
from schemes.young_people.actions import sharing_decide


def staff(world, name, match=None):
    return reverse(f"matching:{name}", args=[world.scheme.slug, *([match.pk] if match else [])])


def words(response) -> str:
    return response.content.decode()


@pytest.fixture
def desk(pair):
    """The co-ordinator at the desk."""
    return pair.client(pair.coordinator)


def test_a_proposal_is_taken_up_with_one_press(pair, desk):
    page = words(desk.get(staff(pair, "match_proposals")))
    assert "Propose Zofia" in page
    assert "Both like cooking." in page
    pressed = desk.post(
        staff(pair, "match_propose"), {"young_person": pair.young_person.pk, "volunteer": pair.volunteer.pk}
    )
    match = Match.objects.get()
    assert pressed.headers["Location"] == staff(pair, "match_show", match)
    assert match.reasons == ["Both like cooking."]
    assert "Show only Zofia’s first name to Jay" in words(desk.get(staff(pair, "match_show", match)))


def test_a_pair_by_hand_is_refused_with_the_gates_words_and_keeps_what_was_chosen(pair, desk):
    young_person_edit(young_person=pair.young_person, changes={"mentor_kind": "peer"}, by=pair.coordinator)
    page = desk.post(
        staff(pair, "match_propose"), {"young_person": pair.young_person.pk, "volunteer": pair.volunteer.pk}
    )
    assert page.status_code == 422
    assert "Jay wants somebody who was in care too; Zofia was not." in words(page)
    assert f'value="{pair.volunteer.pk}" selected' in words(page)


def test_why_nobody_is_said_on_the_page(pair, desk):
    volunteer_edit(volunteer=pair.volunteer, changes={"capacity": 0}, by=pair.coordinator)
    page = words(desk.get(staff(pair, "match_proposals")))
    assert "Nobody can be proposed yet." in page
    assert "no place left" in page


def test_the_introduce_button_is_shut_and_says_what_opens_it(pair, desk):
    match = accepted(pair, proposed(pair, pair.volunteer, pair.young_person))
    page = words(desk.get(staff(pair, "match_show", match)))
    assert "There is no risk assessment for these two yet." in page
    assert "things have to be put right first" in page
    assert f'href="{staff(pair, "match_risk_write", match)}"' in page


def test_pressing_introduce_past_the_gate_changes_nothing(pair, desk):
    match = accepted(pair, proposed(pair, pair.volunteer, pair.young_person))
    page = words(desk.post(staff(pair, "match_introduce", match), follow=True))
    assert "There is no risk assessment for these two yet." in page
    assert Match.objects.get(pk=match.pk).state == "accepted"


def test_l8_written_by_the_coordinator_approved_by_the_lead_then_introduced(pair, desk):
    match = accepted(pair, proposed(pair, pair.volunteer, pair.young_person))
    sent = desk.post(
        staff(pair, "match_risk_write", match),
        {
            "mentor_side": "Works nights",
            "young_person_side": "Late buses",
            "meeting_safely": "The library",
            "review_on": "in six months",
        },
    )
    assert sent.status_code == 422, "a day that cannot be read keeps the form"
    assert "Works nights" in words(sent)
    may_be_introduced(pair, match)
    assert "are introduced" in words(desk.post(staff(pair, "match_introduce", match), follow=True))
    met = {"outcome": "held", "day": "today", "time": timezone.localtime().strftime("%H:%M")}
    assert "have met" in words(desk.post(staff(pair, "meeting_record", match), met, follow=True))
    assert Match.objects.get(pk=match.pk).state == "active"


def test_a_supervisor_sees_own_mentors_matches_and_no_reason_of_a_no(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    actions.match_mentee_answer(match=match, answer="no", because="He is my uncle’s friend", by=pair.mentee)
    seen = {
        who: words(pair.client(getattr(pair, who)).get(staff(pair, "match_show", match)))
        for who in ("coordinator", "lead", "supervisor")
    }
    assert "uncle" in seen["coordinator"]
    assert "uncle" not in seen["lead"] + seen["supervisor"]
    volunteer_edit(volunteer=pair.volunteer, changes={"supervisor": None}, by=pair.coordinator)
    assert pair.client(pair.supervisor).get(staff(pair, "match_show", match)).status_code == 404


def test_a_manager_counts_references_and_reads_no_name(pair):
    proposed(pair, pair.volunteer, pair.young_person)
    page = words(pair.client(pair.manager).get(staff(pair, "match_numbers")))
    assert pair.volunteer.ref in page
    assert "Zofia" not in page
    assert "Jay" not in page


def test_r6_small_numbers_are_hidden_in_the_pool(pair):
    page = words(pair.client(pair.manager).get(staff(pair, "match_numbers")))
    assert "under 5" in page


def test_the_young_person_sees_a_profile_once_it_is_shared_with_only_what_the_mentor_shows(pair):
    """L9, R8: never the surname, phone or area unless chosen."""
    pair.volunteer = volunteer_edit(
        volunteer=pair.volunteer,
        changes={"area": "Leith", "phone": "07700 900123", "strengths": ["money"]},
        by=pair.coordinator,
    )
    match = proposed(pair, pair.volunteer, pair.young_person)
    mine = pair.client(pair.mentee)
    assert "Zofia" not in words(mine.get(reverse("matching:profile_list")))
    actions.match_share_profiles(match=match, by=pair.coordinator)
    page = words(mine.get(reverse("matching:profile_list")))
    assert "Zofia" in page
    assert "money" in page
    for hidden in ("Nowak", "Leith", "07700"):
        assert hidden not in page
    actions.profile_edit(person=pair.volunteer, changes={"shows": ["area"]}, by=pair.mentor)
    said_yes(pair.volunteer, by=pair.mentor)
    page = words(mine.get(reverse("matching:profile_answer", args=[match.pk])))
    assert "Leith" in page
    assert "money" not in page


def test_the_mentor_is_asked_after_the_young_person_picked_and_sees_what_they_share(pair):
    sharing_decide(young_person=pair.young_person, shares={"interests": "before", "phone": "after"}, by=pair.mentee)
    match = shared(pair, pair.volunteer, pair.young_person)
    mentors = pair.client(pair.mentor)
    assert "Jay" not in words(mentors.get(reverse("matching:asked_list")))
    answer = reverse("matching:profile_answer", args=[match.pk])
    pair.client(pair.mentee).post(answer, {"answer": "yes", "because": ""})
    assert "Jay" in words(mentors.get(reverse("matching:asked_list")))
    page = words(mentors.get(reverse("matching:asked_answer", args=[match.pk])))
    assert "cooking" in page
    mentors.post(reverse("matching:asked_answer", args=[match.pk]), {"answer": "yes"})
    assert Match.objects.get(pk=match.pk).state == "accepted"


def test_a_no_without_a_reason_is_enough_and_the_profile_is_gone(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    mine, answer = pair.client(pair.mentee), reverse("matching:profile_answer", args=[match.pk])
    mine.post(answer, {"answer": "no", "because": ""})
    assert mine.get(answer).status_code == 404
    assert "Zofia" not in words(mine.get(reverse("matching:profile_list")))


def test_an_answer_that_was_not_chosen_says_so_beside_the_field(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    page = pair.client(pair.mentee).post(reverse("matching:profile_answer", args=[match.pk]), {"because": "hm"})
    assert page.status_code == 422
    assert "Choose one of these." in words(page)
    assert "hm</textarea>" in words(page)


def test_i_know_this_person_takes_the_profile_away(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    pair.client(pair.mentee).post(reverse("matching:profile_known", args=[match.pk]))
    assert Match.objects.get(pk=match.pk).state == "declined"
    assert pair.volunteer.conflicts.get().kind == "know"


def test_p4_the_choice_is_always_there_and_a_kind_not_on_offer_shows_the_second_tier(pair):
    pair.scheme.second_tier = "A drop-in every Tuesday."
    pair.scheme.save()
    mine = pair.client(pair.mentee)
    page = words(mine.get(reverse("matching:profile_list")))
    for kind in ("Somebody who was in care too", "Somebody older from the community", "Either is fine"):
        assert kind in page
    mine.post(reverse("matching:mentor_kind_choose"), {"mentor_kind": "peer"})
    page = words(mine.get(reverse("matching:profile_list")))
    assert "We have nobody of that kind with time just now." in page
    assert "A drop-in every Tuesday." in page
    mentor_ready(pair, pair.peer_volunteer)
    assert "We have nobody of that kind" not in words(mine.get(reverse("matching:profile_list")))


def test_none_of_these_keeps_the_wish_in_their_words(pair):
    shared(pair, pair.volunteer, pair.young_person)
    pair.client(pair.mentee).post(reverse("matching:match_none_of_these"), {"wish": "Somebody who plays drums"})
    pair.young_person.refresh_from_db()
    assert pair.young_person.mentor_wish == "Somebody who plays drums"


def test_l9_where_i_would_rather_they_were_not_from(pair):
    mine = pair.client(pair.mentee)
    mine.post(reverse("matching:wish_edit", args=["places"]), {"not_from": "Leith,  Gorgie "})
    mine.post(reverse("matching:wish_edit", args=["own"]), {"background_wish": "elsewhere"})
    mine.post(reverse("matching:wish_edit", args=["person"]), {"mentor_age_wish": "middle"})
    pair.young_person.refresh_from_db()
    assert (pair.young_person.not_from, pair.young_person.background_wish) == (["Leith", "Gorgie"], "elsewhere")
    assert Profile.objects.get(young_person=pair.young_person).mentor_age_wish == "middle"


def test_the_first_page_says_who_waits_and_what_is_asked(pair):
    rows = today_rows(pair.actor(pair.coordinator), timezone.localdate())
    assert [row.words for row in rows] == ["Jay waits for a mentor and nobody is proposed"]
    match = shared(pair, pair.volunteer, pair.young_person)
    (row,) = today_rows(pair.actor(pair.mentee), timezone.localdate())
    assert row.words == "There is a mentor for you to look at"
    actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
    (row,) = today_rows(pair.actor(pair.mentor), timezone.localdate())
    assert row.words == "Jay picked you"


def test_the_list_keeps_its_few_queries_from_ten_to_a_thousand(pair, desk, django_assert_max_num_queries):
    people = [young(pair, "Kit")]
    base = {"scheme": pair.scheme, "volunteer": pair.volunteer, "young_person": people[0], "state": "declined"}
    Match.objects.bulk_create(Match(**base) for _ in range(10))
    with django_assert_max_num_queries(10) as few:
        desk.get(staff(pair, "match_list"))
    Match.objects.bulk_create(Match(**base) for _ in range(990))
    with django_assert_max_num_queries(len(few)):
        page = words(desk.get(staff(pair, "match_list")))
    assert "1000" in page.replace(",", "")
    about_matches = [query for query in few.captured_queries if "matching_" in query["sql"]]
    assert len(about_matches) <= 3


def test_the_list_goes_on_by_its_last_row_and_keeps_its_filters(pair, desk):
    base = {"scheme": pair.scheme, "volunteer": pair.volunteer, "young_person": pair.young_person, "state": "ended"}
    Match.objects.bulk_create(Match(**base) for _ in range(60))
    first = words(desk.get(staff(pair, "match_list") + "?group=ended&q=Zof"))
    assert first.count("Zofia Nowak and Jay") == 50
    older = first.split('href="?group=ended&amp;q=Zof&amp;after=')[1].split('"')[0]
    assert words(desk.get(staff(pair, "match_list") + f"?group=ended&q=Zof&after={older}")).count("and Jay") == 10


@pytest.mark.parametrize(
    "garbage", ["?page=x&group=%00", "?after=%00&before=zz", "?q=%00%ff", "?volunteer=1&young_person=zz"]
)
@pytest.mark.parametrize(
    "name", ["match_list", "match_proposals", "match_propose", "age_exception_ask", "conflict_declare"]
)
def test_garbage_in_an_address_breaks_nothing(pair, desk, name, garbage):
    assert desk.get(staff(pair, name) + garbage).status_code == 200


def test_a_conflict_is_declared_before_or_after_a_proposal(pair, desk):
    match = proposed(pair, pair.volunteer, pair.young_person)
    page = words(desk.get(staff(pair, "match_show", match)))
    assert f"{staff(pair, 'conflict_declare')}?volunteer=" in page
    sent = {"young_person": pair.young_person.pk, "volunteer": pair.volunteer.pk, "kind": "household"}
    desk.post(staff(pair, "conflict_declare"), sent)
    assert Match.objects.get(pk=match.pk).state == "declined"
    assert "Same household." in words(desk.post(staff(pair, "match_propose"), sent))


def test_the_lead_agrees_to_an_age_exception_on_the_list(pair):
    volunteer_edit(volunteer=pair.volunteer, changes={"born_on": pair.young_person.born_on}, by=pair.coordinator)
    two = {"young_person": pair.young_person.pk, "volunteer": pair.volunteer.pk}
    pair.client(pair.coordinator).post(staff(pair, "age_exception_ask"), {**two, "reason": "Known each other's ways"})
    leads = pair.client(pair.lead)
    assert "waits for a second person" in words(leads.get(staff(pair, "match_list")))
    exception = pair.scheme.age_exceptions.get()
    leads.post(reverse("matching:age_exception_agree", args=[pair.scheme.slug, exception.pk]))
    assert "waits for a second person" not in words(leads.get(staff(pair, "match_list")))
    pair.client(pair.coordinator).post(staff(pair, "match_propose"), two)
    assert Match.objects.get().state == "proposed"


def test_the_record_of_each_shows_their_match(pair, desk):
    proposed(pair, pair.volunteer, pair.young_person)
    for name, record in (("volunteer_show", pair.volunteer), ("young_person_show", pair.young_person)):
        page = words(desk.get(reverse(f"schemes:{name}", args=[pair.scheme.slug, record.pk])))
        assert "Zofia and Jay" in page


def test_whoever_matches_reads_under_which_conditions_a_mentor_is_cleared(pair, desk):
    """S9, S12: the words written for matching, on the match and before the risk is written; supervisors the fact."""
    match = shared(pair, pair.volunteer, pair.young_person)
    changed = VettingCheck.objects.filter(volunteer=pair.volunteer, kind="criminal-record")
    assert "Cleared with conditions" not in words(desk.get(staff(pair, "match_show", match)))
    changed.update(decision="conditions")
    for check in changed:
        check.conditions = "No lifts in a car."
        check.save(update_fields=["conditions"])
    for name in ("match_show", "match_risk_write"):
        assert "No lifts in a car." in words(desk.get(staff(pair, name, match))), name
    seen = words(pair.client(pair.supervisor).get(staff(pair, "match_show", match)))
    assert "Cleared with conditions" in seen and "No lifts" not in seen
