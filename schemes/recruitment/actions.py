"""Writes of steps 9 and 10: enquiries, applications, interviews, campaigns, young people who ask or are referred."""

from datetime import timedelta

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
from schemes.recruitment.models import Application, Campaign, Interview

APPLICATION_DAYS = 60


@transaction.atomic
def enquiry_send(*, scheme, by=None, **person) -> Volunteer:
    """Somebody asks about volunteering. With an address they get the link to their application at once.

    Asking twice with the same address adds nobody; it sends the link again.
    """
    email = person.get("email", "")
    known = Volunteer.objects.filter(scheme=scheme, email__iexact=email).first() if email else None
    volunteer = known or volunteer_add(scheme=scheme, by=by, **person)
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
    transaction.on_commit(lambda: mail.application_mail(email=volunteer.email, url=url), robust=True)
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
def application_send(*, application, changes: dict, by=None) -> Volunteer:
    """The application is in: what was answered stands on the record, and the volunteer has applied."""
    application = locked(application)
    _still_open(application)
    application.sent_at, application.answers = timezone.now(), {}
    application.save(update_fields=["sent_at", "answers"])
    signed = {**changes, "role_statement_signed_on": timezone.localdate()}
    volunteer = volunteer_edit(volunteer=application.volunteer, changes=signed, by=by)
    return volunteer_step(volunteer=volunteer, to=Volunteer.State.APPLIED, by=by)


def _still_open(application) -> None:
    if application.sent_at or application.volunteer.state != Volunteer.State.ENQUIRED:
        raise Refused("This application has been sent already. Write to the scheme if something must change.")


@transaction.atomic
def interview_record(
    *, volunteer, held_on, second_interviewer, first_scores, second_scores, outcome, notes="", by
) -> Interview:
    """Keep an interview and do what it decided: on to the checks, not taken on, or stay for another time."""
    volunteer = locked(volunteer)
    if volunteer.state != Volunteer.State.INTERVIEWING:
        raise Refused("They are not at the interview stage. Invite them to an interview first.")
    if second_interviewer.strip().casefold() == by.name.strip().casefold():
        raise Refused("Two different people interview. Who was the other one?")
    interview = Interview.objects.create(
        volunteer=volunteer,
        held_on=held_on,
        first_interviewer=by,
        second_interviewer=second_interviewer,
        first_scores=first_scores,
        second_scores=second_scores,
        outcome=outcome,
        notes=notes,
    )
    audit_record(
        verb="interview.recorded",
        subject=interview,
        scheme=volunteer.scheme,
        about=[volunteer.user],
        details={"outcome": outcome},
        by=by,
    )
    if outcome == Interview.Outcome.GO_ON:
        volunteer_step(volunteer=volunteer, to=Volunteer.State.VETTING, by=by)
    elif outcome == Interview.Outcome.NO:
        volunteer_step(volunteer=volunteer, to=Volunteer.State.DECLINED, why="Decided at the interview.", by=by)
    return interview


@transaction.atomic
def campaign_add(*, scheme, channel, began_on, cost, by) -> Campaign:
    """One way volunteers are asked, and what it costs."""
    campaign = Campaign.objects.create(scheme=scheme, channel=channel, began_on=began_on, cost=cost)
    audit_record(verb="campaign.added", subject=campaign, scheme=scheme, by=by)
    return campaign


def asking_send(*, scheme, answers: dict, by=None):
    """A young person asks for a mentor themselves; asking is agreeing."""
    words = answers.pop("young_person_words", "")
    referral = {
        "is_self_referral": True,
        "young_person_agreed": True,
        "young_person_words": words,
        "received_on": timezone.localdate(),
    }
    return young_person_add(
        scheme=scheme, referral=referral, by=by, **answers, still_wants_mentor_on=timezone.localdate()
    )


def referral_send(*, scheme, person: dict, referral: dict, referrer=None, by=None):
    """A worker refers a young person who agreed. Without their own consent there is no referral (S10)."""
    if not referral.get("young_person_agreed"):
        raise Refused("The young person has to agree first.")
    kept = {**referral, "referrer": referrer, "received_on": timezone.localdate()}
    return young_person_add(scheme=scheme, referral=kept, by=by, **person)
