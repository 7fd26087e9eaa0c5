"""The private link by which a person's own calendar reads when they meet (S13)."""

from django.conf import settings
from django.db import models

from mentoring.records import Record


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """One's own, and nobody else's."""
        return self.filter(owner=actor.user)


class CalendarFeed(Record):
    """One per person; made anew, the old link leads nowhere, and switched off there is none. Only a hash is kept."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    with_place = models.BooleanField("say where, too", default=False)

    objects = CalendarFeedQuerySet.as_manager()

    class DataProtection:
        personal = ("owner", "with_place")
        sensitive = ("token_hash",)
        ordinary = ()
