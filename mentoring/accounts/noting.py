"""What happens at the door goes into the log: who came in, who left, who tried, with what. Never what they typed.

The log names accounts by their key alone (docs/security.md).
"""

import logging

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth
from django.dispatch import receiver

from mentoring.accounts.actions import sign_ins_end

log = logging.getLogger("mentoring.door")


def note(what: str, request, user=None, *, level: int = logging.INFO) -> None:
    log.log(level, what, extra={"request": request, "who": getattr(user, "pk", None)})


@receiver(auth.user_logged_in)
def came_in(sender, request, user, **kwargs) -> None:
    note("signed in", request, user)


@receiver(auth.user_logged_out)
def left(sender, request, user, **kwargs) -> None:
    if user is not None:
        note("signed out", request, user)


@receiver(auth.user_login_failed)
def wrong_password(sender, request=None, **kwargs) -> None:
    """Whose password it was not is not said: people type a password into the box for the address."""
    note("wrong address or password", request, level=logging.WARNING)


@receiver(mfa.authentication_failed)
def wrong_code(sender, request, user, **kwargs) -> None:
    note("wrong code of a second factor", request, user, level=logging.WARNING)


@receiver(mfa.authenticator_used)
def second_factor(sender, request, user, authenticator, **kwargs) -> None:
    note(f"second factor used: {authenticator.type}", request, user)


@receiver([account.password_changed, account.password_reset, account.password_set])
def new_password(sender, request, user, **kwargs) -> None:
    note("password changed", request, user)


@receiver([mfa.authenticator_added, mfa.authenticator_removed, mfa.authenticator_reset])
def other_second_factor(sender, request, user, authenticator, **kwargs) -> None:
    """Whoever came in by the old one is out (a new password sees to it by itself)."""
    note(f"second factor changed: {authenticator.type}", request, user)
    sign_ins_end(user=user, but=request.session.session_key)
