"""What a mentor tells the co-ordinators of themselves: they will be away, or something in their life changes (L7)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from matching.pairing.models import Match
from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


class MentorNewsQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The co-ordinators, and the mentor their own; not staff whom it is about, or whose mentor it is."""
        return self.told_to(actor) | self.filter(actor.own(volunteer__user=actor.user))

    def told_to(self, actor):
        """As staff: what waits for a co-ordinator."""
        theirs = self.filter(volunteer__scheme_id__in=actor.schemes_for(Permission.MATCH_EDIT))
        mentors_of_theirs = Match.objects.filter(young_person__user=actor.user).values("volunteer")
        return theirs.exclude(volunteer__in=mentors_of_theirs).exclude(
            volunteer__in=Volunteer.objects.filter(user=actor.user)
        )

    def open(self):
        return self.filter(answered_at__isnull=True, taken_back_at__isnull=True)


class MentorNews(Record):
    """Said once and answered; it moves nothing by itself. The young person never learns the reason from us."""

    class Kind(models.TextChoices):
        AWAY = "away", _("I’ll be away")
        JOB = "job", _("Work")
        HOME = "home", _("Where I live")
        HEALTH = "health", _("My health")
        CARING = "caring", _("Somebody I care for")
        STUDY = "study", _("Studies")
        OTHER = "other", _("Something else")

    class Means(models.TextChoices):
        CARRY_ON = "carry-on", _("We carry on as we are")
        FEWER = "fewer", _("We meet less often")
        PAUSE = "pause", _("We take a break")
        END_WELL = "end-well", _("We come to a good end")

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="news")
    kind = models.CharField("what is it about?", max_length=6, choices=Kind.choices)
    from_on = models.DateField("from when?")
    until_on = models.DateField("until when?", null=True, blank=True)
    means = models.CharField("what do you think it means?", max_length=8, choices=Means.choices, blank=True)
    words = SealedTextField("anything you want to say about it", blank=True)
    answer = SealedTextField("what happens now", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    read_at = models.DateTimeField(null=True, blank=True, editable=False)  # the answer, by the mentor
    taken_back_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MentorNewsQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "news of mentors"
        indexes = [models.Index(fields=["volunteer", "answered_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "kind"],
                condition=Q(answered_at__isnull=True, taken_back_at__isnull=True),
                name="matching_mentornews_one_open_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="matching_mentornews_days_in_order",
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "answered_by")
        sensitive = ("kind", "means", "words", "answer", "from_on", "until_on")
        ordinary = ("answered_at", "read_at", "taken_back_at")

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.taken_back_at is None

    @property
    def is_away(self) -> bool:
        return self.kind == self.Kind.AWAY

    @property
    def said(self) -> str:
        """What it is about, to follow "about": "being away", "my health" stays the mentor's own words elsewhere."""
        return SAID[self.kind]


#: What follows "told you about".
SAID = {
    "away": "being away",
    "job": "work",
    "home": "where they live",
    "health": "their health",
    "caring": "somebody they care for",
    "study": "their studies",
    "other": "something that changes",
}
