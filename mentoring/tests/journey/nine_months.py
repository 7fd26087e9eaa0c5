"""Nine months of a peer mentor and a young person, chapter by chapter: told on two telephones and in the co-ordinator's
browser, the clock of the whole house moved on from one to the next (S13–S15, L4–L7, R7)."""

from matching.cover.tasks import pauses_run
from matching.models import Match, MentoringSession, Pause

STAFF = "/schemes/sheffield/"
NUMBER = "07700 900123"
#: What each session is, as it is ticked and chosen on a telephone, and what happened in it.
SESSIONS = [
    ({"Yes, we met": True, "Minutes": "60"}, "Dal and rice"),
    ({"Yes, we met": True, "Minutes": "90", "What kind": "A visit"}, "The housing office"),
    ({"Yes, we met": True, "Minutes": "120", "What kind": "Shadowing"}, "A morning in Kofi’s kitchen"),
    ({"Yes, we met": True, "Minutes": "60", "What kind": "With a group"}, "Pool with the others"),
    ({"Yes, we met": True, "Minutes": "60", "What kind": "A workshop"}, "Money that lasts the week"),
    ({"Yes, but it was cut short": True, "Minutes": "15", "Travel": True}, "The bus was late"),
    ({"No, Jay couldn’t come": True, "Not well": True}, ""),
    ({"No, it was called off": True, "Something came up": True, "Jay": True}, ""),
]


def of(world) -> str:
    """The page of their match."""
    return f"{STAFF}matches/{world.match.pk}/"


def fits_the_phone(*people) -> None:
    for somebody in people:
        width = somebody.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, f"{somebody.page.url} is {width} wide"


def they_agree_and_are_introduced(world) -> None:
    """Day 1: written by the co-ordinator with both, signed by three, introduced, met (R7, L1)."""
    dee, jay, kofi = world.dee, world.jay, world.kofi
    dee.goes_to(of(world))
    dee.opens("Write the agreement")
    words = {"What is it for": "Somebody who has been there", "For how many weeks": "38", "When did you talk": "today"}
    dee.sends({**words, "We can also write": True}, "Keep these words")
    dee.presses("I agree, for the scheme")
    for person in (jay, kofi):
        person.goes_to("/me/")
        person.opens("agree")
        fits_the_phone(person)
        person.presses("I agree")
    dee.goes_to(of(world))
    dee.presses("Introduce them")
    dee.opens("They have met already")
    dee.sends({"Yes, they met": True}, "Write it down", "have met")


def a_first_goal(world) -> None:
    """To get to know each other is one (S13)."""
    jay = world.jay
    jay.goes_to("/me/")
    jay.opens("goals", "Add a goal")
    fits_the_phone(jay)
    jay.sends({"Just get to know each other": True}, "Add it", "Get to know each other")


def a_session(world, number: int) -> None:
    """Written down by the peer mentor on a telephone, on the day; every kind and every outcome there is, in turn."""
    kofi, (ticks, did) = world.kofi, SESSIONS[number]
    kofi.goes_to("/me/")
    kofi.opens("Log a session")
    fits_the_phone(kofi)
    note = {"What did you do": did} if did else {}
    kofi.sends({**ticks, "Which day": "today", "What time": "10:00", **note}, "Write it down", "Written down")


def what_they_did_is_read_by_both(world) -> None:
    jay = world.jay
    jay.goes_to("/me/")
    jay.opens("What we did")
    jay.sees("Dal and rice", "Shadowing", "Pool with the others", "cut short", "You could not come", "called it off")
    fits_the_phone(jay)
    met = MentoringSession.objects.filter(match=world.match)
    assert met.count() == len(SESSIONS)
    assert set(met.values_list("kind", flat=True)) == {"one-to-one", "visit", "shadowing", "group", "workshop"}


def a_message_is_held(world) -> None:
    """A telephone number waits for somebody's eyes; the young person never sees it (L5)."""
    dee, jay, kofi = world.dee, world.jay, world.kofi
    kofi.goes_to("/me/")
    kofi.opens("Write to Jay")
    kofi.sends({"Your message": f"Ring me on {NUMBER}"}, "Send it")
    kofi.sees("Somebody looks at it first")
    fits_the_phone(kofi)
    jay.goes_to("/me/")
    jay.opens("Write to Kofi")
    jay.sees_nothing_of("900123", "looks at it")
    dee.goes_to(of(world))
    dee.opens("One waits for you")
    told = {"Do not pass it on": True, "What do you tell": "You two write here, so no number is needed."}
    dee.sends(told, "Decide")
    kofi.goes_to(f"/me/matches/{world.match.pk}/messages/")
    kofi.sees("It did not go on", "no number is needed")
    jay.goes_to(f"/me/matches/{world.match.pk}/messages/")
    jay.sees_nothing_of("900123")


def they_look_back_after_three_months(world) -> None:
    """Both are asked, each for themselves; then the co-ordinator holds the review (L4)."""
    dee, jay, kofi = world.dee, world.jay, world.kofi
    for person, view in ((jay, "He gets it"), (kofi, "We laugh a lot")):
        person.goes_to("/me/")
        person.opens("tell us how it is")
        fits_the_phone(person)
        person.sends({"How is it for you": view}, "Tell us")
    dee.goes_to(of(world))
    dee.opens("Hold the review")
    dee.sees("He gets it", "We laugh a lot")
    dee.sends({"Go on": True, "What was said": "All well"}, "Write it down")
    kofi.goes_to("/me/")
    kofi.sees_nothing_of("He gets it")


def the_goal_changes(world) -> None:
    """What was first is done; what comes next the young person chooses, and changes (P5, S13)."""
    jay = world.jay
    jay.goes_to(f"/me/matches/{world.match.pk}/goals/")
    jay.opens("Get to know each other")
    jay.presses("We did it")
    for words in ("Cook for six", "Pass my food hygiene test"):
        jay.goes_to(f"/me/matches/{world.match.pk}/goals/")
        jay.opens("Add a goal")
        jay.sends({"Something to aim for": True, "What is it": words}, "Add it", words)
    jay.goes_to(f"/me/matches/{world.match.pk}/goals/")
    jay.opens("Cook for six")
    jay.presses("Park it for now")
    jay.goes_to(f"/me/matches/{world.match.pk}/goals/")
    jay.sees("Reached", "Parked", "Pass my food hygiene test")
    fits_the_phone(jay)


def the_peer_mentor_will_be_away(world) -> None:
    """Told early, on a telephone; the co-ordinator answers, plans the pause with these days and asks for cover (L7)."""
    dee, kofi = world.dee, world.kofi
    kofi.goes_to("/me/")
    kofi.opens("I’ll be away")
    fits_the_phone(kofi)
    days = {
        "First day": world.says(10),
        "Last day": world.says(31),
        "Anything you want": "My sister’s wedding in Accra",
    }
    kofi.sends(days, "Tell Dee", "Thank you for saying")
    dee.goes_to("/")
    dee.opens("Kofi will be away")
    dee.sees("My sister’s wedding in Accra")
    dee.opens("Plan a pause")
    dee.sends({"What is behind it": "A wedding in Ghana"}, "Plan it", "Who could meet Jay")
    dee.sends({"Zofia Nowak": True}, "Ask Jay", "is asked first")
    dee.goes_to("/")
    dee.opens("Kofi will be away")
    dee.sends({"What happens now": "Enjoy it! I ask Jay about Zofia."}, "Tell Kofi", "can read it now")


def the_young_person_chooses_the_cover(world) -> None:
    """A first name, the days, and a yes or no; then whoever is asked says it too."""
    jay, zofia = world.jay, world.zofia
    jay.goes_to("/me/")
    jay.sees("Kofi is away from", "Zofia can meet you until then", "You can say no")
    jay.sees_nothing_of("Nowak", "Accra", "wedding")
    fits_the_phone(jay)
    jay.presses("Yes, I’d like to")
    jay.sees("We are asking Zofia")
    zofia.goes_to("/me/")
    zofia.opens("Say yes or no")
    zofia.sees("Could you meet Jay?")
    zofia.sees_nothing_of("Holt", "wedding")
    fits_the_phone(zofia)
    zofia.sends({"Yes, I can meet Jay": True}, "Tell us", "Thank you")
    zofia.sees("You will stand in for Kofi")


def the_cover_meets_the_young_person(world) -> None:
    """From the first day: how they meet and keep in touch, and nothing of what was before."""
    jay, kofi, zofia = world.jay, world.kofi, world.zofia
    pauses_run()  # as the scheduler does
    assert Match.objects.get(pk=world.match.pk).state == "paused"
    zofia.goes_to("/me/")
    zofia.opens("You and Jay")
    world.cover_page = zofia.page.url
    zofia.sees("Texts and calls", "Once a week, in a public place")
    zofia.sees_nothing_of("Dal and rice", "food hygiene", "Somebody who has been there", "wedding", "900123")
    fits_the_phone(zofia)
    zofia.opens("Log a session")
    met = {"Yes, we met": True, "Which day": "today", "What time": "10:00", "Minutes": "60"}
    zofia.sends({**met, "What did you do": "Pancakes"}, "Write it down", "Written down")
    jay.goes_to("/me/")
    jay.sees("Kofi is away until", "Zofia meets you until then")
    jay.opens("What we did")
    jay.sees("With Zofia", "Pancakes")
    kofi.goes_to("/me/")
    kofi.sees("You are away until", "Zofia meets Jay until then")


def the_peer_mentor_is_back(world) -> None:
    """After the last day the cover's page is gone; the peer mentor says with one press that they are back."""
    dee, kofi, zofia = world.dee, world.kofi, world.zofia
    assert zofia.page.goto(world.cover_page).status == 404
    zofia.goes_to("/me/")
    zofia.sees_nothing_of("You and Jay")
    dee.goes_to("/")
    dee.sees("Are Kofi and Jay together again")
    kofi.goes_to("/me/")
    fits_the_phone(kofi)
    kofi.presses("I’m back")
    kofi.sees("Good to have you back")
    assert Match.objects.get(pk=world.match.pk).state == "active"
    dee.goes_to(of(world))
    dee.sees("Kofi was away, Zofia stood in")


def a_good_end(world) -> None:
    """The agreed time is up: planned, said from both sides, marked and closed; nothing opens any more (S15)."""
    dee, jay, kofi = world.dee, world.jay, world.kofi
    dee.goes_to(of(world))
    dee.opens("Plan the ending")
    plan = {"When do they meet for the last": world.says(7), "What will they do": "Dal and rice again"}
    dee.sends(plan, "Keep the plan", "Planned")
    jay.goes_to("/me/")
    jay.opens("Our last weeks")
    jay.sees("Dal and rice again")
    dee.goes_to(of(world))
    dee.opens("It is coming to an end")
    dee.sends({"Why is it coming": "The time agreed is up"}, "Begin the ending")
    for one, answers in (
        (jay, {"We did what we wanted to do": True, "What was it like": "I kept going"}),
        (kofi, {"I’d rather not say": True, "What was it like": "I learnt to listen"}),
    ):
        one.goes_to("/me/")
        one.opens("Looking back: what was it like")
        fits_the_phone(one)
        one.sends(answers, "Tell us", "Thank you")
    dee.goes_to(of(world))
    dee.opens("Record the ending")
    ended = {"Planned": True, "Why?": "The time agreed was up", "Reached": True}
    marked = {"A meeting": True, "Meeting with the co-ordinator held on": "today", "A goodbye of their own": True}
    dee.sends({**ended, **marked}, "Close the match", "its ending is on record")
    for person in (jay, kofi):
        assert person.page.goto(f"/me/matches/{world.match.pk}/sessions/").status == 404
    match = Match.objects.get(pk=world.match.pk)
    assert match.state == "ended"
    assert (match.ended_on - match.introduced_on).days >= 270
    assert MentoringSession.objects.filter(match=match).count() == len(SESSIONS) + 1
    assert Pause.objects.get(match=match).over_on


#: (on which day, chapter, what it is told of): nine months from the agreement to the goodbye.
CHAPTERS = [
    (0, they_agree_and_are_introduced),
    (3, a_first_goal),
    *((7 + 7 * number, lambda world, number=number: a_session(world, number)) for number in range(len(SESSIONS))),
    (57, what_they_did_is_read_by_both),
    (60, a_message_is_held),
    (91, they_look_back_after_three_months),
    (120, the_goal_changes),
    (150, the_peer_mentor_will_be_away),
    (151, the_young_person_chooses_the_cover),
    (165, the_cover_meets_the_young_person),
    (182, the_peer_mentor_is_back),
    (273, a_good_end),
]
