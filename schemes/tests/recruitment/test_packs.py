"""S9: what a volunteer was sent, each time, and by whom."""

from datetime import date

import pytest

from mentoring.transitions import Refused
from schemes.recruitment.packs.actions import pack_send


def test_every_pack_is_kept_and_the_record_knows_the_newest(cast):
    for day in (date(2026, 9, 3), date(2026, 8, 1)):
        pack_send(volunteer=cast.volunteer, things=["Expenses"], way="post", sent_on=day, by=cast.coordinator)
    cast.volunteer.refresh_from_db()
    assert cast.volunteer.pack_sent_on == date(2026, 9, 3)
    assert [sending.sent_on for sending in cast.volunteer.packs_sent.all()] == [date(2026, 9, 3), date(2026, 8, 1)]


def test_a_pack_with_nothing_in_it_is_none(cast):
    with pytest.raises(Refused):
        pack_send(volunteer=cast.volunteer, things=[], way="post", sent_on=date(2026, 9, 3), by=cast.coordinator)


def test_the_page_asks_what_was_in_it_and_the_record_shows_it(cast):
    client, record = cast.client(cast.coordinator), f"/schemes/sheffield/people/volunteers/{cast.volunteer.pk}/"
    sent = {"way": "email", "sent_on": "yesterday"}
    assert client.post(record + "pack/", sent).status_code == 422
    assert client.post(record + "pack/", {**sent, "things": ["Expenses"], "other": "Bus map"}).status_code == 302
    page = client.get(record).content.decode()
    assert "Expenses, Bus map" in page
    assert "Dee Parker" in page
