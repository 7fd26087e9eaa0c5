"""What a note of supervision said before it was changed: kept beside it, never altered (S14)."""

from django.conf import settings
from django.db import models

from matching.supervision.models import Supervision
from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from mentoring.refusing import NOT_ERASING, Refusal


class SupervisionAmendmentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who may read the note that only supervision reads; never the mentor it is about."""
        return self.filter(supervision__in=Supervision.objects.private_to(actor))


class SupervisionAmendment(Record):
    """One change of notes that had been signed. The database refuses to alter or remove it."""

    refuses = (
        Refusal("what a note of supervision said before is never altered", acts=("UPDATE",), when=NOT_ERASING),
        Refusal("what a note of supervision said before is never altered", acts=("DELETE",)),
    )
    supervision = models.ForeignKey(Supervision, on_delete=models.PROTECT, related_name="amendments")
    before = SealedJSONField(default=dict)
    because = SealedTextField("why it is changed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SupervisionAmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("before", "because")
        ordinary = ("supervision",)
