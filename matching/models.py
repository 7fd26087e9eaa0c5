"""The models of two people and their time together, gathered from their parts."""

from matching.endings.models import Ending
from matching.pairing.models import Conflict, Match, MatchStateChange, Technique
from matching.relationships.models import Agreement, Goal, GoalRating, MentoringSession, Review
from matching.supervision.models import Supervision

__all__ = [
    "Agreement",
    "Conflict",
    "Ending",
    "Goal",
    "GoalRating",
    "Match",
    "MatchStateChange",
    "MentoringSession",
    "Review",
    "Supervision",
    "Technique",
]
