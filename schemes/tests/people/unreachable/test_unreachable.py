"""Whoever our mails do not reach is rung by somebody (issue "Reminders": permanent failure makes a task)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.notices.models import Notice
from mentoring.tests.due_kit import pairs, told
from schemes.people.unreachable.reminders import person_unreachable

NOW = timezone.now()


def wrote(user, progress: str, days_ago: int, channel: str = "email") -> None:
    at = NOW - timedelta(days=days_ago)
    row = Notice.objects.create(
        rule="session_soon", object_key=f"test:{days_ago}{channel}{progress}", due_on=at.date(), recipient=user,
        channel=channel, path="/", not_before=at, progress=progress,
    )  # fmt: skip
    Notice.objects.filter(pk=row.pk).update(created_at=at)


@pytest.mark.parametrize(
    ("history", "hear"),
    [
        ([], ""),
        ([("sent", 1)], ""),
        ([("undeliverable", 0)], "coordinator"),
        ([("undeliverable", 13)], "coordinator"),
        ([("undeliverable", 14)], "coordinator, manager:manager"),
        ([("undeliverable", 31)], ""),
        ([("undeliverable", 5), ("sent", 4)], ""),
        ([("sent", 5), ("undeliverable", 4)], "coordinator"),
        ([("dropped", 1)], ""),
    ],
    ids=lambda given: str(given) or "nobody",
)
def test_who_hears_that_somebody_is_not_reached(world, history, hear):
    for progress, days_ago in history:
        wrote(world.mentee, progress, days_ago)
    assert told(person_unreachable, NOW, world, about=world.young_person) == pairs(hear)


def test_what_stands_in_the_inbox_counts_for_nothing(world):
    wrote(world.mentee, "undeliverable", 3)
    wrote(world.mentee, "sent", 1, channel="inbox")
    assert told(person_unreachable, NOW, world, about=world.young_person) == pairs("coordinator")


def test_the_first_page_says_the_same(world):
    wrote(world.mentee, "undeliverable", 3)
    words = f"Our mail does not reach {world.young_person.name}"
    assert words in world.client(world.coordinator).get("/").text
    assert words not in world.client(world.supervisor).get("/").text
