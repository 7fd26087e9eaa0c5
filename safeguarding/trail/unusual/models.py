"""What came of asking somebody about something in the trail."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from mentoring.refusing import NOT_ERASING, Refusal
from safeguarding.trail.unusual.rules import CALLED, Rule
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme

KEPT = "what came of asking is append-only"


class LookAnswerQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Managers; about concerns and the like leads alone, who read of managers too. Nobody what is about them."""
        leads = Q(scheme_id__in=actor.schemes_for(Permission.CONCERN_LIST))
        manages = Q(scheme_id__in=actor.schemes_for(Permission.AUDIT_READ), is_shut=False)
        return self.filter(leads | manages).exclude(who=actor.user)


class LookAnswer(Record):
    """Somebody was asked about one finding, and what they said. What comes of it later is another row.

    `key` finds the finding again, which is worked out from the trail each time; `number`: how much there was of it
    then, so that it opens again if there comes to be more.
    """

    refuses = (
        Refusal(KEPT, acts=("UPDATE",), when=NOT_ERASING),
        Refusal(KEPT, acts=("DELETE",)),
    )

    class Outcome(models.TextChoices):
        EXPLAINED = "explained", "There is a good reason"
        FURTHER = "further", "Look into it further"
        DEALT_WITH = "dealt-with", "It was not right, and was dealt with"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="look_answers")
    key = models.CharField(max_length=32)
    rule = models.CharField(max_length=16, choices=[(rule.value, CALLED[rule]) for rule in Rule])
    day = models.DateField()
    number = models.PositiveIntegerField()
    is_shut = models.BooleanField("about what only leads read", default=False)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("what came of it", max_length=10, choices=Outcome.choices)
    note = SealedTextField("what they said, and how you know")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = LookAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["scheme", "key"])]
        constraints = [
            models.CheckConstraint(condition=~Q(by=models.F("who")), name="safeguarding_lookanswer_by_another")
        ]

    class DataProtection:
        personal = ("who", "by")
        sensitive = ("rule", "day", "number", "is_shut", "outcome", "note")
        ordinary = ("scheme", "key")
