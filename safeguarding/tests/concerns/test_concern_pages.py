"""What people meet: one step to raise, nothing told to whom it is not for, every reading in the trail first."""

import pytest
from django.db import DatabaseError
from django.urls import reverse

from mentoring.audit.models import AuditEntry
from mentoring.web.models import Draft
from safeguarding.concerns import actions
from safeguarding.models import Concern, ConcernGrant

CANARY = "Threw a plate at the wall"


def url(name, cast, **kwargs):
    return reverse(f"safeguarding:{name}", kwargs={"scheme": cast.scheme.slug, **kwargs})


@pytest.fixture
def concern(cast):
    return actions.concern_raise(scheme=cast.scheme, happened=CANARY, about_users=[cast.coordinator], by=cast.mentor)


@pytest.mark.parametrize("person", ["mentee", "mentor", "referrer", "coordinator", "trainer", "advisor"])
def test_anyone_signed_in_raises_one_in_a_single_step(cast, person):
    client = cast.client(getattr(cast, person))
    page = client.get(reverse("safeguarding:concern_raise_mine"))
    assert "999" in page.content.decode()
    sent = client.post(
        reverse("safeguarding:concern_raise_mine"), {"danger": "no", "happened": "It was odd"}, follow=True
    )
    assert Concern.objects.get().raised_by == getattr(cast, person)
    assert cast.lead.name in sent.content.decode()


def test_the_page_that_thanks_says_who_reads_it_and_who_cannot(cast):
    data = {"danger": "yes", "happened": "It was odd", "about_users": [str(cast.coordinator.pk)]}
    page = cast.client(cast.mentee).post(url("concern_raise", cast), data, follow=True).content.decode()
    assert f"<strong>{cast.lead.name}</strong>" in page
    assert "Who cannot see it" in page and cast.coordinator.name in page


def test_what_was_typed_stays_where_something_is_missing(cast):
    answer = cast.client(cast.mentor).post(url("concern_raise", cast), {"opinion": "I have a feeling"})
    assert answer.status_code == 422
    assert "I have a feeling" in answer.content.decode()
    assert not Concern.objects.exists()


def test_what_is_typed_is_kept_from_the_first_key_and_gone_when_sent(cast):
    client = cast.client(cast.mentor)
    client.post(reverse("draft_keep", args=["concern"]), {"happened": "He said that"})
    assert "He said that" in client.get(reverse("safeguarding:concern_raise_mine")).content.decode()
    client.post(reverse("safeguarding:concern_raise_mine"), {"danger": "no", "happened": "He said that"})
    assert not Draft.objects.exists()


def test_somebody_of_two_schemes_says_which(cast):
    from schemes.people.actions import membership_grant

    membership_grant(scheme=cast.other_scheme, user=cast.mentor, role="mentor", by=cast.outsider)
    client, where = cast.client(cast.mentor), reverse("safeguarding:concern_raise_mine")
    assert client.post(where, {"danger": "no", "happened": "It"}).status_code == 422
    client.post(where, {"danger": "no", "happened": "It", "scheme": str(cast.other_scheme.pk)})
    assert Concern.objects.get().scheme == cast.other_scheme


def test_whoever_raised_it_learns_that_it_was_read_and_nothing_more(cast, concern):
    actions.concern_entry_add(concern=concern, kind="opinion", words="Keep an eye on Dee", by=cast.lead)
    actions.concern_acknowledge(concern=concern, by=cast.lead)
    page = cast.client(cast.mentor).get(reverse("safeguarding:concern_mine")).content.decode()
    assert "Read by the safeguarding lead" in page
    assert "Keep an eye" not in page and CANARY not in page
    assert cast.client(cast.mentor).get(url("concern_show", cast, concern_id=concern.pk)).status_code == 404


def test_every_reading_stands_in_the_trail(cast, concern):
    cast.client(cast.lead).get(url("concern_show", cast, concern_id=concern.pk))
    entry = AuditEntry.objects.get(verb="concern.read")
    assert entry.by_key == str(cast.lead.pk)
    assert entry.person_keys == []  # nobody it is about can find it in "who looked at my record"


def test_no_row_in_the_trail_no_page(cast, concern, monkeypatch):
    """Security row 6: an audit that fails lets nothing be read."""

    def broken(**_):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(actions, "audit_record", broken)
    client = cast.client(cast.lead)
    client.raise_request_exception = False
    answer = client.get(url("concern_show", cast, concern_id=concern.pk))
    assert answer.status_code == 500
    assert CANARY not in answer.content.decode()


def test_lists_titles_and_addresses_tell_nothing(cast, concern):
    page = cast.client(cast.lead).get(url("concern_list", cast)).content.decode()
    assert str(concern.pk) in page
    for word in (CANARY, cast.mentor.name, cast.coordinator.name):
        assert word not in page.split("</header>")[1]


def test_absent_and_forbidden_look_the_same(cast, concern):
    """roles.md: the existence of a concern is itself confidential."""
    from uuid import uuid4

    client = cast.client(cast.coordinator)
    hidden = client.get(url("concern_show", cast, concern_id=concern.pk))
    absent = client.get(url("concern_show", cast, concern_id=uuid4()))
    assert hidden.status_code == absent.status_code == 404
    assert len(hidden.content) == len(absent.content)


def test_a_lead_carries_it_through_to_its_end_on_the_pages(cast, concern):
    client = cast.client(cast.lead)

    def go(name, data):
        return client.post(url(name, cast, concern_id=concern.pk), data)

    assert go("concern_acknowledge", {}).status_code == 302
    assert go("concern_entry_add", {"kind": "fact", "words": "Rang the school"}).status_code == 302
    assert go("concern_triage", {"triage": "refer", "route": "child", "strategy": "Today"}).status_code == 302
    referral = {"to": "lado", "to_whom": "Duty", "referred_on": "yesterday", "referred_time": "14:30"}
    assert go("concern_refer", referral).status_code == 302
    assert go("concern_close", {"outcome": "Safe", "learning": "Ask"}).status_code == 302
    concern.refresh_from_db()
    assert concern.state == "closed"
    asked_for = {"prepared_for": "The court", "purpose": "Asked for"}
    paper = client.post(url("concern_print", cast, concern_id=concern.pk), asked_for).content.decode()
    assert "Rang the school" in paper and "Designated officer" in paper


def test_a_step_out_of_turn_keeps_the_words_and_says_why(cast, concern):
    data = {"outcome": "All is well", "learning": "None"}
    answer = cast.client(cast.lead).post(url("concern_close", cast, concern_id=concern.pk), data)
    assert answer.status_code == 422
    assert "All is well" in answer.content.decode()


def test_a_manager_breaks_the_glass_on_the_page(cast, concern):
    data = {"concern": str(concern.pk), "reason": "Nobody answers the telephone since noon"}
    answer = cast.client(cast.manager).post(url("concern_break_glass", cast), data, follow=True)
    assert CANARY in answer.content.decode()
    assert ConcernGrant.objects.get().is_break_glass
    assert "glass" not in answer.request["PATH_INFO"]


def test_naming_the_lead_as_its_subject_shuts_the_page_in_front_of_them(cast, concern):
    client = cast.client(cast.lead)
    answer = client.post(url("concern_subject_add", cast, concern_id=concern.pk), {"person": f"user:{cast.lead.pk}"})
    assert answer.headers["Location"] == url("concern_list", cast)
    assert client.get(url("concern_show", cast, concern_id=concern.pk)).status_code == 404
