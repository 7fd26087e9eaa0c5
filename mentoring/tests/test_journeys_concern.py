"""What worries somebody, from a phone to its end, in a real browser: a mentor's after a session, a young person's about
their co-ordinator, and one that a manager opens because no lead is there (L8, L9, P8; security row 5)."""

import os
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from matching.relationships.actions.sessions import session_log
from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.kept import kept
from safeguarding.concerns.absences.actions import absence_plan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
CONCERNS = "/schemes/sheffield/concerns/"
HAPPENED = "A man waited outside for him again"


@kept
def pair(cast):
    """Zofia and Jay, who met yesterday."""
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = together(cast, cast.volunteer, cast.young_person)
    at = timezone.now() - timedelta(days=1)
    said = {"outcome": "held", "planned_at": at, "channel": "in-person", "minutes": 60}
    session_log(match=cast.match, by=cast.mentor, **said)


def path_of(somebody) -> str:
    return re.search(r"/schemes/.*", somebody.page.url).group()


def test_l9_from_a_mentor_s_session_to_its_end(pair, person):
    """Given a session after which Zofia worries, when she tells it on her phone, then Sam takes it on, tells those
    whose duty it is, hears from them and closes it, and Zofia sees that it was read and nothing more."""
    zofia = person("Zofia", pair.mentor, phone=True)
    zofia.goes_to(f"/me/matches/{pair.match.pk}/sessions/")
    zofia.opens("worried")
    zofia.sees("Call 999 first")
    zofia.sees_nothing_of("My yes", "Log out", "Menu")
    zofia.unfolds("Is somebody hurt")
    told = {"No": True, "What happened": HAPPENED, "What did the young person say": "“He knows my bus”"}
    zofia.sends({**told, "Left arm": True}, "Tell the safeguarding lead", "Thank you for telling us")
    zofia.sees(pair.lead.name)

    sam = person("Sam", pair.lead)
    sam.goes_to("/")
    sam.opens("Somebody told you about a worry")
    sam.sees(HAPPENED, "Left arm", "What is due")
    sam.presses("Take it on")
    sam.opens("Name who it is about")
    sam.sends({"Who is it about": "Jay"}, "Shut them out of it")
    sam.opens("Decide what is needed")
    sam.sees("on the day it was raised")
    decided = {"Refer to others": True, "Who does what": "Sam rings the duty team at once"}
    sam.sends(decided, "Write the decision down")
    sam.opens("Record a referral")
    made = {"Who took it": "Ms Amin", "Their reference": "Q77", "On which day": "today", "At what time": "00:01"}
    sam.sends(made, "Write the referral down", "Ms Amin")
    sam.opens("What did they say")
    sam.sends({"What did they say": "They see him tomorrow at ten"}, "Write it down for good", "Answered")
    sam.opens("Close this")
    sam.sends({"What came of it": "He takes another bus", "What did we learn": "Ask about the way home"}, "Close this")
    sam.sees("How it ended", "He takes another bus")
    assert not sam.page.get_by_role("link", name="Decide what is needed").count()

    zofia.goes_to("/me/concerns/")
    zofia.sees("Read by the safeguarding lead")
    zofia.sees_nothing_of("another bus", "Ms Amin", "tomorrow at ten")


def test_p8_a_young_person_tells_of_their_co_ordinator_who_never_learns_of_it(pair, person):
    """Given Jay, whom Dee shouts at, when he tells it and ticks her, then for Dee there is nothing, and Sam is asked to
    tell the designated officer."""
    jay = person("Jay", pair.mentee, phone=True)
    jay.goes_to("/me/")
    jay.opens("worried about something")
    said = {"No": True, "What happened": "She shouts at me on the phone", "Dee Parker": True}
    jay.sends(said, "Tell the safeguarding lead", "Thank you for telling us")
    jay.sees("Who cannot see it", "Dee Parker")

    sam = person("Sam", pair.lead)
    sam.goes_to("/")
    sam.opens("Somebody told you about a worry")
    where = path_of(sam)
    sam.presses("Take it on")
    sam.sees("Tell the officer", "Designated officer (LADO)")
    sam.opens("Record a referral")
    sam.sees("before anybody looks into it")

    dee = person("Dee", pair.coordinator)
    assert dee.page.goto(where).status == 404
    assert dee.page.goto(CONCERNS).status == 403
    for page in ("/", "/notices/", f"/schemes/sheffield/matches/{pair.match.pk}/"):
        dee.goes_to(page)
        dee.sees_nothing_of("shouts at me", "told you about a worry", "wrote to you about something")


def test_row_5_a_manager_opens_it_for_half_an_hour_while_the_lead_is_away(pair, person):
    """Given that Sam, the only lead, is ill, when Jay tells something, then Morgan may open it with a reason, Sam is
    told of that at once, and it is shut again half an hour later."""
    day = timezone.localdate()
    absence_plan(scheme=pair.scheme, lead=pair.lead, from_on=day, to_on=day, by=pair.manager)
    jay = person("Jay", pair.mentee, phone=True)
    jay.goes_to("/me/concerns/raise/")
    jay.sends({"Yes": True, "What happened": HAPPENED}, "Tell the safeguarding lead", "Thank you for telling us")

    morgan = person("Morgan", pair.manager)
    morgan.goes_to("/")
    morgan.sees_nothing_of(HAPPENED)
    morgan.opens("Something waits that no safeguarding lead can read")
    morgan.ticks("Raised on")
    morgan.fills({"Why can it not wait": "Sam is ill and nobody else leads"})
    morgan.presses("Open it for half an hour")
    morgan.sees(HAPPENED, "Sam is ill and nobody else leads")
    assert not morgan.page.get_by_role("link", name="Record a referral").count()
    where = path_of(morgan)

    sam = person("Sam", pair.lead)
    sam.goes_to("/notices/")
    sam.sees("A manager opened something")
    sam.goes_to(where)
    sam.sees("Opened without a lead", "Sam is ill and nobody else leads")

    grant = pair.scheme.concerns.get().grants.get()
    assert grant.ends_at - grant.created_at < timedelta(minutes=30, seconds=1)
    type(grant).objects.filter(pk=grant.pk).update(ends_at=timezone.now())  # half an hour goes by
    assert morgan.page.goto(where).status == 404
