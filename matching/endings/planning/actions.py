"""Writing the plan of an ending."""

from datetime import date

from django.db import transaction

from matching.endings.models import EndingPlan
from matching.endings.planning.queries import agreed_end_of
from matching.pairing.actions.holding import match_held, not_one_of_two
from matching.pairing.states import TOGETHER
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused


@transaction.atomic
def ending_plan_write(*, match, ends_on: date, last_weeks: str, goals: str = "", who_tells: str = "", by) -> EndingPlan:
    """How two will come to their end: what they do with the last weeks, what happens to the goals, who tells whom."""
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    if match.state not in TOGETHER:
        raise Refused("An ending is planned while two are together.")
    said = {"ends_on": ends_on, "last_weeks": last_weeks, "goals": goals, "who_tells": who_tells}
    plan, _ = EndingPlan.objects.update_or_create(
        match=match, defaults={**said, "planned_for": agreed_end_of(match), "written_by": by}
    )
    about = [match.volunteer.user, match.young_person.user]
    audit_record(verb="endingplan.written", subject=plan, scheme=match.scheme, about=about, by=by)
    return plan
