"""A lead goes away and comes back. Whoever leads says who takes over; a manager may write down that one is ill."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.concerns.absences.models import LeadAbsence
from safeguarding.concerns.absences.queries import leads, overlapping
from safeguarding.concerns.queries import holds_one_of
from schemes.people.permissions import Role

LONGEST = timedelta(days=366)
NOBODY_ELSE = (
    "Nobody else leads here yet. Ask the manager to give somebody the role of safeguarding lead; "
    "they take over for you."
)


@transaction.atomic
def absence_plan(*, scheme, lead, from_on, to_on, deputy=None, by) -> LeadAbsence:
    """From now on the notices of those days go to the deputy. A lead names one; of somebody who is ill a manager may
    write it down before there is one, and is warned until there is."""
    locked(scheme)  # two who take over for each other at once must see each other
    refuse_days(from_on, to_on)
    held = {user.pk for user in leads(scheme)}
    if lead.pk not in held:
        raise Refused("This person does not lead safeguarding here.")
    if by.pk != lead.pk and not holds_one_of(by, scheme.pk, [Role.MANAGER]):
        raise Refused("Only they themselves or a manager can write this down.")
    refuse_deputy(scheme, lead, deputy, from_on, to_on, held=held, by=by)
    absence = LeadAbsence.objects.create(
        scheme=scheme, lead=lead, deputy=deputy, from_on=from_on, to_on=to_on, planned_by=by
    )
    audit_record(verb="leadabsence.planned", subject=absence, scheme=scheme, by=by)
    return absence


@transaction.atomic
def absence_end(*, absence, by) -> LeadAbsence:
    """Back before that, or not gone at all."""
    absence = locked(absence)
    if by.pk != absence.lead_id and not holds_one_of(by, absence.scheme_id, [Role.MANAGER]):
        raise Refused("Only they themselves or a manager can write this down.")
    if not absence.ended_at:
        absence.ended_at = timezone.now()
        absence.save(update_fields=["ended_at"])
        audit_record(verb="leadabsence.ended", subject=absence, scheme=absence.scheme, by=by)
    return absence


def refuse_days(from_on, to_on) -> None:
    if to_on < from_on:
        raise Refused("The last day is before the first. Check the two dates.")
    if to_on < timezone.localdate():
        raise Refused("These days have passed. Check the two dates.")
    if to_on - from_on > LONGEST:
        raise Refused("That is more than a year. Then somebody else should have the role.")


def refuse_deputy(scheme, lead, deputy, from_on, to_on, *, held, by) -> None:  # noqa: PLR0913
    rows = list(overlapping(scheme, from_on, to_on).select_related("lead"))
    if any(row.lead_id == lead.pk for row in rows):
        raise Refused("These days are written down already. End the other entry first.")
    if taken := next((row for row in rows if row.deputy_id == lead.pk), None):
        raise Refused(f"{lead} takes over for {taken.lead} in these days. Let somebody else do that first.")
    if deputy is None:
        if by.pk == lead.pk:
            raise Refused("Choose who takes over for you." if held - {lead.pk} else NOBODY_ELSE)
        return
    if deputy.pk == lead.pk or deputy.pk not in held:
        raise Refused("Whoever takes over has to be another safeguarding lead of this scheme.")
    if any(row.lead_id == deputy.pk for row in rows):
        raise Refused(f"{deputy} is away in these days too. Choose somebody who is there.")
