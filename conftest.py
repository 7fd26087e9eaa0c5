"""The cast: two schemes and the people of the first, the same in every test (house.md).

`cast` has people only and is quick; `world` adds what each room builds by its own actions (`<app>/tests/world.py`).
"""

import os
import time
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import pre_save
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings

from mentoring.tests.kept import kept

# On a busy machine an example may take its time: how long is for the benchmarks to say.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the test's own thread

pytest_plugins = ["mentoring.tests.real_parts", "mentoring.tests.journey.story"]

PEOPLE = {
    "coordinator": ("Dee Parker", "coordinator"),
    "manager": ("Morgan Hale", "manager"),
    "lead": ("Sam Okoye", "lead"),
    "supervisor": ("Lou Marsh", "supervisor"),
    "trainer": ("Tess Byrne", "trainer"),
    "mentor": ("Zofia Nowak", "mentor"),
    "uncleared": ("Una Reid", "mentor"),
    "peer": ("Kofi Boateng", "mentor"),
    "mentee": ("Jay Holt", "mentee"),
    "referrer": ("Ruth Adeyemi", "referrer"),
    "educator": ("Ed Lindqvist", "educator"),
    "advisor": ("Avi Chen", "advisor"),
}


A_DAY = 24 * 60 * 60


class World(SimpleNamespace):
    """What a test may name. Rooms add to it in their `build(world)`."""

    def client(self, user=None, *, fresh: bool = False) -> Client:
        """A browser in which this person is signed in, second factor and all; None: nobody. `fresh`: and has just shown
        again that it is them, as before a list leaves."""
        from allauth.account.internal.flows import login as shown

        from mentoring.accounts.second_factor import COUNTS_AS_SECOND_FACTOR

        client = Client()
        if user is not None:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            session = client.session
            session[COUNTS_AS_SECOND_FACTOR] = True
            if fresh:
                again = {"method": "password", "at": time.time() + A_DAY, "reauthenticated": True}
                session[shown.AUTHENTICATION_METHODS_SESSION_KEY] = [again]
                session[shown._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
            session.save()
        return client

    def actor(self, user):
        """The person as gates and querysets see them."""
        from schemes.people.gates import actor_of

        return actor_of(user)


def make_cast(world) -> None:
    from mentoring.accounts.models import User
    from schemes.people import actions as people
    from schemes.planning.actions import scheme_start

    def user(key, name):
        return User.objects.make(email=f"{key}@cast.example", name=name, password="seventeen steps")

    for key, (name, _) in PEOPLE.items():
        setattr(world, key, user(key, name))
    world.site_admin = user("site-admin", "Ada Root")
    world.site_admin.is_site_admin = True
    world.site_admin.save()
    world.outsider = user("outsider", "Olu Far")
    world.scheme = scheme_start(name="Sheffield care-leaver mentoring", slug="sheffield", by=world.manager)
    world.other_scheme = scheme_start(name="Leeds mentoring", slug="leeds", by=world.outsider)
    people.membership_grant(scheme=world.other_scheme, user=world.outsider, role="coordinator", by=world.outsider)
    for key, (_, role) in PEOPLE.items():
        people.membership_grant(scheme=world.scheme, user=getattr(world, key), role=role, by=world.manager)
    _add_records(world, people)


def _add_records(world, people) -> None:
    from datetime import date

    def volunteer(key, **fields):
        user = getattr(world, key)
        return people.volunteer_add(
            scheme=world.scheme, by=world.coordinator, user=user, name=user.name, email=user.email, **fields
        )

    world.volunteer = volunteer("mentor", born_on=date(1985, 4, 2), interests=["cooking", "football"])
    world.peer_volunteer = volunteer("peer", born_on=date(2001, 6, 9), is_peer=True, care_experienced=True)
    world.uncleared_volunteer = volunteer("uncleared", born_on=date(1990, 1, 5))
    world.young_person = people.young_person_add(
        scheme=world.scheme,
        by=world.coordinator,
        user=world.mentee,
        name="Jay",
        email=world.mentee.email,
        born_on=date(2008, 3, 14),
        mentor_kind="either",
        interests=["cooking"],
        referral={
            "referrer": world.referrer,
            "referrer_name": world.referrer.name,
            "young_person_agreed": True,
            "received_on": date(2026, 9, 1),
        },
    )


def build_rooms(world) -> None:
    for room in ("mentoring", "schemes", "safeguarding", "matching", "evaluation"):
        if find_spec(f"{room}.tests.world"):
            import_module(f"{room}.tests.world").build(world)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A thread of a live server or of a race may hold its connection to the end: PostgreSQL then keeps the database."""
    yield
    if connection.vendor == "postgresql":
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


@pytest.fixture(scope="session", autouse=True)
def no_text_is_too_long():
    """PostgreSQL refuses a text longer than its column, SQLite keeps it: here both refuse."""

    def check(sender, instance, raw=False, **kwargs):
        for field in sender._meta.concrete_fields:
            value = field.max_length and vars(instance).get(field.attname)
            if isinstance(value, str) and len(value) > field.max_length:
                raise ValueError(f"{field} holds {field.max_length} characters, not {value!r}")

    pre_save.connect(check)
    yield
    pre_save.disconnect(check)


@pytest.fixture(autouse=True)
def nobody_came_before():
    """How often an address of the internet has asked for something is kept in the cache: each test begins at nought."""
    cache.clear()


@pytest.fixture(autouse=True)
def keys_of_rights_are_asked_anew(request):
    """A test that commits ends with an empty database, in which the rights come back under other keys."""
    from safeguarding.grants import right_of

    yield
    marked = request.node.get_closest_marker("django_db")
    if {"transactional_db", "live_server"} & set(request.fixturenames) or (marked and marked.kwargs.get("transaction")):
        right_of.cache_clear()


@pytest.fixture
def at_noon():
    """The clock goes on from noon as it is here: no day turns in such a test, and days may be added to instants."""
    with time_machine.travel(timezone.localtime().replace(hour=12, minute=0)):
        yield


@pytest.fixture
def empty(db) -> World:
    """Nobody yet."""
    return World()


@kept
def cast(empty) -> None:
    """The people of two schemes."""
    make_cast(empty)


@kept
def world(cast) -> None:
    """The cast and what every room builds for it."""
    build_rooms(cast)
