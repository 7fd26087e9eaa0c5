"""Guardian's object permissions behind one question, for lists and for single records alike.

A record guards itself by `guarded_as` (the permission's codename), direct-foreign-key permission models named
`<model>userpermission` and `<model>grouppermission`, and `not_about(user)`: its subject never sees it, whatever their
role (roles.md). Nobody has a short cut: no global permissions, no superuser.
"""

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Exists, OuterRef, Q

from schemes.people.actions import leads_group_name


def granted(queryset, user):
    """The rows of a guarded model that this user was granted, by name or through a group, less those about them.

    Exists() on the direct permission rows walks the list's own index and stops at the page's end; guardian's
    get_objects_for_user would gather every key first (performance.md §3).
    """
    model = queryset.model
    by_user = model.guardian_rows("user").filter(
        content_object=OuterRef("pk"), user=user, permission__codename=model.guarded_as
    )
    by_group = model.guardian_rows("group").filter(
        content_object=OuterRef("pk"), group__in=user.groups.all(), permission__codename=model.guarded_as
    )
    return queryset.filter(Q(Exists(by_user)) | Q(Exists(by_group))).filter(model.not_about(user))


class GuardedQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return granted(self, actor.user)


def leads_group(scheme) -> Group:
    """The group of a scheme's safeguarding leads; granting and ending the role keeps it true."""
    return Group.objects.get_or_create(name=leads_group_name(scheme.pk))[0]
