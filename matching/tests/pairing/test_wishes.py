"""What each side wishes for is asked one thought at a time, is never compulsory, and the other side never reads it
(S12, R8, L4, L9); a mentor looks at their own profile before anybody else does."""

import pytest
from django.urls import reverse

from matching.models import Profile
from matching.pairing import actions
from matching.pairing.profiles import FIRST_SHOWN
from matching.pairing.wishes.forms import MENTEE_WISHES, MENTOR_WISHES
from matching.tests.pairing.pairing_world import shared
from mentoring.audit.models import AuditEntry
from mentoring.tests.reading_age import reading_age_of_page
from schemes.people.actions import volunteer_edit, young_person_edit

HUB = "/me/what-i-show/"


def words(response) -> str:
    return response.content.decode()


def test_r8_a_young_person_says_what_they_feel_part_of_and_whom_they_would_like(pair):
    mine = pair.client(pair.mentee)
    mine.post(HUB + "own/", {"background_wish": "like-me", "communities": "Polish, deaf"})
    mine.post(HUB + "languages/", {"languages": "Polish, BSL"})
    mine.post(HUB + "how-long/", {"months": "12"})
    pair.young_person.refresh_from_db()
    profile = Profile.objects.get(young_person=pair.young_person)
    assert (profile.communities, profile.months) == (["Polish", "deaf"], 12)
    assert (pair.young_person.background_wish, pair.young_person.languages) == ("like-me", ["Polish", "BSL"])
    page = words(mine.get(HUB))
    assert "Someone with a background like mine · Polish, deaf" in page
    assert "A year" in page


def test_one_thought_leaves_the_others_as_they_were(pair):
    mine = pair.client(pair.mentee)
    mine.post(HUB + "person/", {"mentor_gender_wish": "Female", "mentor_age_wish": "middle"})
    mine.post(HUB + "how-long/", {"months": ""})
    profile = Profile.objects.get(young_person=pair.young_person)
    pair.young_person.refresh_from_db()
    assert (profile.mentor_age_wish, profile.months, pair.young_person.mentor_gender_wish) == ("middle", None, "Female")


def test_nothing_has_to_be_told(pair):
    for person, wishes in ((pair.mentee, MENTEE_WISHES), (pair.mentor, MENTOR_WISHES)):
        for wish in wishes:
            assert pair.client(person).post(f"{HUB}{wish}/", {}).status_code == 302, wish


def test_a_mentor_says_how_long_what_they_know_and_what_they_belong_to(pair):
    mentors = pair.client(pair.mentor)
    mentors.post(HUB + "how-long/", {"months": "24"})
    mentors.post(HUB + "known/", {"knows_about": ["becoming a parent"]})
    mentors.post(HUB + "own/", {"communities": "Irish Traveller"})
    profile = Profile.objects.get(volunteer=pair.volunteer)
    assert (profile.months, profile.knows_about, profile.communities) == (
        24,
        ["becoming a parent"],
        ["Irish Traveller"],
    )


def test_a_mentor_who_wishes_first_still_shows_what_everybody_shows_at_first(pair):
    """A profile made by another answer must not read as "show nothing"."""
    pair.client(pair.mentor).post(HUB + "how-long/", {"months": "24"})
    assert Profile.objects.get(volunteer=pair.volunteer).shows == list(FIRST_SHOWN)


def test_r8_a_mentor_reads_their_profile_as_a_young_person_will_and_nothing_is_saved_by_looking(pair):
    pair.volunteer = volunteer_edit(volunteer=pair.volunteer, changes={"area": "Leith"}, by=pair.coordinator)
    mentors = pair.client(pair.mentor)
    assert "Leith" not in words(mentors.get(HUB + "shown/"))
    looked = words(mentors.post(HUB + "shown/", {"shows": ["area"], "look": "1"}))
    assert "Not saved yet" in looked
    assert "Leith" in looked
    assert not Profile.objects.filter(volunteer=pair.volunteer).exists()
    mentors.post(HUB + "shown/", {"shows": ["area"]})
    match = shared(pair, pair.volunteer, pair.young_person)
    theirs = words(pair.client(pair.mentee).get(reverse("matching:profile_answer", args=[match.pk])))
    preview = words(mentors.get(HUB)).split('id="preview"')[1]
    facts = preview[preview.index('<dl class="facts">') : preview.index("</dl>")]
    assert facts in theirs, "the very same words"


def test_r8_neither_side_reads_the_others_communities_or_months(pair):
    for person, record, wish in (
        (pair.volunteer, "mentor", {"communities": ["Quaker"], "knows_about": ["leaving care"], "months": 24}),
        (pair.young_person, "mentee", {"communities": ["Goth"], "months": 6, "languages": ["Twi"]}),
    ):
        actions.profile_edit(person=person, changes=wish, by=getattr(pair, record))
    actions.profile_edit(person=pair.volunteer, changes={"shows": ["about", "interests", "care"]}, by=pair.mentor)
    match = shared(pair, pair.volunteer, pair.young_person)
    read = words(pair.client(pair.mentee).get(reverse("matching:profile_answer", args=[match.pk])))
    assert "Quaker" not in read
    assert "leaving care" not in read
    actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
    read = words(pair.client(pair.mentor).get(reverse("matching:asked_answer", args=[match.pk])))
    assert "Goth" not in read
    assert "Twi" not in read


def test_the_trail_names_fields_and_no_community(pair):
    actions.profile_edit(person=pair.young_person, changes={"communities": ["Goth"]}, by=pair.mentee)
    event = AuditEntry.objects.get(verb="profile.edited")
    assert event.details == {"fields": ["communities"]}
    assert not AuditEntry.objects.filter(verb="youngperson.edited", details={"fields": []}).exists()


def test_words_of_a_spreadsheet_stay_offered(pair):
    young_person_edit(young_person=pair.young_person, changes={"mentor_gender_wish": "non-binary"}, by=pair.coordinator)
    page = words(pair.client(pair.mentee).get(HUB + "person/"))
    assert 'value="non-binary"' in page


@pytest.mark.parametrize(("side", "wish"), [("mentee", "shown"), ("mentor", "languages"), ("mentor", "x")])
def test_a_thought_of_the_other_side_is_not_there(pair, side, wish):
    assert pair.client(getattr(pair, side)).get(f"{HUB}{wish}/").status_code == 404


def test_p4_somebody_who_is_both_keeps_to_the_side_they_came_from(pair):
    young_person_edit(young_person=pair.young_person, changes={"user": pair.mentor}, by=pair.coordinator)
    both = pair.client(pair.mentor)
    assert "?as=mentor" in words(both.get(HUB + "?as=mentor"))
    sent = both.post(HUB + "how-long/?as=mentor", {"months": "6"})
    assert sent.headers["Location"] == HUB + "?as=mentor"
    assert Profile.objects.get().volunteer == pair.volunteer


def test_staff_write_down_what_somebody_without_an_account_told_them(pair):
    desk, scheme = pair.client(pair.coordinator), pair.scheme.slug
    url = reverse("matching:mentee_wishes_write", args=[scheme, pair.young_person.pk])
    record = words(desk.get(reverse("schemes:young_person_show", args=[scheme, pair.young_person.pk])))
    assert url in record
    sent = {"background_wish": "elsewhere", "communities": "Goth", "months": "6", "not_from": "Leith"}
    assert desk.post(url, sent).status_code == 302
    record = words(desk.get(reverse("schemes:young_person_show", args=[scheme, pair.young_person.pk])))
    assert "Someone from outside my community · Goth" in record
    assert "About 6 months" in record


def test_only_who_looks_for_a_match_reads_the_wishes(pair):
    actions.profile_edit(person=pair.young_person, changes={"communities": ["Goth"]}, by=pair.mentee)
    url = reverse("schemes:young_person_show", args=[pair.scheme.slug, pair.young_person.pk])
    assert "Goth" in words(pair.client(pair.coordinator).get(url))
    assert "Goth" not in words(pair.client(pair.lead).get(url))


def test_young_people_read_plain_words(pair):
    mine = pair.client(pair.mentee)
    for path in (HUB, *(f"{HUB}{wish}/" for wish in MENTEE_WISHES)):
        assert reading_age_of_page(words(mine.get(path))) <= 9, path


def test_mentors_read_plain_words(pair):
    mentors = pair.client(pair.mentor)
    for path in (HUB, *(f"{HUB}{wish}/" for wish in MENTOR_WISHES)):
        assert reading_age_of_page(words(mentors.get(path))) <= 12, path
