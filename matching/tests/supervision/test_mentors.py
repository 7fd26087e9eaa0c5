"""S14, L6: a supervisor's own page: who needs them, what comes, each mentor of theirs and nobody else's."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, Supervision
from matching.support.actions import debrief_say
from matching.tests.supervision.made import planned
from mentoring.tests.test_query_counts import volunteers
from schemes.people.actions import membership_grant, volunteer_edit


def page(world, reader=None):
    where = reverse("matching:supervision_mentors", args=[world.scheme.slug])
    return world.client(reader or world.supervisor).get(where)


def mine(world):
    return volunteer_edit(volunteer=world.volunteer, changes={"supervisor": world.supervisor}, by=world.coordinator)


def test_s14_own_mentors_alone_with_what_is_due_of_each(world):
    mine(world)
    debrief_say(session=world.held_session, feeling="hard", by=world.mentor)
    shown = page(world).content.decode()
    for words in (world.volunteer.name, "A hard session on", "Bring the next three dates", "with Jay"):
        assert words in shown, words
    volunteer_edit(volunteer=world.volunteer, changes={"supervisor": world.coordinator}, by=world.coordinator)
    assert world.volunteer.name not in [row.volunteer.name for row in page(world).context["home"].mentors]


def test_s14_whoever_needs_them_most_stands_first(world):
    mentor = mine(world)
    Supervision.objects.filter(volunteer=mentor).delete()
    Match.objects.filter(volunteer=mentor).update(introduced_on=timezone.localdate() - timedelta(days=80))
    home = page(world).context["home"]
    assert home.mentors[0].volunteer == mentor
    assert home.mentors[0].gap.due_on < timezone.localdate()
    assert "No supervision planned" in page(world).content.decode()


def test_s14_the_days_to_come_name_a_group_once_and_nothing_later(world):
    Supervision.objects.filter(outcome="planned").delete()
    mentor = mine(world)
    planned(world, mentor, world.peer_volunteer, days=3)
    planned(world, mentor, days=1)
    planned(world, mentor, days=40)
    coming = page(world).context["home"].coming
    assert [bool(row.group_id) for row in coming] == [False, True]


def test_whoever_mentors_too_is_not_among_their_own_mentors(world):
    membership_grant(scheme=world.scheme, user=world.mentor, role="supervisor", by=world.manager)
    volunteer_edit(volunteer=world.volunteer, changes={"supervisor": world.mentor}, by=world.coordinator)
    assert page(world, world.mentor).context["home"].mentors == []


def test_many_mentors_ask_no_more_of_the_database_than_few(world):
    mine(world)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(world)
        return len(queries)

    world.volunteer.refresh_from_db()
    volunteers(world, 3)
    few = asked()
    volunteers(world, 60)
    assert asked() <= few
