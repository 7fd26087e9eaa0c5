"""S14: what both read and what supervision reads; signed, then changed only with a reason; the mentor may add to it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.models import SupervisionAmendment
from matching.supervision.notes.actions import supervision_amend, supervision_comment
from matching.tests.readying import mentor_ready
from matching.tests.supervision.made import planned, recorded
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant, volunteer_edit

NOTES = {"shared_note": "Ring Dee.", "private_note": "Worn out."}


@pytest.fixture
def held(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    return recorded(cast, planned(cast, mentor, days=-1), notes=NOTES)


def read(cast, reader, held, name="supervision_record", more="") -> str:
    where = reverse(f"matching:{name}", args=[cast.scheme.slug, held.pk])
    return cast.client(reader).get(where + more).content.decode()


def test_s14_the_private_note_is_for_supervision_co_ordinators_and_the_lead_alone(cast, held):
    for reader in (cast.supervisor, cast.coordinator, cast.lead):
        assert "Worn out." in read(cast, reader, held)
    mine = cast.client(cast.mentor).get("/me/supervision/").content.decode()
    assert "Ring Dee." in mine
    assert "Worn out." not in mine
    assert "notes for supervision only" in mine


def test_s14_whoever_takes_the_mentor_over_reads_what_was_held_before(cast, held):
    membership_grant(scheme=cast.scheme, user=cast.trainer, role="supervisor", by=cast.manager)
    assert cast.client(cast.trainer).get(f"/schemes/sheffield/supervision/{held.pk}/").status_code == 404
    volunteer_edit(volunteer=held.volunteer, changes={"supervisor": cast.trainer}, by=cast.coordinator)
    assert "Worn out." in read(cast, cast.trainer, held)
    assert cast.client(cast.trainer).get(f"/schemes/sheffield/supervision/{held.pk}/amend/").status_code == 403


def test_s14_signed_notes_change_only_with_a_reason_and_keep_what_they_said(cast, held):
    assert (held.written_by, held.written_at is not None) == (cast.supervisor, True)
    where = reverse("matching:supervision_amend", args=[cast.scheme.slug, held.pk])
    sent = {"shared_note": "Ring Dee on Monday.", "private_note": "Worn out."}
    assert cast.client(cast.supervisor).post(where, sent).status_code == 422
    with pytest.raises(Refused, match="signed"):
        supervision_amend(supervision=held, notes=sent, by=cast.supervisor)
    cast.client(cast.supervisor).post(where, sent | {"because": "The day was left out."})
    page = read(cast, cast.coordinator, held)
    for words in ("Ring Dee on Monday.", "The day was left out.", "It said:", "by Lou Marsh"):
        assert words in page
    mine = cast.client(cast.mentor).get("/me/supervision/").content.decode()
    assert "Changed on" in mine
    assert "The day was left out." not in mine


def test_notes_that_stay_the_same_are_no_change(cast, held):
    supervision_amend(supervision=held, notes=NOTES, because="Nothing", by=cast.supervisor)
    assert not SupervisionAmendment.objects.exists()


def test_the_database_alters_and_removes_no_amendment(cast, held):
    supervision_amend(supervision=held, notes={"shared_note": "Other."}, because="Wrong one.", by=cast.supervisor)
    for act in (lambda: SupervisionAmendment.objects.update(because="x"), SupervisionAmendment.objects.all().delete):
        with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
            act()


def test_s14_the_mentor_adds_their_own_words_until_they_meet_again(cast, held):
    where = reverse("matching:my_supervision_comment", args=[held.pk])
    assert cast.client(cast.mentor).post(where, {"words": "It helped."}).status_code == 302
    assert "It helped." in read(cast, cast.supervisor, held)
    assert cast.client(cast.peer).get(where).status_code == 404
    with pytest.raises(Refused, match="Only the mentor"):
        supervision_comment(supervision=held, words="No", by=cast.supervisor)
    recorded(cast, planned(cast, held.volunteer, hours=-1))
    with pytest.raises(Refused, match="next time"):
        supervision_comment(supervision=held, words="Late", by=cast.mentor)


def test_s14_a_print_leaves_the_private_note_out_unless_asked_and_stands_in_the_trail(cast, held):
    assert "Worn out." not in read(cast, cast.supervisor, held, "supervision_print")
    assert "Worn out." in read(cast, cast.supervisor, held, "supervision_print", "?private")
    assert AuditEntry.objects.filter(verb="supervision.printed").count() == 2


def test_what_is_typed_is_kept_until_it_is_signed(cast):
    ahead = planned(cast, mentor_ready(cast, cast.volunteer), days=-1)
    keep = reverse("draft_keep", args=[f"supervision-{ahead.pk}"])
    cast.client(cast.supervisor).post(keep, {"shared_note": "Half a sent"})
    assert "Half a sent" in read(cast, cast.supervisor, ahead)
    recorded(cast, ahead, notes={"shared_note": "A whole one."})
    assert "Half a sent" not in read(cast, cast.supervisor, ahead)


def test_after_a_group_a_note_on_one_mentor_is_written_first_and_then_locked(cast):
    from matching.supervision.groups.actions import supervision_group_record

    people = mentor_ready(cast, cast.volunteer), mentor_ready(cast, cast.peer_volunteer)
    group = planned(cast, *people, days=-1).group
    came = {row.pk: "held" for row in group.supervisions.all()}
    supervision_group_record(group=group, topics="Texts.", came=came, by=cast.supervisor)
    place = group.supervisions.get(volunteer=people[0])
    place = supervision_amend(supervision=place, notes={"private_note": "Quiet today."}, by=cast.supervisor)
    assert (place.written_by, place.amendments.count()) == (cast.supervisor, 0)
    with pytest.raises(Refused, match="signed"):
        supervision_amend(supervision=place, notes={"private_note": "Loud."}, by=cast.supervisor)


def test_s13_a_session_stays_locked_after_supervision_that_was_held_and_not_after_one_that_was_missed(pair_of_cast):
    from matching.relationships.amendments.queries import is_locked

    world, session = pair_of_cast
    missed = planned(world, world.volunteer, hours=-1)
    recorded(world, missed, "missed", missed_by="mentor")
    assert not is_locked(session)
    recorded(world, planned(world, world.volunteer, minutes=-1))
    assert is_locked(session)


@pytest.fixture
def pair_of_cast(world):
    """A session held and written down a day ago, before any supervision."""
    import time_machine

    from matching.models import Supervision
    from matching.relationships.actions import session_log

    Supervision.objects.filter(outcome="held").update(planned_at=timezone.now() - timedelta(days=300))
    at = timezone.now() - timedelta(days=1)
    with time_machine.travel(at + timedelta(hours=1)):
        session = session_log(
            match=world.match, outcome="held", planned_at=at, minutes=60, channel="in-person", by=world.mentor
        )
    return world, session
