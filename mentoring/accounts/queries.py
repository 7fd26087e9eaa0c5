"""Reading accounts, and who is signed in."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from mentoring.accounts.lasting import IDLE, seconds_left
from mentoring.accounts.models import User
from mentoring.accounts.sign_ins import SignIn, sign_in_from

DEMO_DOMAIN = "demo.example"


def demo_person(name: str) -> User | None:
    """A made-up person of the demo by their short name; never anybody else."""
    return User.objects.filter(email=f"{name}@{DEMO_DOMAIN}", is_made_up=True, is_active=True).first()


def sessions_of(user: User | None = None, *, noted_within: float | None = None) -> Iterator[tuple[Session, dict]]:
    """(session, what it holds) of every sign-in of one person, or of everybody; with `noted_within` (seconds) of those
    alone that noted something since. Whose a session is stands inside it, so each is opened (decision 35)."""
    rest = 0 if noted_within is None else settings.SESSION_COOKIE_AGE - noted_within
    ends_after = timezone.now() + timedelta(seconds=rest)
    for session in Session.objects.filter(expire_date__gt=ends_after).iterator():
        kept = session.get_decoded()
        if kept.get(SESSION_KEY) and (user is None or kept[SESSION_KEY] == str(user.pk)):
            yield session, kept


def sign_ins_of(user: User, *, here: str) -> list[SignIn]:
    """Those that still open a page: this one first, then the one used last. One from before a new password is over."""
    now, seal = timezone.now().timestamp(), user.get_session_auth_hash()
    found = [
        sign_in_from(session.session_key, kept, now=now, here=here)
        for session, kept in sessions_of(user, noted_within=IDLE)  # whoever did nothing for so long is out
        if constant_time_compare(kept.get(HASH_SESSION_KEY, ""), seal) and seconds_left(kept, now) > 0
    ]
    return sorted(found, key=lambda one: (not one.is_this_one, one.quiet_for, one.begun_at))


def other_sign_in(user: User, name: str, *, here: str) -> SignIn | None:
    """One of this person's, but not the one that asks: that is ended by signing out."""
    return next((one for one in sign_ins_of(user, here=here) if one.name == name and not one.is_this_one), None)
