"""Zofia has claimed a bus ticket, which waits; a coffee, about which Dee asks; and another ticket waits to be sent."""

from decimal import Decimal

from django.utils import timezone

from matching.expenses.actions import receipts_keep
from matching.expenses.queries import receipts_not_sent
from matching.tests.expenses.claiming import claim, decide, photo
from mentoring.web.uploads import made_anew


def build(world) -> None:
    world.claim = claim(world, session=world.held_session)
    coffee = {"kind": "food", "amount": Decimal("3.20"), "what_for": "Two coffees", "spent_on": timezone.localdate()}
    world.claim_asked = decide(world, claim(world, receipt=False, **coffee), "asked", "For how many was it?")
    receipts_keep(volunteer=world.volunteer, uploads=[made_anew(photo())], by=world.mentor)
    world.receipt_unsent = receipts_not_sent(world.volunteer).get()
