"""Writes about looks at the Update Service."""

from django.db import transaction
from django.utils import timezone

from mentoring.transitions import Refused, locked
from safeguarding.vetting.actions import not_oneself, note
from safeguarding.vetting.rulebook import version_on
from safeguarding.vetting.updates.models import StatusCheck

GOOD = {StatusCheck.Answer.NOTHING, StatusCheck.Answer.CURRENT}
#: Said when one of the three is missing; each by its field.
UNLAWFUL = {
    "consented": "Ask them first: we may look only when they agree.",
    "certificate_seen": "We may look only when we have seen the certificate itself.",
    "same_workforce": "We may look only at a certificate for the same workforce and level.",
}


@transaction.atomic
def status_check_record(*, check, answer, consented, certificate_seen, same_workforce, by) -> StatusCheck:
    """What the service said. Still current: the day to look again moves on; no longer: the check holds no more."""
    locked(check.volunteer)  # whoever introduces them at this moment sees it, or came first
    check, today = locked(check), timezone.localdate()
    not_oneself(check.volunteer, by)
    lawful = {"consented": consented, "certificate_seen": certificate_seen, "same_workforce": same_workforce}
    _refuse(check, lawful)
    looked = StatusCheck.objects.create(check_of=check, looked_on=today, looked_by=by, answer=answer, **lawful)
    check.status, check.status_on = answer, today
    if answer in GOOD:
        years = version_on(check.volunteer.scheme.nation, today).look_again_years
        check.expires_on = years_on(today, years)
    check.save(update_fields=["status", "status_on", "expires_on"])
    note("check.status_seen", check, by)
    return looked


def _refuse(check, lawful: dict[str, bool]) -> None:
    if not check.can_be_looked_up:
        raise Refused("Only a standard or enhanced check that was decided clear can be looked up.")
    missing = [UNLAWFUL[name] for name, is_so in lawful.items() if not is_so]
    if missing:
        raise Refused(*missing)


def years_on(day, years: int):
    """The same day so many years on; 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
