"""Courses are started from programmes that are ready, and changed (S11, R9)."""

from decimal import Decimal

import pytest

from mentoring.transitions import Refused
from schemes.tests.people import joining_world as way
from schemes.training import queries
from schemes.training.actions import course_retire, course_start, module_add, module_edit, module_move, module_retire
from schemes.training.programmes import programme_named, programmes
from schemes.training.quiz import questions_in
from schemes.training.standing import ALWAYS
from schemes.training.topics import Topic

TRAINING = "/schemes/sheffield/training/"
GUIDE = {"trauma", "development", "mental-health", "boundaries", "trust", "communication", "commitment"}


@pytest.mark.parametrize("programme", programmes(), ids=lambda programme: programme.key)
def test_every_programme_holds_what_must_be_heard_before_a_match(programme):
    """P2: boundaries and the limits of confidentiality, whatever the course."""
    topics = [module.topic for module in programme.modules]
    assert set(topics) <= set(Topic.values)
    assert all(module.about for module in programme.modules)
    for module in programme.modules:
        assert len(questions_in(module.questions)) >= (3 if module.is_self_study else 0)
    if programme.key != "keeping_up":
        assert {module.topic for module in programme.modules if module.is_required} >= ALWAYS


def test_r9_the_mentors_course_has_the_seven_topics_of_the_guide():
    assert {module.topic for module in programme_named("becoming_a_mentor").modules} >= GUIDE


def test_peers_have_ten_sessions_of_two_hours():
    """The Scottish Government's course for peer mentors: at least ten two-hour sessions (2012)."""
    programme = programme_named("peer_ten_sessions")
    assert programme.hours >= 20
    assert programme.made_for == "peer"


def test_starting_from_a_programme_makes_the_course_with_its_modules_in_order(cast):
    ready = programme_named("peer_ten_sessions")
    course = course_start(scheme=cast.scheme, programme=ready.key, by=cast.coordinator)
    made = [(module.topic, module.hours, module.refresh_months) for module in course.modules.all()]
    assert made == [(module.topic, module.hours, module.refresh_months) for module in ready.modules]


def test_a_programme_nobody_wrote_starts_nothing(cast):
    with pytest.raises(Refused):
        course_start(scheme=cast.scheme, programme="../secrets", by=cast.coordinator)
    page = cast.client(cast.coordinator).post(TRAINING + "courses/start/", {"programme": "none"})
    assert page.status_code == 302
    assert not cast.scheme.courses.exists()


@pytest.fixture
def course(cast):
    way._training(cast)
    return cast.course


def order(course):
    return [module.topic for module in course.modules.filter(retired_at=None)]


def test_modules_are_put_in_order(cast, course):
    first, _, last = course.modules.all()
    module_move(module=last, up=True, by=cast.coordinator)
    assert order(course) == ["boundaries", "safeguarding", "confidentiality"]
    module_move(module=first, up=True, by=cast.coordinator)
    assert order(course)[0] == "boundaries", "the first one stays where it is"
    module_add(course=course, topic="trust", hours=Decimal(1), by=cast.coordinator)
    assert order(course)[-1] == "trust"


def test_a_module_that_is_retired_while_it_is_moved_stays_where_it_is(cast, course):
    first, second, _ = course.modules.all()
    module_retire(module=course.modules.get(pk=second.pk), by=cast.coordinator)
    module_move(module=second, up=True, by=cast.coordinator)
    assert order(course)[0] == first.topic


def test_a_retired_module_is_no_longer_asked_for_and_what_was_heard_still_counts(cast, course):
    module = course.modules.get(topic="safeguarding")
    session = cast.training_sessions[2]
    volunteer = way.to_training(cast, cast.uncleared_volunteer)
    way.attend(cast, session, volunteer)
    module_retire(module=module, by=cast.coordinator)
    assert module not in queries.modules(cast.scheme)
    standing = queries.training_standing(volunteer)
    assert standing.hours == 4
    assert "safeguarding" not in standing.missing
    module_retire(module=module, by=cast.coordinator)
    assert module in queries.modules(cast.scheme)


def test_a_course_for_peers_asks_nothing_of_other_mentors(cast, course):
    course_start(scheme=cast.scheme, programme="peer_ten_sessions", by=cast.coordinator)
    peers = course.scheme.courses.get(made_for="peer").modules.get(topic="role")
    module_edit(module=peers, changes={"is_required": True}, by=cast.coordinator)
    assert "role" in queries.training_standing(cast.peer_volunteer).missing
    assert "role" not in queries.training_standing(cast.volunteer).missing


def test_a_retired_course_leaves_the_list(cast, course):
    course_retire(course=course, by=cast.coordinator)
    assert not queries.courses(cast.scheme).exists()
    page = cast.client(cast.coordinator).get(f"{TRAINING}courses/{course.pk}/").content.decode()
    assert "Teach it again" in page


def test_a_course_is_changed_on_its_page(cast, course):
    client, url = cast.client(cast.trainer), f"{TRAINING}courses/{course.pk}/"
    assert client.post(url, {"title": "", "made_for": ""}).status_code == 422
    assert client.post(url, {"title": "New name", "made_for": "mentor"}).status_code == 302
    course.refresh_from_db()
    assert (course.title, course.made_for) == ("New name", "mentor")
    module = course.modules.first()
    sent = {"topic": "boundaries", "hours": "2.5", "refresh_months": "24", "about": "Scenes."}
    assert client.post(f"{TRAINING}modules/{module.pk}/", sent).status_code == 302
    module.refresh_from_db()
    assert (module.hours, module.refresh_months, module.is_required) == (Decimal("2.5"), 24, False)


def test_nobody_changes_a_course_of_another_scheme(cast, course):
    theirs = course_start(scheme=cast.other_scheme, programme="becoming_a_mentor", by=cast.outsider)
    client = cast.client(cast.coordinator)
    assert client.get(f"{TRAINING}courses/{theirs.pk}/").status_code == 404
    assert client.post(f"{TRAINING}modules/{theirs.modules.first().pk}/retire/").status_code == 404
