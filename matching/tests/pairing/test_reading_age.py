"""What a young person reads while choosing has a reading age of nine or less (Flesch–Kincaid grade and five years)."""

from django.urls import reverse

from matching.pairing import actions
from matching.pairing.meetings.actions import meeting_ask
from matching.tests.pairing.pairing_world import first_meeting_planned, shared
from mentoring.tests.reading_age import reading_age_of_page


def ages(world, *addresses) -> dict:
    mine = world.client(world.mentee)
    return {address: reading_age_of_page(mine.get(address).content.decode()) for address in addresses}


def test_the_choice_its_pages_and_what_comes_of_it_are_in_plain_words(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    answer = reverse("matching:profile_answer", args=[match.pk])
    found = [ages(pair, "/me/profiles/", answer)]
    meeting_ask(match=match, by=pair.mentee)
    found.append(ages(pair, "/me/", "/me/profiles/", answer))
    first_meeting_planned(pair, match)
    found.append(ages(pair, "/me/", "/me/profiles/", answer))
    actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
    found.append(ages(pair, "/me/profiles/"))
    actions.match_decline(match=match, by=pair.coordinator)
    found.append(ages(pair, "/me/", "/me/profiles/"))
    assert [each for each in found if max(each.values()) > 9] == []
