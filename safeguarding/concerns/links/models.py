"""Two concerns that belong together."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from mentoring.refusing import Refusal
from safeguarding.concerns.models import Concern


class ConcernLink(Record):
    """Said once, for good, of both alike. Whoever reads one of the two learns of the other only if they read it too."""

    refuses = (Refusal("links of concerns are append-only"),)
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="links_from")
    other = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="links_to")
    why = SealedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(concern=F("other")), name="safeguarding_concernlink_two"),
            models.UniqueConstraint(fields=["concern", "other"], name="safeguarding_concernlink_once"),
        ]

    class DataProtection:
        personal = ("by",)
        sensitive = ("concern", "other", "why")
        ordinary = ()
