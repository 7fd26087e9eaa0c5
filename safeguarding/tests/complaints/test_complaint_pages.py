"""What people meet: said in one step, kept as typed, answered in words; nothing of it anywhere for whom it is not."""

import re
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices.actions import reminders_run
from mentoring.notices.models import Notice
from mentoring.tests.access_kit import table, url_of
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.web.models import Draft
from safeguarding.complaints import actions
from safeguarding.models import Complaint
from schemes.people.actions import membership_grant

CANARY = "Dee laughed at my letter"
SAID = {"wants": "complaint", "words": CANARY, "who_reads": "independent"}


def url(name, cast, **kwargs):
    return reverse(f"safeguarding:{name}", kwargs={"scheme": cast.scheme.slug, **kwargs})


@pytest.fixture
def complaint(cast):
    return actions.complaint_make(scheme=cast.scheme, wants="complaint", words=CANARY, by=cast.mentee)


@pytest.mark.parametrize("person", ["mentee", "mentor", "referrer", "educator", "trainer", "coordinator", "lead"])
def test_p8_anybody_says_it_in_one_step(cast, person):
    sent = cast.client(getattr(cast, person)).post(reverse("safeguarding:complaint_make"), SAID, follow=True)
    complaint = Complaint.objects.get()
    assert complaint.made_by == getattr(cast, person) and complaint.is_independent
    assert CANARY in sent.content.decode()


def test_p8_kept_from_the_co_ordinator_unless_they_choose_otherwise(cast):
    page = cast.client(cast.mentee).get(reverse("safeguarding:complaint_make")).content.decode()
    chosen = re.search(r'<input[^>]*value="independent"[^>]*>', page).group()
    assert "checked" in chosen
    assert "Not Dee Parker. Read by Morgan Hale and Sam Okoye" in page


def test_p8_about_a_manager_on_the_page_shuts_them_out(cast):
    data = SAID | {"about_users": [str(cast.manager.pk)], "about_words": "and her sister"}
    page = cast.client(cast.mentee).post(reverse("safeguarding:complaint_make"), data, follow=True).content.decode()
    assert "<strong>Sam Okoye</strong>" in page
    where = url("complaint_show", cast, complaint_id=Complaint.objects.get().pk)
    assert cast.client(cast.manager).get(where).status_code == 404
    assert "and her sister" in cast.client(cast.lead).get(where).content.decode()


def test_what_was_typed_stays_where_nobody_is_left_to_read_it(cast):
    data = SAID | {"about_users": [str(cast.manager.pk), str(cast.lead.pk)]}
    answer = cast.client(cast.mentee).post(reverse("safeguarding:complaint_make"), data)
    assert answer.status_code == 422
    assert CANARY in answer.content.decode() and "council" in answer.content.decode()


def test_what_is_typed_is_kept_from_the_first_key_and_gone_when_sent_or_thrown_away(cast):
    client, make = cast.client(cast.mentee), reverse("safeguarding:complaint_make")
    for end in (lambda: client.post(make, SAID), lambda: client.post(reverse("safeguarding:complaint_draft_throw"))):
        client.post(reverse("draft_keep", args=["say"]), {"words": "He said"})
        assert "He said" in client.get(make).content.decode()
        end()
        assert not Draft.objects.exists()


def test_somebody_of_two_schemes_says_which(cast):
    membership_grant(scheme=cast.other_scheme, user=cast.mentor, role="mentor", by=cast.outsider)
    client, where = cast.client(cast.mentor), reverse("safeguarding:complaint_make")
    assert client.post(where, SAID).status_code == 422
    shared = SAID | {"scheme": str(cast.other_scheme.pk), "who_reads": "shared"}
    assert client.post(where, shared).status_code == 302
    assert Complaint.objects.get().scheme == cast.other_scheme


def test_p8_from_reading_to_settled_on_the_pages(cast, complaint):
    client, mine = cast.client(cast.manager), cast.client(cast.mentee)

    def go(name, data=None):
        assert client.post(url(name, cast, complaint_id=complaint.pk), data or {}).status_code == 302

    go("complaint_take_on")
    assert "Somebody has it" in mine.get(reverse("safeguarding:complaint_mine")).content.decode()
    go("complaint_note_add", {"words": "Asked Lou what she saw"})
    go("complaint_answer", {"words": "We talked to Dee. It will not happen again."})
    own = reverse("safeguarding:complaint_own", args=[complaint.pk])
    page = mine.get(own).content.decode()
    assert "It will not happen again" in page and "Is that all right for you?" in page
    assert "Asked Lou" not in page
    assert "Sam Okoye can look at it again" in page
    mine.post(reverse("safeguarding:complaint_settle", args=[complaint.pk]))
    assert "this is fine now" in mine.get(own).content.decode()


def test_p8_asking_for_another_look_keeps_the_persons_words(cast, complaint):
    actions.complaint_take_on(complaint=complaint, by=cast.manager)
    actions.complaint_answer(complaint=complaint, words="Sorry.", by=cast.manager)
    mine = cast.client(cast.mentee)
    again = reverse("safeguarding:complaint_take_further", args=[complaint.pk])
    assert "Sam Okoye" in mine.get(again).content.decode()
    assert "Never said why" in mine.post(again, {"words": "Never said why"}, follow=True).content.decode()
    where = url("complaint_show", cast, complaint_id=complaint.pk)
    manager_page = cast.client(cast.manager).get(where).content.decode()
    assert "Say that I have it" not in manager_page and "Name who it is about" not in manager_page
    assert "Say that I have it" in cast.client(cast.lead).get(where).content.decode()


def test_a_step_out_of_turn_keeps_the_words_and_says_why(cast, complaint):
    answer = cast.client(cast.lead).post(
        url("complaint_answer", cast, complaint_id=complaint.pk), {"words": "All well"}
    )
    assert answer.status_code == 422
    assert "All well" in answer.content.decode()


def test_handed_on_from_the_page_and_the_person_is_told(cast, complaint):
    cast.client(cast.manager).post(url("complaint_hand_on", cast, complaint_id=complaint.pk))
    page = cast.client(cast.mentee).get(reverse("safeguarding:complaint_own", args=[complaint.pk])).content.decode()
    assert "The safeguarding lead has it too" in page


def test_naming_oneself_leads_back_to_the_list(cast, complaint):
    data = {"user": str(cast.manager.pk)}
    answer = cast.client(cast.manager).post(url("complaint_subject_add", cast, complaint_id=complaint.pk), data)
    assert answer.url == url("complaint_list", cast)


def test_every_reading_stands_in_the_trail(cast, complaint):
    cast.client(cast.lead).get(url("complaint_show", cast, complaint_id=complaint.pk))
    assert AuditEntry.objects.get(verb="complaint.read").by_key == str(cast.lead.pk)


def test_addresses_and_titles_of_the_person_themselves_say_nothing(cast, complaint):
    for name, args in (("complaint_mine", []), ("complaint_make", []), ("complaint_own", [complaint.pk])):
        where = reverse(f"safeguarding:{name}", args=args)
        page = cast.client(cast.mentee).get(where).content.decode()
        title = re.search("<title>(.*?)</title>", page, re.DOTALL).group(1)
        assert "complain" not in where + title.lower()


def test_absent_and_forbidden_look_the_same(cast, complaint):
    from uuid import uuid4

    client = cast.client(cast.coordinator)
    hidden = client.get(url("complaint_show", cast, complaint_id=complaint.pk))
    absent = client.get(url("complaint_show", cast, complaint_id=uuid4()))
    assert hidden.status_code == absent.status_code == 404
    assert len(hidden.content) == len(absent.content)


def test_a_young_person_of_nine_can_read_these_pages(cast, complaint):
    actions.complaint_take_on(complaint=complaint, by=cast.manager)
    actions.complaint_answer(complaint=complaint, words="Sorry.", by=cast.manager)
    pages = [reverse("safeguarding:complaint_mine"), reverse("safeguarding:complaint_make")]
    pages += [reverse(f"safeguarding:complaint_{name}", args=[complaint.pk]) for name in ("own", "take_further")]
    client = cast.client(cast.mentee)
    ages = {page: reading_age_of_page(client.get(page).content.decode()) for page in pages}
    assert all(age <= 9 for age in ages.values()), ages


CHANGES_EACH_TIME = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^}]*|after=[^"&]*|nonce="[^"]*"|\d\d:\d\d:\d\d'
)


def all_pages_of(world, user) -> dict[str, str]:
    """Everything that this person can look at or take away, by address; sheets unzipped. Not where they are signed in:
    each look here is another sign-in."""
    client, pages = world.client(user), {}
    for name, row in sorted(table().items()):
        if row.method != "get" or name in ("exit_now", "sign_in_list"):
            continue
        answer = client.get(url_of(name, row, world), narrowed(name, world))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if is_zipfile(BytesIO(body)):
            sheet = ZipFile(BytesIO(body))
            body = b"".join(sheet.read(part) for part in sheet.namelist() if "core.xml" not in part)
        if not body.startswith(b"%PDF"):
            pages[name] = CHANGES_EACH_TIME.sub("", body.decode("utf-8", "replace"))
    return pages


def narrowed(name: str, world) -> dict:
    """The trail has what its reader opened a moment ago: here it is asked what the lead did, who answered."""
    return {"person": str(world.lead.pk)} if name == "safeguarding:trail_list" else {}


@pytest.mark.parametrize(
    ("reader", "about"), [("coordinator", []), ("coordinator", ["coordinator"]), ("manager", ["manager"])]
)
def test_p8_no_page_export_mail_or_search_tells_them_that_it_is_there(world, reader, about):
    """Every page is the same to the letter before and after, the clock being stopped: it cannot even be counted."""
    with time_machine.travel(timezone.now(), tick=False):
        nothing_changes(world, reader, about)


def nothing_changes(world, reader, about):
    user = getattr(world, reader)
    reminders_run()
    told_before, before = Notice.objects.filter(recipient=user).count(), all_pages_of(world, user)
    people = [getattr(world, name) for name in about]
    said = {"scheme": world.scheme, "wants": "review", "words": CANARY, "about_users": people, "by": world.mentee}
    complaint = actions.complaint_make(**said)
    actions.complaint_take_on(complaint=complaint, by=world.lead)
    actions.complaint_answer(complaint=complaint, words="A canary in the answer", by=world.lead)
    reminders_run()
    after = all_pages_of(world, user)
    assert [name for name in before if before[name] != after[name]] == []
    assert not [name for name, page in after.items() if CANARY in page or str(complaint.pk) in page]
    assert Notice.objects.filter(recipient=user).count() == told_before
    for sent in mail.outbox:
        assert CANARY not in sent.body and "complain" not in (sent.subject + sent.body).lower()
