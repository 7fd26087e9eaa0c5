"""Writes about accounts that belong to no scheme. Roles and invitations are `schemes.people`'s."""

from django.contrib.sessions.models import Session
from django.db import transaction

from mentoring.accounts.models import User
from mentoring.accounts.queries import sessions_of
from mentoring.accounts.sign_ins import SignIn
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
def sign_in_end(*, sign_in: SignIn) -> None:
    """Whoever holds it is out with their next step; a page that was being made meanwhile does not bring it back."""
    Session.objects.filter(session_key=sign_in.session_key).delete()


@transaction.atomic
def sign_ins_end(*, user: User | None = None, but: str | None = None) -> int:
    """End every sign-in of one person, or of everybody; the session `but` stays. How many it were."""
    ended = [session.session_key for session, _ in sessions_of(user) if session.session_key != but]
    for key in ended:
        Session.objects.filter(session_key=key).delete()
    return len(ended)
