"""Which ways to somebody are safe, and an address that nobody may learn (goal 30, row 12)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import letter_queue, letters_send, notices_queue, notices_send
from mentoring.notices.models import Letter, Notice
from mentoring.notices.rules import Due, rule_named
from mentoring.transitions import Refused
from safeguarding.contact import actions
from safeguarding.contact.queries import contact_now, emails_unsafe
from safeguarding.models import SafeContact
from safeguarding.panels import young_person_panels
from schemes.people.actions import young_person_add, young_person_edit
from schemes.people.merging.actions import person_merge
from schemes.people.models import YoungPerson

SECRET = "9 Quartzlane, Rotherham"


def said(cast, **fields):
    told = {"unsafe_ways": ["email"], "instead": "Text before six", "by": cast.coordinator, **fields}
    return actions.contact_say(young_person=cast.young_person, **told)


def hidden(cast):
    return said(cast, unsafe_ways=[], address_is_secret=True, address=SECRET, why="He was followed", by=cast.lead)


def edit(cast, **changes):
    return young_person_edit(young_person=cast.young_person, changes=changes, by=cast.coordinator)


def where(cast, name="safe_contact"):
    return reverse(f"safeguarding:{name}", args=[cast.scheme.slug, cast.young_person.pk])


class TestNothingIsSent:
    """Asked in the moment it would go: what was queued before the warning does not go either."""

    def letter(self, cast):
        return letter_queue(to=cast.young_person.email.upper(), subject="Hello", words="Words", kind="invitation")

    def test_a_letter_to_an_unsafe_address_is_dropped_and_its_words_are_blanked(self, cast):
        letter = self.letter(cast)
        said(cast)
        letters_send()
        letter.refresh_from_db()
        assert letter.progress == Letter.State.DROPPED and letter.words == "" and mail.outbox == []

    def test_a_notice_stays_in_the_inbox_and_no_mail_goes(self, cast):
        due = Due("x:1", timezone.localdate(), cast.mentee.pk, "/")
        rule = rule_named("complaint_step")
        said(cast)
        notices_queue(rule=rule, dues=[due], at=timezone.now())
        rows = Notice.objects.filter(recipient=cast.mentee)
        assert rows.filter(channel=Notice.Channel.INBOX).exists()
        notices_send(at=timezone.now() + timedelta(days=1))  # past the quiet hours of the night
        assert mail.outbox == []
        assert rows.get(channel=Notice.Channel.EMAIL).progress == Notice.State.DROPPED

    def test_once_it_is_safe_again_they_go(self, cast):
        said(cast)
        said(cast, unsafe_ways=["call"])
        self.letter(cast)
        letters_send()
        assert [message.to for message in mail.outbox] == [[cast.young_person.email.upper()]]

    def test_the_address_of_the_account_counts_too(self, cast):
        cast.young_person.email = "other@cast.example"
        cast.young_person.save()
        said(cast)
        assert emails_unsafe() == {"other@cast.example", cast.mentee.email}

    def test_nobody_else_is_kept_from_their_mail(self, cast):
        said(cast)
        letter_queue(to=cast.mentor.email, subject="Hello", words="Words", kind="invitation")
        letters_send()
        assert len(mail.outbox) == 1


class TestSecretAddress:
    def test_only_a_lead_opens_it_and_it_stands_in_the_trail_first(self, cast):
        hidden(cast)
        page = cast.client(cast.lead).get(where(cast)).content.decode()
        assert SECRET not in page and "Show the address" in page
        shown = cast.client(cast.lead).post(where(cast, "safe_address")).content.decode()
        assert SECRET in shown
        assert AuditEntry.objects.filter(verb="safeaddress.read", by_key=str(cast.lead.pk)).exists()

    def test_no_row_in_the_trail_no_address(self, cast, monkeypatch):
        hidden(cast)

        def broken(**_):
            raise DatabaseError("the disk is full")

        monkeypatch.setattr(actions, "audit_record", broken)
        client = cast.client(cast.lead)
        client.raise_request_exception = False
        answer = client.post(where(cast, "safe_address"))
        assert answer.status_code == 500 and SECRET not in answer.content.decode()

    def test_a_link_that_is_left_open_shows_nothing(self, cast):
        hidden(cast)
        assert cast.client(cast.lead).get(where(cast, "safe_address")).status_code == 405

    @pytest.mark.parametrize("name", ["safe_contact", "safe_address"])
    def test_a_co_ordinator_reads_that_there_is_one_and_not_where(self, cast, name):
        hidden(cast)
        client = cast.client(cast.coordinator)
        answer = client.get(where(cast)) if name == "safe_contact" else client.post(where(cast, name))
        shown = answer.content.decode()
        assert SECRET not in shown and "He was followed" not in shown
        assert answer.status_code == (200 if name == "safe_contact" else 403)

    def test_what_a_co_ordinator_changes_leaves_it_as_it_was_and_they_cannot_write_it(self, cast):
        hidden(cast)
        data = {"unsafe_ways": ["post"], "instead": "Ring", "address": "Elsewhere", "address_is_secret": ""}
        cast.client(cast.coordinator).post(where(cast), data)
        now = contact_now(cast.young_person)
        assert (now.address, now.address_is_secret, now.unsafe_ways) == (SECRET, True, ["post"])

    def test_once_nobody_need_hide_the_address_is_kept_no_longer(self, cast):
        hidden(cast)
        cast.client(cast.lead).post(where(cast), {"unsafe_ways": []})
        assert contact_now(cast.young_person).address == ""
        assert set(SafeContact.objects.values_list("address", flat=True)) == {""}

    def test_row_12_no_part_of_it_stays_on_the_record_or_comes_back_while_it_is_a_secret(self, cast):
        """Given Jay of S65, when nobody may learn where they live, then no list, file or plan can read a part of it,
        and nobody writes it down again; a lead finds it beside the address."""
        edit(cast, area="Rotherham", outcode="S65")
        hidden(cast)
        person = YoungPerson.objects.get(pk=cast.young_person.pk)
        assert (person.area, person.outcode) == ("", "")
        assert contact_now(person).address == f"{SECRET}\nOn the record until then: Rotherham, S65"
        for place in ({"area": "Rotherham"}, {"outcode": "S65"}):
            with pytest.raises(Refused, match="kept secret"):
                edit(cast, **place)
        edit(cast, phone="07700 900111", area="")
        said(cast, address_is_secret=False, address="", by=cast.lead)
        edit(cast, outcode="S60")

    def test_row_12_a_second_record_of_them_does_not_bring_it_back(self, cast):
        """Given Jay, whose address is a secret, held twice, then the two become one only without a part of town."""
        hidden(cast)
        asked = {"young_person_agreed": True, "received_on": timezone.localdate()}
        twin = young_person_add(scheme=cast.scheme, name="Jay", area="Rotherham", referral=asked, by=cast.coordinator)
        for kept, gone in ((cast.young_person, twin), (twin, cast.young_person)):
            with pytest.raises(Refused, match="kept secret"):
                person_merge(kept=kept, gone=gone, choices={}, by=cast.coordinator)
        young_person_edit(young_person=twin, changes={"area": ""}, by=cast.coordinator)
        person_merge(kept=cast.young_person, gone=twin, choices={}, by=cast.coordinator)

    def test_it_is_sealed_in_the_database(self, cast):
        hidden(cast)
        with connection.cursor() as cursor:
            cursor.execute("SELECT address, why, instead FROM safeguarding_safecontact")
            assert "Quartz" not in str(cursor.fetchone())

    def test_it_stands_on_no_other_page(self, cast):
        hidden(cast)
        for user in (cast.lead, cast.coordinator):
            client = cast.client(user)
            record = reverse("schemes:young_person_show", args=[cast.scheme.slug, cast.young_person.pk])
            for page in (record, reverse("schemes:young_person_list", args=[cast.scheme.slug]), "/"):
                assert "Quartzlane" not in client.get(page).content.decode()


class TestWhoSees:
    def panel(self, cast, user):
        cards = young_person_panels(cast.young_person, cast.actor(user))
        return next((card for card in cards if card.title == "Reaching them"), None)

    def test_a_warning_stands_above_the_story_of_the_record(self, cast):
        assert self.panel(cast, cast.coordinator).column == "side"
        said(cast)
        assert self.panel(cast, cast.coordinator).column == "main"
        assert self.panel(cast, cast.mentor) is None and self.panel(cast, cast.manager) is None

    def test_nobody_writes_or_reads_their_own_as_staff(self, cast):
        cast.young_person.user = cast.coordinator
        cast.young_person.save()
        with pytest.raises(Refused, match="about you"):
            said(cast)
        assert cast.client(cast.coordinator).get(where(cast)).status_code == 404
        assert self.panel(cast, cast.coordinator) is None

    @pytest.mark.parametrize("person", ["mentor", "mentee", "manager", "supervisor", "outsider"])
    def test_nobody_else_sees_the_rows(self, cast, person):
        hidden(cast)
        assert not SafeContact.objects.visible_to(cast.actor(getattr(cast, person))).exists()

    def test_a_way_that_is_none_is_refused(self, cast):
        with pytest.raises(Refused, match="no such way"):
            said(cast, unsafe_ways=["pigeon"])
