"""Somebody asks to be forgotten, or their time is over (UK GDPR, articles 5(1)(e) and 17); and what stops it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import StateChange
from safeguarding.erasure.states import ERASURE_MOVES, OPEN
from safeguarding.records.models import OfPerson, OfPersonQuerySet


def signer():
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )


class Erasure(OfPerson):
    """Asked for, decided class by class, agreed to by a second person and carried out in the same moment.

    `stays`: key of a class of record → key of the reason for which it stays. `who`: the name and the birthday under
    which what the law keeps can be found again, where any of it is there; nobody else than a lead reads it.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Being looked at")
        DECIDED = "decided", _("Waits for a second person")
        DONE = "done", _("Done")
        REFUSED = "refused", _("Not done")
        TAKEN_BACK = "taken-back", _("Taken back")

    class Way(models.TextChoices):
        PORTAL = "portal", "On their own page"
        LETTER = "letter", "By letter"
        EMAIL = "email", "By e-mail"
        SAID = "said", "Said to somebody"
        TIME = "time", "Nobody asked: its time is over"

    class Reason(models.TextChoices):
        CLAIM = "claim", "A claim is being made or defended (UK GDPR, article 17(3)(e))"
        LAW = "law", "A law or a court says that we keep it (article 17(3)(b))"
        SPEECH = "speech", "Others have a right to say it (article 17(3)(a))"

    moves = ERASURE_MOVES

    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED, editable=False)
    way = models.CharField("how did they ask?", max_length=6, choices=Way.choices, default=Way.PORTAL)
    asked_on = models.DateField("when did they ask?")
    words = SealedTextField("what did they ask for?", blank=True)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stays = models.JSONField(default=dict, blank=True)
    decided_by, agreed_by = signer(), signer()
    refused_because = SealedTextField("why is it not done?", blank=True)
    done_at = models.DateTimeField(null=True, blank=True, editable=False)
    who = SealedJSONField(default=dict, blank=True, editable=False)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["scheme", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(volunteer__isnull=False) | Q(young_person__isnull=False),
                name="safeguarding_erasure_of_somebody",
            ),
            *(
                models.UniqueConstraint(
                    fields=["scheme", key],
                    condition=Q(("state__in", OPEN), (f"{key}__isnull", False)),
                    name=f"safeguarding_erasure_one_open_{key}",
                )
                for key in ("user", "volunteer", "young_person")
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | (
                    Q(decided_by__isnull=False, agreed_by__isnull=False)
                    & ~Q(agreed_by=F("decided_by"))
                    & (Q(user__isnull=True) | (~Q(agreed_by=F("user")) & ~Q(decided_by=F("user"))))
                ),
                name="safeguarding_erasure_two_people",
            ),
        ]

    class DataProtection:
        personal = ("user", "volunteer", "young_person", "logged_by", "decided_by", "agreed_by", "way", "asked_on")
        sensitive = ("words", "refused_because", "who")
        ordinary = ("scheme", "state", "stays", "done_at")


class ErasureStateChange(StateChange):
    erasure = models.ForeignKey(Erasure, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("erasure",)


class LegalHoldQuerySet(OfPersonQuerySet):
    def open(self):
        return self.filter(ended_at__isnull=True)


class LegalHold(OfPerson):
    """Nothing of this person goes while it lasts: an inquiry, a claim or a complaint needs it. They are not told."""

    reason = SealedTextField("what is it for?")
    review_on = models.DateField("look again on")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = signer()
    ended_because = SealedTextField("why does it end?", blank=True)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering = ["review_on", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(volunteer__isnull=False) | Q(young_person__isnull=False),
                name="safeguarding_legalhold_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="safeguarding_legalhold_ended_whole",
            ),
        ]

    class DataProtection:
        personal = ("user", "volunteer", "young_person", "placed_by", "ended_by")
        sensitive = ("reason", "ended_because")
        ordinary = ("scheme", "review_on", "ended_at")
