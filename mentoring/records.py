"""What every record has: a key that tells nothing and cannot be counted up."""

import uuid

from django.db import models


class Record(models.Model):
    """A row with a random key: the address of a page tells nothing, and a key is never given out twice.

    (A re-used key would inherit the guardian permissions of the row that had it before.)
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class StateChange(Record):
    """One step of a record's life: from, to, when, by whom and why. Rows are added and never changed."""

    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30)
    why = models.TextField(blank=True)
    by = models.ForeignKey("mentoring.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ["created_at"]
