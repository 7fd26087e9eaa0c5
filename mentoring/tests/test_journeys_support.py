"""How pairs are supported, and how nothing falls between when a co-ordinator leaves, in a real browser (issue "Time
together", done when 1; S14, L6, P8)."""

import os

import pytest

from matching.tests.pairing.pairing_world import young
from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.accounts.models import User
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
def scheme_of_two(cast):
    """Zofia and Jay, Kofi and Gil, all in Dee's care; Lou supervises Zofia, Dee herself Kofi; Nia has just begun."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = together(cast, cast.volunteer, cast.young_person)
    cast.peer_volunteer = mentor_ready(cast, cast.peer_volunteer)
    cast.second = together(cast, cast.peer_volunteer, young(cast, "Gil"))
    volunteer_edit(volunteer=cast.peer_volunteer, changes={"supervisor": cast.coordinator}, by=cast.coordinator)
    cast.nia = User.objects.make(email="nia@cast.example", name="Nia Price", password="seventeen steps")
    membership_grant(scheme=cast.scheme, user=cast.nia, role="coordinator", by=cast.manager)
    return cast


def test_l6_a_hard_session_on_a_phone_brings_a_call(scheme_of_two, person):
    """Given Zofia met Jay today, when she logs it on her phone and says in a line that it was hard, then Lou finds her
    on his first page, rings, writes it down, and the row is gone; Jay sees nothing of it."""
    cast = scheme_of_two
    volunteer_edit(volunteer=cast.volunteer, changes={"supervisor": cast.supervisor}, by=cast.coordinator)
    zofia, lou = person("Zofia", cast.mentor, phone=True), person("Lou", cast.supervisor)
    jay = person("Jay", cast.mentee, phone=True)
    zofia.goes_to("/me/")
    zofia.opens("Log a session")
    zofia.sends({"Yes, we met": True, "What time": "00:05"}, "Write it down", "Written down")
    zofia.opens(" for you?")
    zofia.sees("Your young person can’t")
    assert zofia.page.evaluate("document.documentElement.scrollWidth") <= 360, "wider than the phone"
    zofia.sends({"Hard": True, "Anything you want to talk": "Old memories"}, "Tell them", "Thank you")

    lou.goes_to("/")
    lou.sees("Zofia had a hard session")
    lou.opens("Talk it over")
    lou.sends({"What did they say": "We talked for half an hour. She is fine."}, "Write it down", "Written down")
    lou.sees("Old memories")
    lou.goes_to("/")
    lou.sees_nothing_of("hard session")
    for page in ("/me/", f"/me/matches/{cast.match.pk}/sessions/", f"/me/matches/{cast.match.pk}/check-ins/"):
        jay.goes_to(page)
        jay.sees_nothing_of("Old memories", "hard", "half an hour")
