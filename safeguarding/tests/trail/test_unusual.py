"""Who asks about what in the trail stands out, and who never does (roles.md: the trail; P8, L9)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from safeguarding.concerns.actions import concern_raise
from safeguarding.trail.queries import scheme_trail
from safeguarding.trail.unusual import queries
from safeguarding.trail.unusual.actions import look_answer
from safeguarding.trail.unusual.home import WORDS, look_rows
from safeguarding.trail.unusual.models import LookAnswer
from safeguarding.trail.unusual.queries import worth_asking, worth_asking_leads
from safeguarding.trail.unusual.rules import GLASS_LEAST, HOUR_LEAST, NIGHT_LEAST, Rule
from schemes.people.actions import membership_end, membership_grant
from schemes.people.models import Membership

NOW = datetime(2026, 12, 1, 14, tzinfo=ZoneInfo("Europe/London"))
NIGHT = datetime(2026, 11, 30, 23, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def at_two(db):
    with time_machine.travel(NOW, tick=False):
        yield


def looks(cast, by, number=NIGHT_LEAST, *, verb="riskassessment.read", at=NIGHT, subject=None, about=None):
    """So many records opened, at night unless said; each of somebody else, unless `subject` says which."""
    with time_machine.travel(at, tick=False):
        for place in range(number):
            people = about if about is not None else () if subject else (f"person-{place}",)
            audit_record(verb=verb, subject=subject or cast.volunteer, scheme=cast.scheme, about=people, by=by)


def managers(cast, who=None):
    return worth_asking(cast.actor(who or cast.manager), [cast.scheme.pk], timezone.now())


def leads(cast, who=None):
    return worth_asking_leads(cast.actor(who or cast.lead), [cast.scheme.pk], timezone.now())


def rules(rows):
    return [row.finding.rule for row in rows]


def answer(cast, row, by=None, outcome="explained", note="Jay rang at night."):
    return look_answer(scheme=cast.scheme, row=row, outcome=outcome, note=note, by=by or cast.manager)


def concerns(cast, number=NIGHT_LEAST, **fields):
    return [concern_raise(scheme=cast.scheme, happened="X", by=cast.mentor, **fields) for _ in range(number)]


def second(cast, role, who="supervisor"):
    membership_grant(scheme=cast.scheme, user=getattr(cast, who), role=role, by=cast.manager)
    return getattr(cast, who)


class TestWhatStandsOut:
    @pytest.mark.parametrize(
        ("number", "at", "verb", "expected"),
        [
            (NIGHT_LEAST, NIGHT, "riskassessment.read", [Rule.NIGHT]),
            (NIGHT_LEAST - 1, NIGHT, "riskassessment.read", []),
            (HOUR_LEAST, NOW - timedelta(hours=2), "reference.read", [Rule.HOUR]),
            (HOUR_LEAST, NOW - timedelta(hours=2), "volunteer.edited", []),
            (HOUR_LEAST, NOW - timedelta(hours=2), "report.read", []),
            (4, NOW - timedelta(hours=2), "volunteers.downloaded", [Rule.TAKEN]),
        ],
    )
    def test_l9_a_manager_is_shown_what_a_rule_finds(self, cast, number, at, verb, expected):
        looks(cast, cast.coordinator, number, at=at, verb=verb)
        assert rules(managers(cast)) == expected

    def test_a_page_says_who_what_and_what_is_usual_and_that_it_accuses_nobody(self, cast):
        looks(cast, cast.coordinator)
        page = cast.client(cast.manager).get(reverse("safeguarding:look_list", args=[cast.scheme.slug]))
        text = page.content.decode()
        for words in (cast.coordinator.name, "Opened 3 different records in one night", "not an accusation"):
            assert words in text
        assert "Nothing like it in the 4 weeks before" in text

    def test_what_somebody_opens_of_themselves_is_their_own(self, cast):
        looks(cast, cast.coordinator, about=(cast.coordinator,))
        assert managers(cast) == []

    def test_mentors_and_young_people_read_of_each_other_at_any_hour(self, cast):
        for who in (cast.mentor, cast.mentee, cast.referrer):
            looks(cast, who, verb="message.read")
        assert managers(cast) == []

    def test_another_scheme_is_another_trail(self, cast):
        looks(cast, cast.coordinator)
        membership_grant(scheme=cast.other_scheme, user=cast.manager, role="manager", by=cast.outsider)
        assert worth_asking(cast.actor(cast.manager), [cast.other_scheme.pk], timezone.now()) == []
        assert worth_asking(cast.actor(cast.outsider), [cast.scheme.pk], timezone.now()) == []

    def test_the_last_three_months_are_told(self, cast):
        looks(cast, cast.coordinator, at=NIGHT - timedelta(days=queries.TOLD_DAYS))
        looks(cast, cast.supervisor, at=NIGHT - timedelta(days=queries.TOLD_DAYS - 1))
        assert [row.name for row in managers(cast)] == [cast.supervisor.name]

    def test_leaving_a_role_shows_copies_taken_before_and_anything_opened_after(self, cast):
        looks(cast, cast.supervisor, 1, verb="volunteers.downloaded", at=NOW - timedelta(days=3))
        membership_end(membership=Membership.objects.get(user=cast.supervisor), by=cast.manager)
        looks(cast, cast.supervisor, 1, at=NOW + timedelta(minutes=1))
        with time_machine.travel(NOW + timedelta(hours=1)):
            assert sorted(rules(managers(cast))) == [Rule.LEFT, Rule.TAKEN_LEAVING]


class TestWhoAsks:
    def test_p8_nothing_about_concerns_reaches_a_manager(self, cast):
        for verb in ("concern.read", "complaint.read", "riskdecision.read"):
            looks(cast, cast.supervisor, HOUR_LEAST, verb=verb)
        assert managers(cast) == []

    def test_what_is_shut_adds_nothing_to_what_a_manager_reads(self, cast):
        """Two records at night are too few, with a concern or without."""
        looks(cast, cast.supervisor, NIGHT_LEAST - 1)
        for one in concerns(cast):
            looks(cast, cast.supervisor, 1, verb="concern.read", subject=one)
        assert managers(cast) == []

    def test_a_lead_reads_what_is_about_concerns(self, cast):
        for one in concerns(cast):
            looks(cast, cast.supervisor, 1, verb="concern.read", subject=one)
        assert [(row.name, row.finding.rule) for row in leads(cast)] == [(cast.supervisor.name, Rule.NIGHT)]

    def test_a_manager_who_breaks_the_glass_twice_is_asked_by_a_lead(self, cast):
        (one,) = concerns(cast, 1)
        looks(cast, cast.manager, GLASS_LEAST, verb="concern.glass_broken", subject=one, at=NOW)
        assert rules(leads(cast)) == [Rule.GLASS]
        assert managers(cast) == []

    def test_p8_a_lead_learns_from_it_of_no_concern_about_themselves(self, cast):
        """Given two leads and a concern about one; when somebody opens it at night with two more; then the other
        alone is shown it."""
        other = second(cast, "lead")
        for one in [*concerns(cast, 2), *concerns(cast, 1, about_users=[cast.lead])]:
            looks(cast, cast.manager, 1, verb="concern.read", subject=one)
        assert leads(cast) == []
        assert rules(leads(cast, other)) == [Rule.NIGHT]

    def test_what_a_manager_opens_is_asked_by_a_lead_or_another_manager_never_by_themselves(self, cast):
        other = second(cast, "manager")
        looks(cast, cast.manager)
        assert managers(cast) == []
        assert rules(managers(cast, other)) == rules(leads(cast)) == [Rule.NIGHT]

    def test_whoever_is_looked_at_meets_nothing_at_its_address(self, cast):
        other = second(cast, "manager")
        looks(cast, cast.manager)
        url = reverse("safeguarding:look_ask", args=[cast.scheme.slug, managers(cast, other)[0].key])
        said = {"outcome": "explained", "note": "It was me."}
        assert cast.client(cast.manager).get(url).status_code == 404
        assert cast.client(cast.manager).post(url, said).status_code == 404
        assert cast.client(other).get(url).status_code == 200
        assert not LookAnswer.objects.exists()

    def test_whoever_is_looked_at_cannot_decide_by_any_door(self, cast):
        looks(cast, cast.manager)
        (row,) = leads(cast)
        with pytest.raises(Refused, match="about you"):
            answer(cast, row, by=cast.manager)

    @pytest.mark.parametrize("by", ["manager", "coordinator", "supervisor", "mentor", "outsider"])
    def test_about_concerns_a_lead_alone_decides(self, cast, by):
        for one in concerns(cast):
            looks(cast, cast.trainer, 1, verb="concern.read", subject=one)
        with pytest.raises(Refused, match="read the trail"):
            answer(cast, leads(cast)[0], by=getattr(cast, by))

    @pytest.mark.parametrize(
        ("person", "page", "status"),
        [
            ("manager", "look_list", 200),
            ("lead", "look_list", 403),
            ("coordinator", "look_list", 403),
            ("mentor", "look_list", 403),
            ("outsider", "look_list", 404),
            ("lead", "look_list_lead", 200),
            ("manager", "look_list_lead", 403),
            ("coordinator", "look_list_lead", 403),
            ("mentor", "look_list_lead", 403),
            ("outsider", "look_list_lead", 404),
        ],
    )
    def test_who_may_open_which_page(self, cast, person, page, status):
        url = reverse(f"safeguarding:{page}", args=[cast.scheme.slug])
        client = cast.client(getattr(cast, person))
        assert client.get(url).status_code == status
        assert client.post(url).status_code == 405

    def test_a_key_of_the_other_page_leads_nowhere(self, cast):
        looks(cast, cast.coordinator)
        key = managers(cast)[0].key
        assert (
            cast.client(cast.lead).get(reverse("safeguarding:look_ask_lead", args=["sheffield", key])).status_code
            == 404
        )


class TestWhatCameOfIt:
    def ask(self, cast, row, **said):
        url = reverse("safeguarding:look_ask", args=[cast.scheme.slug, row.key])
        return cast.client(cast.manager).post(url, {"outcome": "explained", "note": "Jay rang.", **said})

    def test_what_they_said_is_written_down_with_who_noted_it(self, cast):
        looks(cast, cast.coordinator)
        assert self.ask(cast, managers(cast)[0]).status_code == 302
        (row,) = managers(cast)
        assert row.is_settled
        assert (row.answer.by, row.answer.note, row.answer.who) == (cast.manager, "Jay rang.", cast.coordinator)

    @pytest.mark.parametrize(
        ("outcome", "open_", "settled"), [("explained", 0, 1), ("dealt-with", 0, 1), ("further", 1, 0)]
    )
    def test_what_is_settled_folds_away(self, cast, outcome, open_, settled):
        looks(cast, cast.coordinator)
        answer(cast, managers(cast)[0], outcome=outcome)
        url, client = reverse("safeguarding:look_list", args=[cast.scheme.slug]), cast.client(cast.manager)
        assert len(client.get(url).context["lines"]) == open_
        assert len(client.get(url + "?show=settled").context["lines"]) == settled
        assert client.get(url + "?show=rubbish&page=x").status_code == 200

    def test_it_opens_again_when_there_comes_to_be_more_of_it(self, cast):
        looks(cast, cast.coordinator)
        answer(cast, managers(cast)[0])
        looks(cast, cast.coordinator, NIGHT_LEAST + 1)
        (row,) = managers(cast)
        assert row.has_grown
        assert not row.is_settled

    @pytest.mark.parametrize("said", [{"note": "  "}, {"outcome": ""}, {"outcome": "no-matter"}])
    def test_without_words_and_an_outcome_nothing_is_written(self, cast, said):
        looks(cast, cast.coordinator)
        assert self.ask(cast, managers(cast)[0], **said).status_code == 422
        assert not LookAnswer.objects.exists()

    def test_a_later_word_stands_below_the_first_and_neither_can_be_changed(self, cast):
        looks(cast, cast.coordinator)
        row = managers(cast)[0]
        first = answer(cast, row, outcome="further", note="Asks again on Monday.")
        answer(cast, row, note="It was an emergency.")
        assert [one.note for one in managers(cast)[0].answers] == ["Asks again on Monday.", "It was an emergency."]
        for change in (lambda: LookAnswer.objects.update(outcome="explained"), first.delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()

    def test_the_trail_tells_managers_nothing_of_what_leads_were_told(self, cast):
        for one in concerns(cast):
            looks(cast, cast.trainer, 1, verb="concern.read", subject=one)
        before = scheme_trail(cast.scheme, {}, "")["lines"]
        answer(cast, leads(cast)[0], by=cast.lead)
        assert scheme_trail(cast.scheme, {}, "")["lines"] == before
        looks(cast, cast.coordinator)
        answer(cast, managers(cast)[0])
        said = [line["what"] for line in scheme_trail(cast.scheme, {}, "")["lines"]]
        assert "wrote what came of asking about the trail" in said

    def test_what_was_noted_is_read_by_nobody_it_is_about(self, cast):
        other = second(cast, "manager")
        looks(cast, cast.manager)
        answer(cast, managers(cast, other)[0], by=other)
        assert not LookAnswer.objects.visible_to(cast.actor(cast.manager))
        assert LookAnswer.objects.visible_to(cast.actor(other)).count() == 1


class TestTheFirstPage:
    def lines(self, cast, who):
        return [row for row in look_rows(cast.actor(who), timezone.localdate()) if row.words == WORDS]

    def test_it_stands_there_only_while_something_is_open(self, cast):
        assert self.lines(cast, cast.manager) == []
        looks(cast, cast.coordinator)
        assert len(self.lines(cast, cast.manager)) == 1
        answer(cast, managers(cast)[0])
        assert self.lines(cast, cast.manager) == []

    def test_it_says_neither_whom_nor_what_and_stands_there_for_nobody_else(self, cast):
        looks(cast, cast.coordinator)
        (line,) = self.lines(cast, cast.manager)
        assert cast.coordinator.name not in line.words + line.detail + line.url
        for who in (cast.coordinator, cast.lead, cast.supervisor, cast.mentor):
            assert self.lines(cast, who) == []

    def test_nobody_who_may_not_ask_costs_a_question(self, cast, django_assert_num_queries):
        actor = cast.actor(cast.coordinator)
        with django_assert_num_queries(0):
            assert worth_asking(actor, queries.asks_as_manager(actor), timezone.now()) == []
            assert worth_asking_leads(actor, queries.asks_as_lead(actor), timezone.now()) == []


def test_the_pages_ask_as_often_for_two_thousand_rows_as_for_a_few(cast):
    """Given few looks, then 2,000 more by everybody; then the list takes the same questions."""
    looks(cast, cast.coordinator)
    url, client = reverse("safeguarding:look_list", args=[cast.scheme.slug]), cast.client(cast.manager)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    last = AuditEntry.objects.filter(chain=str(cast.scheme.pk)).order_by("-place")[0].place
    staff = (cast.coordinator, cast.supervisor, cast.trainer)
    AuditEntry.objects.bulk_create(
        AuditEntry(
            chain=str(cast.scheme.pk), place=last + 1 + place, at=NOW - timedelta(minutes=45 * place), hash="x",
            verb="reference.read", by_key=str(staff[place % 3].pk), subject=f"x.y:{place}",
        )
        for place in range(2000)
    )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        page = client.get(url)
    assert page.context["page"].paginator.count > 5
    assert len(many) == len(few) <= 20


def test_no_more_of_the_trail_is_read_at_once_than_is_said(cast, monkeypatch):
    monkeypatch.setattr(queries, "MOST_ROWS", NIGHT_LEAST - 1)
    looks(cast, cast.coordinator)
    assert managers(cast) == []
