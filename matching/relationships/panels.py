"""What steps 13 and after show on the page of a match: what was asked for, the agreement, goals, sessions, reviews."""

from matching.relationships import session_panels as sessions
from matching.relationships.agreements import panels as agreements
from matching.relationships.asks import panels as asks
from matching.relationships.goals import panels as goals
from matching.relationships.messages import panels as messages
from matching.relationships.pulses import panels as pulses
from matching.relationships.reviews import panels as reviews


def match_panels(match, actor) -> list:
    parts = (asks, agreements, goals, sessions, messages, pulses, reviews)
    return [card for part in parts for card in part.match_panels(match, actor)]
