"""Writes about accounts that belong to no scheme. Roles and invitations are `schemes.people`'s."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.audit.actions import audit_record


@transaction.atomic
def site_admin_make(*, email: str, name: str, by=None) -> User:
    """Let a person keep this installation running: a new account without a password, or one that is there already."""
    user = User.objects.filter(email__iexact=email).first() or User.objects.make(email=email, name=name)
    if not user.is_site_admin:
        user.is_site_admin = True
        user.save(update_fields=["is_site_admin"])
        audit_record(verb="site_admin.made", subject=user, about=[user], by=by)
    return user


@transaction.atomic
def language_choose(*, language: str, by: User) -> None:
    """What somebody reads in, on whichever device. Not audited: it is theirs alone, and changes nothing for others."""
    by.language = language
    by.save(update_fields=["language"])


@transaction.atomic
def sign_ins_end(*, user: User | None = None, but: str | None = None) -> int:
    """End every sign-in of one person, or of everybody; the session `but` stays. How many it were."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=but).iterator():
        whose = session.get_decoded().get(SESSION_KEY)
        if whose and (user is None or whose == str(user.pk)):
            session.delete()
            ended += 1
    return ended
