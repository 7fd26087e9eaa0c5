"""What belongs together: linked concerns, and all there is about one person. Only what this reader may read."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from safeguarding.concerns import actions
from safeguarding.concerns.grants.actions import concern_grant
from safeguarding.concerns.links.actions import concern_link
from safeguarding.concerns.links.models import ConcernLink
from safeguarding.concerns.links.queries import concerns_of_person, linked, to_link
from schemes.people.actions import membership_grant
from schemes.people.models import Membership
from schemes.people.permissions import Role


def raised(cast, happened, **fields):
    return actions.concern_raise(**{"scheme": cast.scheme, "happened": happened, "by": cast.mentor, **fields})


@pytest.fixture
def three(cast):
    """Two about Una, one of them about Sam (a lead) as well; one about nobody. Tess leads too."""
    membership_grant(scheme=cast.scheme, user=cast.trainer, role=Role.LEAD, by=cast.manager)
    cast.first, cast.second, cast.third = (raised(cast, words) for words in ("Pushed", "Quartzowl shouted", "Late"))
    for concern in (cast.first, cast.second):
        actions.concern_subject_add(concern=concern, volunteer=cast.uncleared_volunteer, by=cast.trainer)
    actions.concern_subject_add(concern=cast.second, user=cast.lead, by=cast.trainer)
    cast.una = cast.first.subjects.get()
    return cast


def page(cast, name, user, **kwargs):
    return cast.client(user).get(where(cast, name, **kwargs))


def where(cast, name, **kwargs):
    kwargs = {"scheme": cast.scheme.slug, "concern_id": cast.first.pk, **kwargs}
    return reverse(f"safeguarding:{name}", kwargs=kwargs)


class TestLinked:
    def test_both_ways_with_why_for_those_who_read_both(self, three):
        concern_link(concern=three.first, other=three.third, why="The same evening", by=three.lead)
        actor = three.actor(three.lead)
        assert linked(three.first, actor) == [(three.third, "The same evening")]
        assert linked(three.third, actor) == [(three.first, "The same evening")]

    def test_whoever_is_shut_out_of_the_other_learns_nothing_of_it_not_even_that_there_is_one(self, three):
        concern_link(concern=three.first, other=three.second, why="Quartzwren", by=three.trainer)
        assert linked(three.first, three.actor(three.lead)) == []
        shown = page(three, "concern_show", three.lead).content.decode()
        assert "Quartzwren" not in shown and "Linked with" not in shown and "Quartzowl" not in shown
        assert three.second not in to_link(three.first, three.actor(three.lead))

    def test_twice_or_the_other_way_round_is_once(self, three):
        for pair in ((three.first, three.third), (three.first, three.third), (three.third, three.first)):
            concern_link(concern=pair[0], other=pair[1], why="The same evening", by=three.lead)
        assert ConcernLink.objects.count() == 1

    @pytest.mark.parametrize(("to", "why"), [("first", "x"), ("third", "  ")])
    def test_not_with_itself_nor_without_a_reason(self, three, to, why):
        with pytest.raises(Refused):
            concern_link(concern=three.first, other=getattr(three, to), why=why, by=three.lead)

    def test_not_by_somebody_shut_out_of_one(self, three):
        with pytest.raises(Refused):
            concern_link(concern=three.first, other=three.second, why="Mine", by=three.lead)

    def test_not_across_schemes(self, three):
        far = actions.concern_raise(scheme=three.other_scheme, happened="Far", by=three.outsider)
        with pytest.raises(Refused):
            concern_link(concern=three.first, other=far, why="The same name", by=three.trainer)

    @pytest.mark.parametrize("act", ["update", "delete"])
    def test_the_database_keeps_it_for_good(self, three, act):
        concern_link(concern=three.first, other=three.third, why="The same evening", by=three.lead)
        rows = ConcernLink.objects.all()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(by=three.trainer) if act == "update" else rows.delete()

    def test_on_the_page_those_about_the_same_person_come_first(self, three):
        form = page(three, "concern_link_add", three.trainer).content.decode()
        assert form.index("about the same person") < form.rindex("Raised on")
        data = {"other": str(three.third.pk), "why": "The same evening"}
        answer = three.client(three.trainer).post(where(three, "concern_link_add"), data)
        assert answer.status_code == 302 and ConcernLink.objects.get().why == "The same evening"


class TestOfOnePerson:
    def test_all_that_this_reader_may_read_in_time_order(self, three):
        assert concerns_of_person(three.una, three.actor(three.trainer)) == [three.first, three.second]
        assert concerns_of_person(three.una, three.actor(three.lead)) == [three.first]

    def test_the_same_person_by_account_and_by_record(self, three):
        by_account = raised(three, "Again", about_users=[three.uncleared])
        found = concerns_of_person(three.una, three.actor(three.trainer))
        assert found == [three.first, three.second, by_account]

    def test_how_many_there_are_that_one_may_not_read_is_told_to_nobody(self, three):
        shown = page(three, "concern_person", three.lead, subject_id=three.una.pk).content.decode()
        assert "1 concern that you may read" in shown and "Quartzowl" not in shown

    def test_each_reading_stands_in_the_trail(self, three):
        page(three, "concern_person", three.trainer, subject_id=three.una.pk)
        read = AuditEntry.objects.filter(verb="concern.read", by_key=str(three.trainer.pk))
        assert {row.subject.split(":")[1] for row in read} == {str(three.first.pk), str(three.second.pk)}

    def test_somebody_let_in_to_one_reads_that_one(self, three):
        role = Membership.objects.get(scheme=three.scheme, user=three.supervisor, ended_at=None)
        ends = timezone.now() + timedelta(days=2)
        concern_grant(concern=three.first, membership=role, reason="supervises", ends_at=ends, by=three.trainer)
        shown = page(three, "concern_person", three.supervisor, subject_id=three.una.pk).content.decode()
        assert "Quartzowl" not in shown and "1 concern" in shown

    def test_a_subject_of_another_concern_is_not_there(self, three):
        other = three.second.subjects.first()
        assert page(three, "concern_person", three.trainer, subject_id=other.pk).status_code == 404

    def test_on_paper_with_names_left_out_and_that_it_was_printed_in_the_history_of_each(self, three):
        data = {"prepared_for": "The family court", "purpose": "Asked for", "leave_out": ["Una Reid"]}
        client = three.client(three.trainer)
        paper = client.post(where(three, "concern_person_print", subject_id=three.una.pk), data).content.decode()
        told = paper.split("<main")[1]
        assert "Quartzowl shouted" in told and "Pushed" in told and "The family court" in told
        assert "Una" not in told and "Reid" not in told
        for concern in (three.first, three.second):
            assert concern.entries.filter(words__isnull=False).last().words.startswith("Printed for The family court")
