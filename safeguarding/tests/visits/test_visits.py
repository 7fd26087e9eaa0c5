"""Out alone: whoever meets a young person alone says when they are back; if not, staff hear of it (lone working)."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.rules import rule_named
from mentoring.transitions import Refused
from safeguarding import reminders
from safeguarding.models import Visit
from safeguarding.vetting.actions import check_request
from safeguarding.visits import actions
from safeguarding.visits.queries import visits_shown
from schemes.people.actions import membership_grant
from schemes.people.permissions import Role

NOON = datetime(2026, 11, 18, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def out(cast, user=None, **fields):
    said = {"kind": "home", "where": "12 Quartzgate", "with_whom": "Jay", "phone": "07700 900123", **fields}
    back_by = said.pop("back_by", timezone.now() + timedelta(hours=2))
    return actions.visit_start(scheme=cast.scheme, back_by=back_by, **said, by=user or cast.mentor)


def told(rule):
    return {due.recipient_id for due in getattr(reminders, rule)(timezone.now())}


def first_page(cast, user) -> str:
    return cast.client(user).get("/", follow=True).content.decode()


class TestNotBack:
    def test_first_they_themselves_are_asked_then_staff_a_quarter_of_an_hour_later(self, cast, noon):
        out(cast)
        noon.move_to(NOON + timedelta(hours=2, minutes=-1))
        assert told("visit_time_up") == told("visit_not_back") == set()
        noon.move_to(NOON + timedelta(hours=2))
        assert told("visit_time_up") == {cast.mentor.pk} and told("visit_not_back") == set()
        noon.move_to(NOON + timedelta(hours=2, minutes=15, seconds=1))
        assert told("visit_not_back") == {cast.coordinator.pk, cast.lead.pk}
        assert rule_named("visit_not_back").urgent

    def test_it_stands_first_on_the_page_of_those_who_answer_and_on_nobody_elses(self, cast, noon):
        """Given Zofia, out and late, then Dee and Sam begin with her, and whoever answers no alarm sees nothing of it;
        once somebody found out how she is, it has gone."""
        long_ago = NOON.date() - timedelta(days=60)
        check_request(volunteer=cast.uncleared_volunteer, kind="reference", requested_on=long_ago, by=cast.coordinator)
        visit = out(cast)
        out(cast, cast.coordinator, back_by=NOON + timedelta(hours=8))
        noon.move_to(NOON + timedelta(hours=2, minutes=14))
        assert "not back" not in first_page(cast, cast.coordinator)
        noon.move_to(NOON + timedelta(hours=2, minutes=16))
        for watcher in (cast.coordinator, cast.lead):
            page = first_page(cast, watcher)
            assert "Zofia Nowak is out alone and not back. Ring them." in page
            assert page[: page.index("not back")].count("row-words") == 1, "it is the first row"
            assert "12 Quartzgate" not in page
        for other in (cast.mentor, cast.manager, cast.supervisor, cast.outsider):
            assert "not back" not in first_page(cast, other)
        actions.visit_settle(visit=visit, words="Her bus was late", by=cast.lead)
        assert "not back" not in first_page(cast, cast.coordinator)

    def test_whoever_is_back_is_asked_nothing(self, cast, noon):
        visit = out(cast)
        actions.visit_back(visit=visit, by=cast.mentor)
        actions.visit_back(visit=visit, by=cast.mentor)  # pressed twice
        noon.move_to(NOON + timedelta(hours=3))
        assert told("visit_time_up") == told("visit_not_back") == set()
        assert AuditEntry.objects.filter(verb="visit.ended").count() == 1

    def test_half_an_hour_more_moves_the_alarm_also_after_it_rang(self, cast, noon):
        visit = out(cast)
        noon.move_to(NOON + timedelta(hours=2, minutes=20))
        longer = actions.visit_longer(visit=visit, by=cast.mentor)
        assert longer.back_by == NOON + timedelta(hours=2, minutes=50)
        assert told("visit_not_back") == set()
        noon.move_to(NOON + timedelta(hours=3, minutes=6))
        assert told("visit_not_back") == {cast.coordinator.pk, cast.lead.pk}

    def test_a_co_ordinator_who_is_out_does_not_answer_their_own_alarm(self, cast, noon):
        visit = out(cast, cast.coordinator)
        noon.move_to(NOON + timedelta(hours=3))
        assert told("visit_not_back") == {cast.lead.pk}
        with pytest.raises(Refused, match="Somebody else"):
            actions.visit_settle(visit=visit, words="I am fine", by=cast.coordinator)

    def test_what_staff_found_out_ends_it_and_stands_there(self, cast, noon):
        visit = out(cast)
        noon.move_to(NOON + timedelta(hours=3))
        with pytest.raises(Refused, match="how you know"):
            actions.visit_settle(visit=visit, words=" ", by=cast.lead)
        actions.visit_settle(visit=visit, words="Rang; her phone was flat", by=cast.lead)
        assert told("visit_not_back") == set()
        with pytest.raises(Refused, match="settled already"):
            actions.visit_settle(visit=visit, words="Again", by=cast.coordinator)
        [shown] = visits_shown(cast.actor(cast.coordinator), cast.scheme, timezone.now())["lately"]
        assert shown.settled_words == "Rang; her phone was flat"


class TestRefused:
    @pytest.mark.parametrize(("hours", "words"), [(-1, "has passed"), (0, "has passed"), (13, "twelve hours")])
    def test_a_time_that_is_none(self, cast, noon, hours, words):
        with pytest.raises(Refused, match=words):
            out(cast, back_by=NOON + timedelta(hours=hours))

    @pytest.mark.parametrize("person", ["mentee", "referrer", "advisor", "outsider"])
    def test_somebody_who_neither_mentors_nor_works_here(self, cast, person):
        with pytest.raises(Refused, match="mentors and those who work"):
            out(cast, getattr(cast, person))

    @pytest.mark.parametrize("act", [actions.visit_back, actions.visit_longer])
    def test_nobody_says_for_another_that_they_are_back(self, cast, act):
        with pytest.raises(Refused, match="themselves"):
            act(visit=out(cast), by=cast.coordinator)

    def test_a_supervisor_settles_nothing(self, cast):
        with pytest.raises(Refused):
            actions.visit_settle(visit=out(cast), words="Fine", by=cast.supervisor)


class TestWhoSees:
    @pytest.mark.parametrize(("person", "sees"), [
        ("mentor", True), ("coordinator", True), ("lead", True), ("mentee", False), ("manager", False),
        ("supervisor", False), ("peer", False), ("outsider", False),
    ])  # fmt: skip
    def test_themselves_and_those_who_answer_an_alarm(self, cast, person, sees):
        visit = out(cast)
        assert Visit.objects.visible_to(cast.actor(getattr(cast, person))).filter(pk=visit.pk).exists() is sees

    def test_where_they_are_is_sealed(self, cast):
        out(cast)
        with connection.cursor() as cursor:
            cursor.execute('SELECT "where" FROM safeguarding_visit')
            assert "Quartzgate" not in cursor.fetchone()[0]


class TestPages:
    def test_a_mentor_sets_out_and_comes_back_on_a_phone(self, cast, noon):
        client = cast.client(cast.mentor)
        page = reverse("safeguarding:visit_mine")
        data = {"kind": "first", "where": "The café", "with_whom": "Jay", "phone": "07700900123", "back_time": "14:00"}
        shown = client.post(page, data, follow=True).content.decode()
        assert "Back by" in shown and "I am back" in shown
        client.post(reverse("safeguarding:visit_longer", args=[Visit.objects.get().pk]))
        assert Visit.objects.get().back_by == NOON + timedelta(hours=2, minutes=30)
        after = client.post(reverse("safeguarding:visit_back", args=[Visit.objects.get().pk]), follow=True)
        assert "Good that you are back" in after.content.decode()

    def test_late_in_the_evening_half_past_midnight_is_tomorrow(self, cast, noon):
        noon.move_to(NOON.replace(hour=23))
        data = {"kind": "drive", "where": "A14", "with_whom": "Jay", "phone": "07700900123", "back_time": "00:30"}
        cast.client(cast.mentor).post(reverse("safeguarding:visit_mine"), data)
        assert Visit.objects.get().back_by == NOON.replace(day=19, hour=0, minute=30)

    def test_a_time_that_has_passed_is_said_beside_the_field_and_the_words_stay(self, cast, noon):
        data = {
            "kind": "home",
            "where": "12 Quartzgate",
            "with_whom": "J",
            "phone": "07700900123",
            "back_time": "11:00",
        }
        page = cast.client(cast.mentor).post(reverse("safeguarding:visit_mine"), data)
        assert page.status_code == 422 and "12 Quartzgate" in page.content.decode()
        assert "That time has passed" in page.content.decode()

    def test_another_s_visit_is_not_there(self, cast):
        visit = out(cast)
        assert cast.client(cast.peer).post(reverse("safeguarding:visit_back", args=[visit.pk])).status_code == 404

    def test_staff_see_who_is_not_back_with_the_number_to_ring(self, cast, noon):
        out(cast)
        noon.move_to(NOON + timedelta(hours=3))
        page = cast.client(cast.coordinator).get(reverse("safeguarding:visit_list", args=[cast.scheme.slug]))
        shown = page.content.decode()
        assert "Not back" in shown and "tel:07700 900123" in shown and "12 Quartzgate" in shown

    def test_a_lead_who_mentors_sees_their_own_without_settling_it(self, cast, noon):
        membership_grant(scheme=cast.scheme, user=cast.mentor, role=Role.LEAD, by=cast.manager)
        out(cast)
        page = cast.client(cast.mentor).get(reverse("safeguarding:visit_list", args=[cast.scheme.slug]))
        assert "I know how they are" not in page.content.decode()
