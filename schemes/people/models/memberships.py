"""Who holds which role in a scheme, and who is invited to take one up (roles.md)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from schemes.people.permissions import BY_INVITATION, Permission, Role
from schemes.planning.models import Scheme


def invited_by_name(actor) -> Q:
    """Rows with a name and a role that this person may read: a manager invites staff, and knows no mentor and no young
    person by name (roles.md)."""
    return Q(scheme_id__in=actor.schemes_for(Permission.MEMBER_INVITE)) & (
        Q(role__in=BY_INVITATION) | Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
    )


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who invite see who holds which role in their scheme; mentors and young people only whoever reads
        people too; everybody their own roles."""
        return self.filter(invited_by_name(actor) | Q(user=actor.user))


class Membership(Record):
    """One role of one person in one scheme. Ended, never deleted."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "user", "role"],
                condition=Q(ended_at__isnull=True),
                name="schemes_membership_one_live_per_role",
            )
        ]

    class DataProtection:
        personal = ("user", "role")
        sensitive = ()
        ordinary = ("scheme", "ended_at")

    def __str__(self):
        return f"{self.user} · {self.get_role_display()}"


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(invited_by_name(actor))


class Invitation(Record):
    """A one-time link by which somebody takes up a role; the token itself is kept only as a hash."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=16, choices=Role.choices)
    volunteer = models.ForeignKey("Volunteer", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    young_person = models.ForeignKey("YoungPerson", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class DataProtection:
        personal = ("email", "name", "role", "invited_by", "volunteer", "young_person")
        sensitive = ("token_hash",)
        ordinary = ("scheme", "expires_at", "taken_up_at", "withdrawn_at")

    def is_open(self, now) -> bool:
        """Can the link still be used?"""
        return not self.taken_up_at and not self.withdrawn_at and self.expires_at >= now
