"""Mails with a one-time link. They name nobody but the one they go to, and say nothing about care in the subject.

Each is a letter in the outbox, queued in the transaction that makes the link.
"""

from django.conf import settings
from django.template.loader import render_to_string

from mentoring.notices.actions import letter_drop, letter_queue


def link_mail(*, to: str, subject: str, template: str, about=None, **context) -> None:
    """One plain letter from a template under `templates/emails/`; a newer one about the same record replaces it."""
    words = render_to_string(f"emails/{template}.txt", {"SITE_NAME": settings.SITE_NAME, **context})
    letter_queue(to=to, subject=subject, words=words, kind=template, about=about)


def invitation_mail(invitation, token: str) -> None:
    """The link by which somebody takes a role up."""
    link_mail(
        to=invitation.email,
        subject=f"Your invitation to {settings.SITE_NAME}",
        template="invitation",
        about=invitation,
        url=f"{settings.SITE_URL}/invitation/{token}/",
        until=invitation.expires_at,
    )


def invitations_unsend(invitations) -> None:
    """These links work no longer: what has not gone out yet does not go."""
    letter_drop(about=list(invitations), kind="invitation")


def applications_unsend(applications) -> None:
    """As with invitations."""
    letter_drop(about=list(applications), kind="application")


def application_mail(*, application, url: str) -> None:
    """The private link to somebody's own application form."""
    link_mail(
        to=application.volunteer.email,
        subject="Your volunteer application",
        template="application",
        about=application,
        url=url,
    )
