"""What young people told the scheme, and what changed because of it: told back to them (R11)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from schemes.people.permissions import Permission, Role
from schemes.planning.models import Scheme


class YouSaidQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever may count matches; young people of the scheme what was published."""
        published = Q(published_at__isnull=False, scheme_id__in=actor.schemes_with(Role.MENTEE))
        own = published if actor.inside is None else Q(pk__in=[])
        return self.filter(Q(scheme_id__in=actor.schemes_for(Permission.MATCH_COUNT)) | own)

    def published(self):
        return self.filter(published_at__isnull=False)


class YouSaid(Record):
    """A pair of sentences. It speaks of young people together, never of one."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="you_said")
    said = models.CharField("what young people told us", max_length=300)
    did = models.CharField("what we did", max_length=300)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    objects = YouSaidQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    class DataProtection:
        personal = ("written_by",)
        sensitive = ()
        ordinary = ("scheme", "said", "did", "published_at")
