"""The outbox and the ledger in one: a row is written once, and the row is the truth (reminders.md)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedTextField
from mentoring.records import Record


class OutgoingQuerySet(models.QuerySet):
    def claimable(self, at):
        """What may go out by then and is in nobody's hands: queued, or claimed by a worker whose lease is over."""
        state = Outgoing.State
        free = Q(progress=state.QUEUED) | Q(progress=state.CLAIMED, claimed_until__lt=at)
        return self.filter(free, not_before__lte=at)

    def undeliverable(self):
        return self.filter(progress=Outgoing.State.UNDELIVERABLE)


class Outgoing(Record):
    """What every row of the outbox has, so that one engine sends them all (`actions/outgoing.py`)."""

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to go"
        CLAIMED = "claimed", "On its way"
        SENT = "sent", "Sent"
        DROPPED = "dropped", "No longer true"
        UNDELIVERABLE = "undeliverable", "Could not be delivered"

    progress = models.CharField(max_length=14, choices=State.choices, default=State.QUEUED)
    not_before = models.DateTimeField(help_text="quiet hours and retries push this on")
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    provider_key = models.CharField(max_length=60, blank=True, help_text="what the provider calls what it took")
    delivered_at = models.DateTimeField(null=True, blank=True, help_text="where the provider says so")

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        abstract = True


class NoticeQuerySet(OutgoingQuerySet):
    def visible_to(self, actor):
        """One's own."""
        return self.filter(recipient=actor.user)


class Notice(Outgoing):
    """One thing told to one person by one channel. Unique by rule, object, due date, recipient, channel and step.

    It holds no words about anybody: the rule's own fixed title, and an address that asks for sign-in.
    """

    class Channel(models.TextChoices):
        INBOX = "inbox", "In Alongside"
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text"

    rule = models.CharField(max_length=60)
    object_key = models.CharField(max_length=90)
    due_on = models.DateField()
    step = models.CharField(max_length=30, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    scheme_key = models.CharField(max_length=40, blank=True)
    path = models.CharField(max_length=200, help_text="where the notice leads; asks for sign-in")
    urgent = models.BooleanField(default=False, help_text="goes out in quiet hours too")
    read_at = models.DateTimeField(null=True, blank=True)
    parcel = models.UUIDField(null=True, blank=True, help_text="goes in one mail with others of the same parcel")

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
            models.Index(
                fields=["not_before"], name="mentoring_notice_urgent", condition=Q(urgent=True, sent_at__isnull=True)
            ),
            models.Index(fields=["parcel"], name="mentoring_notice_parcel", condition=Q(parcel__isnull=False)),
        ]

    class DataProtection:
        personal = ("recipient",)
        sensitive = ()
        ordinary = (
            "rule", "object_key", "due_on", "step", "channel", "scheme_key", "path", "progress", "not_before", "urgent",
            "claimed_until", "attempts", "trouble", "sent_at", "delivered_at", "provider_key", "read_at", "parcel",
        )  # fmt: skip

    def __str__(self):
        return f"{self.rule} {self.due_on}"


class LetterQuerySet(OutgoingQuerySet):
    def visible_to(self, actor):
        """Nobody reads letters here; those who run the installation see that one is stuck, and its kind."""
        return self if actor.user.is_site_admin else self.none()


class Letter(Outgoing):
    """A mail to an address that need not be an account's: an invitation, a private link, a message of the scheme.

    The words are sealed while they wait and blanked once they have gone: a link in them opens what it leads to.
    """

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    words = SealedTextField(blank=True)
    kind = models.CharField(max_length=30, help_text="the name of its template: what sort of letter it is")
    about_key = models.CharField(max_length=90, blank=True, help_text="the record that caused it")

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["progress", "not_before"]),
            models.Index(fields=["about_key"]),
        ]

    class DataProtection:
        personal = ("to", "subject")
        sensitive = ("words",)
        ordinary = (
            "kind", "about_key", "progress", "not_before", "claimed_until", "attempts", "trouble", "sent_at",
            "delivered_at", "provider_key",
        )  # fmt: skip

    def __str__(self):
        return f"{self.kind} {self.created_at:%Y-%m-%d}"


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
