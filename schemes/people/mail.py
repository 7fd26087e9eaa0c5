"""Mails with a one-time link. They name nobody but the one they go to, and say nothing about care in the subject."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string


def link_mail(*, to: str, subject: str, template: str, **context) -> None:
    """One plain mail from a template under `templates/emails/`."""
    words = render_to_string(f"emails/{template}.txt", {"SITE_NAME": settings.SITE_NAME, **context})
    send_mail(subject, words, settings.DEFAULT_FROM_EMAIL, [to])


def invitation_mail(invitation, token: str) -> None:
    """The link by which somebody takes a role up."""
    link_mail(
        to=invitation.email,
        subject=f"Your invitation to {settings.SITE_NAME}",
        template="invitation",
        url=f"{settings.SITE_URL}/invitation/{token}/",
        until=invitation.expires_at,
    )


def application_mail(*, email: str, url: str) -> None:
    """The private link to somebody's own application form."""
    link_mail(to=email, subject="Your volunteer application", template="application", url=url)
