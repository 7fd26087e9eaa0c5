"""A trainer's first page: registers to keep, what they teach next, and nobody but those on their own courses (S11)."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from schemes.tests.people import joining_world as way
from schemes.tests.training.test_sessions import book, planned
from schemes.training import home
from schemes.training.actions import attendance_mark


@pytest.fixture
def trained(cast):
    way._training(cast)
    return cast


def first_page(world, days=0, person="trainer") -> str:
    with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
        return world.client(getattr(world, person)).get("/").content.decode()


def test_a_register_nobody_kept_stands_there_until_it_is_kept(trained):
    session = planned(trained)
    book(trained, session, trained.uncleared_volunteer)
    assert "Note who came" not in first_page(trained)
    assert "Note who came" in first_page(trained, days=10)
    assert "Note who came" in first_page(trained, days=40)
    place = session.attendances.get()
    with time_machine.travel(timezone.now() + timedelta(days=10), tick=False):
        attendance_mark(session=session, outcomes={place.pk: "attended"}, by=trained.trainer)
    assert "Note who came" not in first_page(trained, days=10)


def test_what_they_teach_next_stands_there_with_who_comes(trained):
    assert "Nothing planned for you" in first_page(trained)
    session = planned(trained, places=8)
    book(trained, session, trained.uncleared_volunteer)
    page = first_page(trained)
    assert str(session.module) in page
    assert "1 person so far of 8" in page


def test_a_session_of_another_trainer_or_scheme_is_not_there(trained):
    planned(trained, trainer=trained.coordinator)
    assert "Nothing planned for you" in first_page(trained)
    assert "You teach next" not in first_page(trained, person="coordinator")
    assert "You teach next" not in first_page(trained, person="supervisor")


def test_nobody_else_pays_for_it(trained):
    """A co-ordinator's first page asks enough of the database as it is."""
    actor, today = trained.actor(trained.coordinator), timezone.localdate()
    assert actor.roles
    with CaptureQueriesContext(connection) as asked:
        assert (home.today_rows(actor, today), home.cards(actor, today)) == ([], [])
    assert len(asked) == 0
