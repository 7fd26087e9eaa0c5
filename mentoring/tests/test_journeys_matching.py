"""How two people find each other, in a real browser (issue "Matching", done when 3; S12, R8, P4, L8).

What has nothing to do with choosing (checks, training, signatures) is there already, by the rooms' own actions.
"""

import pytest

from matching.models import Match
from matching.pairing.actions import match_mentee_answer, match_share_profiles
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import accepted, may_be_introduced, mentee_ready, mentor_ready, proposed, together
from mentoring.tests.journey.matching import writes_the_risk
from mentoring.tests.kept import kept

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
STAFF = "/schemes/sheffield/"


@kept
def pair(cast):
    """Zofia and Jay, each ready, nobody proposed to anybody."""
    cast.volunteer = mentor_ready(cast, cast.volunteer, about_me="I cook, I listen, I am always on time.")
    cast.young_person = mentee_ready(cast, cast.young_person)


def of(match) -> str:
    """The page of a match."""
    return f"{STAFF}matches/{match.pk}/"


def picked(world) -> Match:
    """Jay has read Zofia's profile and would like to meet her; she is asked now."""
    match = match_share_profiles(match=proposed(world, world.volunteer, world.young_person), by=world.coordinator)
    return match_mentee_answer(match=match, answer="yes", by=world.mentee)


def test_s12_from_the_proposal_to_the_introduction(pair, person):
    """Given two who wait, when one is proposed, picked on a phone, says yes too and the risk is approved, then they are
    introduced, and not a step earlier."""
    dee, sam = person("Dee", pair.coordinator), person("Sam", pair.lead)
    jay, zofia = person("Jay", pair.mentee, phone=True), person("Zofia", pair.mentor)
    dee.goes_to(f"{STAFF}matches/proposals/")
    dee.sees("Jay")
    dee.presses("Propose Zofia")
    dee.sees("proposed")
    match = Match.objects.get()
    zofia.goes_to("/me/")
    zofia.opens("Have a look")
    zofia.presses("Yes, this may be shown")
    dee.goes_to(of(match))
    dee.presses("Show Zofia")
    dee.sees("can read the profile now")

    jay.goes_to("/me/")
    jay.opens("Look at a mentor")
    jay.sees("Zofia")
    jay.sees_nothing_of("Nowak", "score")
    jay.opens("Say yes or no")
    assert jay.page.evaluate("document.documentElement.scrollWidth") <= 360, "wider than the phone"
    jay.sends({"Yes, I pick Zofia": True}, "Tell us", "ask Zofia")

    zofia.goes_to("/me/")
    zofia.opens("Read about them", "Read and answer")
    zofia.sends({"Yes, I’d like to mentor Jay": True}, "Tell us", "Good")

    dee.goes_to(of(match))
    dee.sees("Both said yes", "no risk assessment")
    writes_the_risk(dee)
    dee.sees("waits for the safeguarding lead")
    sam.goes_to("/")
    sam.opens("Read the risk assessment")
    sam.presses("Approve it")
    dee.goes_to(of(match))
    dee.sees("have to be put right first")
    assert dee.page.get_by_role("button", name="Introduce them").is_disabled()

    may_be_introduced(pair, match)
    dee.goes_to(of(match))
    dee.presses("Introduce them")
    dee.sees("are introduced")
    dee.opens("Plan their first meeting")
    meeting = {"Which day": "tomorrow", "What time": "16:00", "Indoors": True, "Where": "The reading room"}
    dee.sends(meeting, "Plan it", "Planned")
    for one, other in ((jay, "Zofia"), (zofia, "Jay")):
        one.goes_to("/me/")
        one.sees(other, "tomorrow", "The reading room", "Dee will be there")


def test_r8_a_young_person_says_no_and_the_mentor_never_learns_of_it(pair, person):
    """Given a shared profile, when Jay declines and says why, then Zofia's pages say nothing, and Dee reads why."""
    match = match_share_profiles(match=proposed(pair, pair.volunteer, pair.young_person), by=pair.coordinator)
    jay, zofia, dee = (
        person("Jay", pair.mentee, phone=True),
        person("Zofia", pair.mentor),
        person("Dee", pair.coordinator),
    )
    jay.goes_to("/me/profiles/")
    jay.opens("Say yes or no")
    jay.sends({"Not for me": True, "Anything you want to tell us": "Sounds strict"}, "Tell us", "Thanks for telling us")
    jay.goes_to("/me/profiles/")
    jay.sees("Nobody to look at yet")
    for page in ("/me/", "/me/asked/", "/notices/"):
        zofia.goes_to(page)
        zofia.sees_nothing_of("Jay", "strict", "said no", "declined", "not taken up")
    dee.goes_to(of(match))
    dee.sees("Not taken up", "Sounds strict", "Only co-ordinators see this")


def test_r8_a_mentor_says_no_kindly_and_the_young_person_never_learns_why(pair, person):
    """Given Jay picked Zofia, when she declines and says why, then Jay reads nothing of her reason, and chooses on."""
    match = picked(pair)
    jay, zofia, dee = (
        person("Jay", pair.mentee, phone=True),
        person("Zofia", pair.mentor),
        person("Dee", pair.coordinator),
    )
    zofia.goes_to("/me/asked/")
    zofia.opens("Read and answer")
    zofia.fills({"Anything you want to tell us": "Too far for me"})
    zofia.page.get_by_role("radio").last.check()
    zofia.presses("Tell us")
    zofia.sees("Thank")
    for page in ("/me/", "/me/profiles/", "/notices/"):
        jay.goes_to(page)
        jay.sees_nothing_of("Too far", "said no", "declined", "refused", "not taken up")
    jay.goes_to("/me/profiles/")
    jay.sees_nothing_of("Say yes or no", "We are asking")
    dee.goes_to(of(match))
    dee.sees("Not taken up", "Too far for me")


def test_s12_nobody_can_be_proposed_and_the_page_says_why(cast, person):
    """Given a young person who waits and mentors who are not ready, then the board says what is in the way, in counts,
    and the list of what would help is a press away."""
    mentee_ready(cast, cast.young_person)
    mentor_ready(cast, cast.volunteer, capacity=0)
    dee, jay = person("Dee", cast.coordinator), person("Jay", cast.mentee, phone=True)
    dee.goes_to(f"{STAFF}matches/proposals/")
    dee.sees("Jay", "Nobody can be proposed yet", "no place left")
    assert dee.page.get_by_role("button", name="Propose").count() == 0
    dee.opens("What would help Jay")
    dee.sees("What would help, the least first", "Zofia Nowak", "place")
    jay.goes_to("/me/profiles/")
    jay.sees("We are looking for somebody who fits")
    jay.sees_nothing_of("no place", "waiting list", "Zofia")


def test_p4_a_peer_mentor_has_a_mentor_too(pair, person):
    """Given Kofi, who mentors Rowan, when he asks for a mentor himself, then he picks one on the same account, and each
    side of it stays by itself."""
    kofi_mentors = mentor_ready(pair, pair.peer_volunteer)
    theirs = accepted(pair, proposed(pair, kofi_mentors, young(pair, "Rowan")))
    own = young(pair, "Kofi Boateng", user=pair.peer)
    match = match_share_profiles(match=proposed(pair, pair.volunteer, own), by=pair.coordinator)
    kofi, zofia, dee = (
        person("Kofi", pair.peer, phone=True),
        person("Zofia", pair.mentor),
        person("Dee", pair.coordinator),
    )
    kofi.goes_to("/me/")
    kofi.sees("Rowan", "Look at a mentor")
    kofi.opens("Look at a mentor", "Say yes or no")
    kofi.sends({"Yes, I pick Zofia": True}, "Tell us", "ask Zofia")
    zofia.goes_to("/me/asked/")
    zofia.opens("Read and answer")
    zofia.sees_nothing_of("Rowan", "peer mentor", "Boateng")
    zofia.sends({"Yes, I’d like to mentor Kofi": True}, "Tell us", "Good")
    may_be_introduced(pair, match)
    dee.goes_to(of(match))
    dee.presses("Introduce them")
    dee.sees("are introduced")
    kofi.goes_to("/me/")
    kofi.sees("Zofia", "Rowan")
    # Nobody mentors themselves, however the two records are put side by side
    dee.goes_to(f"{STAFF}matches/propose/?volunteer={kofi_mentors.pk}&young_person={own.pk}")
    dee.fills({"Young person": "Kofi", "Mentor": "Kofi"})
    dee.presses("Propose")
    dee.sees("They are the same person.")
    assert Match.objects.exclude(pk__in=[theirs.pk, match.pk]).count() == 0


def test_s12_a_mentor_finds_out_late_that_they_know_each_other(pair, person):
    """Given Jay picked Zofia, when she reads about Jay and knows the family, then the proposal ends without a word of
    who said so, and the two cannot be proposed again."""
    match = picked(pair)
    zofia, jay, dee = (
        person("Zofia", pair.mentor),
        person("Jay", pair.mentee, phone=True),
        person("Dee", pair.coordinator),
    )
    zofia.goes_to("/me/asked/")
    zofia.opens("Read and answer")
    zofia.presses("I know this person")
    zofia.sees("Thank")
    jay.goes_to("/me/profiles/")
    jay.sees_nothing_of("know each other", "conflict", "Say yes or no")
    dee.goes_to(of(match))
    dee.sees("Not taken up", "They cannot be matched")
    dee.goes_to(f"{STAFF}matches/propose/?volunteer={pair.volunteer.pk}&young_person={pair.young_person.pk}")
    dee.presses("Propose")
    dee.sees("They know each other")


def test_s12_a_co_ordinator_finds_out_after_both_said_yes(pair, person):
    """Given everything is ready for the introduction, when Dee writes down that Zofia works with the family, then they
    are not introduced any more."""
    match = may_be_introduced(pair, accepted(pair, proposed(pair, pair.volunteer, pair.young_person)))
    dee, jay = person("Dee", pair.coordinator), person("Jay", pair.mentee, phone=True)
    dee.goes_to(of(match))
    assert dee.page.get_by_role("button", name="Introduce them").is_enabled()
    dee.opens("Say why they must not be matched")
    dee.fills({"Works with them": True})
    dee.page.locator("main form button").last.click()
    dee.sees("will not be proposed to each other")
    dee.goes_to(of(match))
    dee.sees("Not taken up")
    assert dee.page.get_by_role("button", name="Introduce them").count() == 0
    jay.goes_to("/me/")
    jay.sees_nothing_of("Works with", "conflict", "Colleague")


SAME_HOME = "We live in the same home"


def says_they_know_each_other(one) -> None:
    """From their own first page, in private."""
    one.goes_to("/me/")
    one.opens("We know each other from before")
    one.sees("The other one is not told who said it")
    one.sends({SAME_HOME: True}, "Tell us", "Somebody from the scheme will talk with you")


def decides(staff, answer: str, because: str) -> None:
    """From the first page, where it stands as due today."""
    staff.goes_to("/")
    staff.sees("Somebody said that Zofia and Jay know each other")
    staff.opens("Decide")
    staff.sees("Talk with each of them first, alone")
    staff.sends({answer: True, "Why?": because}, "Decide", "Decided, with the reason on record")


def test_s12_two_who_have_met_turn_out_to_share_a_home_and_it_ends_kindly(pair, person):
    """Given two who are together, when Jay says on his phone that they share a home, then Zofia never learns who said
    so, Dee decides, the ending is formal, and the two are not proposed again."""
    match = together(pair, pair.volunteer, pair.young_person)
    jay, zofia, dee = (
        person("Jay", pair.mentee, phone=True),
        person("Zofia", pair.mentor),
        person("Dee", pair.coordinator),
    )
    says_they_know_each_other(jay)
    for page in ("/me/", "/notices/"):
        zofia.goes_to(page)
        zofia.sees_nothing_of("same home", "Jay said", "told us", "decide")
    decides(dee, "It comes to an end", "They share a landing; both would rather have somebody else.")
    ending = {"Not planned": True, "Why?": "Another reason", "A meeting": True, "Meeting with the": "today"}
    dee.sends(ending, "Close the match", "its ending is on record")
    jay.goes_to("/me/")
    jay.sees("We are looking for a mentor who fits", "You choose")
    for one in (jay, zofia):
        one.goes_to("/me/")
        one.sees_nothing_of("same home", "landing", "somebody else", "We know each other")
    dee.goes_to("/")
    dee.sees_nothing_of("know each other. Decide")
    dee.goes_to(f"{STAFF}matches/propose/?volunteer={pair.volunteer.pk}&young_person={pair.young_person.pk}")
    dee.presses("Propose")
    dee.sees("Same household")
    assert Match.objects.get() == match, "no second match"


def test_s12_two_who_have_met_turn_out_to_know_each_other_and_go_on_with_the_reason_on_record(pair, person):
    """Given two who are together, when Zofia says so and Dee finds it safe, then they go on; staff read why."""
    match = together(pair, pair.volunteer, pair.young_person)
    jay, zofia, dee = (
        person("Jay", pair.mentee, phone=True),
        person("Zofia", pair.mentor),
        person("Dee", pair.coordinator),
    )
    says_they_know_each_other(zofia)
    jay.goes_to("/me/")
    jay.sees("Zofia")
    jay.sees_nothing_of("same home", "Zofia said", "decide")
    decides(dee, "They go on", "It was a shared house two years ago; both want to stay.")
    dee.goes_to(of(match))
    dee.sees("two years ago")
    for one, other in ((jay, "Zofia"), (zofia, "Jay")):
        one.goes_to("/me/")
        one.sees(other)
        one.sees_nothing_of("two years ago", "shared house")
    match.refresh_from_db()
    assert match.state == "active"
