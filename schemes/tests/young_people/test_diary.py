"""Only for me: its owner reads, changes and deletes it; nobody else has a door, and nothing tells of it (0019)."""

import pytest
from django.db import connection
from django.urls import reverse

from mentoring.audit.models import AuditEntry
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.actions import membership_end, membership_grant
from schemes.young_people.diary import actions
from schemes.young_people.diary.models import DiaryEntry

LIST = "/me/notes/"
WORDS = "I sing in the bath.\nNobody knows."


@pytest.fixture
def entry(cast):
    return actions.diary_write(words=WORDS, by=cast.mentee)


def address(entry, name="diary_show"):
    return reverse(f"schemes:{name}", args=[entry.pk])


def test_s5_written_kept_changed_and_read_by_its_owner(cast):
    young = cast.client(cast.mentee)
    assert young.post(f"{LIST}new/", {"words": WORDS}).headers["Location"] == LIST
    entry = DiaryEntry.objects.get()
    assert "I sing in the bath." in young.get(LIST).content.decode()
    young.post(address(entry), {"words": "I sing in a choir."})
    assert "I sing in a choir." in young.get(address(entry)).content.decode()


def test_roles_nobody_else_sees_it_whatever_they_are(cast, entry):
    for name in ("coordinator", "manager", "lead", "supervisor", "trainer", "mentor", "outsider", "site_admin"):
        user = getattr(cast, name)
        assert not DiaryEntry.objects.visible_to(cast.actor(user)).exists(), name
        assert cast.client(user).get(address(entry)).status_code == 404, name
        assert cast.client(user).post(address(entry, "diary_remove")).status_code == 404, name
    for by in (cast.coordinator, cast.mentor):
        with pytest.raises(Refused):
            actions.diary_change(entry=entry, words="Mine", by=by)
        with pytest.raises(Refused):
            actions.diary_remove(entry=entry, by=by)
    assert DiaryEntry.objects.get().words == WORDS


def test_roles_inside_a_scheme_not_even_its_owner_meets_it(cast, entry):
    membership_grant(scheme=cast.scheme, user=cast.mentee, role="coordinator", by=cast.manager)
    assert not DiaryEntry.objects.visible_to(cast.actor(cast.mentee).within(cast.scheme)).exists()


def test_the_trail_says_nothing_not_even_that_somebody_wrote(cast):
    before = AuditEntry.objects.count()
    entry = actions.diary_write(words=WORDS, by=cast.mentee)
    actions.diary_change(entry=entry, words="Less", by=cast.mentee)
    actions.diary_remove(entry=entry, by=cast.mentee)
    assert AuditEntry.objects.count() == before


def test_deleting_is_real_and_takes_what_was_half_typed_along(cast, entry):
    young = cast.client(cast.mentee)
    young.post(reverse("draft_keep", args=[actions.draft_key(entry)]), {"words": "half a thought"})
    assert "half a thought" in young.get(address(entry)).content.decode()
    young.post(address(entry, "diary_remove"))
    assert not DiaryEntry.objects.exists()
    assert not cast.mentee.drafts.exists()


def test_what_is_half_typed_comes_back_on_another_device_and_to_nobody_else(cast):
    cast.client(cast.mentee).post(reverse("draft_keep", args=[actions.NEW]), {"words": "half a thought"})
    assert "half a thought" in cast.client(cast.mentee).get(f"{LIST}new/").content.decode()
    membership = cast.peer.memberships.get()
    membership_end(membership=membership, by=cast.manager)
    assert cast.client(cast.peer).get(f"{LIST}new/").status_code == 404, "a mentor has no such page"


def test_security_the_words_lie_sealed(entry):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM schemes_diaryentry")
        assert cursor.fetchone()[0].startswith("enc1:")


def test_the_page_says_who_can_read_it_and_how_to_get_help(cast, entry):
    page = cast.client(cast.mentee).get(LIST).content.decode()
    for told in ("No one else has a page that shows it.", "We hold the key", "nobody can help you here"):
        assert told in page
    assert page.count(reverse("safeguarding:concern_raise_mine")) >= 2
    assert 'data-leave-to="' in page


def test_it_lives_on_after_the_scheme_and_its_title_and_address_say_nothing(cast, entry):
    membership_end(membership=cast.mentee.memberships.get(), by=cast.manager)
    page = cast.client(cast.mentee).get(LIST)
    assert page.status_code == 200
    title = page.content.decode().split("<title>")[1].split("</title>")[0]
    assert "diary" not in f"{title}{address(entry)}{LIST}".lower()


@pytest.mark.parametrize("name", ["diary_list", "diary_write"])
def test_young_people_read_plain_words(cast, entry, name):
    page = cast.client(cast.mentee).get(reverse(f"schemes:{name}")).content.decode()
    assert reading_age_of_page(page) <= 9
