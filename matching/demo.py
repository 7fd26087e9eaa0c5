"""Matching's share of the demo, part by part: pairs first, then what they do together."""

from matching.pairing.demo import pairs_load


def demo_load(stage) -> None:
    pairs_load(stage)
