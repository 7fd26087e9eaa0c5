"""One message to a list, each person written to alone, and only who may be written to safely (S9, S10)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import letter_retry, letters_send
from mentoring.notices.models import Letter
from mentoring.transitions import Refused
from schemes.models import Mailing, MailingRecipient, NoMoreMail
from schemes.people.actions import volunteer_add, volunteer_move, young_person_add, young_person_edit
from schemes.people.mailings.actions import mail_no_more, mailing_retry, mailing_send, mailing_write
from schemes.people.mailings.queries import addressed, progress_of
from schemes.people.mailings.rules import Addressee, for_one, left_out, unknown_blanks
from schemes.people.rosters import Filters

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/London"))
HELLO = "Hello {first name}, supper is on Friday."
BASE = "/schemes/sheffield/people/volunteers/messages/"


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)


def staff(cast):
    return cast.actor(cast.coordinator).within(cast.scheme)


def write(cast, kind="volunteers", words=HELLO, **filters) -> Mailing:
    return mailing_write(
        scheme=cast.scheme, kind=kind, filters=filters, subject="Supper", words=words, by=cast.coordinator
    )


def send(cast, mailing, number=3) -> Mailing:
    return mailing_send(mailing=mailing, number=number, actor=staff(cast))


class TestWhoMayBeWrittenTo:
    @pytest.mark.parametrize(
        ("person", "why"),
        [
            (Addressee("a@x.example", "approved"), ""),
            (Addressee("a@x.example", "declined"), "over"),
            (Addressee("", "approved"), "no-address"),
            (Addressee("Stop@x.example", "approved"), "asked-not-to"),
            (Addressee("two@x.example", "approved"), ""),
            (Addressee("two@x.example", "waiting", is_young=True), "shared"),
            (Addressee("a@x.example", "waiting", is_young=True, contact_how="text"), "other-way"),
            (Addressee("a@x.example", "waiting", is_young=True, seen_by="My carer"), "seen-by"),
            (Addressee("a@x.example", "waiting", is_young=True, note="Not on Sundays"), "note"),
            (Addressee("a@x.example", "referred", is_young=True), "not-asked"),
            (Addressee("a@x.example", "referred", is_young=True, contact_how="email"), ""),
            (Addressee("a@x.example", "referred", is_young=True, signs_in=True), ""),
            (Addressee("a@x.example", "met", is_young=True), ""),
            (Addressee("a@x.example", "met", is_young=True, contact_how="email", seen_by="Dad"), "seen-by"),
        ],
    )
    def test_rules(self, person, why):
        assert left_out(person, asked_not_to={"stop@x.example"}, shared={"two@x.example"}) == why

    def test_the_filter_of_the_list_counts(self, cast):
        volunteer_add(scheme=cast.scheme, name="Ann Reid", email="ann@x.example", area="Walkley", by=cast.lead)
        found = addressed(staff(cast), cast.scheme, "volunteers", Filters(area="Walkley"))
        assert [person.name for person in found.people] == ["Ann Reid"]

    def test_young_people_who_named_somebody_who_reads_along_are_left_out_and_listed(self, cast):
        young_person_edit(young_person=cast.young_person, changes={"contact_seen_by": "My carer"}, by=cast.coordinator)
        found = addressed(staff(cast), cast.scheme, "young-people", Filters())
        assert found.people == []
        assert found.reasons == [("somebody else sees their e-mail", [cast.young_person])]


class TestSending:
    def test_each_is_written_to_alone_in_their_own_name(self, cast):
        send(cast, write(cast))
        assert letters_send() == (3, 0)
        assert sorted(len(message.recipients()) for message in mail.outbox) == [1, 1, 1]
        assert all(not message.cc and not message.bcc for message in mail.outbox)
        assert {message.body.splitlines()[0] for message in mail.outbox} == {
            f"Hello {name}, supper is on Friday." for name in ("Zofia", "Kofi", "Una")
        }

    def test_it_goes_once(self, cast):
        mailing = send(cast, write(cast))
        with pytest.raises(Refused, match="gone out already"):
            send(cast, mailing)

    def test_a_list_that_grew_since_the_preview_is_looked_at_again(self, cast):
        mailing = write(cast)
        volunteer_add(scheme=cast.scheme, name="Ann Reid", email="ann@x.example", by=cast.lead)
        with pytest.raises(Refused, match="4 people now"):
            send(cast, mailing, number=3)
        assert not Letter.objects.exists()

    def test_nobody_is_written_to_at_night(self, cast, monkeypatch):
        monkeypatch.setattr(timezone, "now", lambda: NOON.replace(hour=22))
        send(cast, write(cast))
        assert letters_send() == (0, 0)
        monkeypatch.setattr(timezone, "now", lambda: NOON.replace(day=24, hour=9))
        assert letters_send() == (3, 0)

    def test_the_trail_says_how_many_and_no_word_of_it(self, cast):
        volunteer_move(volunteer=cast.peer_volunteer, to="withdrawn", why="Moved.", by=cast.coordinator)
        send(cast, write(cast), number=2)
        entry = AuditEntry.objects.get(verb="mailing.sent")
        assert entry.details == {"kind": "volunteers", "n": 2, "left_out": 1}

    def test_whoever_pressed_stop_gets_no_more(self, cast):
        mailing = send(cast, write(cast))
        recipient = MailingRecipient.objects.get(mailing=mailing, volunteer=cast.volunteer)
        mail_no_more(scheme=cast.scheme, recipient=recipient)
        mail_no_more(scheme=cast.scheme, recipient=recipient)
        assert NoMoreMail.objects.count() == 1
        again = send(cast, write(cast), number=2)
        left = MailingRecipient.objects.get(mailing=again, volunteer=cast.volunteer)
        assert (left.left_out, left.letter) == ("asked-not-to", None)

    def test_only_the_first_name_can_be_filled_in(self):
        assert for_one("Dear {First Name}", "Zofia") == "Dear Zofia"
        assert unknown_blanks("Dear {surname}, {first name}") == ["{surname}"]
        assert for_one("{first name}", r"\1{first name}") == r"\1{first name}"


class TestPages:
    def test_write_see_and_send(self, cast, django_capture_on_commit_callbacks):
        client = cast.client(cast.coordinator)
        sent = client.post(f"{BASE}write/?state=enquired", {"subject": "Supper", "words": HELLO})
        show = sent.headers["Location"]
        page = client.get(show).content.decode()
        assert "It goes to 3 people" in page
        assert "Hello " in page
        with django_capture_on_commit_callbacks(execute=True):
            client.post(f"{show}send/", {"number": 3})
        assert len(mail.outbox) == 3
        assert "All of it has been tried" in client.get(show).content.decode()

    def test_what_was_typed_stays_where_a_blank_is_unknown(self, cast):
        page = cast.client(cast.coordinator).post(f"{BASE}write/", {"subject": "Supper", "words": "Dear {surname}"})
        assert page.status_code == 422
        assert "Dear {surname}" in page.content.decode()
        assert "{surname} is nothing we can fill in" in page.content.decode()

    def test_what_was_not_sent_is_kept_as_a_draft(self, cast):
        client = cast.client(cast.coordinator)
        client.post("/drafts/mailing-sheffield-volunteers/", {"subject": "Half", "words": "a though"})
        assert "a though" in client.get(f"{BASE}write/").content.decode()

    def test_what_could_not_be_delivered_is_listed_and_tried_again(self, cast):
        mailing = send(cast, write(cast))
        letter = MailingRecipient.objects.get(mailing=mailing, volunteer=cast.volunteer).letter
        Letter.objects.filter(pk=letter.pk).update(progress="undeliverable", trouble="the address was refused (550)")
        assert progress_of(mailing) == {"total": 3, "sent": 0, "failed": 1, "waiting": 2}
        client = cast.client(cast.coordinator)
        assert "the address was refused (550)" in client.get(f"{BASE}{mailing.pk}/").content.decode()
        client.post(f"{BASE}{mailing.pk}/retry/")
        assert progress_of(mailing)["failed"] == 0

    def test_the_link_at_the_end_stops_them_after_a_press_and_names_nobody(self, cast):
        mailing = send(cast, write(cast))
        recipient = MailingRecipient.objects.get(mailing=mailing, volunteer=cast.volunteer)
        letters_send()
        address = f"/join/sheffield/no-more/{recipient.pk}/"
        assert any(address in message.body for message in mail.outbox)
        nobody = cast.client()
        page = nobody.get(address).content.decode()
        assert cast.volunteer.name not in page
        assert cast.volunteer.email not in page
        assert not NoMoreMail.objects.exists()
        nobody.post(address)
        assert NoMoreMail.objects.get().email == cast.volunteer.email


def test_young_people_are_written_to_only_where_it_is_safe_from_first_to_last(cast):
    """S10: of three one says e-mail is fine, one asks for a text, one has not been asked."""
    referral = {"young_person_agreed": True, "received_on": date(2026, 9, 1)}
    for name, how in (("Ali", "email"), ("Bea", "text"), ("Cas", "")):
        person = {"name": name, "email": f"{name.lower()}@x.example", "contact_how": how}
        young_person_add(scheme=cast.scheme, referral=dict(referral), by=cast.lead, **person)
    send(cast, write(cast, kind="young-people", q="x.example"), number=1)
    letters_send()
    assert [message.to for message in mail.outbox] == [["ali@x.example"]]


class TestWhatChangedSince:
    """S10: between writing and going out, or trying again, a record may say that it is safe no more."""

    @pytest.fixture
    def ali(self, cast):
        referral = {"young_person_agreed": True, "received_on": date(2026, 9, 1)}
        person = {"name": "Ali", "email": "ali@x.example", "contact_how": "email"}
        return young_person_add(scheme=cast.scheme, referral=referral, by=cast.lead, **person)

    @pytest.fixture
    def mailing(self, cast, ali):
        return send(cast, write(cast, kind="young-people", q="ali@x.example"), number=1)

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"contact_seen_by": "My carer"}, "seen-by"),
            ({"contact_how": "text"}, "other-way"),
            ({"email": "new@x.example"}, "new-address"),
            ({"email": ""}, "no-address"),
        ],
    )
    @pytest.mark.parametrize("is_retry", [False, True])
    def test_it_does_not_go(self, cast, ali, mailing, changes, why, is_retry):
        if is_retry:
            Letter.objects.update(progress="undeliverable")
        young_person_edit(young_person=ali, changes=changes, by=cast.coordinator)
        assert not is_retry or mailing_retry(mailing=mailing, by=cast.coordinator) == 0
        assert letters_send() == (0, 0)
        assert mail.outbox == []
        if not is_retry:
            assert (Letter.objects.get().progress, Letter.objects.get().words) == ("dropped", "")
        assert MailingRecipient.objects.get().left_out == why
        assert progress_of(mailing)["total"] == 0

    def test_whoever_pressed_stop_meanwhile_gets_none_that_waits(self, cast, mailing):
        mail_no_more(scheme=cast.scheme, recipient=MailingRecipient.objects.get())
        assert letters_send() == (0, 0)

    def test_whoever_runs_the_installation_cannot_send_it_either(self, cast, ali, mailing):
        Letter.objects.update(progress="undeliverable")
        young_person_edit(young_person=ali, changes={"contact_notes": "Not at home"}, by=cast.coordinator)
        letter_retry(letter=Letter.objects.get(), by=cast.site_admin)
        assert letters_send() == (0, 0)

    def test_where_nothing_changed_it_is_tried_again(self, cast, mailing):
        Letter.objects.update(progress="undeliverable")
        assert mailing_retry(mailing=mailing, by=cast.coordinator) == 1
        assert letters_send() == (1, 0)


def test_the_preview_shows_words_and_no_page_of_somebodys(cast):
    mailing = write(cast, words="<b>Hello</b> {first name}")
    html = cast.client(cast.coordinator).get(f"{BASE}{mailing.pk}/").content.decode()
    assert "&lt;b&gt;Hello&lt;/b&gt;" in html
    assert "<b>Hello" not in html
