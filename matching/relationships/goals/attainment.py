"""Goal attainment scaling: how far several goals of one person were reached, in one number. Pure.

Source: Kiresuk TJ, Sherman RE (1968), Goal attainment scaling, Community Mental Health Journal 4:443–453.
"""

from collections.abc import Sequence
from math import sqrt

#: How strongly the goals of one person are taken to move together (Kiresuk and Sherman's own figure).
RHO = 0.3


def attainment(goals: Sequence[tuple[int, int]]) -> float | None:
    """T-score of (weight, level) pairs: 50 where everything is as hoped, about ten for each level above or below.

    Weights are above nought, levels from -2 to +2 (ValueError otherwise). None where there is no goal to count.
    """
    if any(weight <= 0 or not -2 <= level <= 2 for weight, level in goals):
        raise ValueError("Weights are above nought, and levels from -2 to 2.")
    if not goals:
        return None
    total = sum(weight for weight, _ in goals)
    squares = sum(weight * weight for weight, _ in goals)
    reached = sum(weight * level for weight, level in goals)
    return 50 + 10 * reached / sqrt((1 - RHO) * squares + RHO * total * total)


def attainment_words(score: float) -> str:
    """A T-score as a sentence: what it means stands beside the number, always."""
    if score > 55:
        return "more than hoped"
    return "about as hoped" if score >= 45 else "less than hoped so far"
