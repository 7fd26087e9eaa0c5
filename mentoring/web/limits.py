"""How often one address of the internet may send a public form: enough for a youth club, too little for a machine."""

from functools import wraps

from allauth.core.internal.ratelimit import consume
from django.http import Http404

TOO_MANY = "A lot came from here just now. Nothing is lost: wait a little and send it again, or ring us."


def too_many(request, name: str, rate: str = "40/h/ip") -> bool:
    """True when this address has sent the form called `name` too often; counts this time in."""
    return not consume(request, app="mentoring", action=name, config={name: rate})


def too_many_to(request, email: str, rate: str = "3/h/key") -> bool:
    """True when this mailbox got enough links from a public form within the hour, whoever sent it: nobody's mailbox is
    flooded through us, nor somebody's private link changed again and again."""
    return not consume(request, app="mentoring", action="link", key=email.lower(), config={"link": rate})


def too_many_by(request, user, name: str, rate: str) -> bool:
    """True when this account has done that too often, from wherever; counts this time in."""
    return not consume(request, app="mentoring", action=name, key=str(user.pk), config={name: rate})


WRONG_LINKS = {"wrong-link": "60/h/ip", "wrong-feed": "60/h/ip"}


def private_link(view, guessed: str = "wrong-link"):
    """For a page whose right is a one-time or private link. Links cannot be guessed, and nobody gets far who tries:
    after sixty wrong ones within the hour an address of the internet gets the same 404 for every link, right or wrong.
    """

    @wraps(view)
    def opened(request, *args, **kwargs):
        guesses = {"app": "mentoring", "action": guessed, "config": WRONG_LINKS, "limit_get": True}
        if not consume(request, dry_run=True, **guesses):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except Http404:
            consume(request, **guesses)
            raise

    opened.is_private_link = True
    return opened


def feed_link(view):
    """The same for what a program asks for by itself: a calendar that goes on asking for a link that was switched off
    guesses nothing, and shuts nobody beside it out of their invitation."""
    return private_link(view, "wrong-feed")
