"""Two who do not meet for a while, and who meets the young person meanwhile (L7: pause with cover, no disappearing)."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from matching.pairing.models import Match
from matching.relationships.models import OfMatch
from mentoring.fields import SealedTextField
from mentoring.records import Record
from safeguarding.concerns.queries import holds
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission

#: States of a match in which somebody may stand in: never once it is coming to an end.
COVERED = ("active", "under-review", "paused")


class Pause(OfMatch):
    """From one day to another, both in it; without a last day there is one on which somebody looks again. It is over
    once somebody says so: a mentor who does not come back must not go unseen."""

    class Whose(models.TextChoices):
        MENTOR = "mentor", "The mentor is away"
        MENTEE = "mentee", "The young person wants a break"

    whose = models.CharField("who is it for?", max_length=6, choices=Whose.choices)
    from_on = models.DateField("from")
    until_on = models.DateField("last day", null=True, blank=True)
    look_again_on = models.DateField("look again on", null=True, blank=True)
    why = SealedTextField("why")
    contact_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+",
        verbose_name="who keeps in touch with the young person?",
    )  # fmt: skip
    contact_every_days = models.PositiveSmallIntegerField("every how many days?", default=14)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    over_on = models.DateField("together again on", null=True, blank=True, editable=False)
    over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    over_because = SealedTextField("why it ended early", blank=True, editable=False)

    class Meta:
        ordering = ["-from_on", "-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["match"],
                condition=Q(over_on__isnull=True, withdrawn_at__isnull=True),
                name="matching_pause_one_open_per_match",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="matching_pause_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=False) | Q(look_again_on__isnull=False),
                name="matching_pause_ends_or_is_looked_at",
            ),
        ]
        indexes = [models.Index(fields=["over_on", "withdrawn_at", "until_on"])]

    class DataProtection:
        personal = ("contact_by", "planned_by", "over_by")
        sensitive = ("whose", "why", "over_because")
        ordinary = (
            "match", "from_on", "until_on", "look_again_on", "contact_every_days", "withdrawn_at", "over_on",
        )  # fmt: skip

    @property
    def is_open(self) -> bool:
        return self.over_on is None and self.withdrawn_at is None

    def stage(self, today: date) -> str:
        """ "ahead", "on", "late" (its last day has passed, and nobody said that they are back), "over", "withdrawn"."""
        if not self.is_open:
            return "withdrawn" if self.withdrawn_at else "over"
        if self.from_on > today:
            return "ahead"
        return "late" if self.until_on and self.until_on < today else "on"

    def holds_on(self, day: date) -> bool:
        """Is this day one on which the two do not meet?"""
        if self.withdrawn_at or day < self.from_on:
            return False
        last = self.until_on or date.max
        return day < self.over_on if self.over_on else day <= last

    @property
    def ends_on(self) -> date | None:
        """The day that somebody has to think of it: its last, or the one to look again."""
        return self.until_on or self.look_again_on


class CoverQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff as they read the match itself; the young person; and the cover, once the young person said yes."""
        staff = Q(pause__match__in=Match.objects.visible_to(actor))
        staff &= Q(pause__match__scheme_id__in=actor.schemes_for(Permission.MATCH_READ))
        mentee = actor.own(pause__match__young_person__user=actor.user)
        cover = actor.own(volunteer__user=actor.user, mentee_answer=Cover.Answer.YES)
        return self.filter(staff | mentee | cover)

    def wanted(self):
        """Asked for and not called off, in a pause that is planned or goes on."""
        live = {"pause__over_on__isnull": True, "pause__withdrawn_at__isnull": True}
        return self.filter(stopped_at__isnull=True, pause__match__state__in=COVERED, **live)

    def agreed(self):
        yes = Cover.Answer.YES
        return self.wanted().filter(mentee_answer=yes, mentor_answer=yes)

    def open_on(self, day: date):
        """Those who stand in on this day: asked anew at every request, so that nobody has to take anything back. A
        mentor who was paused or held since has no access either, nor anybody once the pause or the match is over."""
        within = Q(pause__from_on__lte=day) & (Q(pause__until_on__isnull=True) | Q(pause__until_on__gte=day))
        able = Q(volunteer__state=Volunteer.State.APPROVED) & ~Q(volunteer__in=holds())
        return self.agreed().filter(within, able)


class Cover(Record):
    """One mentor asked to stand in for another. The young person is asked first and may say no; then the mentor."""

    class Answer(models.TextChoices):
        OPEN = "", "Not answered yet"
        YES = "yes", "Yes"
        NO = "no", "No"

    pause = models.ForeignKey(Pause, on_delete=models.CASCADE, related_name="covers")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="covers")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    mentee_answer = models.CharField(max_length=3, choices=Answer.choices, blank=True, editable=False)
    mentee_answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    goals_shown = models.BooleanField("may read the goals", default=False, editable=False)
    mentor_answer = models.CharField(max_length=3, choices=Answer.choices, blank=True, editable=False)
    mentor_answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    stopped_at = models.DateTimeField(null=True, blank=True, editable=False)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    stopped_because = SealedTextField("why not any more", blank=True, editable=False)

    objects = CoverQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["pause"], condition=Q(stopped_at__isnull=True), name="matching_cover_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(mentor_answer="") | Q(mentee_answer="yes"), name="matching_cover_young_person_first"
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "asked_by", "stopped_by")
        sensitive = ("mentee_answer", "mentor_answer", "goals_shown", "stopped_because")
        ordinary = ("pause", "mentee_answered_at", "mentor_answered_at", "stopped_at")

    @property
    def is_agreed(self) -> bool:
        return self.stopped_at is None and self.mentee_answer == self.mentor_answer == self.Answer.YES

    @property
    def waits_for(self) -> str:
        """Whose answer comes next: "mentee", "mentor" or "" """
        if self.stopped_at:
            return ""
        return "mentee" if not self.mentee_answer else "" if self.mentor_answer else "mentor"

    def is_of_three(self, user) -> bool:
        """The two of the match, or whoever stands in: none of them handles it as staff."""
        match = self.pause.match
        return user.pk in {match.volunteer.user_id, match.young_person.user_id, self.volunteer.user_id}
