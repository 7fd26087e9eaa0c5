"""The chapters of their time together, to its formal ending, and of what it was worth (S13–S17)."""

from io import BytesIO

from pypdf import PdfReader

from mentoring.tests.journey.matching import the_match
from mentoring.tests.journey.planning import HOME


def a_goal_is_set(story) -> None:
    """The young person's own first goal: to get to know each other (S13)."""
    jay = story.mentee
    jay.goes_to("/me/")
    jay.opens("goals")
    jay.opens("Add a goal")
    jay.sends({"Just get to know each other": True}, "Add it", "Get to know each other")


def a_session_is_logged(story) -> None:
    """By the mentor on a phone; what is shared the young person reads, what is for the supervisor not."""
    zofia, jay = story.mentor, story.mentee
    zofia.page.set_viewport_size({"width": 360, "height": 740})
    zofia.goes_to("/me/")
    zofia.opens("Log a session")
    met = {"Yes, we met": True, "Which day": "today", "What time": "00:05", "Minutes": "60"}
    words = {"What did you do": "Dal and rice", "Anything for your supervisor": "Came hungry"}
    zofia.sends({**met, **words}, "Write it down")
    jay.goes_to("/me/")
    jay.opens("What we did")
    jay.sees("Dal and rice", "60 minutes")
    jay.sees_nothing_of("Came hungry")


def supervision_is_recorded(story) -> None:
    """The supervisor writes down what was agreed, and plans the next time in the same breath (S14)."""
    lou, zofia = story.supervisor, story.mentor
    lou.goes_to(f"{HOME}supervision/")
    lou.opens("Zofia Nowak")
    notes = {"What we agreed": "Eat before you meet", "Notes for supervision only": "Tired herself"}
    lou.sends({"Held": True, **notes}, "Write it down", "Written down")
    zofia.goes_to("/me/supervision/")
    zofia.sees("Eat before you meet")
    zofia.sees_nothing_of("Tired herself")


def the_match_is_reviewed(story) -> None:
    """Both are asked first, each for themselves; then the co-ordinator holds the review (S14)."""
    dee, jay, zofia = story.coordinator, story.mentee, story.mentor
    the_match(dee)
    dee.presses("Ask both now")
    for person, view in ((jay, "She listens"), (zofia, "We laugh")):
        person.goes_to("/me/")
        person.opens("tell us how it is")
        person.sends({"How is it for you": view}, "Tell us")
    the_match(dee)
    dee.opens("Hold the review")
    dee.sees("She listens", "We laugh")
    dee.sends({"Go on": True, "What was said": "All well"}, "Write it down")


def a_worry_is_told(story) -> None:
    """The mentor tells a lead; the co-ordinator sees nothing of it, not even that it is there."""
    zofia, sam, dee = story.mentor, story.lead, story.coordinator
    zofia.goes_to("/me/")
    zofia.opens("worried about something")
    worry = {"No": True, "What happened": "A man waited outside the library", "Who is it about": "A stranger"}
    zofia.sends(worry, "Tell the safeguarding lead", "Thank you for telling us")
    zofia.sees(sam.name)
    sam.goes_to(f"{HOME}concerns/")
    sam.opens("what was raised")
    sam.sees("waited outside")
    sam.presses("Take it on")
    for address in (f"{HOME}concerns/", "/", "/notices/"):
        dee.page.goto(address)
        dee.sees_nothing_of("waited outside", "stranger")
    the_match(dee)
    dee.sees_nothing_of("waited outside", "concern about")


def the_match_ends_well(story) -> None:
    """Said early, talked about, marked with a letter; it cannot be closed without (S15)."""
    dee = story.coordinator
    the_match(dee)
    dee.opens("It is coming to an end")
    dee.sends({"Why is it coming": "Jay starts an apprenticeship in Leeds"}, "Begin the ending")
    the_match(dee)
    dee.opens("Record the ending")
    ending = {"Planned": True, "Why?": "Goals were reached", "A letter": True, "Reached": True}
    dee.fills(ending)
    dee.presses("Close the match")
    dee.sees("Write the words of the letter", "Say when the letter was sent")
    dee.presses("Keep it for now")
    letter = {"Words of the letter": "It was good to know you.", "I have posted it": True, "Letter sent on": "today"}
    dee.sends(letter, "Keep the letter")
    dee.presses("Close the match")
    the_match(dee)
    dee.sees("Ended")
    with dee.page.expect_download() as download:
        dee.page.get_by_role("link", name="Letter (PDF)").click()
    assert "Dear Jay, It was good to know you." in words_of(download.value.path().read_bytes())


def the_report_is_drawn(story) -> None:
    """Asked for by the manager, drawn by the real worker, downloaded and read (S16, S17)."""
    morgan = story.manager
    morgan.goes_to(f"{HOME}evaluation/reports/")
    morgan.opens("Make a report")
    period = {"First day": "1 January 2026", "Last day": "today", "Prepared for": "the reference group"}
    morgan.sends(period, "Draw the report")
    ready = morgan.page.get_by_role("link", name="Download the PDF")
    ready.wait_for(timeout=120_000)
    with morgan.page.expect_download() as download:
        ready.click()
    told = words_of(download.value.path().read_bytes())
    for words in ("Riverside mentoring", "the reference group", "The councils have asked for it in writing"):
        assert words in told, f"“{words}” is not in the report:\n{told}"
    # One match and one ending: numbers that small could point at somebody, and are not told
    assert "fewer than 5" in told
    assert "Jay" not in told


def words_of(pdf: bytes) -> str:
    """The text of a PDF, with its lines joined."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)
