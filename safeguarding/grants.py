"""Guardian's object permissions behind one question, for lists and for single records alike.

A record guards itself by `guarded_as` (the permission's codename), direct-foreign-key permission models named
`<model>userpermission` and `<model>grouppermission`, `within_reach(actor)`: a permission row counts only while the
person still holds what made it right, and `not_about(user)`: its subject never sees it, whatever their role (roles.md).
Nobody has a short cut: no global permissions, no superuser.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q


def granted(queryset, user):
    """The rows of a guarded model that this user was granted, by name or through a group.

    Exists() on the direct permission rows walks the list's own index and stops at the page's end; guardian's
    get_objects_for_user would gather every key first (performance.md §3).
    """
    model = queryset.model
    of_this = {"content_object": OuterRef("pk"), "permission__codename": model.guarded_as}
    by_user = model.guardian_rows("user").filter(user=user, **of_this)
    by_group = model.guardian_rows("group").filter(group__in=user.groups.all(), **of_this)
    return queryset.filter(Q(Exists(by_user)) | Q(Exists(by_group)))


class GuardedQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Granted, within reach of the roles the person holds here and now, and not about them."""
        rows = granted(self, actor.user).filter(self.model.within_reach(actor))
        return rows.filter(self.model.not_about(actor.user))
