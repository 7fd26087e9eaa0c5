"""Matching’s share of the demo: wishes and pairs first, then their time together, and how some pause or end."""

from matching.cover.demo import pauses_load
from matching.endings.demo import endings_load
from matching.expenses.demo import expenses_load
from matching.pairing.demo import pairs_load
from matching.pairing.wishes.demo import wishes_load
from matching.relationships.asks.demo import asks_load
from matching.relationships.demo import sessions_load
from matching.relationships.goals.demo import goals_load
from matching.relationships.messages.demo import messages_load
from matching.relationships.pulses.demo import pulses_load
from matching.relationships.reviews.demo import reviews_load
from matching.supervision.demo import supervisions_load
from matching.support.demo import check_ins_load, debriefs_load
from matching.you_said.demo import you_said_load


def demo_load(stage) -> None:
    wishes_load(stage)
    pairs_load(stage)
    sessions_load(stage)
    goals_load(stage)
    pulses_load(stage)
    messages_load(stage)
    asks_load(stage)
    reviews_load(stage)
    supervisions_load(stage)
    check_ins_load(stage)
    debriefs_load(stage)
    endings_load(stage)
    pauses_load(stage)
    you_said_load(stage)
    expenses_load(stage)
