"""This room's share of the demo: checks on the way and done, consents, a few worries, one of them about Dee."""

from safeguarding.demo_checks import checks_load
from safeguarding.demo_concerns import concerns_load
from safeguarding.demo_consents import consents_load


def demo_load(stage) -> None:
    checks_load(stage)
    consents_load(stage)
    concerns_load(stage)
