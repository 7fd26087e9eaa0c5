"""Nothing of a mentor is read that they have not looked at and said yes to (S12, R8, docs/decisions/0013)."""

from django.urls import reverse
from django.utils import timezone

from matching.models import Profile
from matching.pairing import actions
from matching.pairing.reminders import profile_to_look_at
from schemes.people.actions import volunteer_edit

HUB, YES = "/me/what-i-show/", "/me/what-i-show/yes/"
LIKES = "Playing the theremin"


def proposed_unseen(pair):
    """Proposed, and the mentor has never looked at what would be shown."""
    pair.volunteer = volunteer_edit(volunteer=pair.volunteer, changes={"interests": [LIKES]}, by=pair.coordinator)
    two = {"volunteer": pair.volunteer, "young_person": pair.young_person}
    return actions.match_propose(scheme=pair.scheme, **two, by=pair.coordinator)


def words(pair, user, address) -> str:
    return pair.client(user).get(address).content.decode()


def says_yes(pair):
    """Below the words as they stand there now."""
    mentors = pair.client(pair.mentor)
    return mentors.post(YES, {"read": mentors.get(HUB).context["mark"]})


def at(name, match):
    return reverse(f"matching:{name}", args=[match.scheme.slug, match.pk])


def read_by_young_person(pair, match) -> str:
    pages = [reverse("matching:profile_answer", args=[match.pk]), reverse("matching:profile_list")]
    return "".join(words(pair, pair.mentee, page) for page in pages)


def test_s12_until_they_said_yes_a_young_person_reads_the_first_name_alone(pair):
    match = actions.match_share_profiles(match=proposed_unseen(pair), by=pair.coordinator)
    read = read_by_young_person(pair, match)
    assert "Zofia" in read
    assert LIKES not in read
    assert "just your first name" in words(pair, pair.mentor, "/me/")
    assert LIKES in words(pair, pair.mentor, HUB), "they look at the very words"
    assert says_yes(pair).status_code == 302
    assert LIKES in read_by_young_person(pair, match)
    assert "You said that this may be shown" in words(pair, pair.mentor, HUB)
    assert "just your first name" not in words(pair, pair.mentor, "/me/")


def test_s12_what_is_ticked_anew_waits_for_another_yes_and_other_wishes_do_not(pair):
    match = actions.match_share_profiles(match=proposed_unseen(pair), by=pair.coordinator)
    mentors = pair.client(pair.mentor)
    says_yes(pair)
    mentors.post(HUB + "how-long/", {"months": "24"})
    mentors.post(HUB + "shown/", {"shows": ["interests", "strengths"]})
    assert LIKES in read_by_young_person(pair, match), "the same ticks need no new yes"
    mentors.post(HUB + "shown/", {"shows": ["interests", "gender"]})
    assert LIKES not in read_by_young_person(pair, match)


def test_s12_the_co_ordinator_reads_it_first_and_asks_the_mentor_to_look(pair):
    match, desk = proposed_unseen(pair), pair.client(pair.coordinator)
    page = words(pair, pair.coordinator, at("match_show", match))
    assert "has not looked at the rest yet" in page
    assert "Show only Zofia’s first name to Jay" in page
    assert not list(profile_to_look_at(timezone.now()))
    assert "asked to look" in desk.post(at("profile_look_ask", match), follow=True).content.decode()
    (due,) = profile_to_look_at(timezone.now())
    assert (due.recipient_id, due.path) == (pair.mentor.pk, HUB + "?as=mentor")
    says_yes(pair)
    assert not list(profile_to_look_at(timezone.now()))
    page = words(pair, pair.coordinator, at("match_show", match))
    assert "Zofia said yes to this" in page
    assert LIKES in page
    assert "Show Zofia’s profile to Jay" in page


def test_s12_a_yes_said_beside_staff_is_written_down_and_never_taken_for_granted(pair):
    here = reverse("matching:mentor_wishes_write", args=[pair.scheme.slug, pair.volunteer.pk])
    desk = pair.client(pair.coordinator)
    desk.post(here, {"shows": ["interests"]})
    assert Profile.objects.get(volunteer=pair.volunteer).previewed_at is None
    desk.post(here, {"shows": ["interests"], "agreed": "on"})
    assert Profile.objects.get(volunteer=pair.volunteer).previewed_at is not None


def test_s12_a_yes_to_words_that_changed_between_page_and_press_is_refused(pair):
    match = actions.match_share_profiles(match=proposed_unseen(pair), by=pair.coordinator)
    mentors = pair.client(pair.mentor)
    read = mentors.get(HUB).context["mark"]
    assert f'name="read" value="{read}"' in words(pair, pair.mentor, HUB)
    volunteer_edit(volunteer=pair.volunteer, changes={"interests": [LIKES, "Bell-ringing"]}, by=pair.coordinator)
    for sent in ({"read": read}, {}):
        assert "read them once more" in mentors.post(YES, sent, follow=True).content.decode()
        assert LIKES not in read_by_young_person(pair, match)


def test_s12_words_that_staff_change_after_the_yes_wait_for_another(pair):
    match = proposed_unseen(pair)
    says_yes(pair)
    volunteer_edit(volunteer=pair.volunteer, changes={"interests": [LIKES, "Bell-ringing"]}, by=pair.coordinator)
    page = words(pair, pair.coordinator, at("match_show", match))
    assert "has not looked at the rest yet" in page
    assert "Show only Zofia’s first name to Jay" in page
    pair.client(pair.coordinator).post(at("profile_look_ask", match))
    assert [due.recipient_id for due in profile_to_look_at(timezone.now())] == [pair.mentor.pk]
    match = actions.match_share_profiles(match=match, by=pair.coordinator)
    assert LIKES not in read_by_young_person(pair, match)
    assert "just your first name" in words(pair, pair.mentor, "/me/")
    says_yes(pair)
    assert "Bell-ringing" in read_by_young_person(pair, match)
    assert not list(profile_to_look_at(timezone.now()))


def test_s12_what_no_young_person_reads_may_change_without_another_yes(pair):
    match = actions.match_share_profiles(match=proposed_unseen(pair), by=pair.coordinator)
    says_yes(pair)
    volunteer_edit(volunteer=pair.volunteer, changes={"about_me": "I row.", "area": "Leith"}, by=pair.coordinator)
    assert LIKES in read_by_young_person(pair, match)
