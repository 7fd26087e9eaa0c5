"""One person held twice: the pairs that look alike, and who was put together with whom (S9, S10, A3)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.fields import SealedJSONField
from mentoring.records import Record
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class Kind(models.TextChoices):
    """Which of the two lists."""

    VOLUNTEERS = "volunteers", "Volunteers"
    YOUNG_PEOPLE = "young-people", "Young people"


class LikelyPairQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever edits people puts them together."""
        return self.filter(scheme_id__in=actor.schemes_for(Permission.PEOPLE_EDIT))


class LikelyPair(Record):
    """Two records that may be one person. "Not the same" is remembered, so that nobody is asked twice.

    The keys are plain, the smaller one first: a pair is found anew each night and must not hold anybody's record.
    """

    class Likeness(models.TextChoices):
        SAME = "same", "Very likely the same"
        UNCLEAR = "unclear", "Perhaps the same"
        SHARES_EMAIL = "shares e-mail", "Two names, one e-mail"
        SHARES_PHONE = "shares phone", "Two names, one phone"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    one_key = models.UUIDField()
    other_key = models.UUIDField()
    likeness = models.CharField(max_length=14, choices=Likeness.choices)
    rank = models.PositiveSmallIntegerField(default=0, help_text="the surest first")
    agrees = models.JSONField(default=list, help_text="which of name, birth date, e-mail and phone agree")
    parted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    parted_at = models.DateTimeField("said to be two people", null=True, blank=True)

    objects = LikelyPairQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one_key", "other_key"], name="schemes_likelypair_once"),
            models.CheckConstraint(condition=Q(one_key__lt=F("other_key")), name="schemes_likelypair_in_order"),
        ]
        indexes = [models.Index(fields=["scheme", "kind", "parted_at", "rank"])]

    class DataProtection:
        personal = ("one_key", "other_key", "agrees", "parted_by")
        sensitive = ()
        ordinary = ("scheme", "kind", "likeness", "rank", "parted_at")

    @property
    def tone(self) -> str:
        return "today" if self.likeness == self.Likeness.SAME else "plain"


class MergedPersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """An old address leads on for whoever may see mentors; the record it leads to asks again."""
        return self.filter(scheme_id__in=actor.schemes_for(Permission.MENTORS_READ))


class MergedPerson(Record):
    """What is left of a record that was put together with another: where its address leads now, and all it held."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    gone_key = models.UUIDField(unique=True)
    gone_ref = models.CharField(max_length=10)
    volunteer = models.ForeignKey(Volunteer, null=True, blank=True, on_delete=models.CASCADE, related_name="merged_in")
    young_person = models.ForeignKey(
        YoungPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="merged_in"
    )
    held = SealedJSONField(default=dict, help_text="what the record that is gone held, and what was moved or changed")
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = MergedPersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(volunteer__isnull=True, young_person__isnull=False)
                | Q(volunteer__isnull=False, young_person__isnull=True),
                name="schemes_mergedperson_into_one",
            )
        ]

    class DataProtection:
        personal = ("gone_key", "gone_ref", "volunteer", "young_person", "merged_by")
        sensitive = ("held",)
        ordinary = ("scheme", "kind")

    @property
    def kept(self):
        """The record it is part of now."""
        return self.volunteer or self.young_person
