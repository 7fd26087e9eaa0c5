"""This room's share of the demo: checks on the way and done, consents, worries, complaints, records asked for."""

from safeguarding.demo_checks import checks_load, needs_look_again, risk_decision_load
from safeguarding.demo_complaints import complaints_load
from safeguarding.demo_concerns import concerns_load
from safeguarding.demo_consents import consents_load
from safeguarding.demo_reaching import reaching_load
from safeguarding.demo_records import records_load


def demo_load(stage) -> None:
    needs_look_again(stage)
    risk_decision_load(stage)
    consents_load(stage)
    concerns_load(stage)
    complaints_load(stage)
    records_load(stage)
    reaching_load(stage)


def volunteer_stepped(stage, volunteer, heading_for: str) -> None:
    """Checks are asked for on the day they begin, so that nobody of the demo is approved without."""
    if volunteer.state == "vetting":
        checks_load(stage, volunteer, heading_for)
