"""What a session said before it was changed after supervision: kept beside it, never altered (S13, S14)."""

from django.conf import settings
from django.db import models

from matching.pairing.models import Match
from matching.relationships.models import MentoringSession
from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from mentoring.refusing import NOT_ERASING, Refusal
from schemes.people.permissions import Permission


class SessionAmendmentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff who may read the match, and are not one of the two."""
        staff = self.filter(session__match__scheme_id__in=actor.schemes_for(Permission.MATCH_READ))
        theirs = staff.filter(session__match__in=Match.objects.visible_to(actor))
        own = {"session__match__volunteer__user": actor.user}, {"session__match__young_person__user": actor.user}
        return theirs.exclude(**own[0]).exclude(**own[1])


class SessionAmendment(Record):
    """One change of a session that had been talked about in supervision. The database refuses to alter or remove it."""

    refuses = (
        Refusal("what a session said before is never altered", acts=("UPDATE",), when=NOT_ERASING),
        Refusal("what a session said before is never altered", acts=("DELETE",)),
    )
    session = models.ForeignKey(MentoringSession, on_delete=models.PROTECT, related_name="amendments")
    before = SealedJSONField(default=dict)
    because = SealedTextField("why it is changed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SessionAmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("before", "because")
        ordinary = ("session",)
