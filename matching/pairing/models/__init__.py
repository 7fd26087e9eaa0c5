"""Step 12: pairs, what speaks against them, what people wish for."""

from matching.pairing.models.against import AgeException, Conflict, SetAside
from matching.pairing.models.matches import GONE, Match, MatchStateChange, Technique
from matching.pairing.models.meetings import Meeting
from matching.pairing.models.traits import Traits, traits_kept
from matching.pairing.models.watching import WATCHED, traits_watch
from matching.pairing.models.wishes import PairingRules, Profile

__all__ = [
    "GONE",
    "WATCHED",
    "AgeException",
    "Conflict",
    "Match",
    "MatchStateChange",
    "Meeting",
    "PairingRules",
    "Profile",
    "SetAside",
    "Technique",
    "Traits",
    "traits_kept",
    "traits_watch",
]
