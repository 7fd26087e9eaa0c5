"""What every guarded record shares."""

from django.apps import apps
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from safeguarding.grants import GuardedQuerySet


class Guarded(Record):
    """A single safeguarding object: opened by guardian grants only, asked through `actor.may` like everything else."""

    guarded_as = ""

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()

    @classmethod
    def guardian_rows(cls, holder: str) -> models.QuerySet:
        """The direct permission rows of this model; holder "user" or "group"."""
        return apps.get_model("safeguarding", f"{cls.__name__}{holder.capitalize()}Permission").objects.all()

    @classmethod
    def within_reach(cls, actor) -> Q:
        """Rows for which this person still holds what a grant rests on, in the schemes they are asked from."""
        raise NotImplementedError

    @classmethod
    def not_about(cls, user) -> Q:
        """Leaves out what is about this user."""
        raise NotImplementedError

    def opens_to(self, actor, permission) -> bool:
        """The same rows as the list: a record opens exactly where it is listed."""
        return type(self).objects.visible_to(actor).filter(pk=self.pk).exists()
