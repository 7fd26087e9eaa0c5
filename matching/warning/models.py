"""What somebody of the staff found out about a match that shows signs, and what they will do (R10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.pairing.models import Match
from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.permissions import Permission, Role


class SignNoteQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators and leads; a supervisor of their own mentors. Never one of the two."""
        wide = Q(match__scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD))
        own = Q(match__scheme_id__in=actor.schemes_for(Permission.MATCH_READ), match__volunteer__supervisor=actor.user)
        two = Q(match__volunteer__user=actor.user) | Q(match__young_person__user=actor.user)
        return self.filter(wide | own).exclude(two)


class SignNote(Record):
    """A note of a person on the signs of one day; `keys` are the signs that stood there, `tone` how urgent they were.
    Rows are added and never changed: what came of it later is another note."""

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="sign_notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    keys = models.JSONField(default=list)
    tone = models.CharField(max_length=4)
    words = SealedTextField("what you found out, and what happens next")

    objects = SignNoteQuerySet.as_manager()

    class Meta:
        ordering = ["-noted_on", "-created_at"]
        indexes = [models.Index(fields=["match", "-noted_on"])]

    class DataProtection:
        personal = ("by",)
        sensitive = ("keys", "tone", "words")
        ordinary = ("match", "noted_on")
