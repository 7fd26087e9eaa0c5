"""A co-ordinator leaves and nothing falls between, on telephones 360 px wide: pairs, promises, a review, check-ins, a
first meeting, keeping in touch through a pause, an answer owed (issue "Time together", done when 1; P8)."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from matching.cover.actions import pause_plan
from matching.models import Match, Review
from matching.relationships.asks.actions import ask_make
from matching.support.handing.things import things_of
from matching.tests.pairing.pairing_world import first_meeting_planned, young
from matching.tests.readying import introduced, mentee_ready, mentor_ready, together
from mentoring.accounts.models import User
from mentoring.tests.journey.nine_months import fits_the_phone
from schemes.people.actions import membership_grant, volunteer_edit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
STAFF = "/schemes/sheffield/"


@pytest.fixture
def leaving(cast):
    """Dee looks after Zofia and Jay, whose review is due and who waits for an answer, and Kofi and Gil; she supervises
    Kofi, and of Nia's pairs is to be at Kofi's first meeting with Noa, and keeps in touch with Max through a pause."""
    today, now = timezone.localdate(), timezone.now()
    room = {"changes": {"capacity": 4}, "by": cast.coordinator}
    zofia = cast.volunteer = volunteer_edit(volunteer=mentor_ready(cast, cast.volunteer), **room)
    kofi = volunteer_edit(volunteer=mentor_ready(cast, cast.peer_volunteer), **room)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.nia = User.objects.make(email="nia@cast.example", name="Nia Price", password="seventeen steps")
    membership_grant(scheme=cast.scheme, user=cast.nia, role="coordinator", by=cast.manager)
    cast.match = together(cast, zofia, cast.young_person)
    cast.second = together(cast, kofi, young(cast, "Gil"))
    cast.of_nia = together(cast, zofia, young(cast, "Max"))
    noa = introduced(cast, kofi, young(cast, "Noa"))
    for match in (cast.of_nia, noa):
        match.co_ordinator = cast.nia
        match.save(update_fields=["co_ordinator"])
    pause_plan(
        match=cast.of_nia, whose="mentor", from_on=today, until_on=today + timedelta(days=20), why="Ill.",
        contact_by=cast.coordinator, contact_every_days=7, by=cast.nia,
    )  # fmt: skip
    volunteer_edit(volunteer=kofi, changes={"supervisor": cast.coordinator}, by=cast.coordinator)
    kofi.supervisions.create(scheme=cast.scheme, supervisor=cast.coordinator, planned_at=now + timedelta(days=9))
    cast.meeting = first_meeting_planned(cast, noa)
    Review.objects.filter(pk=cast.match.reviews.order_by("due_on").first().pk).update(due_on=today)
    Match.objects.filter(pk=cast.second.pk).update(introduced_on=today - timedelta(days=15))
    ask_make(match=cast.match, kind="change", words="Another day.", by=cast.mentee)
    return cast


def ends_the_role(morgan) -> None:
    """On the members' page, as on any telephone: the row is a card."""
    morgan.goes_to(f"{STAFF}members/")
    fits_the_phone(morgan)
    row = morgan.page.locator("tr", has_text="Dee Parker")
    row.locator("summary").click()
    row.get_by_role("button", name="End it").click()
    morgan.reads_on()


def dee_promises(cast, dee) -> None:
    """The last thing she does: a check-in with a promise in it."""
    dee.goes_to(f"{STAFF}matches/{cast.match.pk}/")
    fits_the_phone(dee)
    dee.opens("Write one down with Jay")
    fits_the_phone(dee)
    said = {"Text": True, "What did they say": "Would rather meet outdoors", "Anything you promised": "Tell Zofia"}
    dee.sends(said, "Write it down", "Written down")
    dee.goes_to("/")
    dee.sees("You promised: Tell Zofia")


def dee_hands_it_over(cast, dee) -> None:
    """All of it on one page, in one press, with a note."""
    dee.goes_to(f"{STAFF}members/")
    dee.opens("Hand over what Dee Parker holds")
    fits_the_phone(dee)
    dee.sees("Zofia and Jay", "Kofi and Gil", "with what was promised", "Zofia and Max", "keeping in touch from")
    dee.sees("Kofi and Noa", "with the supervision that is planned")
    dee.presses("Hand it over")
    dee.sees("Choose who takes this")
    fits_the_phone(dee)
    note = {"What should they know about Zofia and Jay": "Jay likes a text the day before"}
    dee.sends({"Who takes it, where nothing else": "Nia Price", **note}, "Hand it over", "handed over")


def nia_finds_all_of_it(cast, nia) -> None:
    """On her first page: the notes, the promise, the review, whom to ask, who waits for an answer."""
    nia.goes_to("/")
    fits_the_phone(nia)
    nia.sees("Dee handed 5 things over to you", "You promised: Tell Zofia", "Ask Gil how it is going")
    nia.sees("review of Zofia and Jay", "Jay asked for a change", "You meet Kofi and Noa")
    nia.opens("Read the notes")
    fits_the_phone(nia)
    nia.sees("Jay likes a text the day before", "Keeping in touch through a pause", "Zofia and Max")
    nia.presses("I have read it")
    nia.opens("Zofia and Jay")
    fits_the_phone(nia)
    nia.sees("Looked after by", "Nia Price", "Would rather meet outdoors")
    nia.presses("It is done")
    nia.goes_to("/")
    nia.opens("Answer")
    nia.sends({"What will happen now": "Wednesdays, from next week."}, "Tell Jay", "")
    nia.goes_to(f"{STAFF}matches/caseload/")
    fits_the_phone(nia)
    nia.sees("4 matches", "Kofi and Gil")


def test_p8_a_co_ordinator_leaves_and_nothing_falls_between(leaving, person):
    """Given all that is in Dee's care, when she hands it to Nia, then only after that can her role end; Nia finds all
    of it on her first page, and Dee opens nothing any more."""
    cast = leaving
    dee, nia = person("Dee", cast.coordinator, phone=True), person("Nia", cast.nia, phone=True)
    morgan, max_page = person("Morgan", cast.manager, phone=True), f"{STAFF}matches/{cast.of_nia.pk}/"
    dee_promises(cast, dee)
    ends_the_role(morgan)
    morgan.sees("Dee Parker still holds 2 matches, 1 mentor, 1 meeting and 1 pause to keep in touch through")
    dee_hands_it_over(cast, dee)
    assert things_of(cast.coordinator, cast.scheme) == []
    ends_the_role(morgan)
    morgan.sees("The role has ended")
    nia_finds_all_of_it(cast, nia)
    nia.goes_to(max_page)
    nia.sees("Keeps in touch", "Nia Price, every week")
    for match in (cast.match, cast.second, cast.of_nia):
        dee.page.goto(f"{STAFF}matches/{match.pk}/")
        dee.sees_nothing_of("Zofia", "Gil", "outdoors")
    for page in ("/", f"{STAFF}matches/caseload/", f"{STAFF}matches/handovers/", f"{STAFF}members/"):
        dee.page.goto(page)
        dee.sees_nothing_of("Zofia", "Jay", "Kofi", "Gil", "Noa", "Max")
