"""Writes of steps 9 and 10: enquiries, applications, interviews, campaigns, young people who are referred."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people import mail
from schemes.people.actions import volunteer_add, volunteer_edit, volunteer_step, young_person_add
from schemes.people.models import Volunteer
from schemes.people.tokens import new_token, token_hash
from schemes.recruitment.campaigns.actions import campaign_add, campaign_edit
from schemes.recruitment.history.actions import history_keep
from schemes.recruitment.interviewing.actions import interview_record
from schemes.recruitment.models import Application

__all__ = [
    "application_invite",
    "application_save",
    "application_send",
    "applications_purge",
    "campaign_add",
    "campaign_edit",
    "enquiry_send",
    "interview_record",
    "referral_send",
]

APPLICATION_DAYS = 60
UNSENT_KEPT_DAYS = 30


@transaction.atomic
def enquiry_send(*, scheme, by=None, **person) -> Volunteer:
    """Somebody asks about volunteering. With an address they get the link to their application at once.

    Asking twice with the same address adds nobody; it sends the link again.
    """
    email = person.get("email", "")
    known = Volunteer.objects.filter(scheme=scheme, email__iexact=email).first() if email else None
    volunteer = known or volunteer_add(scheme=scheme, by=by, **person)
    if known and not known.heard_from and person.get("heard_from"):
        volunteer = volunteer_edit(volunteer=known, changes={"heard_from": person["heard_from"]}, by=by)
    if email and volunteer.state == Volunteer.State.ENQUIRED:
        application_invite(volunteer=volunteer, by=by)
    return volunteer


@transaction.atomic
def application_invite(*, volunteer, by=None) -> tuple[Application, str]:
    """Send the private link; what was typed behind an older link is kept, and the older link stops working."""
    volunteer = locked(volunteer)
    if volunteer.state != Volunteer.State.ENQUIRED:
        raise Refused("They have applied already.")
    token = new_token()
    application = volunteer.applications.filter(sent_at__isnull=True).first() or Application(volunteer=volunteer)
    application.token_hash = token_hash(token)
    application.expires_at = timezone.now() + timedelta(days=APPLICATION_DAYS)
    application.save()
    audit_record(verb="application.invited", subject=application, scheme=volunteer.scheme, by=by)
    url = settings.SITE_URL + reverse("schemes:application_show", args=[volunteer.scheme.slug, token])
    mail.application_mail(application=application, url=url)
    return application, token


@transaction.atomic
def application_save(*, application, part: str, typed: dict, by=None) -> Application:
    """Keep what was typed in one part, right or wrong, so that nothing is lost."""
    application = locked(application)
    _still_open(application)
    application.answers = {**application.answers, part: typed}
    application.save(update_fields=["answers"])
    return application


@transaction.atomic
def application_send(*, application, changes: dict, history: dict | None = None, by=None) -> Volunteer:
    """The application is in: what was answered stands on the record, and the volunteer has applied.

    `history` holds the lines of the last five years: {"spells": […], "stays": […]}.
    """
    application = locked(application)
    _still_open(application)
    application.sent_at, application.answers = timezone.now(), {}
    application.save(update_fields=["sent_at", "answers"])
    signed = {**changes, "role_statement_signed_on": timezone.localdate()}
    volunteer = volunteer_edit(volunteer=application.volunteer, changes=signed, by=by)
    if history:
        history_keep(volunteer=volunteer, by=by, **history)
    return volunteer_step(volunteer=volunteer, to=Volunteer.State.APPLIED, by=by)


@transaction.atomic
def applications_purge(*, now: datetime) -> int:
    """Delete what was typed behind links that ran out a month ago and was never sent. How many."""
    number, _ = Application.objects.filter(
        sent_at__isnull=True, expires_at__lte=now - timedelta(days=UNSENT_KEPT_DAYS)
    ).delete()
    return number


def _still_open(application) -> None:
    if application.sent_at or application.volunteer.state != Volunteer.State.ENQUIRED:
        raise Refused("This application has been sent already. Write to the scheme if something must change.")


def referral_send(*, scheme, person: dict, referral: dict, referrer=None, by=None):
    """A worker refers a young person who agreed. Without their own consent there is no referral (S10)."""
    if not referral.get("young_person_agreed"):
        raise Refused("The young person has to agree first.")
    kept = {**referral, "referrer": referrer, "received_on": timezone.localdate()}
    return young_person_add(scheme=scheme, referral=kept, by=by, **person)
