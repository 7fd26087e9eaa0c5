"""The outbox and the ledger in one: a row is written once, and the row is the truth (reminders.md)."""

from django.conf import settings
from django.db import models

from mentoring.records import Record


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """One's own."""
        return self.filter(recipient=actor.user)


class Notice(Record):
    """One thing told to one person by one channel. Unique by rule, object, due date, recipient, channel and step.

    It holds no words about anybody: the rule's own fixed title, and an address that asks for sign-in.
    """

    class Channel(models.TextChoices):
        INBOX = "inbox", "In Alongside"
        EMAIL = "email", "E-mail"

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to go"
        CLAIMED = "claimed", "On its way"
        SENT = "sent", "Sent"
        DROPPED = "dropped", "No longer true"
        UNDELIVERABLE = "undeliverable", "Could not be delivered"

    rule = models.CharField(max_length=60)
    object_key = models.CharField(max_length=90)
    due_on = models.DateField()
    step = models.CharField(max_length=30, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    scheme_key = models.CharField(max_length=40, blank=True)
    path = models.CharField(max_length=200, help_text="where the notice leads; asks for sign-in")
    progress = models.CharField(max_length=14, choices=State.choices, default=State.QUEUED)
    not_before = models.DateTimeField(help_text="quiet hours and retries push this on")
    urgent = models.BooleanField(default=False, help_text="goes out in quiet hours too")
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "object_key", "due_on", "step", "recipient", "channel"],
                name="mentoring_notice_once",
            )
        ]
        indexes = [
            models.Index(fields=["progress", "not_before"]),
            models.Index(fields=["recipient", "channel", "-created_at"]),
        ]

    class DataProtection:
        personal = ("recipient",)
        sensitive = ()
        ordinary = (
            "rule", "object_key", "due_on", "step", "channel", "scheme_key", "path", "progress", "not_before", "urgent",
            "claimed_until", "attempts", "trouble", "sent_at", "read_at",
        )  # fmt: skip

    def __str__(self):
        return f"{self.rule} {self.due_on}"


class Heartbeat(models.Model):
    """When a part of the machinery last showed life: "scheduler", "worker"."""

    name = models.CharField(max_length=30, primary_key=True)
    beat_at = models.DateTimeField()

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("name", "beat_at")

    def __str__(self):
        return self.name
