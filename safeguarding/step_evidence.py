"""What this room shows of steps 9 to 11: checks begun, consent there, nobody approved without being cleared."""

from datetime import timedelta

from mentoring.web.wording import counted
from safeguarding.consent.queries import consent_missing_of
from safeguarding.models import VettingCheck
from safeguarding.vetting.queries import clearance_of
from schemes.people.models import Volunteer, YoungPerson
from schemes.planning.evidence import Evidence

LONG = timedelta(days=42)


def vetting_begun(scheme, today) -> Evidence:
    """S9: vetting begun — references, identity, criminal record."""
    checks = VettingCheck.objects.filter(volunteer__scheme=scheme)
    asked = checks.count()
    if not asked:
        return Evidence(missing=("No check of a volunteer has been asked for yet.",))
    decided = checks.exclude(decision="").count()
    late = checks.filter(received_on__isnull=True, requested_on__lt=today - LONG).count()
    slow = (f"{counted(late, 'check has', 'checks have')} not come back for six weeks.",) if late else ()
    return Evidence(found=(f"{counted(asked, 'check')} asked for, {decided} decided.",), missing=slow)


def consent_there(scheme, today) -> Evidence:
    """S10: with the young person's own consent, and whoever else's is needed."""
    waiting = YoungPerson.objects.filter(scheme=scheme, state="waiting")
    missing = consent_missing_of(waiting, scheme, today)
    if not missing:
        return Evidence()
    lacking = sum(1 for sentences in missing.values() if sentences)
    found = (f"Consent is complete for {len(missing) - lacking} of {len(missing)} who wait for a mentor.",)
    gaps = (f"Consent is missing for {counted(lacking, 'young person', 'young people')}.",) if lacking else ()
    return Evidence(found=found, missing=gaps)


def approved_are_cleared(scheme, today) -> Evidence:
    """S11: nobody is approved whose checks are not clear and in date."""
    approved = Volunteer.objects.filter(scheme=scheme, state="approved")
    clearances = clearance_of(approved, today).values()
    if not clearances:
        return Evidence()
    clear = sum(1 for clearance in clearances if clearance.is_clear)
    lacking = len(clearances) - clear
    gaps = (f"{counted(lacking, 'approved volunteer is', 'approved volunteers are')} not cleared.",) if lacking else ()
    return Evidence(found=(f"{clear} of {len(clearances)} approved volunteers are cleared.",), missing=gaps)


EVIDENCE = {9: vetting_begun, 10: consent_there, 11: approved_are_cleared}
