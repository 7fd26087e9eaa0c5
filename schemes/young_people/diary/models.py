"""What a young person writes only for themselves (issue 5). Nobody else has a door to it."""

from django.conf import settings
from django.db import models

from mentoring.fields import SealedTextField
from mentoring.records import Record


class DiaryEntryQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever wrote it. No role opens it, that of a lead and of the site's keeper included (roles.md)."""
        return self.filter(actor.own(owner=actor.user))


class DiaryEntry(Record):
    """It hangs on the account and not on a record that staff keep: what is done with the record (put together with its
    twin, brought in, taken out as a sheet) never carries it along."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="diary_entries")
    words = SealedTextField("what I want to write")
    changed_at = models.DateTimeField(auto_now=True)

    objects = DiaryEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    class DataProtection:
        personal = ("owner",)
        sensitive = ("words",)
        ordinary = ("changed_at",)

    @property
    def begins(self) -> str:
        """The first words, for the list of its owner."""
        line = self.words.strip().splitlines()[0]
        return line if len(line) <= 60 else f"{line[:60].rstrip()}…"
