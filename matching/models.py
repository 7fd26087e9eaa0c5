"""The models of two people and their time together, gathered from their parts."""

from matching.endings.models import Ending
from matching.pairing.models import (
    AgeException,
    Conflict,
    Match,
    MatchStateChange,
    Meeting,
    PairingRules,
    Profile,
    SetAside,
    Technique,
)
from matching.relationships.models import Agreement, Goal, GoalRating, MentoringSession, Review
from matching.supervision.models import Supervision

__all__ = [
    "AgeException",
    "Agreement",
    "Conflict",
    "Ending",
    "Goal",
    "GoalRating",
    "Match",
    "MatchStateChange",
    "Meeting",
    "MentoringSession",
    "PairingRules",
    "Profile",
    "Review",
    "SetAside",
    "Supervision",
    "Technique",
]
