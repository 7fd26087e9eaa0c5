"""Guardian's object permissions behind one question, for lists and for single records alike.

A record guards itself by `guarded_as` (the permission's codename), direct-foreign-key permission models named
`<model>userpermission` and `<model>grouppermission`, `within_reach(actor)`: a permission row counts only while the
person still holds what made it right, and `not_about(user)`: its subject never sees it, whatever their role (roles.md).
Nobody has a short cut: no global permissions, no superuser.
"""

from functools import cache

from django.contrib.auth.models import Permission
from django.db import models
from django.db.models import Exists, OuterRef, Q


def granted(model, user) -> Q:
    """The rows of a guarded model that this user was granted, by name or through a group.

    Exists() on the direct permission rows walks the list's own index and stops at the page's end; guardian's
    get_objects_for_user would gather every key first (performance.md §3). The right is asked for by its key: a join
    less in each, and building these queries is what costs.
    """
    of_this = {"content_object": OuterRef("pk"), "permission_id": right_of(model.guarded_as)}
    by_user = model.guardian_rows("user").filter(user=user, **of_this)
    my_groups = user.groups.through.objects.filter(user=user).values("group")
    by_group = model.guardian_rows("group").filter(group__in=my_groups, **of_this)
    return Q(Exists(by_user)) | Q(Exists(by_group))


class GuardedQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Granted, within reach of the roles the person holds here and now, and not about them."""
        model, user = self.model, actor.user
        return self.filter(granted(model, user), model.within_reach(actor), model.not_about(user))


@cache
def right_of(codename: str) -> int:
    """The key of a permission; codenames of guarded models are unlike each other, and keys stay once they are made."""
    return Permission.objects.get(codename=codename).pk
