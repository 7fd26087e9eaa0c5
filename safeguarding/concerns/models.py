"""Something worrying: raised in one step by anyone signed in, read by leads and those granted it only.

Facts, the young person's own words, opinion and action are separate; entries are added, corrections are new entries.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from mentoring.fields import SealedTextField
from mentoring.records import Record, StateChange
from safeguarding.concerns.states import CONCERN_MOVES
from safeguarding.guarded import Guarded
from schemes.people.models import Volunteer
from schemes.planning.models import Scheme


class Concern(Guarded):
    """One concern. Who raised it can see that it was received, and nothing that came after."""

    class State(models.TextChoices):
        RAISED = "raised", "Raised"
        ACKNOWLEDGED = "acknowledged", "Acknowledged"
        TRIAGED = "triaged", "Looked into"
        REFERRED = "referred", "Referred"
        CLOSED = "closed", "Closed"

    guarded_as = "read_concern"
    moves = CONCERN_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="concerns")
    state = models.CharField(max_length=12, choices=State.choices, default=State.RAISED, editable=False)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="concerns_raised")
    immediate_danger = models.BooleanField("somebody is in danger right now", default=False)
    about_words = SealedTextField("who is it about?", blank=True)
    happened = SealedTextField("what happened (what you saw or heard)")
    own_words = SealedTextField("the young person's own words", blank=True)
    opinion = SealedTextField("what you think about it", blank=True)
    done_so_far = SealedTextField("what you have done so far", blank=True)
    happened_on = models.DateField("when", null=True, blank=True)
    arose_at = models.CharField(max_length=90, blank=True, help_text="app.model:key of where it arose")
    acknowledge_by = models.DateTimeField(help_text="its clock: one hour in immediate danger, else the working day")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    outcome = SealedTextField(blank=True)
    learning = SealedTextField(blank=True)

    class Meta(Guarded.Meta):
        abstract = False
        permissions = [("read_concern", "May read this concern")]
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["-created_at", "id"])]

    class DataProtection:
        personal = ("raised_by",)
        sensitive = (
            "about_words", "happened", "own_words", "opinion", "done_so_far", "happened_on", "outcome", "learning",
            "arose_at", "immediate_danger", "state",
        )  # fmt: skip
        ordinary = ("scheme", "acknowledge_by", "acknowledged_at")

    @classmethod
    def not_about(cls, user):
        return ~Q(pk__in=ConcernSubject.objects.filter(user=user).values("concern"))


class ConcernStateChange(StateChange):
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ("concern",)
        ordinary = ()


class ConcernSubject(Record):
    """Whom a concern is about; they never see it."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="subjects")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = SealedTextField(blank=True)

    class DataProtection:
        personal = ()
        sensitive = ("concern", "user", "name")
        ordinary = ()


class ConcernEntry(Record):
    """One line of a concern's chronology. Added, never changed; a correction is a new entry."""

    class Kind(models.TextChoices):
        FACT = "fact", "Fact"
        WORDS = "words", "Somebody's own words"
        OPINION = "opinion", "Opinion"
        ACTION = "action", "Action taken"
        CORRECTION = "correction", "Correction"
        BREAK_GLASS = "break-glass", "Opened without a lead"
        GRANT = "grant", "Access given"

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = SealedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("concern", "kind", "words")
        ordinary = ()


class ConcernGrant(Record):
    """A lead let a named person read one concern, with a reason and an end."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="grants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = SealedTextField()
    ends_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class DataProtection:
        personal = ("user", "given_by")
        sensitive = ("concern", "reason")
        ordinary = ("ends_at", "ended_at")


class Hold(Record):
    """While it stands this mentor is introduced to nobody. Matching asks whether there is one, never why."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="holds")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="holds")
    concern = models.ForeignKey(Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="holds")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class DataProtection:
        personal = ("placed_by",)
        sensitive = ("volunteer", "concern")
        ordinary = ("scheme", "lifted_at")


class ConcernUserPermission(UserObjectPermissionBase):
    content_object = models.ForeignKey(Concern, on_delete=models.CASCADE)

    class DataProtection:
        personal = ()
        sensitive = ("user", "content_object")
        ordinary = ("permission",)


class ConcernGroupPermission(GroupObjectPermissionBase):
    content_object = models.ForeignKey(Concern, on_delete=models.CASCADE)

    class DataProtection:
        personal = ()
        sensitive = ("content_object",)
        ordinary = ("group", "permission")
