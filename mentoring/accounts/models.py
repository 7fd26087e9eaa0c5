"""Who can sign in. What they may do is held per scheme, in `schemes.people`."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, Group, Permission
from django.db import models

from mentoring.records import Record


class UserManager(BaseUserManager):
    def make(self, *, email: str, name: str, password: str | None = None, **fields) -> "User":
        """A new account; without a password nobody can sign in to it until an invitation is taken up."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(Record, AbstractBaseUser):
    """A person who signs in with an e-mail address.

    There is no superuser: `is_site_admin` keeps the installation running and opens no content (roles.md). Guardian's
    backend wants `groups` and `user_permissions`, so both are here; Django's own model permissions are not used.
    """

    email = models.EmailField("e-mail", unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_site_admin = models.BooleanField(default=False)
    language = models.CharField(
        max_length=8, blank=True, default="", help_text="what they chose to read in; empty: as their browser asks"
    )
    is_made_up = models.BooleanField(default=False, help_text="belongs to the demo")
    groups = models.ManyToManyField(Group, blank=True, related_name="user_set")
    user_permissions = models.ManyToManyField(Permission, blank=True, related_name="user_set")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    is_superuser = False
    objects = UserManager()

    class DataProtection:
        personal = ("email", "name", "language")
        sensitive = ("password",)
        ordinary = ("is_active", "is_site_admin", "is_made_up", "groups", "user_permissions", "last_login")

    def __str__(self):
        return self.name

    @property
    def first_name(self) -> str:
        """What we call them: the first word of their name."""
        return self.name.split()[0] if self.name.strip() else self.email.split("@")[0]
