"""How somebody may be reached without harm, and an address that nobody must learn (goal 30; the ICO's reprimands)."""

from django.conf import settings
from django.db import models

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class SafeContactQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people has to know which ways are not safe; nobody reads their own as staff."""
        rows = self.filter(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
        return rows.exclude(young_person__user=actor.user)


class SafeContact(Record):
    """What counts from then on; rows are added, and the newest counts, which alone holds the address. The address and
    why are for leads alone."""

    class Way(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Texts"
        CALL = "call", "Calls"
        VOICE = "voice", "Messages on the answering machine"
        POST = "post", "Letters"
        VISIT = "visit", "Visits at home"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="+")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="safe_contacts")
    unsafe_ways = models.JSONField("not safe", default=list, blank=True)
    instead = SealedTextField("how to reach them instead", blank=True)
    address_is_secret = models.BooleanField("nobody may learn where they live", default=False)
    address = SealedTextField("where they live", blank=True)
    why = SealedTextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SafeContactQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["young_person", "created_at"])]

    class DataProtection:
        personal = ("by",)
        sensitive = ("young_person", "unsafe_ways", "instead", "address_is_secret", "address", "why")
        ordinary = ("scheme",)

    @property
    def unsafe_words(self) -> list[str]:
        return [str(label) for key, label in self.Way.choices if key in self.unsafe_ways]

    @property
    def warns(self) -> bool:
        return bool(self.unsafe_ways or self.address_is_secret)
