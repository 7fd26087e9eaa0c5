"""Staff who volunteer here too do not write on their own record."""

from types import SimpleNamespace

import pytest

from mentoring.transitions import Refused
from schemes.people import stories
from schemes.people.actions import volunteer_edit, volunteer_move
from schemes.people.models import Volunteer
from schemes.recruitment.history.actions import history_keep
from schemes.tests.people.joining_world import interviewed, to_interview

RECORD = "/schemes/sheffield/people/volunteers/{}/"


@pytest.fixture(name="own")
def record_of_the_coordinator(cast):
    Volunteer.objects.filter(pk=cast.uncleared_volunteer.pk).update(user=cast.coordinator)
    return Volunteer.objects.get(pk=cast.uncleared_volunteer.pk)


@pytest.mark.parametrize(
    "write",
    [
        lambda own, by: volunteer_edit(volunteer=own, changes={"area": "Leeds"}, by=by),
        lambda own, by: volunteer_move(volunteer=own, to="applied", by=by),
        lambda own, by: history_keep(volunteer=own, spells=[], stays=[], by=by),
    ],
)
def test_nobody_writes_on_their_own_record(cast, own, write):
    with pytest.raises(Refused, match="your own record"):
        write(own, cast.coordinator)
    write(own, cast.lead)


def test_behind_their_private_link_an_applicant_writes_themselves(own):
    assert volunteer_edit(volunteer=own, changes={"area": "Leeds"}, by=None).area == "Leeds"


def test_the_pages_say_why_and_keep_what_was_typed(cast, own):
    client, record = cast.client(cast.coordinator), RECORD.format(own.pk)
    sent = {**client.get(record + "edit/").context["form"].initial, "area": "Elsewhere"}
    answer = client.post(record + "edit/", {name: value for name, value in sent.items() if value not in (None, False)})
    assert answer.status_code == 422 and "your own record" in answer.content.decode()
    assert "Elsewhere" in answer.content.decode()


def test_nobody_reads_on_their_own_record_what_two_people_made_of_them(cast, own):
    """Outcomes of interview and suitability review: others read them there, never the one they are about."""
    to_interview(SimpleNamespace(coordinator=cast.lead), own)
    interviewed(SimpleNamespace(coordinator=cast.lead), own)
    theirs, others = (stories.volunteer_story(own, reader) for reader in (cast.coordinator, cast.manager))
    assert "Interview held" not in {event["what"] for event in theirs}
    assert "Interview held" in {event["what"] for event in others}
