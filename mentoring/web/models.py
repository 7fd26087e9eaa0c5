"""What a person typed and has not sent yet: kept on the server, encrypted, so that a time-out loses nothing."""

from django.conf import settings
from django.db import models

from mentoring.fields import SealedJSONField
from mentoring.records import Record


class Draft(Record):
    """The half-filled form of one person. `form_key` names the form and what it is about."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    form_key = models.CharField(max_length=120)
    typed = SealedJSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "form_key"], name="mentoring_draft_one_per_form")]

    class DataProtection:
        personal = ("owner",)
        sensitive = ("typed",)
        ordinary = ("form_key", "saved_at")

    def __str__(self):
        return self.form_key
