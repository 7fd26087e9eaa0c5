"""R8: the page says who can see what, read off the table of roles; each line is held against the rows themselves."""

import pytest
from django.db.models import Q

from matching.pairing.models import Match
from matching.relationships.asks.actions import ask_make
from matching.relationships.asks.models import Ask
from matching.relationships.pulses.actions import pulse_answer
from matching.relationships.pulses.models import Pulse
from matching.relationships.who_sees import THINGS, readers_of, said
from mentoring.accounts.models import User
from mentoring.tests.reading_age import reading_age_of_page
from safeguarding.concerns.actions import concern_raise
from safeguarding.concerns.models import Concern
from schemes.people.actions import membership_grant
from schemes.people.models import YoungPerson
from schemes.young_people.diary.actions import diary_write
from schemes.young_people.diary.models import DiaryEntry

PAGE = "/me/who-sees/"


def rows_of(pair) -> dict:
    """One row of everything that is kept, and the model that guards it."""
    return {
        "record": (YoungPerson, pair.young_person),
        "match": (Match, pair.match),
        "pulse": (Pulse, pulse_answer(match=pair.match, question="going", value=3, by=pair.mentee)),
        "ask": (Ask, ask_make(match=pair.match, kind="pause", by=pair.mentee)),
        "concern": (Concern, concern_raise(scheme=pair.scheme, happened="A man waits outside", by=pair.mentee)),
        "diary": (DiaryEntry, diary_write(words="I sing", by=pair.mentee)),
    }


def who_reach(pair, model, row) -> set:
    """Everybody but the young person to whom the row is visible, on their own pages or inside the scheme."""
    found = set()
    for user in User.objects.exclude(pk=pair.mentee.pk):
        actor = pair.actor(user)
        inside = [actor.within(scheme) for scheme in actor.schemes.values()]
        if any(model.objects.visible_to(one).filter(Q(pk=row.pk)).exists() for one in [actor, *inside]):
            found.add(user)
    return found


@pytest.mark.parametrize("as_well", [None, "coordinator", "lead"])
def test_r8_each_line_names_exactly_those_who_reach_the_row(pair, as_well):
    """Also where the mentor has a second role: what is told in confidence stays from them."""
    if as_well:
        membership_grant(scheme=pair.scheme, user=pair.mentor, role=as_well, by=pair.manager)
    rows = rows_of(pair)
    assert rows.keys() == THINGS.keys()
    for key, thing in THINGS.items():
        assert set(readers_of(thing, pair.scheme, pair.match)) == who_reach(pair, *rows[key]), key


def test_r8_the_page_names_them_in_plain_words(pair):
    page = pair.client(pair.mentee).get(PAGE).content.decode()
    assert "Nobody but you" in page
    assert "Dee (runs this)" in page
    assert "Zofia (your mentor)" in page
    assert "Ruth sees how far you are." in page
    assert reading_age_of_page(page) <= 9
    assert PAGE in pair.client(pair.mentee).get("/me/").content.decode()


def test_r8_without_a_mentor_it_speaks_of_none(cast):
    page = cast.client(cast.mentee).get(PAGE).content.decode()
    assert "What a mentor sees of you" in page
    assert "How you say it is going" not in page
    assert reading_age_of_page(page) <= 9


def test_r8_nobody_at_all_is_said_so():
    assert said({}) == "Nobody but you"
