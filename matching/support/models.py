"""Step 14, beside supervision: staff speak with each side of a match, apart from the other (S14, L6)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matching.cover.models import Cover
from matching.pairing.models import Match
from matching.relationships.models import MentoringSession
from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


class CheckInQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators and leads all of their scheme's; a supervisor what their own mentors said: what a young person
        says goes no further than the co-ordinators and the lead. Never somebody who is one of the two."""
        wide = Q(match__scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD))
        own_mentors = Q(
            side=CheckIn.Side.MENTOR,
            match__scheme_id__in=actor.schemes_with(Role.SUPERVISOR),
            match__volunteer__supervisor=actor.user,
        )
        mine = Q(match__volunteer__user=actor.user) | Q(match__young_person__user=actor.user)
        return self.filter(wide | own_mentors).exclude(mine).exclude(cover__volunteer__user=actor.user)

    def to_do(self):
        """Those after which somebody has still something to do."""
        return self.filter(to_do_by__isnull=False, done_on__isnull=True)


class CheckIn(Record):
    """Somebody of the staff asked one of the two how it is going, or whoever stood in. Nobody else reads it."""

    class Side(models.TextChoices):
        MENTOR = "mentor", "The mentor"
        MENTEE = "mentee", "The young person"
        COVER = "cover", "Whoever stood in"

    class How(models.TextChoices):
        PHONE = "phone", "Phone"
        TEXT = "text", "Text"
        VISIT = "visit", "In person"
        VIDEO = "video", "Video call"

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="check_ins")
    side = models.CharField("who with?", max_length=6, choices=Side.choices)
    cover = models.ForeignKey(
        Cover, null=True, blank=True, on_delete=models.PROTECT, related_name="check_ins", editable=False
    )
    spoken_on = models.DateField("which day?")
    how = models.CharField("how?", max_length=5, choices=How.choices)
    words = SealedTextField("what was said")
    spoken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to_do = SealedTextField("anything to do", blank=True)
    to_do_on = models.DateField("by when", null=True, blank=True)
    to_do_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    done_on = models.DateField(null=True, blank=True)

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["-spoken_on", "-created_at"]
        indexes = [
            models.Index(fields=["match", "side", "-spoken_on"]),
            models.Index(fields=["to_do_by", "done_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_do_on__isnull=True, to_do_by__isnull=True, done_on__isnull=True)
                | Q(to_do_on__isnull=False, to_do_by__isnull=False),
                name="matching_checkin_to_do_whole",
            ),
            models.CheckConstraint(
                condition=Q(side="cover", cover__isnull=False) | (~Q(side="cover") & Q(cover__isnull=True)),
                name="matching_checkin_names_its_cover",
            ),
        ]

    class DataProtection:
        personal = ("spoken_by", "to_do_by", "cover")
        sensitive = ("words", "to_do")
        ordinary = ("match", "side", "spoken_on", "how", "to_do_on", "done_on")

    @property
    def person(self):
        """Whom somebody spoke with."""
        if self.cover_id:
            return self.cover.volunteer
        return self.match.volunteer if self.side == self.Side.MENTOR else self.match.young_person


class DebriefQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators and leads; a supervisor their own mentors', of their own pairs. Never one of the two, nor
        whoever stood in, whatever else they are."""
        own_mentors = Q(
            session__with_cover__isnull=True,
            session__match__scheme_id__in=actor.schemes_with(Role.SUPERVISOR),
            session__match__volunteer__supervisor=actor.user,
        )
        wide = Q(session__match__scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD))
        mine = Q(session__match__volunteer__user=actor.user) | Q(session__match__young_person__user=actor.user)
        return self.filter(wide | own_mentors).exclude(mine).exclude(session__with_cover__volunteer__user=actor.user)


class Debrief(Record):
    """Two lines of the mentor's, or of whoever stood in, after a session: how it was for them, and what
    they want to talk over (L6, A4)."""

    class Feeling(models.TextChoices):
        GOOD = "good", _("Good")
        MIXED = "mixed", _("Mixed")
        HARD = "hard", _("Hard")

    session = models.OneToOneField(MentoringSession, on_delete=models.CASCADE, related_name="debrief")
    feeling = models.CharField("how was it for you?", max_length=5, choices=Feeling.choices)
    words = SealedTextField("in a line, if you like", blank=True)
    talk_over = SealedTextField("anything you want to talk over?", blank=True)
    wants_talk = models.BooleanField(default=False, editable=False)

    objects = DebriefQuerySet.as_manager()

    class DataProtection:
        personal = ()
        sensitive = ("feeling", "words", "talk_over", "wants_talk")
        ordinary = ("session",)


class HandoverQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who took something over, while they are of the scheme's staff; never about their own pair."""
        mine = Q(match__volunteer__user=actor.user) | Q(match__young_person__user=actor.user)
        staff = actor.schemes_with(Role.COORDINATOR, Role.SUPERVISOR)
        return self.filter(taken_by=actor.user, scheme_id__in=staff).exclude(mine)


class Handover(Record):
    """One thing that somebody of the staff held and another took over, with a note (P8). Rows are added, never changed,
    but for the day on which the note was read."""

    class Kind(models.TextChoices):
        MATCH = "match", "A match"
        MENTOR = "mentor", "A mentor and their supervision"
        PROMISE = "promise", "Something promised"
        MEETING = "meeting", "A meeting"
        PAUSE = "pause", "Keeping in touch through a pause"
        AGREED = "agreed", "Something agreed in supervision"
        PLAN = "plan", "What the plan asks"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="handovers")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers")
    volunteer = models.ForeignKey(Volunteer, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers")
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = SealedTextField("what they should know", blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["taken_by", "read_at"])]

    class DataProtection:
        personal = ("held_by", "taken_by", "handed_by", "volunteer")
        sensitive = ("note",)
        ordinary = ("scheme", "kind", "match", "read_at")
