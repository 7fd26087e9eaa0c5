"""Letters about a place on an information session: whoever booked has no account that a rule could tell (S9)."""

from django.conf import settings
from django.urls import reverse

from schemes.people.mail import link_mail

SUBJECTS = {
    "": "Your place at the information session",
    "moved": "The information session has changed",
    "tomorrow": "The information session is tomorrow",
}


def place_told(booking, token: str, news: str = "") -> None:
    """The private link to a place or a turn in the queue, and what is new: a key of SUBJECTS."""
    if not booking.email:
        return
    link_mail(
        to=booking.email,
        subject=SUBJECTS[news],
        template="info_place",
        about=booking,
        url=settings.SITE_URL + reverse("schemes:info_place_show", args=[booking.session.scheme.slug, token]),
        booking=booking,
        session=booking.session,
        news=news,
    )


def cancellation_told(booking) -> None:
    session = booking.session
    link_mail(
        to=booking.email,
        subject="The information session is cancelled",
        template="info_cancelled",
        about=booking,
        session=session,
        url=settings.SITE_URL + reverse("schemes:info_choose", args=[session.scheme.slug]),
    )
