"""The rules of reminders.md about pairs: due for whom, from when, and who hears later."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from matching import reminders
from matching.endings.actions import ending_save, match_end
from matching.relationships.reviews.actions import review_say
from matching.supervision.actions import supervision_plan, supervision_record
from mentoring.accounts.models import User
from mentoring.notices.actions import reminders_run


def to_whom(dues, world) -> dict[str, str]:
    names = {
        getattr(world, name).pk: name for name in ("coordinator", "manager", "supervisor", "mentor", "peer", "mentee")
    }
    return {names[due.recipient_id]: due.step for due in dues if due.recipient_id in names}


@pytest.fixture
def late(world):
    """A supervision that was to be yesterday and of which nobody has written."""
    (row,) = supervision_plan(
        volunteers=[world.volunteer], supervisor=world.supervisor, planned_at=timezone.now(), by=world.supervisor
    )
    return row


def about(row, dues):
    return [due for due in dues if str(row.pk) in due.object_key]


def test_supervision_overdue_climbs_to_coordinator_and_manager(world, late):
    def told(days):
        return to_whom(about(late, reminders.supervision_late(timezone.now() + timedelta(days=days))), world)

    assert told(0) == {}
    assert told(1) == {"supervisor": "", "mentor": "mentor"}
    assert told(7) == {"supervisor": "", "mentor": "mentor", "coordinator": "co-ordinator"}
    assert told(14)["manager"] == "manager"


def test_supervision_that_was_written_down_is_no_longer_due(world, late):
    supervision_record(supervision=late, outcome="held", notes={}, by=world.supervisor)
    assert about(late, reminders.supervision_late(timezone.now() + timedelta(days=30))) == []


def test_supervision_coming_is_told_to_both_a_week_before(world):
    dues = about(world.supervision, reminders.supervision_soon(timezone.now()))
    assert to_whom(dues, world) == {"supervisor": "", "mentor": ""}


def test_review_is_told_a_fortnight_before_to_both_sides_and_the_coordinator(world):
    review = world.review

    def told(days):
        at = timezone.now() + timedelta(days=(review.due_on - timezone.localdate()).days + days)
        return to_whom(about(review, reminders.review_due(at)), world)

    assert told(-15) == {}
    assert told(-14) == {"coordinator": "", "mentor": "both", "mentee": "both"}
    assert told(-3) == {"coordinator": "", "mentor": "asked again", "mentee": "asked again"}
    review_say(review=review, view="We laugh.", by=world.mentor)
    assert told(-3) == {"coordinator": "", "mentor": "both", "mentee": "asked again"}, "who has said it is left alone"
    assert told(1)["coordinator"] == "overdue"
    assert told(14)["manager"] == "manager"


def test_s15_an_ending_is_chased_until_it_is_recorded(world):
    match = world.ending_match

    def told(days):
        return to_whom(about(match, reminders.ending_missing(timezone.now() + timedelta(days=days))), world)

    assert told(6) == {}
    assert told(7) == {"coordinator": ""}
    assert told(21) == {"coordinator": "", "manager": "manager"}
    fields = {"way": "meeting", "planned": "planned", "reason": "as-agreed", "meeting_on": timezone.localdate()}
    ending_save(match=match, fields=fields, by=world.coordinator)
    match_end(match=match, by=world.coordinator)
    assert told(60) == {}


def test_nothing_in_a_mail_names_anybody_or_says_what_it_is_about(world, late):
    reminders_run(at=(timezone.now() + timedelta(days=8)).replace(hour=12))
    first_names = {user.email: user.first_name for user in User.objects.all()}
    reminders = [message for message in mail.outbox if message.subject.startswith("Something to look at")]
    assert reminders
    for message in reminders:
        told = message.message().as_string().replace(f"Hello {first_names[message.to[0]]}", "")
        told = told.replace(message.to[0], "")
        assert not [word for word in ("Zofia", "Jay", "Kofi", "sheffield", "concern", "care leaver") if word in told]
