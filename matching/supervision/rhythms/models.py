"""How often a scheme supervises, from which day on (S14, P8, L6)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from matching.supervision.rhythm import LONGEST, LONGEST_PEER, USUAL, USUAL_GROUP, USUAL_PEER, Rhythm
from mentoring.records import Record
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class SupervisionRhythmQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.SUPERVISION_READ))

    def newest_on(self, day):
        """Those that hold on that day or held before, the newest first."""
        return self.filter(from_on__lte=day).order_by("-from_on")


class SupervisionRhythm(Record):
    """The intervals of one scheme from one day on. What held before stays readable."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="supervision_rhythms")
    from_on = models.DateField("from which day?")
    every_days = models.PositiveSmallIntegerField("one to one, days between", default=USUAL)
    peer_every_days = models.PositiveSmallIntegerField("peer mentors one to one, days between", default=USUAL_PEER)
    group_every_days = models.PositiveSmallIntegerField("in a group, days between", default=USUAL_GROUP)
    peer_group_every_days = models.PositiveSmallIntegerField(
        "peer mentors in a group, days between", default=USUAL_GROUP
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SupervisionRhythmQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "from_on"], name="matching_supervisionrhythm_one_a_day"),
            models.CheckConstraint(
                condition=Q(peer_every_days__lte=LONGEST_PEER)
                & Q(peer_every_days__lte=F("every_days"))
                & Q(every_days__lte=LONGEST),
                name="matching_supervisionrhythm_peers_monthly",
            ),
        ]

    class DataProtection:
        personal = ("set_by",)
        sensitive = ()
        ordinary = (
            "scheme", "from_on", "every_days", "peer_every_days", "group_every_days", "peer_group_every_days",
        )  # fmt: skip

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.every_days, self.peer_every_days, self.group_every_days, self.peer_group_every_days)
