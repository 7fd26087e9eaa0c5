"""Matching’s share of the demo: wishes and pairs first, then what they do together, and how some of them end."""

from matching.endings.demo import endings_load
from matching.pairing.demo import pairs_load
from matching.pairing.wishes.demo import wishes_load
from matching.relationships.demo import sessions_load
from matching.relationships.goals.demo import goals_load
from matching.relationships.reviews.demo import reviews_load
from matching.supervision.demo import supervisions_load


def demo_load(stage) -> None:
    wishes_load(stage)
    pairs_load(stage)
    sessions_load(stage)
    goals_load(stage)
    reviews_load(stage)
    supervisions_load(stage)
    endings_load(stage)
