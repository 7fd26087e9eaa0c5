"""One message to many people of a list, each written to alone (S9, S10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.notices.models import Letter
from mentoring.records import Record
from schemes.people.merging.models import Kind
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class MailingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever edits people writes to them."""
        return self.filter(scheme_id__in=actor.schemes_for(Permission.PEOPLE_EDIT))


class Mailing(Record):
    """What is written, and to which part of a list. It goes once; whom it went to is fixed in that moment."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="mailings")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    filters = SealedJSONField(default=dict, help_text="state, area and words of the list, as its address has them")
    subject = models.CharField(max_length=120)
    words = SealedTextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MailingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["scheme", "kind", "-created_at"])]

    class DataProtection:
        personal = ("written_by", "subject")
        sensitive = ("words", "filters")
        ordinary = ("scheme", "kind", "sent_at")


class MailingRecipient(Record):
    """One person a mailing was for: the letter that went to them alone, or why they were left out."""

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="recipients")
    volunteer = models.ForeignKey(Volunteer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    young_person = models.ForeignKey(YoungPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    letter = models.ForeignKey(Letter, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    left_out = models.CharField(max_length=20, blank=True, help_text="why nobody wrote to them; empty: written to")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mailing", "volunteer"], name="schemes_mailing_volunteer_once"),
            models.UniqueConstraint(fields=["mailing", "young_person"], name="schemes_mailing_young_person_once"),
            models.CheckConstraint(
                condition=Q(volunteer__isnull=True, young_person__isnull=False)
                | Q(volunteer__isnull=False, young_person__isnull=True),
                name="schemes_mailingrecipient_one_person",
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "letter")
        sensitive = ("left_out",)
        ordinary = ("mailing",)

    @property
    def person(self):
        return self.volunteer or self.young_person


class NoMoreMail(Record):
    """An address that asked for no more messages of a scheme. Links that its owner asks for still go."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "email"], name="schemes_nomoremail_once")]

    class DataProtection:
        personal = ("email",)
        sensitive = ()
        ordinary = ("scheme",)
